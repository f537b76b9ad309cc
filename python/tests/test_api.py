"""The package as users meet it: records, offsets, settings, errors, docs and types."""

from __future__ import annotations

import copy
import datetime
import doctest
import inspect
import json
import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
import shakeup

NEWS = (
    "🙂 Zoë's news — Acme Corp named Jane Roe chief executive on May 5, replacing John Doe, who retired. "
    "The agency wants at least 3,000 arrests per day by 2030, up from 1,800."
)


@pytest.fixture(scope="module")
def found() -> shakeup.Extraction:
    return shakeup.extract(NEWS, id="a1", published="2025-05-29")


def records(found: shakeup.Extraction) -> list[Any]:
    return [*found.roles, *found.reassignments, *found.targets]


def parts(found: shakeup.Extraction) -> list[Any]:
    """An object of each class, and more."""
    mentions = [change.person for change in found.reassignments]
    spans = [record.span for record in records(found)]
    return [
        found,
        *records(found),
        *mentions,
        *spans,
        *found.people,
        *found.organizations,
        *found.dates,
        *found.quantities,
    ]


def test_a_date_of_publication_from_the_text_itself_is_said_to_be_so() -> None:
    text = "DAYTON, Ohio, March 6, 2024 (Wire) – Mayor Ann Lee resigned on Monday."
    found = shakeup.extract(text)
    assert found.published == "2024-03-06" and found.reassignments[0].date == "2024-03-04"
    assert found.dateline is not None and text[found.dateline.span.start : found.dateline.span.end] == "March 6, 2024"
    assert shakeup.Extraction.from_json(found.to_json()).dateline == found.dateline
    assert "March 6, 2024" in found._repr_html_().split("<article")[0]

    given = shakeup.extract(text, published="2024-03-07")
    assert (given.published, given.dateline) == ("2024-03-07", None)
    neither = shakeup.extract("Mayor Ann Lee resigned on March 4, 2024 in Ohio.")
    assert (neither.published, neither.dateline) == (None, None)


def test_each_kind_is_found(found: shakeup.Extraction) -> None:
    assert found.doc == "a1"
    assert {str(change.person) for change in found.reassignments} == {"Jane Roe", "John Doe"}
    assert found.roles and found.people and found.organizations and found.dates and found.quantities
    target = found.targets[0]
    assert (target.low, target.comparator, target.period, target.kind) == (3000, "ge", "day", "target")
    assert {type(part).__name__ for part in parts(found)} == {
        "Extraction", "Role", "Reassignment", "NumericTarget", "Mention", "Span", "Entity", "DateMention", "Quantity",
    }  # fmt: skip


def test_offsets_slice_the_text_in_code_points_and_in_bytes(found: shakeup.Extraction) -> None:
    placed = records(found) + [change.person for change in found.reassignments]
    assert placed
    for part in placed:
        assert NEWS[part.start : part.end] == part.text
        assert NEWS.encode()[part.start_byte : part.end_byte].decode() == part.text
        assert (part.span.start, part.span.end_byte) == (part.start, part.end_byte)
    for entity in (*found.people, *found.organizations):
        assert all(NEWS[span.start : span.end] for span in entity.mentions)


def test_records_are_frozen(found: shakeup.Extraction) -> None:
    for part in parts(found):
        with pytest.raises(AttributeError):
            part.text = "other"
        with pytest.raises(AttributeError):
            part.something_else = 1
        with pytest.raises(TypeError):
            type(part)()


def test_records_are_equal_by_value_hash_copy_and_pickle(found: shakeup.Extraction) -> None:
    again = shakeup.extract(NEWS, id="a1", published="2025-05-29")
    assert parts(again) == parts(found)
    assert [hash(part) for part in parts(again)] == [hash(part) for part in parts(found)]
    for part in parts(found):
        for twin in (pickle.loads(pickle.dumps(part)), copy.copy(part), copy.deepcopy(part)):
            assert twin == part and hash(twin) == hash(part) and repr(twin) == repr(part)
        assert part != "something else"
    assert found != shakeup.extract(NEWS, id="a2", published="2025-05-29")
    assert len(set(records(found))) == len(records(found))


