"""The stories of a pile in, which of them carries on from which earlier one out.

A siege, its truce and the convoy that follows may be three stories. They are told apart by what
happened and on which days; what carries on from what is told by the words alone. The link claims
no more than it says: that the two share these words, and that one came before the other.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from twosource.base.earlier import Earlier
from twosource.base.records import Account, ReportId
from twosource.base.stories import Story
from twosource.cluster.rarity import count_halvings
from twosource.cluster.shared import find_shared
from twosource.cluster.similarity import find_alike
from twosource.cluster.sketches import make_sketch
from twosource.cluster.terms import stem_of

LEAST = 0.2  # mean likeness in words; tried on invented piles and on reports of one long war
LONGEST = 30  # days between the end of one and the start of the other
ENDS = 3  # reports at each end of a story that stand for it
MOST = 400  # stories that are compared, all with all
COMMON = 4  # halvings: a word so common ties nothing
WORDS = 3  # shared words that are told


def find_earlier(stories: Sequence[Story], accounts: Sequence[Account]) -> tuple[Earlier, ...]:
    """Of each story that carries on from another the one most alike, sorted by id."""
    told = {each.report.id: each for each in accounts}
    dated = [each for each in stories if each.start and each.end]
    if not 1 < len(dated) <= MOST:
        return ()
    heads = {each.id: _heads(each, told) for each in dated}
    names = sorted({name for head in heads.values() for name in head})
    at = {name: place for place, name in enumerate(names)}
    alike = find_alike([make_sketch(told[name].report, told[name]) for name in names])
    found = []
    for later in dated:
        rows = [at[name] for name in heads[later.id]]
        able = [
            (float(alike[np.ix_(rows, [at[name] for name in heads[each.id]])].mean()), each)
            for each in dated
            if _comes_before(each, later)
        ]
        able = [(likeness, each) for likeness, each in able if likeness >= LEAST]
        if able:
            _, before = max(able, key=lambda row: (round(row[0], 9), row[1].end, row[1].id))
            words = _words(heads[later.id], heads[before.id], told)
            found.append(Earlier(later.id, before.id, before.title, words))
    return tuple(sorted(found))


def _heads(story: Story, told: Mapping[ReportId, Account]) -> list[ReportId]:
    """The first and the last reports of a story."""
    known = [told[name].report for name in story.reports if name in told]
    order = [each.id for each in sorted(known, key=lambda one: (one.published.value or "", one.id))]
    return sorted({*order[:ENDS], *order[-ENDS:]})


def _comes_before(one: Story, other: Story) -> bool:
    """Whether it began on an earlier day, and ended not long before the other began."""
    start, end = (date.fromisoformat(each[:10]) for each in (other.start or "", one.end or ""))
    return (one.start or "")[:10] < (other.start or "")[:10] and (start - end).days <= LONGEST


def _words(
    later: Sequence[ReportId], before: Sequence[ReportId], told: Mapping[ReportId, Account]
) -> tuple[str, ...]:
    """The words that weigh most of those that the first report shares with the last before it."""
    shared = find_shared(told[later[0]], told[before[-1]], ()).words
    return tuple(word for word in shared if count_halvings(stem_of(word.lower())) > COMMON)[:WORDS]
