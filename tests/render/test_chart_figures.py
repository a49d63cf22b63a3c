from dataclasses import replace

import pytest

from twosource.base.stories import Finding, Origin, Told, Value
from twosource.render.chart_figures import make_chart
from twosource.render.notes import Notebook
from twosource.render.parts import Count, Dots, Toll
from twosource.render.statements import make_toll

DOTS = Dots(1, 0, "single_source", "one origin: 1 origin, 1 outlet")


def count(who, low, high, as_of, lifecycle="live", **fields):
    return Count(
        who, "killed", "some words", low, high, as_of, lifecycle, party=False, notes=(1,), **fields
    )


def toll(*counts, text="Nine people were killed", best=None):
    return Toll("fin_1", "killed", text, (1,), DOTS, 0, best, None, None, counts)


def test_a_revision_leads_from_the_old_figure_to_the_new():
    chart = make_chart(toll(
        count("Office", 7, None, "2031-05-14"),
        count("Office", 9, 9, "2031-05-12", "superseded"),
    ))  # fmt: skip
    old, new = chart.bars
    assert (old.count.low, new.count.low) == (9, 7)
    assert old.goes_on
    assert new.before == old.at
    assert new.revises == "revised down from 9"
    assert (old.first, new.first) == (True, False)


def test_an_open_end_is_no_number():
    (bar,) = make_chart(toll(count("Office", 7, None, None))).bars
    assert bar.high is None
    assert not bar.point


def test_speakers_stand_in_the_order_of_their_first_word():
    chart = make_chart(toll(
        count("Front", 12, 15, "2031-05-13"),
        count("Office", 7, None, "2031-05-14", since="2031-05-12"),
    ))  # fmt: skip
    assert [bar.count.who for bar in chart.bars] == ["Office", "Front"]
    assert chart.bars[0].dated == "12–14 May 2031"


def test_every_end_lies_on_the_scale():
    chart = make_chart(toll(count("A", 3, 40000, None), count("B", 12, 15, None), best=12))
    ends = [end for bar in chart.bars for end in (bar.low, bar.high)] + [chart.best]
    assert all(0 <= end <= 100 for end in ends)
    assert not chart.even
    assert all(0 <= tick.at <= 100 for tick in chart.ticks)


def test_larger_numbers_stand_further_to_the_right():
    chart = make_chart(
        toll(count("A", 3, 3, None), count("B", 4, 4, None), count("C", 900, 900, None))
    )
    ats = [bar.at for bar in chart.bars]
    assert ats == sorted(ats)
    assert len(set(ats)) == 3


def test_an_even_scale_has_few_round_ticks():
    chart = make_chart(toll(count("A", 3, 17, None)))
    assert [tick.label for tick in chart.ticks] == ["0", "5", "10", "15"]


def test_a_figure_without_any_end_still_has_a_place():
    (bar,) = make_chart(toll(count("A", None, None, None))).bars
    assert bar.at == 0


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Three children were killed", "three children"),
        ("Several fighters were killed", "several fighters"),
        ("At least seven people were killed", None),
        ("One person was killed", None),
    ],
)
def test_who_is_counted_is_told_when_it_is_not_people_at_large(text, whom):
    assert make_chart(replace(toll(), text=text)).of_whom == whom


def test_who_denies_a_number_gives_none():
    said = Told("Three children were killed", 3, 3, "exact")
    denied = Told("No civilians were killed", 3, 3, "exact")
    finding = Finding(
        "fin_1", "evt_1", "killed", "Three children were killed", "contested", "", "contrary-word",
        value=Value(3, 3, 3), origins=(
            Origin("Office", "institution", (), values=(said,)),
            Origin("Ministry", "institution", (), side="denies", values=(denied,)),
        ),
    )  # fmt: skip
    bars = {bar.count.who: bar for bar in make_chart(make_toll(finding, Notebook({}))).bars}
    assert bars["Office"].point
    assert not bars["Ministry"].numbered
