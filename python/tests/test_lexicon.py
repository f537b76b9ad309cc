"""Words of one's own: added, taken out, loaded, and sent to other processes."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest
import shakeup

BUILTIN = shakeup.Lexicon.builtin()
ANY: Any = BUILTIN  # to give it what its types forbid
OWN = (
    BUILTIN.add_posts(["Portwright", "deputy  portwright"], kind="government", sole=True)
    .add_frame("muster out", "out", reason="retired", options=["needs=role"])
    .add_unit("kilobushels", "bushels", factor=1000, ucum="[bu_us]")
    .add_organizations(["Zorvane", "QRX"], kind="company")
    .add("given_names", [["zorvala", "f"]])
    .remove_posts("boss")
    .remove_frame(["retire"])
    .remove_unit("tonnes")
    .remove_organizations("interpol")
    .remove("given_names", "will")
)


def read(lexicon: shakeup.Lexicon, text: str) -> shakeup.Extraction:
    return shakeup.Extractor(lexicon).extract(text)


def test_words_are_added_and_taken_out() -> None:
    assert [str(change) for change in read(OWN, "Deputy Portwright Zorvala Diaz mustered out.").reassignments] == [
        "Zorvala Diaz out as Deputy Portwright: retired (actual)"
    ]
    assert not read(OWN, "Governor Ann Lee retired.").reassignments
    assert read(BUILTIN, "Governor Ann Lee retired.").reassignments
    assert not read(OWN, "Acme boss Ann Lee spoke.").roles and read(BUILTIN, "Acme boss Ann Lee spoke.").roles
    quantity = read(OWN, "The port moved 5 kilobushels.").quantities[0]
    assert (quantity.low, quantity.unit, quantity.ucum) == (5000.0, "bushels", "[bu_us]")
    role = read(OWN, "Ann Lee joined Zorvane as director.").roles[0]
    assert str(role.organization) == "Zorvane"


def test_a_lexicon_never_changes() -> None:
    before = repr(BUILTIN), BUILTIN, hash(BUILTIN)
    BUILTIN.add_posts("portwright")
    assert before == (repr(BUILTIN), shakeup.Lexicon.builtin(), hash(shakeup.Lexicon.builtin()))
    with pytest.raises(AttributeError):
        BUILTIN.words = 1  # type: ignore[attr-defined]


def test_lexicons_and_extractors_are_equal_by_what_they_hold() -> None:
    twin = pickle.loads(pickle.dumps(OWN))
    assert twin == OWN and hash(twin) == hash(OWN) and repr(twin) == repr(OWN)
    assert repr(OWN) == "Lexicon(posts=3, frames=2, units=2, organizations=3, given_names=2)"
    assert OWN != BUILTIN and BUILTIN.add_posts("x") == BUILTIN.add_posts(["X"]) != BUILTIN.add_posts("y")
    one, other = shakeup.Extractor(OWN, kinds=["targets", "roles"]), shakeup.Extractor(twin, kinds=["roles", "targets"])
    assert one == other == pickle.loads(pickle.dumps(one)) and hash(one) == hash(other)
    assert repr(one) == f"Extractor(lexicon={OWN!r}, kinds=['roles', 'targets'])"
    assert one != shakeup.Extractor(OWN) and shakeup.Extractor() == shakeup.Extractor()
    assert repr(shakeup.Extractor()) == "Extractor()"


def test_files_and_folders_are_loaded(tmp_path: Path) -> None:
    file = tmp_path / "posts.tsv"
    file.write_text("# ours\nportwright\tgovernment\ttitle\n", encoding="utf-8")
    for lexicon in (BUILTIN.load(file), BUILTIN.load(tmp_path), BUILTIN.load(str(tmp_path))):
        assert repr(lexicon) == "Lexicon(posts=1)"
        assert read(lexicon, "Portwright Ann Lee spoke.").roles[0].post.name == "Portwright"


@pytest.mark.parametrize(
    ("call", "place", "message"),
    [
        (lambda: ANY.add_posts(["mayor", "reeve"], kind="odd"), ("posts.tsv", 1, 7), "is none of: executive"),
        (lambda: ANY.add_posts(["mayor", ""]), ("posts.tsv", 2, 1), "it is empty"),
        (lambda: ANY.add_posts("mayor", scope="world"), ("posts.tsv", 1, 15), "no flag"),
        (lambda: ANY.add_frame("go", "sideways"), ("frames.tsv", 1, 9), "is none of: in out"),
        (lambda: ANY.add_frame("go", "out", options="fast"), ("frames.tsv", 1, 22), "no frame option"),
        (lambda: ANY.add_unit("x", kind="odd"), ("units.tsv", 1, 3), "is none of: percent"),
        (lambda: ANY.add_unit("x", factor=float("nan")), ("units.tsv", 1, None), "is no number"),
        (lambda: ANY.add("titles", [["x"]]), ("titles.tsv", 1, 1), "no table is named"),
        (lambda: ANY.with_tsv("posts", "\n# a\nreeve\todd"), ("posts.tsv", 3, 7), "is none of"),
        (lambda: ANY.load("no-such-folder"), ("no-such-folder", None, None), "No such file"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_place(call: Any, place: tuple[str, int | None, int | None], message: str) -> None:
    with pytest.raises(shakeup.LexiconError, match=message) as caught:
        call()
    error = caught.value
    assert (error.path, error.line) == place[:2] and (place[2] is None or error.column == place[2])
    twin = pickle.loads(pickle.dumps(error))
    assert (str(twin), twin.path, twin.line, twin.column) == (str(error), error.path, error.line, error.column)


def test_words_must_be_strings() -> None:
    for words in (5, [5], None):
        with pytest.raises(TypeError):
            ANY.add_posts(words)
        with pytest.raises(TypeError):
            ANY.remove_posts(words)
    with pytest.raises(shakeup.InputError):
        BUILTIN.add_posts("\ud800")
