"""Reports in, families out: which texts descend from one text."""

from collections.abc import Iterator, Sequence

from twosource.base.records import Report, ReportId
from twosource.base.stories import Edge, Family
from twosource.base.story_ids import name_family
from twosource.cluster.descent import Descent, find_descent
from twosource.cluster.groups import group_linked
from twosource.cluster.overlaps import Table, find_comparable
from twosource.cluster.pile import cut_pile
from twosource.cluster.signatures import Signature, make_signature
from twosource.cluster.similarity import find_alike
from twosource.cluster.sketches import Sketch, make_sketch
from twosource.cluster.spread import Spread
from twosource.cluster.stars import group_stars
from twosource.cluster.translations import find_translations

WORLD = 1  # texts of the world that stand beside a block: subjects are told apart within it


def find_families(reports: Sequence[Report]) -> tuple[Family, ...]:
    """Every report in exactly one family, sorted by id. The order of the reports is no matter."""
    pile = cut_pile([make_sketch(report) for report in reports])
    families = [each for block in pile.blocks for each in find_block_families(block)]
    return tuple(sorted(families, key=lambda family: family.id))


def find_block_families(sketches: Sequence[Sketch]) -> list[Family]:
    """The families of one block; its sketches come in the order of ids."""
    if len(sketches) == 1:
        (alone,) = sketches
        return [Family(name_family(((alone.published, alone.id),)), (alone.id,))]
    descents = find_descents(sketches)
    groups = group_stars([each.id for each in sketches], descents)
    first = {name: group[0] for group in groups for name in group}
    of_group: dict[ReportId, list[Edge]] = {}
    for edge in sorted((each.edge for each in descents), key=lambda edge: (edge.left, edge.right)):
        if first[edge.left] == first[edge.right]:
            of_group.setdefault(first[edge.left], []).append(edge)
    dated = {each.id: each.published for each in sketches}
    return [
        Family(
            name_family((dated[name], name) for name in group),
            group,
            tuple(of_group.get(group[0], ())),
        )
        for group in groups
    ]


def find_descents(sketches: Sequence[Sketch]) -> list[Descent]:
    """Which of a block's texts descend from which."""
    credited = {each.credit for each in sketches}
    signatures = [make_signature(each, credited) for each in sketches]
    alike = find_alike(sketches, WORLD)
    pairs, same = find_comparable(signatures, alike)
    spread = _spread(signatures, same)
    return [*_tell(signatures, pairs, (alike, spread)), *find_translations(sketches)]


def _tell(
    signatures: Sequence[Signature], pairs: Sequence[tuple[int, int]], pile: tuple[Table, Spread]
) -> Iterator[Descent]:
    alike, spread = pile
    for left, right in pairs:
        likeness = float(alike[left, right])
        found = find_descent(signatures[left], signatures[right], likeness, spread)
        if found is not None:
            yield found


def _spread(signatures: Sequence[Signature], same: Sequence[tuple[int, int]]) -> Spread:
    """In how many texts each pair of words stands; copies, given as pairs, are one text."""
    at = {each.id: each for each in signatures}
    copies = [(signatures[left].id, signatures[right].id) for left, right in same]
    texts = group_linked(sorted(at), copies)
    return Spread.of([[at[name].pairs for name in text] for text in texts])
