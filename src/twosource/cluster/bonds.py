"""A person's decisions in, what they forbid and demand of stories out.

Together and apart are pairs of report ids; their order is no matter. Where the two contradict each
other, apart holds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from twosource.base.records import ReportId

Pair = tuple[ReportId, ReportId]


@dataclass(frozen=True, slots=True)
class Bonds:
    """Pairs of reports that a person put into one story, and pairs that a person kept apart."""

    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()

    def partners(self, name: ReportId) -> set[ReportId]:
        """The reports that must be in one story with this one."""
        return {
            right if left == name else left for left, right in self.together if name in (left, right)
        }


NO_BONDS = Bonds()
