"""Decisions on a small archive: they count at once, survive what comes later, and can be undone."""

from dataclasses import replace

import pytest

import make
from dolna import FIRST, OTHER, SECOND, THIRD
from twosource.base.archive import Archive, Run
from twosource.base.archive_judgements import add_judgement, list_judgements
from twosource.base.archive_stories import list_stories, load_account, load_story
from twosource.base.errors import InputError, UnknownIdError
from twosource.base.judgements import Aim, Draft, Wanted
from twosource.base.packing import pack
from twosource.base.records import Skip
from twosource.base.settings import Settings
from twosource.base.stories import Dossier, Finding
from twosource.runners.deciding import check_undo, decide_now
from twosource.runners.judging_drafts import Ask, draft_judgement
from twosource.runners.keeping import add_pile
from twosource.runners.local import Way
from twosource.runners.update import update_stories

RUN = Run("2031-05-12T10:00:00+00:00", "test", (("twosource", "0"),))
NOW = "2031-05-12T11:00:00+00:00"


@pytest.fixture
def archive(archive_target):
    with Archive.open(archive_target, RUN, create=True) as opened:
        fill(opened, FIRST, SECOND)
        yield opened


@pytest.fixture
def small(tmp_path):
    with Archive.open(str(tmp_path / "a.sqlite"), RUN, create=True) as opened:
        fill(opened, FIRST, SECOND)
        yield opened


def fill(archive: Archive, *texts: str) -> None:
    items = [
        replace(make.item(text, origin=f"{text[:9]}.txt"), published="2031-05-13", outlet=text[-9:])
        for text in texts
    ]
    for each in add_pile(items, Settings(), Way(text_only=True), archive):
        assert not isinstance(each, Skip)
    update_stories(archive, Settings())


def story(archive: Archive, words: str = "Dolna") -> Dossier:
    for row in list_stories(archive):
        dossier = load_story(archive, row.id)
        if any(words in each.report.text for each in dossier.accounts):
            return dossier
    raise AssertionError(words)


def finding(archive: Archive, slot: str = "killed") -> Finding:
    return next(each for each in story(archive).findings if each.slot == slot)


def report(archive: Archive, text: str = FIRST) -> str:
    return next(each.id for each in archive.reports() if each.text == text)


def words(archive: Archive, quote: str, text: str = FIRST) -> str:
    start = text.index(quote)
    return f"{report(archive, text)}@{start}-{start + len(quote)}"


def decide(archive, action, target, *, by="ann", others=(), **wanted):
    ask = Ask(action, target, by, "read it twice", Wanted(**wanted), tuple(others))
    return decide_now(archive, Settings(), ask, NOW)


def everything(archive: Archive) -> bytes:
    rows = list_stories(archive)
    return b"".join(pack(load_story(archive, row.id)) for row in rows)


def test_a_rejected_finding_is_unsupported_at_once_and_keeps_its_reason(archive):
    before = finding(archive)
    decide(archive, "reject", before.id)
    after = finding(archive)
    assert (after.status, after.rule) == ("unsupported", "rejected-by-a-person")
    assert "ann: read it twice" in after.reason
    assert before.reason in after.reason


def test_undoing_restores_the_bytes(archive):
    before = everything(archive)
    made = decide(archive, "reject", finding(archive).id)
    assert everything(archive) != before
    decide(archive, "undo", made.id)
    assert everything(archive) == before


def test_a_value_is_set_by_a_person(small):
    decide(small, "edit", finding(small).id, low=10.0, best=11.0, high=12.0)
    value = finding(small).value
    assert (value.low, value.best, value.high, value.rule) == (10, 11, 12, "set by a person")


@pytest.mark.parametrize("action", ["accept", "verify", "sensitive", "note", "retract"])
def test_a_mark_stands_beside_the_status(small, action):
    before = finding(small)
    decide(small, action, before.id)
    after = finding(small)
    assert after.status == before.status
    assert [(each.action, each.by) for each in after.decisions] == [(action, "ann")]
    assert after.lifecycle == ("retracted" if action == "retract" else "live")


