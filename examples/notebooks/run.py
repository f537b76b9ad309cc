"""Runs the notebooks beside it and keeps what they show: `python examples/notebooks/run.py [NAME…]`, or `make notebooks`.

Charts are kept as SVG, which shows where no script may run, as on a web page of the repository. Run by a reader they are alive.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import nbclient
import nbformat
from nbclient.util import run_sync

FOLDER = Path(__file__).parent
# Not in the notebooks: it is for the copy that is kept.
SETUP = """
try:
    import altair
    altair.renderers.enable("svg")
except ImportError:
    pass
"""


def run(path: Path) -> Any:
    """The notebook with its outputs, as they would be anywhere."""
    book: Any = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call, unused-ignore]
    client = nbclient.NotebookClient(book, kernel_name="python3", resources={"metadata": {"path": str(FOLDER)}})
    with client.setup_kernel():
        kernel: Any = client.kc
        run_sync(kernel.execute_interactive)(SETUP, store_history=False, allow_stdin=False)
        for index, cell in enumerate(book.cells):
            client.execute_cell(cell, index)
    for cell in book.cells:
        cell.metadata.pop("execution", None)
    return book


def main(names: list[str]) -> None:
    paths = [FOLDER / f"{name}.ipynb" for name in names] or sorted(FOLDER.glob("*.ipynb"))
    for path in paths:
        nbformat.write(run(path), path)  # type: ignore[no-untyped-call, unused-ignore]
        print(f"{path.name}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main(sys.argv[1:])
