"""An outlet's stories in; with whom it shares texts, and whose word it carries, out.

A family says that two reports descend from one text, not which came first. Who is told here to
have been earlier is so by the hour that both reports give; without one, nobody is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from twosource.base.records import Report, ReportId
from twosource.base.stories import Dossier, Edge, Finding

SHOWN = 12  # other outlets, voices


@dataclass(frozen=True, slots=True)
class Shared:
    """Texts that an outlet shares with another. `earlier`: how often the other came first."""

    outlet: str
    relations: tuple[tuple[str, int], ...]  # copy, rewrite, translation, credit: how many
    earlier: int
    later: int
    example: tuple[ReportId, ReportId]  # this outlet's report, then the other's
    reason: str  # of the example


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody whose word an outlet carries. `alone`: no other outlet here carries it."""

    name: str
    kind: str
    findings: int
    party: bool
    alone: int


@dataclass(frozen=True, slots=True)
class Kin:
    """With whom an outlet shares texts, and whose word it carries."""

    shared: tuple[Shared, ...]
    voices: tuple[Voice, ...]


def find_kin(outlet: str, stories: Iterable[Dossier]) -> Kin:
    """The kin of an outlet in these stories."""
    told = tuple(stories)
    return Kin(_find_shared(outlet, told), _find_voices(outlet, told))


def _find_shared(outlet: str, stories: tuple[Dossier, ...]) -> tuple[Shared, ...]:
    pairs: dict[str, list[tuple[Report, Report, Edge]]] = defaultdict(list)
    for own, other, edge in _edges(outlet, stories):
        pairs[other.outlet or other.path].append((own, other, edge))
    found = [_sum_up(name, edges) for name, edges in pairs.items()]
    found.sort(key=lambda each: (-sum(count for _, count in each.relations), each.outlet))
    return tuple(found[:SHOWN])


def _edges(outlet: str, stories: tuple[Dossier, ...]) -> Iterator[tuple[Report, Report, Edge]]:
    """Each edge of a family between this outlet and another: own report, the other's, the edge."""
    for story in stories:
        reports = {each.report.id: each.report for each in story.accounts}
        for edge in (edge for family in story.families for edge in family.edges):
            left, right = reports.get(edge.left), reports.get(edge.right)
            if left is None or right is None or left.outlet == right.outlet:
                continue
            if left.outlet == outlet:
                yield left, right, edge
            elif right.outlet == outlet:
                yield right, left, edge


def _sum_up(name: str, edges: list[tuple[Report, Report, Edge]]) -> Shared:
    relations = Counter(edge.relation for _, _, edge in edges)
    order = [_order(own, other) for own, other, _ in edges]
    own, other, edge = min(edges, key=lambda each: (-each[2].overlap, each[0].id, each[1].id))
    return Shared(
        name, tuple(sorted(relations.items())), order.count(1), order.count(-1),
        (own.id, other.id), edge.reason,
    )  # fmt: skip


def _order(own: Report, other: Report) -> int:
    """1 when the other came first, -1 when it came later, 0 when their dates do not tell."""
    mine, theirs = own.published.value, other.published.value
    if not mine or not theirs:
        return 0
    size = min(len(mine), len(theirs))
    mine, theirs = mine[:size], theirs[:size]
    return (mine > theirs) - (mine < theirs)


def _find_voices(outlet: str, stories: tuple[Dossier, ...]) -> tuple[Voice, ...]:
    told: dict[tuple[str, str, bool], list[bool]] = defaultdict(list)
    for story in stories:
        outlets = {each.report.id: each.report.outlet for each in story.accounts}
        for finding in story.findings:
            for key, alone in _voices_of(finding, outlet, outlets):
                told[key].append(alone)
    voices = [
        Voice(name, kind, len(alone), party, sum(alone))
        for (name, kind, party), alone in told.items()
    ]
    voices.sort(key=lambda each: (-each.findings, each.name, each.kind))
    return tuple(voices[:SHOWN])


def _voices_of(
    finding: Finding, outlet: str, outlets: dict[ReportId, str | None]
) -> Iterator[tuple[tuple[str, str, bool], bool]]:
    for origin in finding.origins:
        carriers = {outlets.get(each) for each in origin.reports}
        if outlet in carriers and finding.lifecycle == "live":
            yield (origin.name, origin.kind, origin.party), carriers == {outlet}
