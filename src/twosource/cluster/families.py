"""Reports in, families out: which texts descend from one text."""

from collections.abc import Collection, Iterator, Sequence

from twosource.base.agencies import name_agency
from twosource.base.ids import make_id
from twosource.base.records import Report, ReportId
from twosource.base.stories import Edge, Family
from twosource.cluster.candidates import find_candidates
from twosource.cluster.descent import LEAST_SHARED, Descent, find_descent, is_same
from twosource.cluster.groups import group_linked
from twosource.cluster.signatures import Signature, make_signature
from twosource.cluster.similarity import Row, cosine, weigh_terms
from twosource.cluster.spread import Spread
from twosource.cluster.stars import group_stars
from twosource.cluster.terms import count_terms


def find_families(reports: Sequence[Report]) -> tuple[Family, ...]:
    """Every report in exactly one family, sorted by id. The order of the reports is no matter."""
    known = {report.id: report for report in reports}
    ordered = [known[name] for name in sorted(known)]
    agencies = {report.credit for report in ordered}
    signatures = [make_signature(report, _agency(report, agencies)) for report in ordered]
    rows = weigh_terms([count_terms(report) for report in ordered])
    descents = list(find_descents(signatures, rows))
    groups = group_stars(sorted(known), descents)
    first = {name: group[0] for group in groups for name in group}
    of_group: dict[ReportId, list[Edge]] = {}
    for edge in sorted((each.edge for each in descents), key=lambda edge: (edge.left, edge.right)):
        if first[edge.left] == first[edge.right]:
            of_group.setdefault(first[edge.left], []).append(edge)
    families = [
        Family(make_id("fam", *group), group, tuple(of_group.get(group[0], ()))) for group in groups
    ]
    return tuple(sorted(families, key=lambda family: family.id))


def find_descents(signatures: Sequence[Signature], rows: Sequence[Row]) -> Iterator[Descent]:
    """Which of the signatures that share enough to be compared descend from each other."""
    pairs = set(find_candidates([each.pairs for each in signatures], LEAST_SHARED))
    pairs |= set(_equal_words(signatures))
    ordered = sorted(pairs)
    spread = _spread(signatures, ordered)
    for left, right in ordered:
        likeness = cosine(rows[left], rows[right])
        found = find_descent(signatures[left], signatures[right], likeness, spread)
        if found is not None:
            yield found


def _spread(signatures: Sequence[Signature], pairs: Sequence[tuple[int, int]]) -> Spread:
    """In how many texts each pair of words stands; copies are one text."""
    at = {each.id: each for each in signatures}
    copies = [
        (signatures[left].id, signatures[right].id)
        for left, right in pairs
        if is_same(signatures[left], signatures[right])
    ]
    texts = group_linked(sorted(at), copies)
    return Spread.of([[at[name].pairs for name in text] for text in texts])


def _equal_words(signatures: Sequence[Signature]) -> Iterator[tuple[int, int]]:
    """Neighbours among the texts of equal words: short ones share too little to be candidates."""
    places: dict[tuple[str, ...], int] = {}
    for place, each in enumerate(signatures):
        if each.words and each.words in places:
            yield places[each.words], place
        places[each.words] = place


def _agency(report: Report, credited: Collection[str | None]) -> str | None:
    """The agency that published the report itself; None when its outlet is no news agency.

    An outlet that reports of the pile credit is one, whether or not it is widely known.
    """
    if report.outlet is None or report.outlet in credited:
        return report.outlet
    agency = name_agency(report.outlet)
    return agency if agency is not None and len(report.outlet) <= len(agency) + 25 else None
