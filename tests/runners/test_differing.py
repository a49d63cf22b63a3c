"""What changed when reports were added: revisions, denials, copies, stories joined and split."""

from dataclasses import replace

import pytest

import make
from twosource.base.records import Account, ReportId, Span
from twosource.base.settings import Settings
from twosource.base.stories import Dossier, Family, Story, StoryId
from twosource.pipeline import assemble_story
from twosource.runners.differing import find_changes

NOW = "2031-05-16T10:00:00+00:00"
FIRST = (
    "Shells hit the market of Dolna on Monday. Nine people were killed in the shelling of the "
    "market, the Valley Health Office said."
)
REVISED = (
    "The Valley Health Office said on Friday that seven people were killed in the shelling of the "
    "market of Dolna on Monday. The market of Dolna was hit by shells on Monday."
)
DENIED = (
    "The Defence Ministry denied on Tuesday that shells hit the market of Dolna on Monday. "
    "Nobody was killed in the shelling of the market of Dolna, the Defence Ministry said."
)
OTHER = "A ferry sank off Harrow Bay on Thursday. Four people drowned, the coast guard said."


def told(text: str, outlet: str, day: str) -> Account:
    account = make.account(text, day)
    name = ReportId(f"rep_{outlet}".lower())
    return replace(account, report=replace(account.report, id=name, outlet=outlet))


def parts(*accounts: Account) -> list[Dossier]:
    """The dossier of one story of these accounts; copies of one text are a family."""
    reports = [account.report for account in sorted(accounts, key=lambda one: one.report.id)]
    texts = sorted({report.text for report in reports})
    families = [
        Family(text, tuple(report.id for report in reports if report.text == text))
        for text in texts
    ]
    story = Story(StoryId(f"sto_{reports[0].id}"), reports[0].text[:40], tuple(
        report.id for report in reports))  # fmt: skip
    return [assemble_story(story, list(accounts), families, Settings())]


WIRE = told(FIRST, "Norpress", "2031-05-12")
LATER = told(REVISED, "Coast", "2031-05-16")
DENIAL = told(DENIED, "Herald", "2031-05-13")
FERRY = told(OTHER, "Lakes", "2031-05-15")


def rows(before: list[Dossier], after: list[Dossier]) -> list[tuple[str, str | None]]:
    return [(each.kind, each.slot) for each in find_changes(before, after, NOW)]


def test_a_first_state_tells_of_its_stories():
    (change,) = find_changes([], parts(WIRE), NOW)
    assert (change.kind, change.made_at) == ("new_story", NOW)
    assert change.reason.startswith("1 report: Nine people were killed in the shelling")
    assert change.text.startswith("Shells hit the market of Dolna")


def test_a_new_story_without_a_happening_is_told_in_the_words_it_begins_with():
    quiet = told("The harvest was good. Bread is cheap. Nobody complains. Rain fell.", "A", "2031")
    (change,) = find_changes([], parts(quiet), NOW)
    assert "Bread is cheap." in change.reason
    assert "Rain fell." not in change.reason


def test_nothing_new_is_no_change():
    assert find_changes(parts(WIRE, LATER), parts(WIRE, LATER), NOW) == ()


@pytest.mark.parametrize("accounts", [(WIRE,), (WIRE, LATER), (WIRE, DENIAL)])
def test_a_copy_is_no_change(accounts):
    copy = told(FIRST, "Post", "2031-05-12")
    assert find_changes(parts(*accounts), parts(*accounts, copy), NOW) == ()


def test_a_later_figure_of_one_speaker_is_a_revision():
    changes = find_changes(parts(WIRE), parts(WIRE, LATER), NOW)
    (revised,) = [each for each in changes if each.kind == "revised" and each.slot == "killed"]
    assert (revised.before, revised.after) == ("9", "7")
    assert revised.reason == "Valley Health Office: 7 (before: 9)"
    assert {each.kind for each in changes} <= {"revised", "status"}


def test_a_denial_moves_the_status_and_says_why():
    changes = find_changes(parts(WIRE), parts(WIRE, DENIAL), NOW)
    moved = [each for each in changes if each.kind == "status"]
    assert ("contested" in {each.after for each in moved}) or "contested" in {
        each.after for each in changes
    }
    assert all(each.reason for each in moved)


def test_what_left_is_gone_when_nothing_tells_it():
    changes = find_changes(parts(WIRE, DENIAL), parts(WIRE), NOW)
    assert "status" in {each.kind for each in changes}
    assert "new_story" not in {each.kind for each in changes}


def test_stories_join_and_split():
    apart = [*parts(WIRE), *parts(FERRY)]
    whole = [_joined(apart)]
    (joined,) = [each for each in find_changes(apart, whole, NOW) if each.kind == "joined"]
    assert joined.text.endswith("are one story now")
    (split,) = [each for each in find_changes(whole, apart, NOW) if each.kind == "split"]
    assert split.text.endswith("are told apart now")
    assert "gone" not in {kind for kind, _ in rows(whole, apart)}
    assert "gone" not in {kind for kind, _ in rows(apart, whole)}


def test_the_order_of_the_stories_changes_nothing():
    before, after = [*parts(WIRE), *parts(FERRY)], [*parts(FERRY), *parts(WIRE, LATER)]
    told_so = find_changes(before, after, NOW)
    assert told_so == find_changes(before[::-1], after[::-1], NOW)


def _joined(apart: list[Dossier]) -> Dossier:
    story = Story(StoryId("sto_whole"), "All of it", tuple(
        report for part in apart for report in part.stories[0].reports))  # fmt: skip
    return Dossier(
        tuple(each for part in apart for each in part.accounts),
        stories=(story,),
        events=tuple(replace(e, story=story.id) for part in apart for e in part.events),
        findings=tuple(replace(f, story=story.id) for part in apart for f in part.findings),
    )


def test_a_report_that_its_outlet_took_back_is_told_once():
    first = make.report("Two died in Velda.", outlet="Horn Wire", published="2031-05-12")
    notice = make.report(
        "Horn Wire has withdrawn its report on Velda.", outlet="Horn Wire", published="2031-05-13"
    )
    accounts = (Account(first), Account(notice))
    story = Story(StoryId("sto_velda"), "Two died", (first.id, notice.id))
    before = Dossier(accounts[:1], stories=(replace(story, reports=(first.id,)),))
    after = Dossier(accounts, stories=(story,))
    (change,) = find_changes([before], [after], NOW)
    assert (change.kind, change.reason) == ("gone", "Horn Wire took this report back")
    assert find_changes([after], [after], NOW) == ()


def test_a_headline_is_no_news_beside_its_text():
    text = "Mayor of Dolna resigns\n\nThe mayor of Dolna resigned on Friday over the shelling."
    again = told(text, "Post", "2031-05-16")
    title = Span(0, len("Mayor of Dolna resigns"))
    again = replace(again, report=replace(again.report, title=title))
    changes = find_changes(parts(WIRE), parts(WIRE, again), NOW)
    assert "Mayor of Dolna resigns" not in {each.text for each in changes}
