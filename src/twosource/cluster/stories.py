"""Reports and their families in, stories out: which reports tell of one happening."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from twosource.base.records import Account, Report, ReportId
from twosource.base.stories import Family, Story
from twosource.base.story_ids import name_story
from twosource.cluster.bonds import NO_BONDS, Bonds, join_bound
from twosource.cluster.evidence import weigh_evidence
from twosource.cluster.linkage import NEVER, join_lonely, link_average
from twosource.cluster.pile import Block, cut_pile, join_blocks
from twosource.cluster.similarity import Table, find_alike
from twosource.cluster.sketches import Sketch, make_sketch
from twosource.cluster.titles import choose_title

THRESHOLD = 0.155  # mean likeness within a story; one setting for every pile


@dataclass(frozen=True, slots=True)
class Draft:
    """The reports of a story as found, and the one that is most like the others."""

    members: tuple[Sketch, ...]
    centre: Sketch


def find_stories(
    reports: Sequence[Report],
    families: Sequence[Family],
    bonds: Bonds = NO_BONDS,
    accounts: Iterable[Account] = (),
) -> tuple[Story, ...]:
    """Every report in one story, sorted by id; a family lies within one story.

    The order of the reports changes nothing. `bonds` are what people decided of stories;
    `accounts` are what was read in the reports, as far as they were read.
    """
    read = {account.report.id: account for account in accounts}
    pile = cut_pile([make_sketch(report, read.get(report.id)) for report in reports])
    groups = [family.reports for family in families]
    drafts: list[Draft] = []
    for block in join_blocks(pile.blocks, groups):
        drafts += find_block_stories(block, groups, bonds)
    return finish_stories(drafts, bonds)


def find_block_stories(
    block: Block, families: Sequence[Sequence[ReportId]], bonds: Bonds
) -> list[Draft]:
    """The stories of one block; its sketches come in the order of ids."""
    if len(block) == 1:
        return [Draft((block[0],), block[0])]
    words = find_alike(block)
    alike = weigh_evidence(words, block)
    units = _units([each.id for each in block], families, bonds)
    _part(alike, block, bonds)
    groups = link_average([len(unit) for unit in units], _between(units, alike), THRESHOLD)
    places = [sorted(place for unit in group for place in units[unit]) for group in groups]
    return [_draft(block, group, alike) for group in join_lonely(places, alike, words)]


def finish_stories(drafts: Sequence[Draft], bonds: Bonds) -> tuple[Story, ...]:
    """The stories, sorted by id, once what people put together is joined."""
    groups = [tuple(each.id for each in draft.members) for draft in drafts]
    joined = join_bound(groups, bonds)
    stories = [_make_story([drafts[number] for number in numbers]) for numbers in joined]
    return tuple(sorted(stories, key=lambda story: story.id))


def _units(
    names: Sequence[ReportId], families: Sequence[Sequence[ReportId]], bonds: Bonds
) -> list[list[int]]:
    """The places of each family's reports; reports of no family stand alone.

    So do those of a family that a person parted.
    """
    at = {name: place for place, name in enumerate(names)}
    units = []
    for family in families:
        known = [name for name in family if name in at]
        if known and not any(bonds.parted(known)):
            units.append(sorted(at[name] for name in known))
    held = {place for unit in units for place in unit}
    return sorted([*units, *([place] for place in range(len(names)) if place not in held)])


def _between(units: Sequence[Sequence[int]], alike: Table) -> Table:
    """The mean likeness of any two units' reports."""
    order = [place for unit in units for place in unit]
    sizes = np.array([len(unit) for unit in units])
    starts = np.cumsum(sizes) - sizes
    rows = np.add.reduceat(alike[np.ix_(order, order)], starts, axis=0) / sizes[:, None]
    table: Table = np.add.reduceat(rows, starts, axis=1) / sizes
    np.fill_diagonal(table, 0.0)
    return table.round(9)


def _part(alike: Table, block: Block, bonds: Bonds) -> None:
    """Make sure that reports to be kept apart are never joined."""
    at = {each.id: place for place, each in enumerate(block)}
    for left, right in bonds.parted(at):
        alike[at[left], at[right]] = alike[at[right], at[left]] = NEVER


def _draft(block: Block, places: Sequence[int], alike: Table) -> Draft:
    total = alike[np.ix_(places, places)].sum(axis=1).round(9)
    members = tuple(block[place] for place in places)
    return Draft(members, members[int(np.argmax(total))])


def _make_story(drafts: Sequence[Draft]) -> Story:
    """The story of drafts that a person joined, else of one; titled by the largest."""
    largest = min(drafts, key=lambda each: (-len(each.members), each.centre.id))
    members = [each for draft in drafts for each in draft.members]
    days = sorted(each.day for each in members if each.day)
    start, end = (days[0], days[-1]) if days else (None, None)
    name = name_story((each.published, each.id) for each in members)
    ids = tuple(sorted(each.id for each in members))
    return Story(name, choose_title(largest.centre, members), ids, start, end)
