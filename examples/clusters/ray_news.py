"""Reassignments of many articles with Ray Data: blocks of Arrow go in and out of the workers without becoming Python strings.

    python examples/clusters/ray_news.py

takes `pip install shakeup[arrow] "ray[data]"`.
"""

from pathlib import Path
from typing import Any

import pyarrow as pa
import ray
from pyarrow import json

import shakeup

NEWS = Path(__file__).with_name("news.jsonl")


class Reassignments:
    """One extractor a worker: the lexicon is compiled once."""

    def __init__(self) -> None:
        self.extractor = shakeup.Extractor()

    def __call__(self, articles: pa.Table) -> pa.Table:
        tables = self.extractor.tables(articles, text="body", id="url", published="day", threads=1)  # Ray minds the cores
        return tables.reassignments.to_arrow()


def main() -> list[dict[str, Any]]:
    found = ray.data.from_arrow(json.read_json(NEWS)).map_batches(Reassignments, batch_format="pyarrow", concurrency=1)
    return sorted(found.take_all(), key=lambda row: (row["doc"], row["start"], row["direction"]))


if __name__ == "__main__":
    for row in main():
        print(row["doc"], row["person"], row["direction"], row["post"], row["organization"], row["date"])
