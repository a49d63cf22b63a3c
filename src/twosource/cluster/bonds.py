"""A person's decisions in, what they forbid and demand of stories out.

Together and apart are pairs of report ids; the order within a pair and of the pairs is no matter.
Where decisions contradict each other, apart holds.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from twosource.base.records import ReportId

Pair = tuple[ReportId, ReportId]
Group = tuple[ReportId, ...]


@dataclass(frozen=True, slots=True)
class Bonds:
    """Pairs of reports that a person put into one story, and pairs that a person kept apart."""

    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()

    def parted(self, names: Collection[ReportId]) -> Iterator[Pair]:
        """The pairs among these reports that must stay apart."""
        inside = frozenset(names)
        return (pair for pair in sorted(self.apart) if inside.issuperset(pair))


NO_BONDS = Bonds()


def join_bound(groups: Sequence[Group], bonds: Bonds) -> list[tuple[int, ...]]:
    """Which of the groups are one story since a person said so: their numbers, each once.

    A pair that would bring two reports together that must stay apart is passed over.
    """
    home = {name: number for number, group in enumerate(groups) for name in group}
    merged: dict[int, tuple[int, ...]] = {number: (number,) for number in range(len(groups))}
    apart = {frozenset((home[left], home[right])) for left, right in _known(bonds.apart, home)}
    for left, right in _known(bonds.together, home):
        one, other = sorted((merged[home[left]], merged[home[right]]))
        if one == other or any(frozenset((a, b)) in apart for a in one for b in other):
            continue
        whole = tuple(sorted(one + other))
        merged.update(dict.fromkeys(whole, whole))
    return sorted(set(merged.values()))


def follow_bonds(names: Iterable[ReportId], bonds: Bonds) -> set[ReportId]:
    """The reports that must be in one story with one of these, and these."""
    found = set(names)
    for left, right in bonds.together:
        if left in found or right in found:
            found |= {left, right}
    return found


def _known(pairs: Collection[Pair], home: Collection[ReportId]) -> list[Pair]:
    """The pairs of reports that are there, each in order, sorted."""
    return sorted((min(pair), max(pair)) for pair in pairs if pair[0] in home and pair[1] in home)
