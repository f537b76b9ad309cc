"""Reassignments of many articles with Dask: each partition of a data frame is read by the task that holds it.

    python examples/clusters/dask_news.py

takes `pip install shakeup[pandas] "dask[dataframe]"`.
"""

from pathlib import Path

import dask.dataframe as dd
import pandas as pd

import shakeup

NEWS = Path(__file__).with_name("news.jsonl")
EXTRACTOR = shakeup.Extractor()  # goes to the workers by pickle


def reassignments(articles: pd.DataFrame) -> pd.DataFrame:
    tables = EXTRACTOR.tables(articles, text="body", id="url", published="day", threads=1)  # Dask minds the cores
    return tables.reassignments.to_pandas()


def main() -> pd.DataFrame:
    articles = pd.read_json(NEWS, lines=True, dtype=str, convert_dates=False)
    news = dd.from_pandas(articles, npartitions=2)
    return news.map_partitions(reassignments, meta=reassignments(articles.head(0))).compute()


if __name__ == "__main__":
    print(main()[["doc", "person", "direction", "post", "organization", "date"]].to_string(index=False))
