"""Many texts: in order, lazily, by threads, with bad ones among them, stopped, forked and sent to other processes."""

from __future__ import annotations

import datetime
import itertools
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import Any

import pytest
import shakeup

NEWS = (
    "🙂 Zoë's news — Acme Corp named Jane Roe chief executive on May 5, replacing John Doe, who retired. "
    "The agency wants at least 3,000 arrests per day by 2030, up from 1,800."
)
REEVE = "The quay was opened by harbour reeve Ann Lee."


def test_many_texts_come_in_order_and_lazily() -> None:
    read = 0

    def texts() -> Iterator[str]:
        nonlocal read
        for i in range(10_000):
            read += 1
            yield f"{NEWS} {i}"

    extractor = shakeup.Extractor()
    many = extractor.extract_many(texts(), ids=range(10_000), published="2025-05-29", threads=2)
    first = [next(many) for _ in range(100)]
    assert [found.doc for found in first] == [str(i) for i in range(100)]
    assert first[7] == extractor.extract(f"{NEWS} 7", id=7, published="2025-05-29")
    assert read < 200
    one_thread = extractor.extract_many(texts(), ids=range(10_000), published="2025-05-29", threads=1)
    assert [next(one_thread) for _ in range(100)] == first


def test_a_bad_text_among_many_comes_after_the_good_ones_before_it() -> None:
    many = shakeup.Extractor().extract_many(["a", "b", "\ud800", "d"], ids="1234")
    assert [next(many).doc, next(many).doc] == ["1", "2"]
    with pytest.raises(shakeup.InputError):
        next(many)
    assert list(many) == []


BAD: list[Any] = ["a", None, "c", "\ud800", 5]


def test_a_bad_text_may_be_recorded_in_its_place() -> None:
    found = list(shakeup.Extractor().extract_many(BAD, ids="12345", on_error="record", threads=2))
    good = [part for part in found if isinstance(part, shakeup.Extraction)]
    bad = [part for part in found if isinstance(part, shakeup.InputError)]
    assert [part.doc for part in good] == ["1", "3"]
    assert [part.index for part in bad] == [1, 3, 4] and [found[1], found[3], found[4]] == bad
    assert [str(part)[:35] for part in bad] == [
        "input 1: a str belongs here, not No", "input 3: text is not valid Unicode:", "input 4: a str belongs here, not in",
    ]  # fmt: skip
    twin = pickle.loads(pickle.dumps(bad[0]))
    assert (type(twin), str(twin), twin.index) == (shakeup.InputError, str(bad[0]), 1)


def test_dates_and_ids_may_be_bad_too() -> None:
    dates: list[Any] = ["2025-05-29", "May 5", None, datetime.date(2025, 5, 29), "2025-05-29T07:00Z"]
    found = list(shakeup.Extractor().extract_many([NEWS] * 5, ids=iter("abcde"), published=dates, on_error="record"))
    assert isinstance(found[1], shakeup.InputError) and "not a partial date" in str(found[1])
    days = [part.reassignments[0].date for part in found if isinstance(part, shakeup.Extraction)]
    assert days == ["2025-05-05", None, "2025-05-05", "2025-05-05"]
    with pytest.raises(shakeup.InputError, match="fewer ids"):
        list(shakeup.Extractor().extract_many([NEWS] * 5, ids=["a"], on_error="record"))


def test_an_error_of_the_texts_themselves_is_raised_either_way() -> None:
    def texts() -> Iterator[str]:
        yield NEWS
        raise OSError("the disk is gone")

    many = shakeup.Extractor().extract_many(texts(), on_error="record")
    assert isinstance(next(many), shakeup.Extraction)
    with pytest.raises(OSError, match="the disk is gone"):
        next(many)


@pytest.mark.parametrize(
    "call",
    [
        lambda: shakeup.Extractor().extract_many("one text"),
        lambda: shakeup.Extractor().extract_many([], on_error="ignore"),  # type: ignore[call-overload]
        lambda: shakeup.Extractor().extract_many([], published="May 5"),
    ],
)
def test_wrong_use_is_told_at_once(call: Callable[[], Any]) -> None:
    with pytest.raises(shakeup.InputError):
        call()


def test_progress_is_shown_when_asked(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    many = shakeup.Extractor().extract_many([NEWS] * 3, progress=True)
    assert len([next(many), *many]) == 3
    assert "3/3" in capsys.readouterr().err
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    with pytest.raises(ImportError, match="progress=True needs tqdm.*pip install tqdm"):
        shakeup.Extractor().extract_many([NEWS], progress=True)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_fork_goes_on_with_threads_of_its_own() -> None:
    many = shakeup.Extractor().extract_many(itertools.repeat(NEWS, 1000), threads=2)
    first = next(many)
    child = os.fork()
    if child == 0:
        same = all(found == first for found in many) and len(shakeup.tables([NEWS] * 100, threads=2).roles) > 0
        os._exit(0 if same else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert all(found == first for found in many)


@pytest.mark.parametrize(
    "work", ["list(ex.extract_many(texts(), threads=2))", "ex.tables(texts())", "list(ex.extract_many(texts()))"]
)
def test_control_c_stops_within_a_second(work: str) -> None:
    code = f"""
import itertools, shakeup, sys
ex = shakeup.Extractor()
ex.extract("a")
def texts():
    print("now", flush=True)
    yield from itertools.repeat({NEWS * 3!r})
try:
    {work}
except KeyboardInterrupt:
    sys.exit(7)
"""
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as running:
        assert running.stdout is not None and running.stdout.readline() == b"now\n"
        time.sleep(0.3)
        running.send_signal(signal.SIGINT)
        start = time.monotonic()
        assert running.wait(20) == 7
        assert time.monotonic() - start < 1


def test_memory_stays_bounded() -> None:
    code = f"""
import itertools, resource, shakeup
ex = shakeup.Extractor()
def grown(texts):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for found in ex.extract_many(itertools.repeat({NEWS!r}, texts), threads=2): pass
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
grown(500)
assert grown(10_000) < 20_000, "kilobytes"
"""
    pytest.importorskip("resource")
    subprocess.run([sys.executable, "-c", code], check=True)


def work(extractor: shakeup.Extractor, text: str) -> shakeup.Extraction:
    return extractor.extract(text, id="a1", published="2025-05-29")


def test_an_extractor_goes_to_a_process_pool_with_its_lexicon() -> None:
    lexicon = shakeup.Lexicon.builtin().with_tsv("posts", "harbour reeve\tgovernment\ttitle")
    extractor = shakeup.Extractor(lexicon, kinds=["roles"])
    texts = [REEVE, NEWS, "Nothing to see."] * 5
    expected = [work(extractor, text) for text in texts]
    assert [str(role.post) for role in expected[0].roles] == ["harbour reeve"]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(work, [extractor] * len(texts), texts)) == expected


def test_eight_threads_share_an_extractor() -> None:
    extractor = shakeup.Extractor()
    texts = [NEWS, REEVE, "Nothing to see."] * 50
    expected = [work(extractor, text) for text in texts]
    start = threading.Barrier(8)

    def all_texts(_: int) -> list[shakeup.Extraction]:
        start.wait()
        return [work(extractor, text) for text in texts]

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(all_texts, range(8))) == [expected] * 8
