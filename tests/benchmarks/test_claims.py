"""The scorer of claims is honest."""

from dataclasses import replace

import pytest
from benchmarks.quality.claims import Attribution, count, overlap, read_gold

import make
from twosource.base.records import Span

TEXT = "The ministry said that two bridges fell. Fell, it said."
GOLD = Attribution((Span(18, 39),), (Span(0, 12),), Span(13, 17), heads=(Span(4, 12),), speech=True)


def test_the_gold_itself_scores_full():
    counts = count([GOLD], [GOLD])
    assert (counts.right, counts.contents, counts.found, counts.gold) == (1, 1, 1, 1)
    assert (counts.cues_hit, counts.cues) == (1, 1)


def test_nothing_scores_nothing():
    counts = count([], [GOLD])
    assert (counts.right, counts.found, counts.gold, counts.cues_hit) == (0, 0, 1, 0)


def test_a_shifted_content_is_still_found_until_half_is_lost():
    assert count([replace(GOLD, content=(Span(23, 39),))], [GOLD]).right == 1
    assert count([replace(GOLD, content=(Span(32, 39),))], [GOLD]).right == 0


def test_a_wrong_speaker_keeps_the_content_only():
    counts = count([replace(GOLD, source=(Span(47, 49),))], [GOLD])
    assert (counts.right, counts.contents) == (0, 1)


def test_a_speaker_is_needed_exactly_when_the_gold_has_one():
    bare = replace(GOLD, source=(), heads=())
    assert count([bare], [bare]).right == 1
    assert count([GOLD], [bare]).right == 0
    assert count([bare], [GOLD]).right == 0


def test_a_gold_content_is_matched_once():
    counts = count([GOLD, GOLD], [GOLD])
    assert (counts.right, counts.found) == (1, 2)


def test_overlap_counts_characters_of_split_contents():
    assert overlap([Span(0, 4), Span(6, 10)], [Span(0, 10)]) == pytest.approx(0.8)


def test_a_brat_file_is_read_with_its_heads():
    doc = make.reading(TEXT).doc
    lines = [
        "T1\tSource 0 12\tThe ministry", "T2\tCue 13 17\tsaid", "T3\tContent 18 39\tthat ...",
        "T4\tAttribution 13 17\tsaid", "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
    ]  # fmt: skip
    assert list(read_gold("\n".join(lines), doc)) == [GOLD]
