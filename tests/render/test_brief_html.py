"""The page: self-contained, escaped, every note leads to its words."""

import re
from dataclasses import replace

import pytest

import make
import make_dossier
from twosource.base.records import Account, Span
from twosource.render.brief import make_brief
from twosource.render.brief_html import bar, brief_html, direction
from twosource.render.marked import mark_text
from twosource.render.parts import Note


@pytest.fixture(scope="module")
def page():
    return brief_html(make_brief(make_dossier.dossier()))


def test_every_link_leads_to_a_place_on_the_page(page):
    ids = re.findall(r'\bid="([^"]+)"', page)
    links = set(re.findall(r'href="#([^"]+)"', page))
    assert len(ids) == len(set(ids))
    assert links <= set(ids)
    assert {"q1", "n1", "reports"} <= links | {"n1"}


def test_the_page_needs_no_network_and_no_script(page):
    assert not re.search(r"https?://|//[a-z]|@import|url\(|<script|<link|<img", page)


def test_words_of_others_are_escaped(page):
    assert "&lt;an arms depot&gt;" in page
    assert "<an arms depot>" not in page


def test_a_script_in_a_report_stays_text():
    told = make_dossier.dossier()
    bad = replace(told.accounts[3].report, outlet='<script>alert("1")</script>')
    accounts = (*told.accounts[:3], Account(bad))
    assert "<script" not in brief_html(make_brief(replace(told, accounts=accounts)))


def test_the_page_works_in_the_dark_and_on_a_phone(page):
    assert "prefers-color-scheme:dark" in page
    assert "max-width:620px" in page
    assert 'name="viewport"' in page


@pytest.mark.parametrize(("language", "aim"), [("ar", "rtl"), ("en", "ltr"), (None, "auto")])
def test_each_report_runs_the_way_of_its_script(language, aim):
    assert direction(language) == aim


def test_segments_join_to_the_text_and_overlapping_quotes_are_kept():
    report = make.report("abcdefghij")
    notes = [
        Note(number, report.id, Span(*span), "", "", "")
        for number, span in enumerate([(0, 4), (2, 6), (2, 3)], start=1)
    ]
    segments = mark_text(report, notes)
    assert "".join(each.text for each in segments) == report.text
    assert [each.text for each in segments if each.quoted] == ["ab", "c", "d", "ef"]
    assert sorted(number for each in segments for number in each.starts) == [1, 2, 3]


def test_a_bar_stands_where_its_number_is():
    (toll,) = make_brief(make_dossier.dossier()).chapters[0].tolls
    front, nine, seven = (bar(toll, count) for count in toll.counts)
    assert float(front["left"]) > float(nine["left"]) > float(seven["left"])
    assert nine["point"]
    assert seven["open"]
