"""Event mentions on invented sentences: a table of cases, and the rules that need more."""

import tomllib
from pathlib import Path

import pytest

import make
from twosource.base.records import GivenMention, Span
from twosource.base.settings import Settings
from twosource.pipeline import read_reports

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "events.toml").read_text())["case"]


def mention(text: str, trigger: str):
    account = make.account(text, "2023-09-21")
    return next(each for each in account.mentions if each.trigger.quote(text) == trigger)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_cases(case):
    got = mention(case["text"], case["trigger"])
    told = {
        "sub_type": got.acled.sub_event_type,
        "plover": got.plover.event,
        "modality": got.modality,
        "scope": got.scope,
        "kind": got.kind,
        "weapons": [each.quote(case["text"]) for each in got.weapons],
        "roles": [f"{each.role}: {each.span.quote(case['text'])}" for each in got.participants],
    }
    expected = {key: case[key] for key in told if key in case}
    assert {key: told[key] for key in expected} == expected


def test_a_crash_is_no_violence():
    text = "Seventeen people died when a bus crashed near Velda."
    assert mention(text, "died").acled.sub_event_type is None


def test_blame_in_the_next_sentence_keeps_its_claim():
    text = "A bomb exploded outside the bank of Velda. The police blamed the rebels."
    *_, blamed = mention(text, "exploded").participants
    assert blamed.claim is not None


def test_a_given_mention_takes_the_place_of_those_found():
    text = "Rebels attacked the bridge and fled."
    start = text.index("fled")
    given = (GivenMention("x1", Span(start, start + 4)),)
    account = next(read_reports([make.report(text, given=given)], Settings()))
    assert [(each.given_id, each.trigger.quote(text)) for each in account.mentions] == [
        ("x1", "fled")
    ]


def test_a_teaser_makes_no_event():
    text = "The council met on the budget. It was a quiet day."
    assert not [each for each in make.account(text).mentions if each.kind == "incident"]


def test_wars_that_are_counted_are_history():
    assert mention("Two wars broke out in the region.", "broke").scope == "background"
    assert mention("A war broke out in the region.", "broke").scope == "current"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The proposal was met with silence in Karsk.", "met"),
        ("The names were read out again, as the parents have asked.", "asked"),
    ],
)
def test_what_only_comments_is_no_happening(text, word):
    told = make.account(text)
    assert word not in [each.trigger.quote(text) for each in told.mentions]
