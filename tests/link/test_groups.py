"""Average link: what it joins, and that the order of pairs changes nothing."""

from hypothesis import given
from hypothesis import strategies as st

from twosource.link.groups import join_groups

SCORES = st.dictionaries(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(-1, 1, allow_nan=False),
    max_size=20,
)


def test_without_pairs_everyone_stands_alone():
    assert join_groups(3, {}, 0.3) == [[0], [1], [2]]


def test_a_high_pair_is_joined_and_a_low_one_is_not():
    assert join_groups(3, {(0, 1): 0.9, (1, 2): 0.1}, 0.3) == [[0, 1], [2]]


def test_a_pair_that_cannot_be_one_keeps_groups_apart():
    scores = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): -1.0}
    assert join_groups(3, scores, 0.3) == [[0, 1], [2]]


@given(SCORES)
def test_the_order_of_the_pairs_changes_nothing(scores):
    backwards = dict(reversed(list(scores.items())))
    assert join_groups(9, scores, 0.3) == join_groups(9, backwards, 0.3)


@given(SCORES)
def test_everyone_is_in_exactly_one_group(scores):
    groups = join_groups(9, scores, 0.3)
    assert sorted(place for group in groups for place in group) == list(range(9))