def test_records_show_themselves_and_match(found: shakeup.Extraction) -> None:
    change = next(change for change in found.reassignments if change.direction == "in")
    assert repr(change).startswith("Reassignment(person='Jane Roe', direction='in', post='chief executive'")
    assert str(change).startswith("Jane Roe in as chief executive")
    assert repr(shakeup.extract("", id="x")) == "Extraction(doc='x', roles=0, reassignments=0, targets=0)"
    match change:
        case shakeup.Reassignment(shakeup.Mention(name), "in", reason="appointed"):
            assert name == "Jane Roe"
        case _:
            pytest.fail("no match")
    for part in parts(found):
        assert all(hasattr(part, name) for name in type(part).__match_args__)


def test_dicts_json_rows_and_attributes_say_the_same(found: shakeup.Extraction) -> None:
    rows = found.rows()
    assert sorted(row["id"] for row in rows) == sorted(record.id for record in records(found))
    for record in records(found):
        row = record.row()
        assert row in rows
        for name, value in row.items():
            if name != "type":
                attribute = getattr(record, name)
                assert (str(attribute) if isinstance(attribute, shakeup.Mention) else attribute) == value
    for part in parts(found):
        assert part.to_dict() == json.loads(part.to_json())
        assert type(part).from_json(part.to_json()) == part
        assert type(part).from_json(json.dumps(part.to_dict())) == part
    whole = found.to_dict()
    assert whole["doc"] == "a1"
    assert [role.to_dict() for role in found.roles] == [{"doc": "a1", **role} for role in whole["roles"]]
    for bad in ("", "[]", "{}", '{"doc": 5}'):
        with pytest.raises(shakeup.InputError, match="not the JSON of such an object"):
            shakeup.Role.from_json(bad)


@pytest.mark.parametrize(
    "published",
    ["2025-05-29", datetime.date(2025, 5, 29), datetime.datetime(2025, 5, 29, 23, 59, tzinfo=datetime.timezone.utc)],
)
def test_dates_of_publication(published: str | datetime.date) -> None:
    assert shakeup.extract(NEWS, id="a1", published=published) == shakeup.extract(NEWS, id="a1", published="2025-05-29")


def test_settings(found: shakeup.Extraction) -> None:
    only = shakeup.extract(NEWS, kinds=["targets"])
    assert only.targets and not only.roles and not only.reassignments
    assert shakeup.extract(NEWS, kinds="targets") == only
    least = max(record.confidence for record in records(found))
    sure = shakeup.extract(NEWS, min_confidence=least)
    assert records(sure) and all(record.confidence >= least for record in records(sure))
    assert shakeup.extract(NEWS, id=7).doc == "7"
    assert "Jane Roe" in shakeup.Extractor().explain(NEWS)


@pytest.mark.parametrize(
    "call",
    [
        lambda: shakeup.extract("a\ud800b"),
        lambda: shakeup.extract("a", id="\udfff"),
        lambda: shakeup.extract("a", published="yesterday"),
        lambda: shakeup.extract("a", published="2025-02-30"),
        lambda: shakeup.extract("a", kinds=["people"]),  # type: ignore[list-item]
        lambda: shakeup.extract("a", min_confidence=1.5),
        lambda: shakeup.Extractor(min_confidence=float("nan")),
        lambda: list(shakeup.Extractor().extract_many(["a", "b"], ids=["1"])),
    ],
)
def test_bad_input_is_an_input_error(call: Any) -> None:
    with pytest.raises(shakeup.InputError) as caught:
        call()
    assert isinstance(caught.value, ValueError) and isinstance(caught.value, shakeup.ShakeupError)
    twin = pickle.loads(pickle.dumps(caught.value))
    assert (type(twin), str(twin)) == (shakeup.InputError, str(caught.value))


@pytest.mark.parametrize(
    "call",
    [
        lambda: shakeup.extract(b"bytes"),  # type: ignore[arg-type]
        lambda: shakeup.extract(None),  # type: ignore[arg-type]
        lambda: shakeup.Extractor(lexicon=5),  # type: ignore[arg-type]
        lambda: list(shakeup.Extractor().extract_many(5)),  # type: ignore[call-overload]
    ],
)
def test_the_wrong_type_is_a_type_error(call: Any) -> None:
    with pytest.raises(TypeError):
        call()


