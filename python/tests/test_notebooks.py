"""The notebooks of the examples run from beginning to end, on fewer rows than a reader's."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "examples" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))

for _package in ("nbclient", "nbformat", "ipykernel"):
    pytest.importorskip(_package, reason=f"the tests of notebooks need {_package}: pip install nbclient ipykernel")


@pytest.fixture(scope="module")
def runner() -> Any:
    spec = importlib.util.spec_from_file_location("run", FOLDER / "run.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_shows_what_is_kept(path: Path, runner: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import nbformat

    monkeypatch.setenv("SHAKEUP_ROWS", "2001")
    ran: Any = runner.run(path)
    kept: Any = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call, unused-ignore]
    assert any(cell.cell_type == "code" for cell in ran.cells)

    def kinds(book: Any) -> list[list[str]]:
        """What each cell shows: a frame, a chart, words."""
        outputs = [cell.get("outputs", []) for cell in book.cells]
        return [[kind for output in cell for kind in sorted(output.get("data", {output.output_type: 0}))] for cell in outputs]

    assert kinds(ran) == kinds(kept), "make notebooks"
    assert path.stat().st_size < 250_000
