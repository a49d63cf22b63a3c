"""Reports in, families out: which texts descend from one text."""

from collections.abc import Iterator, Sequence

from twosource.base.agencies import name_agency
from twosource.base.ids import make_id
from twosource.base.records import Report, ReportId
from twosource.base.stories import Edge, Family
from twosource.cluster.candidates import find_candidates
from twosource.cluster.descent import LEAST_SHARED, find_edge
from twosource.cluster.groups import group_linked
from twosource.cluster.signatures import Signature, make_signature
from twosource.cluster.similarity import Row, cosine, weigh_terms
from twosource.cluster.terms import count_terms


def find_families(reports: Sequence[Report]) -> tuple[Family, ...]:
    """Every report in exactly one family, sorted by id. The order of the reports is no matter."""
    known = {report.id: report for report in reports}
    ordered = [known[name] for name in sorted(known)]
    signatures = [make_signature(report, _agency(report)) for report in ordered]
    rows = weigh_terms([count_terms(report) for report in ordered])
    edges = sorted(find_edges(signatures, rows), key=lambda edge: (edge.left, edge.right))
    groups = group_linked(sorted(known), [(edge.left, edge.right) for edge in edges])
    of_group: dict[ReportId, list[Edge]] = {}
    first = {name: group[0] for group in groups for name in group}
    for edge in edges:
        of_group.setdefault(first[edge.left], []).append(edge)
    families = [
        Family(make_id("fam", *group), group, tuple(of_group.get(group[0], ()))) for group in groups
    ]
    return tuple(sorted(families, key=lambda family: family.id))


def find_edges(signatures: Sequence[Signature], rows: Sequence[Row]) -> Iterator[Edge]:
    """The edges between signatures that share enough to be compared."""
    pairs = set(find_candidates([each.pairs for each in signatures], LEAST_SHARED))
    pairs |= set(_equal_words(signatures))
    for left, right in sorted(pairs):
        likeness = cosine(rows[left], rows[right])
        edge = find_edge(signatures[left], signatures[right], likeness)
        if edge is not None:
            yield edge


def _equal_words(signatures: Sequence[Signature]) -> Iterator[tuple[int, int]]:
    """Neighbours among the texts of equal words: short ones share too little to be candidates."""
    places: dict[tuple[str, ...], int] = {}
    for place, each in enumerate(signatures):
        if each.words and each.words in places:
            yield places[each.words], place
        places[each.words] = place


def _agency(report: Report) -> str | None:
    """The agency that published the report itself; None when its outlet is no news agency."""
    if report.outlet is None:
        return None
    agency = name_agency(report.outlet)
    return agency if agency is not None and len(report.outlet) <= len(agency) + 25 else None
