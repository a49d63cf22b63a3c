"""Judgements: sealed, chained, and undone without a trace being lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.base.anchors import find_anchor
from twosource.base.decisions import latest, stand_of
from twosource.base.judgements import (
    START,
    Aim,
    Anchor,
    Draft,
    Judgement,
    Wanted,
    in_force,
    seal,
    unseal,
)
from twosource.base.records import ReportId, Span

REPORT = ReportId("rep_1")


def draft(action="accept", target="fin_1", by="ann", **wanted) -> Draft:
    aim = Aim("finding", "Nine people were killed", "killed", (Anchor(REPORT, 0, 4, "Nine"),))
    return Draft(action, target, by, "read it twice", aim, Wanted(**wanted))


def chain(*drafts: Draft) -> list[Judgement]:
    made: list[Judgement] = []
    for number, each in enumerate(drafts, 1):
        previous = made[-1].hash if made else START
        made.append(seal(each, number, f"2031-05-12T10:0{number}:00+00:00", previous))
    return made


def test_a_judgement_is_what_its_record_says():
    made = seal(draft("edit", low=7.0), 1, "2031-05-12T10:00:00+00:00", START)
    assert unseal(made.record) == made
    assert made.id == f"jud_{made.hash[:12]}"


@pytest.mark.parametrize("change", [{"by": "bob"}, {"reason": ""}, {"target": "fin_2"}])
def test_any_change_gives_another_hash(change):
    one = seal(draft(), 1, "2031-05-12", START)
    other = seal(replace(draft(), **change), 1, "2031-05-12", START)
    assert one.hash != other.hash


def test_an_undone_judgement_is_not_in_force_and_undoing_that_restores_it():
    first = chain(draft("reject"))[0]
    undo = replace(draft("undo", first.id), aim=Aim("judgement"))
    second = seal(undo, 2, "2031-05-12", first.hash)
    assert in_force([first, second]) == ()
    third = seal(replace(undo, target=second.id), 3, "2031-05-12", second.hash)
    assert in_force([first, second, third]) == (first,)


@given(st.permutations(range(4)))
def test_the_order_of_judgements_changes_nothing(order):
    made = chain(draft("accept"), draft("reject"), draft("accept", by="bob"), draft("note"))
    assert in_force([made[place] for place in order]) == tuple(made)
    assert latest([made[place] for place in order]) == latest(made)


def test_the_latest_word_of_one_reviewer_counts():
    stand = stand_of(latest(chain(draft("accept"), draft("reject"))))
    assert (len(stand.accepted), len(stand.rejected)) == (0, 1)
    assert stand.is_rejected


def test_of_two_reviewers_who_differ_nobody_is_chosen():
    stand = stand_of(latest(chain(draft("accept"), draft("reject", by="bob"))))
    assert stand.differ == ("verdict",)
    assert not stand.is_rejected


def test_two_different_values_set_none():
    stand = stand_of(latest(chain(draft("edit", best=7.0), draft("edit", by="bob", best=8.0))))
    assert stand.differ == ("value",)
    assert stand.edit is None


def test_the_same_value_set_twice_is_set():
    stand = stand_of(latest(chain(draft("edit", best=7.0), draft("edit", by="bob", best=7.0))))
    assert stand.edit == Wanted(best=7.0)


def test_every_note_is_kept():
    assert len(stand_of(latest(chain(draft("note"), draft("note")))).notes) == 2


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("Nine died.", 0, Span(0, 4)),
        ("In Dolna Nine died.", 0, Span(9, 13)),
        ("Nine here, Nine there.", 12, Span(11, 15)),
        ("Seven died.", 0, None),
    ],
)
def test_words_are_found_in_their_place_or_nearest_to_it(text, start, expected):
    assert find_anchor(Anchor(REPORT, start, start + 4, "Nine"), text) == expected


def test_a_whole_report_has_no_words():
    assert find_anchor(Anchor(REPORT), "Nine died.") is None
