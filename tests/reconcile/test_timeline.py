"""The timeline: events of a small pile, days of a crowd."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests import make

from reconcile.findings_of import dossier_of
from twosource.base.records import Account, Span, Time, When
from twosource.base.stories import Entry
from twosource.reconcile.timeline import keep_exact, make_timeline
from twosource.reconcile.timeline_crowd import CROWD, MOST
from twosource.reconcile.timeline_days import find_told, weigh_days
from twosource.reconcile.timeline_named import LIGHT, tell_named
from twosource.reconcile.timeline_sentences import describe_pile, pick_best

START = date(2031, 3, 1)
STORM = "A storm broke the old harbour wall of Orvan and flooded many houses on {}."
QUIET = "Traders in the hill town of Selm counted their sheep before the fair on {}."


def told(text: str, day: str, published: str) -> Account:
    """A report of one sentence that names one day."""
    report = make.report(text.format(day), published=published)
    at = report.text.index(day)
    time = Time("t1", Span(at, at + len(day)), "DATE", day, "explicit", day)
    return Account(report, times=(time,))


def crowd() -> list[Account]:
    """Reports of many days: all but three look back on the storm of 2 March."""
    days = [(START + timedelta(n)).isoformat() for n in range(CROWD)]
    return [
        told(f"{QUIET} {n}", day, day)
        if n in {5, 9, 12}
        else told(f"{STORM} {n}", "2031-03-02", day)
        for n, day in enumerate(days)
    ]


@pytest.fixture
def entries() -> tuple[Entry, ...]:
    return make_timeline([], [], crowd(), [])


def test_a_few_reports_without_events_tell_the_days_they_name_once_and_lightly():
    told = make_timeline([], [], crowd()[: CROWD - 1], [])
    assert [entry.when.start for entry in told] == [
        "2031-03-02", "2031-03-06", "2031-03-10", "2031-03-13",
    ]  # fmt: skip
    assert all(0 < entry.weight <= LIGHT for entry in told)


def test_a_day_on_which_a_report_only_appeared_is_not_told():
    report = told(f"{STORM} Traders went home to their villages.", "2031-03-02", "2031-03-09")
    assert [entry.when.start for entry in make_timeline([], [], [report], [])] == ["2031-03-02"]


def test_a_day_that_an_event_tells_is_not_told_again():
    report = told(STORM, "2031-03-02", "2031-03-09")
    event = Entry(When("2031-03-02", "2031-03-02"), 0.3, "The harbour wall broke.", (), ())
    year = Entry(When("2031-01-01", "2031-12-31", "year"), 0.3, "A year of storms.", (), ())
    assert tell_named([event], [report], []) == []
    assert len(tell_named([year], [report], [])) == 1


def test_the_day_that_most_reports_name_weighs_most(entries):
    best = max(entries, key=lambda entry: entry.weight)
    assert (best.when.start, best.weight) == ("2031-03-02", 1)
    assert "storm" in best.text


def test_a_timeline_is_in_the_order_of_days_and_weighs_within_bounds(entries):
    assert list(entries) == sorted(entries, key=lambda entry: entry.when.start)
    assert all(0 <= entry.weight <= 1 for entry in entries)


def test_an_entry_is_told_in_words_that_it_cites(entries):
    texts = {account.report.id: account.report.text for account in crowd()}
    for entry in entries:
        for cited in entry.supports:
            assert texts[cited.report][cited.start : cited.end] == entry.text


def test_no_sentence_is_told_twice(entries):
    assert len({entry.text for entry in entries}) == len(entries)


def test_the_order_of_reports_changes_nothing(entries):
    assert make_timeline([], [], crowd()[::-1], []) == entries


def test_a_wave_of_one_day_counts_less_than_later_looks_back():
    wave = [told(f"{QUIET} {n}", "2031-03-04", "2031-03-04") for n in range(8)]
    later = [told(f"{STORM} {n}", "2031-03-02", f"2031-03-1{n}") for n in range(4)]
    weights = weigh_days(find_told(wave + later), wave + later)
    assert weights["2031-03-02"] > weights["2031-03-04"]


def test_a_day_before_all_reports_counts_less():
    old = [told(f"{STORM} {n}", "2030-07-02", "2031-03-10") for n in range(3)]
    new = [told(f"{QUIET} {n}", "2031-03-10", "2031-03-12") for n in range(3)]
    weights = weigh_days(find_told(old + new), old + new)
    assert weights["2030-07-02"] < weights["2031-03-10"]


def test_what_says_the_same_is_picked_once():
    rows = find_told(crowd())["2031-03-02"]
    picked = pick_best(rows, describe_pile(find_told(crowd())), MOST)
    assert len([row for row in picked if "storm" in row.text]) == 1


def test_of_two_sentences_that_name_a_day_the_one_that_looks_back_is_picked_first():
    soon = told(f"{STORM} soon", "2031-03-02", "2031-03-03")
    back = told(f"{STORM} back", "2031-03-02", "2031-04-20")
    days = find_told([soon, back])
    picked = pick_best(days["2031-03-02"], describe_pile(days), MOST)
    assert picked[0].report == back.report.id


def test_a_sentence_that_tells_an_event_is_not_told_again_on_the_day_it_was_said():
    report = told(STORM, "2031-03-02", "2031-03-09")
    event = Entry(When("2031-02-28", "2031-02-28"), 0.3, report.report.text, (), ())
    assert tell_named([event], [report], []) == []


def test_what_two_events_of_a_day_say_alike_is_told_once():
    reports = [
        {"outlet": "Orvan Post", "published": "2031-03-04", "text": (
            "Six people died in the bombing of a mill near Orvan on Monday, the mayor said. "
            "The bombing of a mill near Orvan killed six people on Monday, the mayor said."
        )},
    ]  # fmt: skip
    entries = dossier_of(reports).timeline
    assert len([entry for entry in entries if "mill" in entry.text]) == 1


def test_a_sentence_that_states_a_happening_is_told_before_one_that_takes_it_as_known():
    reports = [
        {"outlet": "Orvan Post", "published": "2031-03-04", "text": (
            "Buses have crossed the bridge since the truce began on Monday, the driver said."
        )},
        {"outlet": "Sund Tribune", "published": "2031-03-04", "text": (
            "A truce began in Orvan on Monday, the envoy said."
        )},
    ]  # fmt: skip
    texts = [entry.text for entry in dossier_of(reports).timeline]
    assert "A truce began in Orvan on Monday, the envoy said." in texts


def test_a_sentence_is_told_on_the_day_of_its_news_and_not_on_one_that_it_looks_back_to():
    told = dossier_of(
        [
            {
                "outlet": "Orvan Post",
                "published": "2031-03-12",
                "text": "Pupils abducted from a school in Velda nine days ago were freed on "
                "Wednesday, the governor said.",
            }
        ]
    )
    assert [entry.when.start for entry in told.timeline] == ["2031-03-12"]


def test_what_a_withdrawn_report_told_stands_in_no_timeline():
    told = dossier_of(WITHDRAWN)
    assert all("soldiers" not in entry.text for entry in told.timeline)
    assert all("withdrawn" not in entry.text for entry in told.timeline)
    assert told.timeline


WITHDRAWN = [
    {
        "outlet": "Orvan Post",
        "published": "2031-03-04",
        "text": "Ten people were killed when a bomb hit a bus near Velda on Tuesday, police said.",
    },
    {
        "outlet": "Horn Wire",
        "published": "2031-03-04",
        "text": "Eighteen people were killed when a bomb hit a bus near Velda on Tuesday. "
        "Foreign soldiers fired at the survivors, a witness said.",
    },
    {
        "outlet": "Horn Wire",
        "published": "2031-03-05",
        "text": "Horn Wire has withdrawn its report of 4 March 2031 on the bombing of a bus. "
        "The report said that 18 people died and that foreign soldiers fired at survivors.",
    },
]


def test_a_sentence_is_told_on_a_day_and_not_of_the_month_that_holds_it():
    stretch = When("2031-06-01", "2031-06-30", "month")
    rows = [
        Entry(stretch, 0.5, "Clans signed."),
        Entry(When("2031-06-20", "2031-06-20"), 0.1, "Clans signed."),
    ]
    other = Entry(stretch, 0.2, "Clans talked.")
    assert keep_exact([*rows, other]) == [rows[1], other]


def test_a_day_told_by_one_sentence_alone_stands_though_another_day_has_it():
    text = "The peace that was broken on {} was holding, the mayor said on 2031-03-12."
    report = told(text, "2031-03-10", "2031-03-12")
    at = report.report.text.index("2031-03-12")
    second = Time("t2", Span(at, at + 10), "DATE", "2031-03-12", "explicit", "2031-03-12")
    both = replace(report, times=(*report.times, second))
    assert [each.when.start for each in make_timeline([], [], [both], [])] == [
        "2031-03-10",
        "2031-03-12",
    ]
