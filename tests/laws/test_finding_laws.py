"""Laws of reconciling: order, copies, symmetry, parts and wholes."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.findings_of import findings_of
from twosource.reconcile.intervals import Reach, agrees, is_compatible
from twosource.reconcile.ranges import Live, fuse

NUMBERS = st.integers(0, 50)
QUALIFIERS = st.sampled_from(["exact", "at_least", "more_than", "about", "vague", "up_to"])
STORY = [
    {
        "outlet": "Orvan Post",
        "published": "2031-03-04",
        "text": "Orvan was shelled on Monday. The Red Cross said 12 people were killed, "
        "including two children.",
    },
    {
        "outlet": "Sund Tribune",
        "published": "2031-03-04",
        "text": "Shells hit Orvan on Monday. The United Nations said 12 people were killed.",
    },
    {
        "outlet": "Lorn Courier",
        "published": "2031-03-05",
        "text": "Residents said 20 people were killed when Orvan was shelled on Monday.",
    },
]


@st.composite
def reaches(draw):
    number, qualifier = draw(NUMBERS), draw(QUALIFIERS)
    if qualifier == "up_to":
        return Reach(None, number, qualifier)
    closed = qualifier in {"exact", "about"}
    return Reach(number, number if closed else None, qualifier)


LIVES = st.builds(
    Live, st.sampled_from("abcd"), reaches(), st.booleans(), st.sampled_from([True, False, None])
)


@given(reaches(), reaches())
def test_agreement_is_symmetric(left, right):
    assert agrees(left, right) == agrees(right, left)
    assert is_compatible(left, right) == is_compatible(right, left)


@given(reaches(), reaches())
def test_who_agrees_does_not_contradict(left, right):
    if left.qualifier == right.qualifier == "exact" and agrees(left, right):
        assert is_compatible(left, right)


@given(st.lists(LIVES, max_size=6))
def test_best_lies_within_the_range(lives):
    value = fuse(lives)
    if value.best is not None:
        assert value.low is None or value.low <= value.best
        assert value.high is None or value.best <= value.high


@given(st.lists(LIVES, max_size=6))
def test_the_order_of_origins_changes_no_range(lives):
    assert fuse(lives) == fuse(list(reversed(lives)))


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_reports_changes_no_status_and_no_reason(order):
    assert findings_of([STORY[place] for place in order]) == findings_of(STORY)


@pytest.mark.parametrize("place", range(3))
def test_a_further_copy_changes_no_status(place):
    copy = {**STORY[place], "outlet": "Copy Herald", "given_id": "copy"}
    statuses = [(one.slot, one.status, one.value) for one in findings_of([*STORY, copy])]
    told = [(one.slot, one.status, one.value) for one in findings_of(STORY)]
    assert sorted(map(repr, statuses)) == sorted(map(repr, told))


def test_a_part_is_never_larger_than_its_whole():
    killed = [one for one in findings_of(STORY) if one.slot == "killed"]
    whole = min(one.value.low for one in killed if "people" in one.text)
    assert all(one.value.low <= whole for one in killed if "children" in one.text)
    assert any("children" in one.text for one in killed)
