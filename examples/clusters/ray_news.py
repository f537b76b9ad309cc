"""Reassignments of many articles with Ray Data: blocks of Arrow go in and out of the workers without becoming Python strings.

    python examples/clusters/ray_news.py

takes `pip install shakeup[arrow] "ray[data]"`.
"""

from typing import Any

import pyarrow as pa
import ray

import shakeup


class Reassignments:
    """One extractor a worker: the lexicon is compiled once."""

    def __init__(self) -> None:
        self.extractor = shakeup.Extractor()

    def __call__(self, articles: pa.Table) -> pa.Table:
        tables = self.extractor.tables(articles, text="body", id="url", published="day", threads=1)  # Ray minds the cores
        return tables.reassignments.to_arrow()


def main() -> list[dict[str, Any]]:
    articles = pa.table(
        {
            "url": ["a1", "a2", "a3"],
            "day": ["2025-05-29", "2025-05-30", "2025-06-02"],
            "body": [
                "Acme Corp named Jane Roe chief executive, replacing John Doe, who retired.",
                "The harbor was quiet.",
                "Omar Diaz resigned as treasurer of Bolt Inc on Friday.",
            ],
        }
    )
    found = ray.data.from_arrow(articles).map_batches(Reassignments, batch_format="pyarrow", concurrency=1)
    return sorted(found.take_all(), key=lambda row: (row["doc"], row["start"], row["direction"]))


if __name__ == "__main__":
    for row in main():
        print(row["doc"], row["person"], row["direction"], row["post"], row["organization"], row["date"])
