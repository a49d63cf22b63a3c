"""Events or findings of two states in, which is which out.

Ids are hashes of what they rest on, so they move when reports are added; the words they cite stay.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

from twosource.base.stories import Citation, Dossier, Event, Finding, Story, StoryId

RESPONSIBLE = "responsible"
Match = dict[str, str]  # id after: id before


def match_findings(before: Sequence[Finding], after: Sequence[Finding]) -> Match:
    """Findings of one slot that cite the same words; each has one match at most.

    Who is said to have done it is one finding, whether the party denied it before or owns it now.
    """

    def marks(findings: Sequence[Finding]) -> dict[str, set[Hashable]]:
        return {
            one.id: {(one.slot, cited) for cited in (*one.supports, *one.denies)} | _party(one)
            for one in findings
        }

    return match_marks(marks(before), marks(after))


def _party(finding: Finding) -> set[Hashable]:
    if finding.slot != RESPONSIBLE or finding.value is None or not finding.value.text:
        return set()
    return {(finding.slot, finding.value.text.casefold().removeprefix("the "))}


def match_events(before: Sequence[Event], after: Sequence[Event]) -> Match:
    """Events that share a mention; each has one match at most."""

    def marks(events: Sequence[Event]) -> dict[str, set[Hashable]]:
        return {one.id: {(each.report, each.mention) for each in one.mentions} for one in events}

    return match_marks(marks(before), marks(after))


def match_stories(before: Sequence[Story], after: Sequence[Story]) -> dict[StoryId, list[StoryId]]:
    """The former stories of each story, by the reports they share, the largest share first."""
    home = {report: story.id for story in before for report in story.reports}
    found = {}
    for story in after:
        shared = Counter(home[report] for report in story.reports if report in home)
        found[story.id] = [
            name for name, _ in sorted(shared.items(), key=lambda row: (-row[1], row[0]))
        ]
    return found


def lead_ids(
    before: Sequence[Dossier], after: Sequence[Dossier]
) -> tuple[dict[str, tuple[str, str | None]], set[str]]:
    """Where each id leads that is no more: to a story, and to the id it has now; and all that are.

    An id leads to the story that most of the reports of its story are in now.
    """
    alive = {name for part in after for name in _ids(part)}
    heirs = match_stories([part.stories[0] for part in after], [part.stories[0] for part in before])
    events = match_events(
        [e for p in after for e in p.events], [e for p in before for e in p.events]
    )
    findings = match_findings(
        [f for part in after for f in part.findings], [f for part in before for f in part.findings]
    )
    now = {**events, **findings}
    home = {name: part.stories[0].id for part in after for name in _ids(part)}
    led: dict[str, tuple[str, str | None]] = {}
    for part in before:
        found = heirs[part.stories[0].id]
        if not found:
            continue
        now[part.stories[0].id] = found[0]
        for name in _ids(part):
            if name not in alive:
                target = now.get(name)
                led[name] = (home[target] if target else found[0], target)
    return led, alive


def _ids(part: Dossier) -> list[str]:
    named = (part.stories, part.events, part.findings)
    return [each.id for rows in named for each in rows]


def match_marks(before: Mapping[str, set[Hashable]], after: Mapping[str, set[Hashable]]) -> Match:
    """The pairs that share most marks first; ties by the same id, then by id."""
    owners: dict[Hashable, list[str]] = defaultdict(list)
    for name, marks in before.items():
        for mark in marks:
            owners[mark].append(name)
    shared = {
        (name, former): count
        for name, marks in after.items()
        for former, count in Counter(
            former for mark in marks for former in owners.get(mark, ())
        ).items()
    }
    shared |= {(name, name): len(after[name]) + 1 for name in after if name in before}
    found: Match = {}
    taken: set[str] = set()
    for name, former in sorted(shared, key=lambda pair: (-shared[pair], pair[0] != pair[1], pair)):
        if name not in found and former not in taken:
            found[name] = former
            taken.add(former)
    return found


def cited_words(findings: Iterable[Finding]) -> set[Citation]:
    """All the words that findings rest on."""
    return {cited for one in findings for cited in (*one.supports, *one.denies)}
