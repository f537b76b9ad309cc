"""Reassignments of many articles with Dask: each partition of a data frame is read by the task that holds it.

    python examples/clusters/dask_news.py

takes `pip install shakeup[pandas] "dask[dataframe]"`.
"""

import dask.dataframe as dd
import pandas as pd

import shakeup

EXTRACTOR = shakeup.Extractor()  # goes to the workers by pickle


def reassignments(articles: pd.DataFrame) -> pd.DataFrame:
    tables = EXTRACTOR.tables(articles, text="body", id="url", published="day", threads=1)  # Dask minds the cores
    return tables.reassignments.to_pandas()


def main() -> pd.DataFrame:
    articles = pd.DataFrame(
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
    news = dd.from_pandas(articles, npartitions=2)
    return news.map_partitions(reassignments, meta=reassignments(articles.head(0))).compute()


if __name__ == "__main__":
    print(main()[["doc", "person", "direction", "post", "organization", "date"]].to_string(index=False))