def test_a_bad_lexicon_is_named_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(shakeup.LexiconError) as caught:
        shakeup.Extractor(lexicon=[tmp_path / "missing"])
    assert caught.value.path is not None and "missing" in caught.value.path
    error = shakeup.LexiconError("no such flag", "posts.tsv", 3, 7)
    assert str(error) == "posts.tsv:3:7: no such flag"
    twin = pickle.loads(pickle.dumps(error))
    assert (twin.path, twin.line, twin.column, str(twin)) == ("posts.tsv", 3, 7, str(error))


def test_lexicons_add_words_and_pickle_without_their_files(tmp_path: Path) -> None:
    text = "Ann Lee, harbour reeve of Acme Corp, opened the quay."
    file = tmp_path / "posts.tsv"
    file.write_text("harbour reeve\tgovernment\ttitle\n", "utf-8")
    builtin = shakeup.Lexicon.builtin()
    lexicons: list[Any] = [
        file, tmp_path, [file], str(tmp_path), builtin.with_file(file), builtin.with_dir(tmp_path),
        builtin.with_tsv("posts", "harbour reeve\tgovernment\ttitle"),
    ]  # fmt: skip
    extractors = [shakeup.Extractor(lexicon) for lexicon in lexicons]
    pickles = [pickle.dumps(extractor) for extractor in extractors]
    file.unlink()
    for extractor in [*extractors, *map(pickle.loads, pickles)]:
        assert [str(role.post) for role in extractor.extract(text).roles] == ["harbour reeve"]


def test_threads_share_an_extractor(found: shakeup.Extraction) -> None:
    extractor = shakeup.Extractor()
    results: list[shakeup.Extraction] = []

    def work() -> None:
        results.extend(extractor.extract(NEWS, id="a1", published="2025-05-29") for _ in range(20))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 80 and set(results) == {found}


def test_the_interpreter_runs_on_while_texts_are_read() -> None:
    text, done, ticks = NEWS * 20_000, threading.Event(), 0

    def work() -> None:
        shakeup.extract(text)
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    while not done.wait(0.001):
        ticks += 1
    thread.join()
    assert ticks > 1


def test_import_is_quick_and_brings_nothing_heavy() -> None:
    heavy = ["json", "typing", "dataclasses", "datetime", "pathlib", "re", "numpy", "pandas", "polars", "pyarrow", "tqdm"]
    code = f"""
import sys, time
before, start = set(sys.modules), time.perf_counter()
import shakeup
print(time.perf_counter() - start)
assert not (set(sys.modules) - before) & set({heavy}), set(sys.modules) - before
"""
    env = {**os.environ, "PYTHONPATH": str(Path(shakeup.__file__).parents[1])}
    times = [
        float(subprocess.run([sys.executable, "-S", "-c", code], check=True, env=env, capture_output=True).stdout)
        for _ in range(5)
    ]
    assert min(times) < 0.05


def documented() -> list[tuple[str, str]]:
    docs = [("shakeup", inspect.getdoc(shakeup) or "")]
    for name in shakeup.__all__:
        thing = getattr(shakeup, name)
        if not name.startswith("_"):
            docs.append((name, inspect.getdoc(thing) or ""))
            members = vars(thing) if inspect.isclass(thing) else {}
            docs += [
                (f"{name}.{member}", inspect.getdoc(value) or "")
                for member, value in members.items()
                if member[0] != "_"
            ]
    return docs


@pytest.mark.parametrize(("name", "doc"), documented(), ids=[name for name, _ in documented()])
def test_everything_is_documented_and_examples_run(name: str, doc: str) -> None:
    assert doc.strip(), f"{name} has no docstring"
    examples = doctest.DocTestParser().get_doctest(doc, {}, name, None, None)
    assert doctest.DocTestRunner().run(examples).failed == 0


def test_stubs_are_true() -> None:
    config = Path(__file__).parents[2] / "pyproject.toml"  # which packages may be absent
    subprocess.run([sys.executable, "-m", "mypy.stubtest", "--mypy-config-file", str(config), "shakeup"], check=True)


def test_code_is_typed() -> None:
    root = Path(__file__).parents[2]
    checked = ["python/shakeup", "python/tests", "examples/quickstart.py", "examples/notebooks/run.py"]
    subprocess.run([sys.executable, "-m", "mypy", *checked], check=True, cwd=root)
