"""Which counts come first, and what stands under what."""

import make
from twosource.base.settings import Settings
from twosource.pipeline import assemble
from twosource.render.brief import make_brief
from twosource.render.brief_html import brief_html
from twosource.render.brief_markdown import brief_markdown
from twosource.render.brief_text import brief_text

TEXT = (
    "Shells hit Dolna on Monday. Ilse Tarrow, the ombudsman, reported at least 200 deaths, "
    "including ten civilians, and more than 400 injured. The numbers could not be independently "
    "verified. Several soldiers of the Free Orlan Front were also killed, the Front said."
)


def brief():
    return make_brief(assemble([make.account(TEXT, "2031-05-13")], Settings()))


def test_the_toll_of_all_comes_before_that_of_one_side():
    first = brief().chapters[0].spoken[0]
    assert "Tarrow" in first.who or "ombudsman" in first.who
    assert first.lines[0].told.low == 200


def test_a_part_stands_under_its_whole_and_a_remark_is_told_once():
    first = brief().chapters[0].spoken[0]
    assert [each.low for each in first.lines[0].parts] == [10]
    assert [line.told.measure for line in first.lines] == ["killed", "injured"]
    assert len(first.remarks) == 1


def test_the_figures_stand_right_after_what_is_reported():
    told = brief_text(brief())
    heads = [line for line in told.splitlines() if line.isupper()]
    assert heads[:2] == ["WHAT IS REPORTED", "FIGURES"]
    line = " ".join(told.split("FIGURES")[1].split("TIMELINE")[0].split())
    assert "200 or more" in line
    assert "of these 10" in line
    assert line.count("could not be independently verified") == 1


def test_all_printers_tell_it():
    told = brief()
    assert "of these killed" in brief_markdown(told)
    assert "of these" in brief_html(told)


def test_plain_people_are_of_no_side():
    text = "Fifty children were killed on Monday. Only two bodies came out whole, Ilse Tarrow said."
    told = make_brief(assemble([make.account(text, "2031-05-13")], Settings()))
    assert told.chapters[0].counts[0].low == 50
