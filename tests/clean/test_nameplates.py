"""Outlets told by the form of the first lines, and agencies that are not widely known."""

import pytest

import make
from twosource.clean.reports import clean_item

BODY = "Shells fell on the market of Marrowby early on Monday, the mayor of the town said."


@pytest.mark.parametrize("name", ["Ellwire", "The Lantern", "Tarn Voice", "Upland Daily"])
def test_a_name_above_a_headline_is_the_outlet(name):
    report = clean_item(
        make.item(f"{name}\n\nShells hit market in Marrowby\n\n3 May 2021\n\n{BODY}")
    )
    assert report.outlet == name
    assert report.title.quote(report.text) == "Shells hit market in Marrowby"


def test_a_headline_above_the_body_is_no_name():
    report = clean_item(make.item(f"Marrowby Shelled\n\n3 May 2021\n\n{BODY}"))
    assert report.outlet is None
    assert report.title.quote(report.text) == "Marrowby Shelled"


def test_a_dateline_credits_an_agency_that_is_not_widely_known():
    text = f"Tarn Voice\n\nShells hit market\n\n3 May 2021\n\nMARROWBY, May 3 (Ellwire) - {BODY}"
    assert clean_item(make.item(text)).credit == "Ellwire"


def test_the_source_below_a_text_with_a_nameplate_is_its_credit():
    text = f"Tarn Voice\n\nShells hit the market\n\n3 May 2021\n\n{BODY}\n\nSource: Ellwire"
    report = clean_item(make.item(text))
    assert (report.outlet, report.credit) == ("Tarn Voice", "Ellwire")


def test_a_place_before_the_date_is_part_of_the_date_line():
    report = clean_item(make.item(f"Shells hit market in Tarn\n\nMarrowby, 3 May 2021\n\n{BODY}"))
    assert report.published.value == "2021-05-03"


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("Shells fall on Dolna\n\nRadio Upland, 3 May 2031", "Radio Upland"),
        ("Shells fall on Dolna\n\nThe Upland Daily | 3 May 2031 | 08:30", "The Upland Daily"),
        ("Upland Sun\n3 May 2031\n\nShare this\nFacebook\n\nShells fall on Dolna", "Upland Sun"),
        ("Shells fall on Dolna\nUpland News\n3 May 2031", "Upland News"),
        ("Shells fall on Dolna\n\nPort Ellery, 3 May 2031", None),
    ],
)
def test_a_masthead_names_the_outlet_and_the_day(head, outlet):
    report = clean_item(make.item(f"{head}\n\n{BODY}"))
    assert report.outlet == outlet
    assert (report.published.value or "").startswith("2031-05-03")
    assert report.title.quote(report.text) == "Shells fall on Dolna"


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ('Telegram channel "Upland Now" 3.05.2031', 'Telegram channel "Upland Now"'),
        ("Telegram | Upland Now | 3.05.2031 18:05", "Telegram | Upland Now"),
        ("Upland Herald 3 May 2031", "Upland Herald"),
    ],
)
def test_a_channel_with_a_day_dates_the_report(line, outlet):
    report = clean_item(make.item(f"Shells fall on Dolna\n\n{line}\n\n{BODY}"))
    assert (report.published.value or "").startswith("2031-05-03")
    assert report.outlet == outlet


def test_a_source_with_a_day_below_the_text_dates_it_when_nothing_else_does():
    line = 'Source: Telegram channel "Upland Now", 3.05.2031'
    report = clean_item(make.item(f"Shells fall on Dolna\n\n{BODY}\n\n{line}"))
    assert report.published.value == "2031-05-03"
    assert report.outlet == 'Telegram channel "Upland Now"'
    dated = clean_item(make.item(f"Shells fall on Dolna\n\n4 May 2031\n\n{BODY}\n\n{line}"))
    assert dated.published.value == "2031-05-04"


def test_an_agency_of_a_dateline_without_a_day_is_credited():
    report = clean_item(make.item("Shells fall\n\nDOLNA, Orlan (Upland Wire) -- " + BODY))
    assert report.credit == "Upland Wire"


@pytest.mark.parametrize("rubric", ["LIVE", "BREAKING NEWS", "Home | World | Sport"])
def test_a_rubric_is_no_outlet(rubric):
    text = f"{rubric}\n\nRebels enter Karsk after a siege\n\n4 March 2031\n\nThey came at night.\n"
    assert clean_item(make.item(text)).outlet is None


def test_a_dateline_may_name_the_country_in_brackets():
    text = "Quake kills six\n\nTeska (Orlan), March 5, 2031 - A quake killed six people.\n"
    assert clean_item(make.item(text)).published.value == "2031-03-05"
