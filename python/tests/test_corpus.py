"""The cases in tests/corpus, by the rules of tests/corpus.rs: both languages must say the same."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import shakeup

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

FOLDER = Path(__file__).parents[2] / "tests" / "corpus"
KINDS = {"roles": "role", "reassignments": "reassignment", "targets": "target"}
Record = dict[str, Any]


def has_slots(row: Record, expected: Record) -> bool:
    def same(got: Any, value: Any) -> bool:
        if value == "":  # TOML has no null
            return got is None
        if isinstance(value, str) and isinstance(got, str):
            return got.lower() == value.lower()
        return bool(got == value)

    return all(same(row[slot], value) for slot, value in expected.items())


def pairs_up(expected: list[Record], rows: list[Record]) -> bool:
    """Whether each expected record can have a row of its own that has all its slots."""
    if not expected:
        return True
    first, *rest = expected
    return any(has_slots(row, first) and pairs_up(rest, rows[:i] + rows[i + 1 :]) for i, row in enumerate(rows))


def differences(extractor: shakeup.Extractor, case: Record) -> list[str]:
    found = extractor.extract(case["text"], id="case", published=case.get("published"))
    wrong = []
    records = {key: [row for row in found.rows() if row["type"] == kind] for key, kind in KINDS.items()}
    records["quantities"] = [
        {**quantity.to_dict(), "concept": quantity.concept and quantity.concept.name} for quantity in found.quantities
    ]
    for key, got in records.items():
        if key in case and (len(got) != len(case[key]) or not pairs_up(case[key], got)):
            wrong.append(f"  {key} expected: {case[key]}\n  {key} got: {got}")
    return wrong


def test_every_case_gives_its_records_and_no_others() -> None:
    extractor = shakeup.Extractor()
    cases = [
        (file.name, case)
        for file in sorted(FOLDER.glob("*.toml"))
        for case in tomllib.loads(file.read_text("utf-8"))["case"]
    ]
    assert cases
    failures = [
        f"{file}: {case['name']}\n  text: {case['text']}\n" + "\n".join(wrong)
        for file, case in cases
        if (wrong := differences(extractor, case))
    ]
    assert not failures, "\n\n".join(["", *failures, f"{len(failures)} of {len(cases)} cases fail"])
