"""Laws of judging: order changes nothing, undoing restores the bytes, a decision survives."""

from dataclasses import replace
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

import make
from twosource.base.anchors import cite_anchor
from twosource.base.judgements import START, Aim, Anchor, Draft, Judgement, Wanted, seal
from twosource.base.packing import pack
from twosource.base.settings import Settings
from twosource.base.stories import Citation, Dossier
from twosource.pipeline import assemble
from twosource.runners.judging import take_hand

TEXTS = (
    (
        "Shells hit the market of Dolna on Monday. Nine people were killed, the Valley Health "
        "Office said. Homes burned in the lower town and rescuers dug for hours in the rubble."
    ),
    (
        "Shells hit the market of Dolna on Monday. Twelve people were killed, the Orlan Rescue "
        "Service said. The rubble of the market was searched for hours by rescuers and dogs."
    ),
    (
        "A gas cylinder exploded in a bakery of Harrow Bay on Friday. Two people were injured, the "
        "fire brigade said. The bakery was closed and the street remains blocked to traffic."
    ),
)
LATER = (
    "Rescuers still dig in the rubble of the market of Dolna, hit by shells on Monday. Nine people "
    "were killed, the Valley Health Office said on Tuesday. Homes burned in the lower town."
)
MARKS = ("accept", "reject", "verify", "retract", "sensitive", "note", "edit", "rate")


def dossier(judgements=(), texts=TEXTS) -> Dossier:
    accounts = [make.account(text, "2031-05-13") for text in texts]
    return assemble(accounts, Settings(), take_hand(judgements))


@cache
def drafts() -> tuple[Draft, ...]:
    """Every kind of decision that the three reports allow."""
    told = dossier()
    texts = {each.report.id: each.report.text for each in told.accounts}
    made = [_on_finding(each, texts, number) for number, each in enumerate(told.findings)]
    one, other = told.stories[:2]
    whole = [tuple(Anchor(each) for each in story.reports) for story in (one, other)]
    made.append(_draft("merge", one.id, Aim("story", "", None, whole[0], whole[1])))
    account = told.accounts[0]
    for kind, parts in (("claim", account.claims[:1]), ("figure", account.figures[:1])):
        for each in parts:
            span = each.content[0] if kind == "claim" else each.span
            made.append(_draft("reject", "x", Aim(kind, "", None, (_at(account, span),))))
    trigger = account.mentions[0].trigger
    missed = Aim("report", "", None, (_at(account, trigger),))
    same = Aim("actor", "Orlan Rescue Service")
    made += [
        _draft("add_figure", "x", missed, measure="injured", low=3.0, high=3.0),
        _draft("add_claim", "x", missed, speaker="Dr. Orl"),
        _draft("add_event", "x", missed, event_type="Armed clash"),
        _draft("merge", "x", same, text="Valley Health Office"),
    ]
    return tuple(made)


def _on_finding(finding, texts, number) -> Draft:
    cited = sorted({*finding.supports, *finding.denies})
    anchors = tuple(cite_anchor(each, texts[each.report]) for each in cited)
    aim = Aim("finding", finding.text, finding.slot, anchors)
    return _draft(MARKS[number % len(MARKS)], finding.id, aim, best=5.0, grade="2")


def _draft(action, target, aim, **wanted) -> Draft:
    return Draft(action, target, "ann", "so", aim, Wanted(**wanted))


def _at(account, span) -> Anchor:
    citation = Citation(account.report.id, span.start, span.end)
    return cite_anchor(citation, account.report.text)


def chain(made) -> list[Judgement]:
    found: list[Judgement] = []
    for number, each in enumerate(made, 1):
        found.append(seal(each, number, "2031-05-18", found[-1].hash if found else START))
    return found


CHOICES = st.lists(
    st.tuples(st.integers(0, 10_000), st.sampled_from(["ann", "bob"])), min_size=1, max_size=6
)


def chosen(choices) -> list[Judgement]:
    every = drafts()
    return chain([replace(every[number % len(every)], by=by) for number, by in choices])


@settings(max_examples=25, deadline=None)
@given(CHOICES, st.randoms(use_true_random=False))
def test_the_order_of_judgements_and_reports_changes_nothing(choices, chance):
    told = chosen(choices)
    mixed, texts = list(told), list(TEXTS)
    chance.shuffle(mixed)
    chance.shuffle(texts)
    assert pack(dossier(mixed, texts)) == pack(dossier(told))


@settings(max_examples=25, deadline=None)
@given(CHOICES)
def test_undoing_all_restores_the_bytes(choices):
    told = chosen(choices)
    made = [Draft(each.action, each.target, each.by, each.reason, each.aim, each.wanted)
            for each in told]  # fmt: skip
    undone = chain(made + [_draft("undo", each.id, Aim("judgement")) for each in told])
    assert pack(dossier(undone)) == pack(dossier())


@settings(max_examples=15, deadline=None)
@given(CHOICES)
def test_every_quote_is_what_was_read_after_any_decision(choices):
    told = dossier(chosen(choices))
    texts = {each.report.id: each.report.text for each in told.accounts}
    for finding in told.findings:
        for each in (*finding.supports, *finding.denies):
            assert texts[each.report][each.start : each.end].strip()
    assert {each.story for each in told.findings} <= {each.id for each in told.stories}
    mentions = [(m.report, m.mention) for each in told.events for m in each.mentions]
    read = [(each.report.id, m.id) for each in told.accounts for m in each.mentions]
    assert sorted(mentions) == sorted(read)


def test_a_decision_on_each_finding_survives_a_new_report():
    """Two findings may become one, so a decision is never lost, and may meet another."""
    marks = [each for each in drafts() if each.aim.kind == "finding"]
    for each in marks:
        verified = chain([replace(each, action="verify", wanted=Wanted())])
        told = dossier(verified, (*TEXTS, LATER)).findings
        holders = [one for one in told if one.decisions]
        assert len(holders) <= 1
        if not holders:  # its words are in no finding of the slot any more
            cited = {(c.report, c.start) for one in told if one.slot == each.aim.slot
                     for c in (*one.supports, *one.denies)}  # fmt: skip
            assert not cited & {(anchor.report, anchor.start) for anchor in each.aim.anchors}
