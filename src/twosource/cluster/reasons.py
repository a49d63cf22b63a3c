"""The accounts of a story in, why each report belongs to it out.

Every report but one is tied to another of the story, and all ties lead to that one, so that a
person can check the story tie by tie. A tie is the strongest there is: first the text that two
reports share, else their likeness in the light of days and tolls (`evidence.py`).
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from twosource.base.records import Account, ReportId
from twosource.base.stories import Belonging, Edge, Family
from twosource.cluster.evidence import weigh_evidence
from twosource.cluster.shared import find_days, find_shared
from twosource.cluster.similarity import Table, find_alike
from twosource.cluster.sketches import Sketch, make_sketch

MOST = 500  # texts of a story; the ties of a larger one are not worked out
WEAK = 0.05  # likeness below which a report is in a story because of other ones, or of a person

Told = Mapping[ReportId, Account]


def explain_story(accounts: Sequence[Account], families: Sequence[Family]) -> tuple[Belonging, ...]:
    """Why each report belongs, sorted by report; nothing for a story of one report."""
    told = {each.report.id: each for each in accounts}
    if len(told) == 1:
        return ()
    copies = [tie for family in families for tie in _copies(family, told)]
    held = {tie.report for tie in copies}
    heads = sorted(told.keys() - held)
    if len(heads) > MOST:
        return tuple(sorted(copies, key=_report))
    sketches = [make_sketch(told[name].report, told[name]) for name in heads]
    alike = weigh_evidence(find_alike(sketches), sketches)
    threads = [
        _tie(told, (sketches[child], sketches[parent]), float(alike[child, parent]))
        for child, parent in span(alike)
    ]
    return tuple(sorted([*copies, *threads], key=_report))


def span(alike: Table) -> Iterator[tuple[int, int]]:
    """The ties of the tree with the greatest sum (Prim 1957): a place, and the one nearer the root.

    The root is the place that is most like all others.
    """
    root = int(np.argmax(alike.sum(axis=1).round(9)))
    best, parent = alike[root].copy(), np.full(len(alike), root)
    is_in = np.zeros(len(alike), bool)
    is_in[root] = True
    for _ in range(len(alike) - 1):
        child = int(np.argmax(np.where(is_in, -np.inf, best)))
        yield child, int(parent[child])
        is_in[child] = True
        better = alike[child] > best
        best, parent = np.where(better, alike[child], best), np.where(better, child, parent)


def _copies(family: Family, told: Told) -> Iterator[Belonging]:
    """The ties within a family, away from its first report by day."""
    members = [name for name in family.reports if name in told]
    if len(members) < 2:  # noqa: PLR2004 - a text alone
        return
    first = min(members, key=lambda name: (told[name].report.published.value or "~", name))
    reached, edges = {first}, sorted(family.edges, key=lambda e: (-e.overlap, e.left, e.right))
    while edge := next((each for each in edges if _leads_on(each, reached, members)), None):
        inner, outer = sorted((edge.left, edge.right), key=lambda name: name not in reached)
        reached.add(outer)
        yield Belonging(outer, inner, edge.overlap, reason=f"{edge.relation}: {edge.reason}")
    for name in sorted(set(members) - reached):
        yield Belonging(name, first, 0.0, reason="of one family by other reports")


def _leads_on(edge: Edge, reached: set[ReportId], members: Sequence[ReportId]) -> bool:
    """Whether just one end of the edge is reached."""
    ends = (edge.left, edge.right)
    return all(end in members for end in ends) and sum(end in reached for end in ends) == 1


def _tie(told: Told, ends: tuple[Sketch, Sketch], likeness: float) -> Belonging:
    child, parent = ends
    shared = find_shared(told[child.id], told[parent.id], find_days(child, parent))
    reason = shared.sentence() or "the two share next to nothing"
    if likeness < WEAK:
        reason += "; so little that only other reports, or a person, hold it here"
    return Belonging(
        child.id, parent.id, round(max(likeness, 0.0), 2), shared.words, shared.places,
        shared.days, shared.figures, reason,
    )  # fmt: skip


def _report(tie: Belonging) -> ReportId:
    return tie.report
