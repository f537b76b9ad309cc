"""The spaCy component, with spaCy's bare English tokenizer."""

from __future__ import annotations

import doctest
import pickle
from typing import Any

import pytest
import shakeup

spacy: Any = pytest.importorskip("spacy", reason="the tests of the spaCy component need spaCy: pip install spacy")

TEXT = (
    "Zoë 🙂 Acme Corp named Jane Roe chief executive on Thursday, replacing John Doe, who retired. "
    "The agency's head wants at least 3,000 arrests per day by 2030, up from 1,800."
)


@pytest.fixture(scope="module")
def nlp() -> Any:
    nlp = spacy.blank("en")
    nlp.add_pipe("shakeup")
    return nlp


def test_records_have_the_tokens_of_their_evidence_and_slots(nlp: Any) -> None:
    doc = nlp.make_doc(TEXT)
    doc._.published, doc._.id = "2025-05-30", "a1"
    doc = nlp(doc)
    assert doc._.extraction == shakeup.extract(TEXT, id="a1", published="2025-05-30")
    assert doc._.extraction.text == TEXT
    for kind in ("roles", "reassignments", "targets"):
        aligned, records = getattr(doc._, kind), getattr(doc._.extraction, kind)
        assert records and tuple(one.record for one in aligned) == records
        for one in aligned:
            assert one.record.text in one.span.text
            assert one.slots
            for slot, tokens in one.slots.items():
                assert getattr(one.record, slot).text in tokens.text
    spans = doc.spans["shakeup"]
    assert {span.label_ for span in spans} == {"role", "reassignment", "target"}
    assert doc._.reassignments[0].record.date == "2025-05-29"


def test_documents_go_to_bytes_and_other_processes(nlp: Any) -> None:
    doc = nlp(TEXT)
    twin = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert twin._.extraction == doc._.extraction and len(twin._.roles) == len(doc._.roles)
    docs = list(nlp.pipe([TEXT, "Nothing.", ""], n_process=2))
    assert [len(doc._.targets) for doc in docs] == [2, 0, 0]
    assert docs[0]._.extraction == doc._.extraction
    pickle.loads(pickle.dumps(nlp.get_pipe("shakeup")))


def test_settings_are_those_of_an_extractor_and_stay_in_the_config(tmp_path: Any) -> None:
    words = tmp_path / "posts.tsv"
    words.write_text("harbour reeve\tgovernment\ttitle\n", "utf-8")
    nlp = spacy.blank("en")
    nlp.add_pipe("shakeup", config={"lexicon": str(words), "kinds": ["roles"]})
    nlp.to_disk(tmp_path / "model")
    for pipeline in (nlp, spacy.load(tmp_path / "model")):
        doc = pipeline("Ann Lee, harbour reeve of Acme Corp, wants 60 new buses by 2030.")
        assert [str(role.slots["post"]) for role in doc._.roles] == ["harbour reeve"] and not doc._.targets
    with pytest.raises(shakeup.InputError):
        spacy.blank("en").add_pipe("shakeup", config={"kinds": ["people"]})


def test_nothing_is_found_before_it_is_read() -> None:
    doc = spacy.blank("en")("Acme Corp named Jane Roe chief executive.")
    assert doc._.extraction is None and doc._.roles == ()


def test_examples_run() -> None:
    import shakeup.spacy

    result = doctest.testmod(shakeup.spacy)
    assert result.failed == 0 and result.attempted
