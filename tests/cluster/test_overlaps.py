"""Of many copies each is compared with a few; they are one family all the same."""

import numpy as np

import make
from twosource.cluster.families import find_families
from twosource.cluster.grams import count_passages, find_trail, hash_words, longest_run
from twosource.cluster.overlaps import FEW, MANY
from twosource.cluster.sparse import sort_unique

WIRE = (
    "Shells struck the covered market of Marrowby at dawn and burnt nine stalls, the relief office"
    " said. Striking welders who had blocked the harbour road with lorries let the ambulances"
    " through. Families from the lower districts spent the night in two schools."
)


def _copies(count):
    return [
        make.report(f"{WIRE} Told anew, number {number}.", given_id=str(number),
                    published="2031-05-12", outlet=f"Paper {number}")
        for number in range(count)
    ]  # fmt: skip


def test_many_copies_are_one_family_with_few_edges_each():
    reports = _copies(2 * MANY)
    (family,) = find_families(reports)
    assert len(family.reports) == 2 * MANY
    assert len(family.edges) <= FEW * len(reports)


def test_some_copies_are_each_compared_with_each():
    (family,) = find_families(_copies(4))
    assert len(family.edges) == 4 * 3 / 2


def test_codes_come_sorted_and_once():
    assert sort_unique(np.array([5, 3, 5, 4])).tolist() == [3, 4, 5]
    assert sort_unique(np.empty(0, np.int64)).tolist() == []


def test_runs_of_five_tell_the_same_longest_passage_as_words():
    one, other = hash_words(list("abcdefgh")), hash_words(list("xbcdefgy"))
    assert longest_run(find_trail(one), find_trail(other)) + 4 == longest_run(one, other) == 6


def test_a_text_of_few_words_has_no_passages():
    few = find_trail(hash_words(list("abc")))
    assert count_passages(find_trail(hash_words(list("abcde"))), few, 5) == 0
