"""The laws of a brief: sentences and numbers stand in cited spans; nothing is vouched for."""

import re
from dataclasses import replace

import pytest

import make
import make_dossier
from brief_laws import uncited, unfounded
from twosource.base.settings import Settings
from twosource.base.stories import Citation, Dossier
from twosource.pipeline import assemble, read_reports
from twosource.render.brief import make_brief
from twosource.render.brief_html import brief_html
from twosource.render.brief_markdown import brief_markdown
from twosource.render.brief_text import brief_text
from twosource.render.notes import tidy
from twosource.render.paint import Paint

QUOTED = re.compile(r"“[^”]*”|<q[^>]*>.*?</q>", re.DOTALL)


@pytest.fixture
def brief():
    return make_brief(make_dossier.dossier())


def test_every_sentence_is_cited(brief):
    assert uncited(brief) == []
    for chapter in brief.chapters:
        assert all(side.notes for contest in chapter.contests for side in contest.sides)
        assert all(words.notes for voice in chapter.voices for words in voice.words)
        assert all(state.notes for state in chapter.states)


def test_every_number_stands_in_the_words_that_are_cited_for_it(brief):
    assert unfounded(brief) == []


def test_a_number_from_nowhere_is_found_out():
    told = make_dossier.dossier()
    wrong = replace(told.findings[0], text="Eleven shells hit the market of Dolna")
    brief = make_brief(replace(told, findings=(wrong, *told.findings[1:])))
    assert unfounded(brief) == ["Eleven shells hit the market of Dolna"]


def test_the_words_that_carry_the_sentence_are_cited_first():
    told = make_dossier.dossier()
    happened = told.findings[0]
    wire = told.accounts[0].report
    others = [Citation(wire.id, start, start + 5) for start in range(60, 70)]
    turned = replace(happened, supports=(*others, *happened.supports))
    brief = make_brief(replace(told, findings=(turned,)))
    quotes = {note.number: note.quote for note in brief.notes}
    assert happened.text in {quotes[number] for number in brief.chapters[0].lead[0].notes}


def test_every_note_is_what_the_report_says(brief):
    texts = {account.report.id: account.report.text for account in brief.accounts}
    for note in brief.notes:
        assert tidy(note.span.quote(texts[note.report])) == note.quote


@pytest.mark.parametrize("printer", [brief_text, brief_markdown, brief_html])
def test_the_program_itself_never_vouches(printer, brief):
    ours = QUOTED.sub("", printer(brief)).casefold()
    ours = ours.partition("reports in full")[0].partition("citations")[0]
    ours = re.sub(r'title="[^"]*"', "", ours)
    assert "verified" not in ours
    assert "confirmed" not in ours


def test_the_order_of_reports_changes_no_byte():
    told = make_dossier.dossier()
    turned = Dossier(
        told.accounts[::-1], told.families[::-1], told.stories, told.events,
        told.findings[::-1], told.timeline, told.situation, told.skips,
    )  # fmt: skip
    assert brief_text(make_brief(told)) == brief_text(make_brief(turned))


def test_a_number_that_fell_keeps_its_chain(brief):
    (toll,) = brief.chapters[0].tolls
    office = [count for count in toll.counts if count.who == "Valley Health Office"]
    assert [(count.low, count.high, count.lifecycle) for count in office] == [
        (9, 9, "superseded"),
        (7, None, "live"),
    ]


def test_a_superseded_number_is_no_side_of_a_contest(brief):
    killed = next(each for each in brief.chapters[0].contests if each.slot == "killed")
    assert [side.quotes for side in killed.sides] == [
        ("At least seven people were killed",),
        ("12 to 15 dead",),
    ]


def test_background_stands_apart(brief):
    (chapter,) = brief.chapters
    assert [each.id for each in chapter.background] == ["fin_before"]
    assert "fin_before" not in {each.id for each in (*chapter.lead, *chapter.single)}


def test_the_dots_count_origins_before_outlets(brief):
    happened = next(each for each in brief.chapters[0].lead if each.id == "fin_happened")
    assert (happened.dots.filled, happened.dots.open) == (2, 1)
    assert happened.dots.says == "corroborated: 2 independent origins, 3 outlets"


def test_copies_and_dates_are_told_in_the_list_of_reports(brief):
    sources = {source.outlet: source for source in brief.chapters[0].sources}
    assert "shares its text with Norpress" in sources["Coast Daily"].kin
    assert (sources["News 7"].published, sources["News 7"].how) == ("undated", "no date found")


def test_many_stories_begin_with_an_index():
    told = make_dossier.two_stories()
    text = brief_text(make_brief(told))
    assert text.startswith("2 stories\n  1 Shelling of Dolna")
    assert '<section id="stories">' in brief_html(make_brief(told))


def test_nothing_to_read_is_still_a_brief():
    assert brief_text(make_brief(Dossier(()))) == "\n"
    assert "<!doctype html>" in brief_html(make_brief(Dossier(())))


def test_no_line_is_wider_than_the_terminal(brief):
    lines = brief_text(brief, Paint(width=60)).splitlines()
    assert max(map(len, lines)) <= 62


def test_colour_only_when_asked(brief):
    assert "\x1b[" not in brief_text(brief)
    assert "\x1b[31m" in brief_text(brief, Paint(colour=True))


def test_markdown_of_others_is_escaped(brief):
    assert r"\<an arms depot\>" in brief_markdown(brief)


def test_a_sentence_that_only_leads_to_a_quote_is_not_told():
    text = (
        "Shells hit Dolna on Monday and killed two people. As a release of the Orlan Front "
        "explained on Tuesday:\n\nOur guns never fired on the town."
    )
    told = make_brief(assemble([make.account(text, "2031-05-13")], Settings()))
    chapter = told.chapters[0]
    said = [each.text for each in (*chapter.lead, *chapter.agreed, *chapter.single)]
    assert said
    assert not [each for each in said if each.endswith(":")]


def test_a_report_without_an_outlet_is_named_once():
    report = make.report("Shells hit Dolna on Monday and killed two people.", path="-")
    told = brief_text(make_brief(assemble(list(read_reports([report], Settings())), Settings())))
    assert "unnamed outlet (rep_" in told
    assert "unnamed outlet (unnamed" not in told
