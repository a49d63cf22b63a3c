"""A book in memory: what an archive keeps of sketches, and what it looks up."""

from collections import defaultdict

from twosource.cluster.growth import Groups, Growth
from twosource.cluster.links import Link
from twosource.cluster.profiles import keys_of
from twosource.cluster.sketches import pack_sketch, rank_of, unpack_sketch


class Archive:
    """Keeps what `grow` returns, as an archive would."""

    def __init__(self):
        self.kept, self.keys, self.near = {}, defaultdict(list), defaultdict(dict)
        self.families, self.stories = {}, {}
        self.asked = 0

    def heads(self, keys, most):
        return {key: self._owners(key)[:most] for key in keys if key in self.keys}

    def owners(self, keys):
        return {key: self._owners(key) for key in keys}

    def _owners(self, key):
        return [name for _, name in sorted(self.keys[key])]

    def sketches(self, names):
        self.asked += len(names)
        return {name: unpack_sketch(self.kept[name]) for name in names if name in self.kept}

    def links(self, names):
        return {name: dict(self.near[name]) for name in names if name in self.near}

    def write(self, new, growth: Growth):
        for sketch in new:
            self.kept[sketch.id] = pack_sketch(sketch)
            for key in keys_of(sketch):
                self.keys[key].append((rank_of(sketch), sketch.id))
        for link in growth.removed:
            del self.near[link.left][link.right], self.near[link.right][link.left]
        for link in growth.added:
            self.near[link.left][link.right] = self.near[link.right][link.left] = link.grade
        touched = set(growth.touched)
        for kept, made in (
            (self.families, growth.groups.families), (self.stories, growth.groups.stories)
        ):  # fmt: skip
            for old in [each for each in kept.values() if touched & set(each.reports)]:
                assert touched >= set(old.reports), "what is replaced must be touched as a whole"
                del kept[old.id]
            kept.update({each.id: each for each in made})

    @property
    def groups(self):
        return Groups(
            tuple(self.families[name] for name in sorted(self.families)),
            tuple(self.stories[name] for name in sorted(self.stories)),
        )

    def all_links(self):
        """The links, each once."""
        return {
            Link(left, right, grade)
            for left, near in self.near.items()
            for right, grade in near.items()
            if left < right
        }
