from dataclasses import replace

import make
from twosource.base.settings import Settings
from twosource.clean.reports import clean_item
from twosource.extract.times import find_times
from twosource.ground.datings import date_reports
from twosource.pipeline import read_reports

FIRST = "Shelling of Varn began on Tuesday. A ceasefire was announced on Wednesday, at noon."
SECOND = (
    "Earlier on Wednesday, a ceasefire was announced in Varn. The shelling had begun on Tuesday. "
    "Talks are scheduled to begin on Thursday."
)


def read(text, published=None):
    reading = make.reading(text, published)
    return replace(reading.account, times=tuple(find_times(reading)))


def test_an_undated_report_is_dated_from_its_story():
    dated, undated = read(FIRST, "2023-09-21T02:49"), read(SECOND)
    found = date_reports([dated, undated])[1]
    assert (found.report.published.value, found.report.published.basis) == ("2023-09-20", "story")
    assert [time.value for time in found.times] == ["2023-09-20", "2023-09-19", "2023-09-21"]
    assert {time.anchor for time in found.times} == {"published"}


def test_the_order_of_reports_changes_neither_day_nor_reason():
    accounts = [read(FIRST, "2023-09-21"), read(SECOND), read("Varn was calm today.", "2023-09-22")]
    forward, backward = date_reports(accounts), date_reports(accounts[::-1])
    assert forward == backward[::-1]


def test_a_story_without_a_dated_report_dates_nothing():
    accounts = [read(FIRST), read(SECOND)]
    assert date_reports(accounts) == tuple(accounts)


def test_a_report_that_names_no_day_is_dated_only_in_a_short_story():
    silent = read("Varn was shelled.")
    near = date_reports([silent, read(FIRST, "2023-09-21")])[0]
    assert near.report.published.value == "2023-09-21"
    far = date_reports([silent, read(FIRST, "2023-09-01"), read(FIRST, "2023-09-21")])[0]
    assert far.report.published.basis == "none"


def test_yesterday_alone_dates_nothing_when_it_fits_several_days():
    vague = read("A mill burned yesterday.")
    found = date_reports([read(FIRST, "2023-09-21"), vague, read("Varn is calm.", "2023-09-22")])[1]
    assert found.report.published.basis == "none"
    assert [time.value for time in found.times] == ["XXXX-XX-XX"]


def test_the_reason_quotes_the_words_that_told_the_day():
    found = date_reports([read(FIRST, "2023-09-21T02:49"), read(SECOND)])[1]
    reason = found.report.published.reason or ""
    assert '"Tuesday"' in reason
    assert "its latest news is of this very day" in reason


def test_the_day_of_a_dateline_takes_its_year_from_the_story():
    body = "MARROWBY, May 24 (Upland Wire) - Shells fell on the town on Friday, the mayor said."
    item = make.item(f"Shells fall on Marrowby\n\n{body}")
    late = next(read_reports([clean_item(item)], Settings()))
    dated = read("Shells fell on Marrowby on Thursday.", "2031-05-22")
    _, found = date_reports([dated, late])
    assert (found.report.published.value, found.report.published.basis) == ("2031-05-24", "story")
    assert "May 24" in found.report.published.reason
    far = read("Shells fell on Marrowby.", "2031-11-22")
    assert date_reports([far, late])[1].report.published.value != "2031-05-24"
