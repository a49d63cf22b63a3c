"""Linked things in, groups out: the connected components."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

Name = TypeVar("Name", bound=str)


def group_linked(
    names: Sequence[Name], links: Iterable[tuple[Name, Name]]
) -> list[tuple[Name, ...]]:
    """The groups that the links connect, each sorted, in the order of their first names.

    >>> group_linked(["a", "b", "c"], [("c", "a")])
    [('a', 'c'), ('b',)]
    """
    parent = {name: name for name in names}

    def root(name: Name) -> Name:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for left, right in links:
        first, second = sorted((root(left), root(right)))
        parent[second] = first
    groups: dict[Name, list[Name]] = {}
    for name in sorted(names):
        groups.setdefault(root(name), []).append(name)
    return [tuple(group) for group in groups.values()]