def test_of_two_reviewers_who_differ_both_are_shown_and_nothing_is_chosen(small):
    before = finding(small)
    decide(small, "reject", before.id)
    decide(small, "accept", before.id, by="bob")
    after = finding(small)
    assert [each.by for each in after.decisions] == ["ann", "bob"]
    assert after == replace(before, decisions=after.decisions, worked_out=after.worked_out)


def test_a_decision_survives_new_reports_though_ids_change(archive):
    before = finding(archive)
    decide(archive, "verify", before.id)
    fill(archive, THIRD, OTHER)
    after = finding(archive)
    assert after.id != before.id
    assert [each.action for each in after.decisions] == ["verify"]


def test_a_decision_survives_a_re_run_to_the_byte(small):
    decide(small, "edit", finding(small).id, best=11.0)
    before = everything(small)
    update_stories(small, Settings())
    assert everything(small) == before


def test_a_story_that_is_only_decided_anew_is_the_one_worked_out_whole(archive, tmp_path):
    found = finding(archive)
    made = [decide(archive, "edit", found.id, best=11.0), decide(archive, "reject", found.id)]
    made.append(decide(archive, "undo", made[1].id))
    decide(archive, "sensitive", finding(archive, "happened").id, by="bob")
    assert [each.action for each in finding(archive).decisions] == ["edit"]
    with Archive.open(str(tmp_path / "b.sqlite"), RUN, create=True) as other:
        fill(other, FIRST, SECOND)
        for each in reversed(list_judgements(archive)):
            draft = Draft(each.action, each.target, each.by, each.reason, each.aim, each.wanted)
            add_judgement(other, draft, each.made_at)
        update_stories(other, Settings())
        assert everything(other) == everything(archive)


def test_the_order_of_arrival_changes_nothing(tmp_path, small):
    decide(small, "verify", finding(small).id)
    fill(small, THIRD)
    with Archive.open(str(tmp_path / "b.sqlite"), RUN, create=True) as other:
        fill(other, THIRD)
        fill(other, SECOND, FIRST)
        for each in reversed(list_judgements(small)):
            draft = Draft(each.action, each.target, each.by, each.reason, each.aim, each.wanted)
            add_judgement(other, draft, NOW)
        update_stories(other, Settings())
        assert everything(other) == everything(small)


def test_a_missed_figure_is_counted(small):
    target = words(small, "dug for hours")
    decide(small, "add_figure", target, measure="injured", low=30.0, high=30.0, speaker="Dr. Orl")
    told = finding(small, "injured")
    assert (told.value.low, told.origins[0].name) == (30, "Dr. Orl")


def test_a_missed_figure_is_read_from_its_words(small):
    decide(small, "add_figure", words(small, "Nine people"), measure="injured")
    value = finding(small, "injured").value
    assert (value.low, value.best, value.high) == (9, 9, 9)


def test_a_missed_claim_gives_its_words_a_speaker(small):
    decide(small, "add_claim", words(small, "Homes burned in the lower town"), speaker="Dr. Orl")
    account = load_account(small, report(small))
    assert [each.speaker.name for each in account.claims if each.id.startswith("c-")] == ["Dr. Orl"]


def test_a_missed_event_is_linked_like_any_other(small):
    quote, sub = "dug for hours", "Armed clash"
    decide(small, "add_event", words(small, quote), event_type=sub)
    events = [each for each in story(small).events if each.acled.sub_event_type == sub]
    assert len(events) == 1
    assert events[0].mentions[0].mention.startswith("m-jud_")


def test_a_rejected_figure_is_gone_and_comes_back(small):
    before = everything(small)
    account = load_account(small, report(small))
    made = decide(small, "reject", f"{report(small)}/{account.figures[0].id}")
    assert load_account(small, report(small)).figures == ()
    assert {each.low for each in finding(small).origins[0].values} == {12}
    decide(small, "undo", made.id)
    assert everything(small) == before


