"""What events are called."""

import tomllib
from importlib.resources import files

import pytest

import make
from twosource.base.records import Acled, Actor, Mention, Participant, Plover, Span, When
from twosource.base.stories import Story, StoryId
from twosource.link.events import join_mentions
from twosource.link.title_words import name_kind, noun_of
from twosource.link.titles import with_article

DAY = When("2031-03-03", "2031-03-03")


def title_of(text, trigger, lemma, people=(), **fields):
    """The title of the event of one mention; `people` are (words, role) within the text."""
    report = make.report(text, published="2031-03-06")
    spans = [_span(text, words) for words, _ in people]
    actors = tuple(
        Actor(f"a{n}", span, span.quote(text), "igo") for n, span in enumerate(spans)
    )  # fmt: skip
    parts = tuple(
        Participant(actor.span, actor.id, role, "group")
        for actor, (_, role) in zip(actors, people, strict=True)
    )
    mention = Mention(
        "m1", _span(text, trigger), Span(0, len(text)), lemma, participants=parts, **fields
    )
    account = make.Account(report, actors=actors, mentions=(mention,))
    (event,) = join_mentions(Story(StoryId("sto_1"), "", (report.id,)), [account])
    return event.title


def _span(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


SHELLING = Acled("Explosions/Remote violence", "Shelling/artillery/missile attack")
TOLD = [
    ("Shells fell on the mill.", "fell", "fall", "ASSAULT", SHELLING, "Shelling"),
    ("The Front denied it.", "denied", "deny", "REJECT", Acled(), "Denial"),
    ("The office wants money.", "wants", "want", "REQUEST", Acled(), "Request"),
    ("A massacre, they said.", "massacre", "massacre", "ASSAULT", Acled(), "Massacre"),
    ("They torched it.", "torched", "torch", "ASSAULT", Acled(), "Arson"),
    ("It glorped.", "glorped", "glorp", "SANCTION", Acled(), "Sanctions"),
    ("It glorped.", "glorped", "glorp", None, Acled(), "Glorped"),
]


@pytest.mark.parametrize("told", TOLD)
def test_a_title_is_a_noun(told):
    text, trigger, lemma, plover, acled, title = told
    assert title_of(text, trigger, lemma, plover=Plover(plover), acled=acled) == title


def test_those_who_speak_and_whom_they_speak_of_are_named():
    text = "The Lakes Union accused the Free Orlan Front on Monday."
    people = [("Lakes Union", "actor"), ("Free Orlan Front", "recipient")]
    fields = {"plover": Plover("ACCUSE"), "kind": "speech_act", "when": DAY}
    told = title_of(text, "accused", "accuse", people, **fields)
    assert told == "Accusation by the Lakes Union against the Free Orlan Front, 3 March 2031"


def test_two_who_meet_are_named_as_equals():
    text = "The Lakes Union and the Free Orlan Front held talks."
    people = [("Lakes Union", "actor"), ("Free Orlan Front", "actor")]
    told = title_of(text, "talks", "talks", people, plover=Plover("CONSULT"))
    assert told == "Talks between the Free Orlan Front and the Lakes Union"


def test_a_mediator_is_no_party():
    text = "The Lakes Union and the Free Orlan Front agreed a truce with the help of the Red Order."
    people = [
        ("Lakes Union", "actor"), ("Free Orlan Front", "actor"), ("Red Order", "mediator"),
    ]  # fmt: skip
    assert title_of(text, "truce", "truce", people, plover=Plover("AGREE")) == "Truce"


def test_whom_an_attack_is_put_on_is_not_in_its_title():
    text = "The Free Orlan Front shelled the mill."
    people = [("Free Orlan Front", "actor")]
    assert title_of(text, "shelled", "shell", people, plover=Plover("ASSAULT")) == "Shelling"


def test_a_body_takes_an_article_and_a_person_none():
    assert with_article("Ministry of Roads") == "the Ministry of Roads"
    assert with_article("Sanna Merow") == "Sanna Merow"


def test_every_trigger_of_events_has_a_name():
    words = files("twosource.extract").joinpath("words", "events.toml").read_text("utf-8")
    table = tomllib.loads(words)
    bare = [
        lemma
        for event in table["event"]
        for lemma in event["verbs"]
        if not _kinds(table, event) and noun_of(lemma) is None
    ]
    assert bare == []


def _kinds(table, event):
    types = table["acled"].get(event.get("acled", ""), [None, None])
    plover = Plover(event.get("plover"), tuple(event.get("modes", ())))
    return list(name_kind(Acled(*types), plover))
