"""Headlines that tell whose word they are: behind a dash, before a colon, after the comma."""

import pytest

import make
from twosource.base.settings import Settings
from twosource.clean.reports import clean_item
from twosource.pipeline import read_reports

BODY = (
    "The town was quiet on Wednesday evening, residents of the eastern districts said by telephone."
)


def told(title):
    report = clean_item(make.item(f"{title}\n\n5 March 2031\n\n{BODY}\n"))
    (account,) = read_reports([report], Settings())
    first = account.claims[0]
    text = report.text
    quoted = first.speaker.span.quote(text) if first.speaker and first.speaker.span else None
    return account, quoted, [each.quote(text) for each in first.content]


CASES = [
    ("Karsk station shelled, nine dead - rebels", "rebels", "Karsk station shelled, nine dead"),
    ("Two killed in Karsk blast – police", "police", "Two killed in Karsk blast"),
    ("UN: 40 dead in camp fire", "UN", "40 dead in camp fire"),
    ("Shelling kills four in Karsk, says governor", "governor", "Shelling kills four in Karsk"),
]


@pytest.mark.parametrize(("title", "speaker", "content"), CASES)
def test_a_headline_tells_whose_word_it_is(title, speaker, content):
    assert told(title)[1:] == (speaker, [content])


@pytest.mark.parametrize("title", ["Truce collapses - The Aldo Herald", "Kyiv: 40 dead in fire"])
def test_an_outlet_or_a_town_is_no_speaker(title):
    assert told(title)[1] not in {"The Aldo Herald", "Kyiv"}


def test_the_speaker_is_not_counted_among_the_dead():
    account, _, _ = told("Karsk station shelled, nine dead - rebels")
    (figure,) = [each for each in account.figures if each.measure == "killed"]
    assert figure.victim_class == "all"
    assert figure.span.quote(account.report.text) == "nine"


def test_the_first_line_of_a_bare_text_may_name_its_speaker():
    account = make.account("UN: 40,000 flee fighting in northern Teveria\n\nTents are short.")
    claim = account.claims[0]
    assert claim.speaker.name == "United Nations"
    assert [each.quote(account.report.text) for each in claim.content] == [
        "40,000 flee fighting in northern Teveria"
    ]
