"""New reports and an archive in, what they change out: links, and the families and stories touched.

The cost is that of the reports near the new ones, however many the archive holds. What comes out
equals what `groups.group_all` makes of the whole pile, in whatever order the reports came:

* A new report has links of its own. It takes a link from two old reports only where it becomes a
  head of a key in place of one of them. Whatever has a changed link is a *seed*.
* Suppose a report's block changed though neither its old nor its new block holds a seed. The new
  block, having no seed, was connected by the same grade before, so the old block holds it; and the
  other way round. So they are equal. Hence all changes lie in blocks, old or new, of seeds.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from twosource.base.records import ReportId
from twosource.base.stories import Family, Story
from twosource.cluster.bonds import NO_BONDS, Bonds
from twosource.cluster.links import Link
from twosource.cluster.sketches import Sketch


class Book(Protocol):
    """What an archive looks up, as it was before the new reports came."""

    def heads(self, keys: Collection[int], most: int) -> Mapping[int, Sequence[ReportId]]:
        """Of each key the first `most` owners, by rank and then id; keys of nobody may miss."""

    def owners(self, keys: Collection[int]) -> Mapping[int, Sequence[ReportId]]:
        """Of each key all owners; asked seldom: when a report comes before the heads of a key."""

    def sketches(self, names: Collection[ReportId]) -> Mapping[ReportId, Sketch]:
        """The kept sketches of these reports."""

    def links(self, names: Collection[ReportId]) -> Mapping[ReportId, Mapping[ReportId, int]]:
        """Of each of these reports the reports it is linked with, and the grade; {} for none."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What changed. The families and stories replace all that hold a report of `touched`."""

    added: tuple[Link, ...]
    removed: tuple[Link, ...]
    touched: tuple[ReportId, ...]
    families: tuple[Family, ...]
    stories: tuple[Story, ...]


def grow(
    new: Sequence[Sketch], book: Book, bonds: Bonds = NO_BONDS, again: Collection[ReportId] = ()
) -> Growth:
    """What new reports change, and what is to be looked at `again` (old reports of a judgement).

    `bonds` are all judgements in force. A report that the book holds already is no new one.
    """
    raise NotImplementedError
