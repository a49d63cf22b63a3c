"""Sentences told apart from their report say whom their pronouns mean."""

import pytest
from tests import make

from twosource.base.records import Account, Actor, Claim, Span, Speaker
from twosource.reconcile.pronouns import is_pronoun, name_behind, say_whom

TEXT = "The harbour office spoke on Monday. It said two boats sank. He resigned."


def account():
    """A report whose "It" is the harbour office and whose "He" is Idris Karel."""
    report = make.report(TEXT)
    office, person = TEXT.index("harbour office"), TEXT.index("He resigned")
    it = Span(TEXT.index("It said"), TEXT.index("It said") + 2)
    actors = (
        Actor("a1", Span(office, office + len("harbour office")), None, "state_government"),
        Actor("a2", Span(person, person + 2), "Idris Karel", "person"),
    )
    content = Span(TEXT.index("two boats"), TEXT.index(" He resigned"))
    claim = Claim("c1", (content,), Speaker(it, None, "a1"))
    return Account(report, actors=actors, claims=(claim,))


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("It said two boats sank.", "[The harbour office] said two boats sank."),
        ("He resigned.", "[Idris Karel] resigned."),
        ("The harbour office spoke on Monday.", "The harbour office spoke on Monday."),
    ],
)
def test_a_pronoun_that_speaks_or_leads_is_named_in_brackets(sentence, told):
    start = TEXT.index(sentence)
    assert say_whom(Span(start, start + len(sentence)), account()) == told


def test_it_is_the_body_as_first_written():
    speaker = account().claims[0].speaker
    assert speaker is not None
    assert name_behind(speaker, account()) == "the harbour office"
    assert is_pronoun("It")