def test_a_rejected_claim_leaves_its_words_to_the_outlet(small):
    account = load_account(small, report(small))
    decide(small, "reject", f"{report(small)}/{account.claims[0].id}")
    names = {origin.name for origin in finding(small).origins}
    assert "Valley Health Office" not in names


def test_a_rejected_mention_is_in_no_event(small):
    account = load_account(small, report(small))
    gone = f"{report(small)}/{account.mentions[0].id}"
    decide(small, "reject", gone)
    told = {f"{m.report}/{m.mention}" for each in story(small).events for m in each.mentions}
    assert gone not in told


def test_a_retracted_report_vouches_for_nothing(small):
    decide(small, "retract", report(small))
    cited = {c.report for each in story(small).findings for c in each.supports}
    assert report(small) not in cited


def test_stories_are_merged_and_parted_again(archive):
    fill(archive, OTHER)
    before = everything(archive)
    left, right = (each.id for each in list_stories(archive))
    made = decide(archive, "merge", left, others=[right])
    assert [each.reports for each in list_stories(archive)] == [3]
    fill(archive, THIRD)
    assert [each.reports for each in list_stories(archive)] == [4]
    decide(archive, "undo", made.id)
    assert sorted(each.reports for each in list_stories(archive)) == [1, 3]
    assert before != everything(archive)


def test_reports_are_split_off_a_story_and_stay_so(archive):
    whole = list_stories(archive)[0].id
    decide(archive, "split", whole, others=[report(archive, SECOND)])
    assert [each.reports for each in list_stories(archive)] == [1, 1]
    update_stories(archive, Settings())
    assert [each.reports for each in list_stories(archive)] == [1, 1]


def test_events_are_merged_and_split(small):
    events = story(small).events
    left, right = events[0], events[1]
    decide(small, "merge", left.id, others=[right.id])
    merged = next(
        each for each in story(small).events
        if {m.mention for m in left.mentions} <= {m.mention for m in each.mentions}
        and len(each.mentions) == len(left.mentions) + len(right.mentions)
    )  # fmt: skip
    off = merged.mentions[0]
    decide(small, "split", merged.id, others=[f"{off.report}/{off.mention}"])
    assert any(
        [(m.report, m.mention) for m in each.mentions] == [(off.report, off.mention)]
        for each in story(small).events
    )


def test_two_names_of_one_body_are_one_origin(small):
    decide(small, "merge", "actor:Orlan Rescue Service", text="Valley Health Office")
    names = {origin.name for each in story(small).findings for origin in each.origins}
    assert "Orlan Rescue Service" not in names


@pytest.mark.parametrize(
    ("action", "target", "wanted", "problem"),
    [
        ("rate", "outlet:Norpress", {"grade": "7"}, "no such grade"),
        ("accept", "outlet:Norpress", {}, "does not fit"),
        ("rename", "actor:X", {}, "no name"),
        ("undo", "jud_0", {}, "no judgement"),
        ("accept", "fin_0", {}, "no record"),
    ],
)
def test_what_makes_no_sense_is_refused(small, action, target, wanted, problem):
    with pytest.raises((InputError, UnknownIdError), match=problem):
        draft_judgement(small, Ask(action, target, "ann", "so", Wanted(**wanted)))
    assert list_judgements(small) == ()


def test_a_decision_needs_a_reason(small):
    with pytest.raises(InputError, match="reason"):
        draft_judgement(small, Ask("accept", finding(small).id, "ann", " "))


def test_only_ones_own_decision_is_undone(small):
    made = decide(small, "accept", finding(small).id)
    check_undo(small, made.id, "ann", may_undo_others=False)
    check_undo(small, made.id, "bob", may_undo_others=True)
    with pytest.raises(InputError, match="ann's"):
        check_undo(small, made.id, "bob", may_undo_others=False)


def test_an_outlet_is_rated(small):
    made = decide(small, "rate", "outlet:Norpress", grade="B")
    assert (made.aim, made.wanted.grade) == (Aim("outlet", "Norpress"), "B")
