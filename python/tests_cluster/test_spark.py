"""A real cluster of two executors in processes of their own gives the rows that the command line gives."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    sys.exit("there is no Java, which Spark runs on: install it, such as by `apt-get install default-jre-headless`")

from pyspark.sql import SparkSession

import shakeup
from shakeup import spark as shakeup_spark

PASSAGES = 20_000

PEOPLE = ["Mara Lindqvist", "Tom Okafor", "Elena Brandt", "Zoë Ålund", "Ann Lee", "Omar Diaz"]
POSTS = ["chief executive", "chairman", "finance director", "head of the Harbor Safety Office"]
SHAPES = [
    "Acme Corp named {a} {post} on Monday, replacing {b}, who retired.",
    "{a} is out as {post}, the agency said on Thursday. Deputy director {b} will replace her in June.",
    "Transport Minister {a} wants the office to make at least {n} inspections per day by 2027, up from 25.",
    "The harbor was quiet and {n} boats left it.",
]


def passages() -> list[dict[str, str]]:
    """Texts that all differ; some have no records, some no date."""
    chance = random.Random(7)
    made = []
    for i in range(PASSAGES):
        a, b = chance.sample(PEOPLE, 2)
        shapes = chance.sample(SHAPES, chance.randint(1, 3))
        text = " ".join(shape.format(a=a, b=b, post=chance.choice(POSTS), n=chance.randint(30, 9000)) for shape in shapes)
        made.append({"id": f"p{i}", "text": text, "date": chance.choice(["2025-05-29", "2024-02", ""])})
    return made


@pytest.fixture(scope="module")
def session() -> Iterator[SparkSession]:
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.executorEnv.PYTHONPATH", str(Path(shakeup.__file__).parents[1]))
        .getOrCreate()
    )
    yield session
    session.stop()


def plain(row: dict[str, Any]) -> str:
    return json.dumps({key: value for key, value in row.items() if value is not None}, sort_keys=True)


def test_the_cluster_gives_what_the_command_line_gives(session: SparkSession, tmp_path: Path) -> None:
    made = passages()
    file = tmp_path / "passages.jsonl"
    file.write_text("".join(json.dumps(passage) + "\n" for passage in made), "utf-8")
    command = [sys.executable, "-m", "shakeup", "extract", str(file), "--format", "rows"]
    lines = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout.splitlines()
    expected = sorted(plain(json.loads(line)) for line in lines)
    assert len(expected) > PASSAGES

    df = session.createDataFrame(made).repartition(8)
    found = shakeup_spark.extract(df, published="date", kind="records").collect()
    assert sorted(plain(row.asDict()) for row in found) == expected

    changes = shakeup_spark.extract(df, published="date").collect()
    of_kind = [{"type": "reassignment", **row.asDict()} for row in changes]
    assert sorted(map(plain, of_kind)) == [row for row in expected if '"type": "reassignment"' in row]
    assert len({(row["doc"], row["id"]) for row in of_kind}) == len(of_kind)


def test_an_unknown_kind_is_refused(session: SparkSession) -> None:
    df = session.createDataFrame([{"id": "a", "text": "x"}])
    with pytest.raises(shakeup.InputError, match="no kind 'people'"):
        shakeup_spark.extract(df, kind="people")  # type: ignore[arg-type]
