"""The examples for Dask and Ray Data give what one extractor gives."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples" / "clusters"
EXPECTED = [
    ("a1", "Jane Roe", "in", "Acme Corp"),
    ("a1", "John Doe", "out", "Acme Corp"),
    ("a3", "Omar Diaz", "out", "Bolt Inc"),
]


def test_the_dask_example_finds_the_reassignments() -> None:
    pytest.importorskip("dask.dataframe", reason="the Dask example needs dask: pip install 'dask[dataframe]'")
    found = runpy.run_path(str(EXAMPLES / "dask_news.py"))["main"]()
    rows = found[["doc", "person", "direction", "organization"]].itertuples(index=False, name=None)
    assert sorted(rows) == EXPECTED


def test_the_ray_example_finds_the_reassignments() -> None:
    ray = pytest.importorskip("ray", reason="the Ray example needs ray: pip install 'ray[data]'")
    ray.init(num_cpus=2, include_dashboard=False, configure_logging=False)
    try:
        found = runpy.run_path(str(EXAMPLES / "ray_news.py"))["main"]()
    finally:
        ray.shutdown()
    assert [(row["doc"], row["person"], row["direction"], row["organization"]) for row in found] == EXPECTED
