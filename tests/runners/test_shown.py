"""Happenings as a map and a calendar draw them: with the words of a report."""

import make
from twosource.base.settings import Settings
from twosource.pipeline import assemble
from twosource.runners.shown import LONGEST, list_shown

TEXT = "A gas cylinder exploded in a bakery of Vienna on 16 May 2031. Two people were injured."


def shown_of(text):
    return list_shown(assemble([make.account(text, "2031-05-17")], Settings()))


def test_each_happening_has_the_sentence_of_a_report_and_its_place():
    rows = [each for each in shown_of(TEXT) if each.words]
    assert rows
    for each in rows:
        report, _, place = (each.source or "").partition("#c")
        start, _, end = place.partition("-")
        assert report.startswith("rep_")
        assert " ".join(TEXT[int(start) : int(end)].split()) == each.words


def test_a_long_sentence_is_cut_at_a_word():
    long = f"A gas cylinder exploded in Vienna on 16 May 2031{', and nobody slept' * 30}."
    (first, *_) = [each for each in shown_of(long) if each.words]
    assert len(first.words) <= LONGEST
    assert first.words.endswith("…")
