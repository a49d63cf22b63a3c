"""New sketches and an archive in, the links that come and go out."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from twosource.base.records import ReportId
from twosource.cluster.links import HEADS, Link, grade_pairs
from twosource.cluster.profiles import Profile, make_profile
from twosource.cluster.sketches import Sketch

if TYPE_CHECKING:
    from twosource.cluster.growth import Book

Pair = tuple[ReportId, ReportId]
Heads = Mapping[int, Sequence[ReportId]]


class Shelf:
    """The profiles of new and old reports, the old ones read once."""

    def __init__(self, new: Sequence[Sketch], book: "Book") -> None:
        self._book = book
        self._known = {each.id: make_profile(each) for each in new}
        self.fresh = frozenset(self._known)

    def profiles(self, names: Collection[ReportId]) -> dict[ReportId, Profile]:
        """The profiles of these reports."""
        missing = sorted(set(names) - self._known.keys())
        for name, sketch in self._book.sketches(missing).items():
            self._known[name] = make_profile(sketch)
        return {name: self._known[name] for name in names}

    def rank(self, name: ReportId) -> tuple[int, ReportId]:
        """Where a report stands among the owners of a key."""
        return self._known[name].rank, name


def relink(new: Sequence[Sketch], book: "Book") -> tuple[list[Link], list[Link]]:
    """The links that new reports add, and those that they take from old ones."""
    shelf = Shelf(new, book)
    owned: dict[int, list[ReportId]] = {}
    for name, profile in sorted(shelf.profiles(shelf.fresh).items()):
        for key in profile.keys:
            owned.setdefault(key, []).append(name)
    before = book.heads(sorted(owned), HEADS)
    shelf.profiles({name for heads in before.values() for name in heads})
    after = {
        key: sorted({*before.get(key, ()), *names}, key=shelf.rank)[:HEADS]
        for key, names in owned.items()
    }
    moved = {key for key, heads in after.items() if len(before.get(key, ())) == HEADS
             and not shelf.fresh.isdisjoint(heads)}  # fmt: skip
    full = book.owners(sorted(moved)) if moved else {}
    owners = {key: full.get(key, before.get(key, ())) for key in owned}
    added = _grade(_compared(owned, after, owners), shelf)
    return added, _lost(before, after, owners, shelf, book)


def _compared(owned: Mapping[int, Sequence[ReportId]], after: Heads, owners: Heads) -> set[Pair]:
    """Pairs with a new report of which one is a head of a key that both own."""
    pairs: set[Pair] = set()
    for key, names in owned.items():
        heads = frozenset(after[key])
        for name in names:
            others = heads | {*owners[key], *names} if name in heads else heads
            pairs |= {(min(name, other), max(name, other)) for other in others if other != name}
    return pairs


def _grade(pairs: Collection[Pair], shelf: Shelf) -> list[Link]:
    """The links among these pairs, sorted."""
    ordered = sorted(pairs)
    names = sorted({name for pair in ordered for name in pair})
    if not names:
        return []
    at = {name: place for place, name in enumerate(names)}
    found = shelf.profiles(names)
    lefts = np.array([at[left] for left, _ in ordered], np.int64)
    rights = np.array([at[right] for _, right in ordered], np.int64)
    grades = grade_pairs([found[name] for name in names], lefts, rights).tolist()
    return [Link(*pair, grade) for pair, grade in zip(ordered, grades, strict=True) if grade]


def _lost(before: Heads, after: Heads, owners: Heads, shelf: Shelf, book: "Book") -> list[Link]:
    """Links of reports that are heads of a key no more, and that no other key upholds."""
    fallen = {key: set(before.get(key, ())) - set(after[key]) for key in owners}
    names = sorted({name for gone in fallen.values() for name in gone})
    links = book.links(names)
    doubtful = {
        (min(name, other), max(name, other)): links[name][other]
        for key, gone in fallen.items()
        for name in gone
        for other in set(owners[key]) & links.get(name, {}).keys() - set(after[key])
    }
    found = shelf.profiles({name for pair in doubtful for name in pair})
    common = {
        pair: set(found[pair[0]].keys) & set(found[pair[1]].keys) for pair in sorted(doubtful)
    }
    unknown = {key for keys in common.values() for key in keys} - after.keys()
    heads = {**book.heads(sorted(unknown), HEADS), **after}
    return [
        Link(*pair, doubtful[pair])
        for pair, keys in common.items()
        if not any(not set(pair).isdisjoint(heads[key]) for key in keys)
    ]
