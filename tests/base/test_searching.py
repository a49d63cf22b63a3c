"""Any words make a query; marks stand where the words do."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from twosource.base.searching import SearchQuery, find_marks, find_words, fold, parse_query


def marked(text: str, asked: str) -> list[str]:
    return [mark.quote(text) for mark in find_marks(text, parse_query(asked))]


@given(st.text(), st.text())
def test_no_words_break_a_query(text, asked):
    query = parse_query(asked)
    for mark in find_marks(text, query):
        assert mark.quote(text)


@given(st.text())
@example("0\U0002f9a7")  # a form that folds to a sign that is a word by itself
def test_every_word_of_a_text_finds_it(text):
    for word in find_words(text):
        query = parse_query(word.folded)
        assert word.folded.isalnum()
        assert word.span in find_marks(text, query) or not query.wanted


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("market", ["market"]),
        ("MARKET shells", ["Shells", "market"]),
        ('"the market"', ["the market"]),
        ('"market the"', []),
        ("kill*", ["killed"]),
        ("anti-aircraft", ["anti-aircraft"]),
        ('"anti aircraft', ["anti-aircraft"]),
        ("cesme", ["Çeşme"]),
        ("-market shells", ["Shells"]),
        ('AND OR ( ) " * : ^', []),
    ],
)
def test_marks(asked, found):
    text = "Shells hit the market of Çeşme. An anti-aircraft crew killed two."
    assert marked(text, asked) == found


def test_words_without_blanks_between_are_found():
    assert marked("北京发生爆炸", "爆炸") == ["爆炸"]


def test_marks_of_letters_stay_with_their_word():
    assert [word.span.end for word in find_words("गोलीबारी हुई")] == [8, 12]
    assert fold("é") == fold("e\u0301") == "e"


def test_a_query_of_exclusions_wants_nothing():
    assert parse_query("-market").wanted == ()
    assert parse_query("  ") == SearchQuery()


@given(st.text("ab É-“k", max_size=30), st.text('ab"*kE ', max_size=8))
def test_marks_are_those_of_reading_every_word(text, asked):
    query = parse_query(asked)
    words = [word.folded for word in find_words(text)]
    held = any(
        words[at : at + len(term.words) - 1] == list(term.words[:-1])
        and (
            words[at + len(term.words) - 1].startswith(term.words[-1])
            if term.prefix
            else words[at + len(term.words) - 1] == term.words[-1]
        )
        for term in query.wanted
        for at in range(len(words) - len(term.words) + 1)
    )
    assert bool(find_marks(text, query)) == held
