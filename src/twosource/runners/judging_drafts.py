"""An open archive and what somebody asks for in, the draft of a judgement bound to its words out.

Targets: `fin_…`, `evt_…`, `sto_…`, `rep_…`, a part of a report (`rep_…/f1`), words of a report
(`rep_…@12-40`), `actor:NAME`, `place:NAME`, `outlet:NAME`, `jud_…`.
"""

from dataclasses import dataclass, replace

from twosource.base.anchors import cite_anchor
from twosource.base.archive import Archive
from twosource.base.archive_judgements import load_judgement
from twosource.base.archive_stories import list_stories, load_account, load_story, story_of
from twosource.base.errors import InputError, UnknownIdError
from twosource.base.judgements import Action, Aim, AimKind, Anchor, Draft, Wanted
from twosource.base.kept import StoryFilter
from twosource.base.records import Account, Claim, Figure, Mention, Placing, ReportId
from twosource.base.stories import Citation, Dossier
from twosource.runners.judging_accounts import spans_of
from twosource.runners.judging_wants import check_want

ADDING = ("add_figure", "add_claim", "add_event")
NAMED: tuple[AimKind, ...] = ("actor", "place", "outlet")


@dataclass(frozen=True, slots=True)
class Ask:
    """What somebody asks for, as it comes from the command line or from a page.

    `others` are ids: the story or event to merge with; the reports or mentions to split off.
    """

    action: Action
    target: str
    by: str
    reason: str
    wanted: Wanted = Wanted()  # noqa: RUF009 - frozen
    others: tuple[str, ...] = ()


def draft_judgement(archive: Archive, ask: Ask) -> Draft:
    """The draft. Raises InputError when it makes no sense, UnknownIdError for an unknown id."""
    if not ask.reason.strip():
        raise InputError("a decision needs a reason", remedy="Say why in a few words")
    aim = find_aim(archive, ask.target)
    check_want(ask.action, aim.kind, ask.wanted)
    if ask.action in ADDING and not any(each.quote for each in aim.anchors):
        raise InputError("no words are marked", remedy="Name them as rep_…@START-END")
    wanted, aim = ask.wanted, _with_others(archive, ask, aim)
    if ask.action == "merge" and aim.kind == "place":
        wanted = replace(wanted, placing=_placing_of(archive, wanted.text or ""))
    return Draft(ask.action, ask.target, ask.by, ask.reason.strip(), aim, wanted)


def find_aim(archive: Archive, target: str) -> Aim:
    """What a target is, with the words it rests on. Raises UnknownIdError."""
    kind, _, name = target.partition(":")
    if kind in NAMED and name:
        return Aim(next(each for each in NAMED if each == kind), name)
    if target.startswith("jud_"):
        told = load_judgement(archive, target)
        return Aim("judgement", told.action, anchors=told.aim.anchors, others=told.aim.others)
    if target.startswith("rep_"):
        return _aim_in_report(archive, target)
    story = story_of(archive, target)
    if story is None:
        raise UnknownIdError(f"no record has the id {target!r}")
    return _aim_in_story(load_story(archive, story), target)


def _aim_in_story(dossier: Dossier, target: str) -> Aim:
    texts = {each.report.id: each.report.text for each in dossier.accounts}
    for finding in dossier.findings:
        if finding.id == target:
            cited = sorted({*finding.supports, *finding.denies})
            anchors = tuple(cite_anchor(each, texts[each.report]) for each in cited)
            return Aim("finding", finding.text, finding.slot, anchors)
    for event in dossier.events:
        if event.id == target:
            parts = [(joined.report, joined.mention) for joined in event.mentions]
            return Aim("event", event.title, anchors=_triggers(dossier, parts))
    story = dossier.stories[0]
    return Aim("story", story.title, anchors=tuple(Anchor(each) for each in story.reports))


def _aim_in_report(archive: Archive, target: str) -> Aim:
    whole, _, words = target.partition("@")
    report, _, part = whole.partition("/")
    account = load_account(archive, report)
    title = account.report.path
    if words:
        return Aim("report", title, anchors=(_marked(account, words),))
    if not part:
        return Aim("report", title, anchors=(Anchor(account.report.id),))
    rows: tuple[tuple[AimKind, tuple[Figure | Claim | Mention, ...]], ...] = (
        ("figure", account.figures), ("claim", account.claims), ("mention", account.mentions),
    )  # fmt: skip
    for kind, parts in rows:
        for each in parts:
            if each.id == part:
                return _aim_of_part(kind, each, account)
    raise UnknownIdError(f"the report {report} has no figure, claim or mention {part!r}")


def _aim_of_part(kind: AimKind, part: Figure | Claim | Mention, account: Account) -> Aim:
    spans = spans_of(part)
    anchors = tuple(_anchor(account, span.start, span.end) for span in spans)
    slot = part.measure if isinstance(part, Figure) else None
    return Aim(kind, " … ".join(each.quote for each in anchors), slot, anchors)


def _marked(account: Account, words: str) -> Anchor:
    first, _, last = words.partition("-")
    size = len(account.report.text)
    if not (first.isdigit() and last.isdigit() and int(first) < int(last) <= size):
        raise InputError(
            f"no words stand at {words!r}", remedy=f"START-END count characters from 0 to {size}"
        )
    return _anchor(account, int(first), int(last))


def _anchor(account: Account, start: int, end: int) -> Anchor:
    return cite_anchor(Citation(account.report.id, start, end), account.report.text)


def _triggers(dossier: Dossier, wanted: list[tuple[ReportId, str]]) -> tuple[Anchor, ...]:
    found = [
        _anchor(account, each.trigger.start, each.trigger.end)
        for account in dossier.accounts
        for each in account.mentions
        if (account.report.id, each.id) in wanted
    ]
    return tuple(sorted(found))


def _with_others(archive: Archive, ask: Ask, aim: Aim) -> Aim:
    """The aim with the words of the other party of a merge or a split."""
    if ask.action not in {"merge", "split"} or aim.kind in NAMED:
        return aim
    if not ask.others:
        raise InputError(f"nothing to {ask.action}", remedy="Name the other party with --with")
    found: list[Anchor] = []
    for each in ask.others:
        other = find_aim(archive, each)
        expected = aim.kind if ask.action == "merge" else _part_of(aim.kind)
        if other.kind != expected:
            raise InputError(f"{each} is no {expected}")
        found += other.anchors
    others = tuple(sorted(set(found)))
    return _check_parts(ask, replace(aim, others=others))


def _part_of(kind: AimKind) -> AimKind:
    return "report" if kind == "story" else "mention"


def _check_parts(ask: Ask, aim: Aim) -> Aim:
    ours, theirs = set(aim.anchors), set(aim.others)
    if ask.action == "merge" and ours & theirs:
        raise InputError(f"{ask.target} cannot be merged with itself")
    if ask.action == "split" and (not theirs <= ours or theirs == ours):
        raise InputError(f"only some, and not all, parts of {ask.target} can be split off")
    return aim if ask.action == "merge" else replace(aim, anchors=tuple(sorted(ours - theirs)))


def _placing_of(archive: Archive, name: str) -> Placing | None:
    """Where a place of this name lies, by the latest story that has it; None when none does."""
    for row in list_stories(archive, StoryFilter(place=name), limit=1):
        for account in load_story(archive, row.id).accounts:
            for place in account.places:
                if place.placing.name == name:
                    return place.placing
    return None
