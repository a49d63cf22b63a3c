"""Whom "he" and "she" mean."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests import make

FILE = Path(__file__).parents[1] / "cases" / "pronouns.toml"
CASES = tomllib.loads(FILE.read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_pronoun_means_the_person_that_a_reader_takes_it_for(case: dict[str, Any]) -> None:
    account = make.account(case["text"])
    text = account.report.text
    last = max(text.lower().rfind(f"{word} ") for word in (" he", " she"))
    named = {actor.span.start: actor.name for actor in account.actors}
    assert named.get(last + 1) == (case["means"] or None)


def test_a_body_that_no_list_knows_is_no_person_without_a_pronoun() -> None:
    account = make.account("Orvell Dane fell sharply. The market closed early.")
    assert not [actor for actor in account.actors if actor.kind == "person"]


def test_who_says_a_thing_and_who_he_is_agree() -> None:
    text = (
        "Defence Minister Orlan Vesk said his forces would leave. Opposition leader Mara Teyn "
        'said no. "It is a trap," she said. He said it would begin on Friday.'
    )
    account = make.account(text)
    pronouns = {"he", "she"}
    told = [
        (claim.speaker.span.quote(text).lower(), claim.speaker.name)
        for claim in account.claims
        if claim.speaker and claim.speaker.span
    ]
    assert [name for word, name in told if word in pronouns] == ["Mara Teyn", "Orlan Vesk"]
