"""A book in memory: what an archive keeps of sketches, and what `grow` looks up in it."""

from bisect import insort
from collections.abc import Collection, Mapping, Sequence

from twosource.base.records import ReportId
from twosource.cluster.growth import Growth
from twosource.cluster.profiles import keys_of
from twosource.cluster.sketches import Sketch, pack_sketch, rank_of, unpack_sketch


class Shelf:
    """Keeps sketches packed, as an archive does, with their keys and links."""

    def __init__(self) -> None:
        self._kept: dict[ReportId, bytes] = {}
        self._owners: dict[int, list[tuple[int, ReportId]]] = {}
        self._near: dict[ReportId, dict[ReportId, int]] = {}

    def heads(self, keys: Collection[int], most: int) -> Mapping[int, Sequence[ReportId]]:
        """Of each key the first `most` owners."""
        return {key: [name for _, name in self._owners.get(key, ())[:most]] for key in keys}

    def owners(self, keys: Collection[int]) -> Mapping[int, Sequence[ReportId]]:
        """Of each key all owners."""
        return {key: [name for _, name in self._owners.get(key, ())] for key in keys}

    def sketches(self, names: Collection[ReportId]) -> Mapping[ReportId, Sketch]:
        """The kept sketches of these reports."""
        return {name: unpack_sketch(self._kept[name]) for name in names if name in self._kept}

    def links(self, names: Collection[ReportId]) -> Mapping[ReportId, Mapping[ReportId, int]]:
        """What each of these reports is linked with."""
        return {name: self._near.get(name, {}) for name in names}

    def write(self, new: Sequence[Sketch], growth: Growth) -> None:
        """Keep new sketches and the links that changed."""
        for sketch in new:
            self._kept[sketch.id] = pack_sketch(sketch)
            for key in keys_of(sketch):
                insort(self._owners.setdefault(key, []), (rank_of(sketch), sketch.id))
        for link in growth.removed:
            del self._near[link.left][link.right], self._near[link.right][link.left]
        for link in growth.added:
            self._near.setdefault(link.left, {})[link.right] = link.grade
            self._near.setdefault(link.right, {})[link.left] = link.grade
