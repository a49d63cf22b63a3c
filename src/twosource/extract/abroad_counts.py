"""A sentence of a language without a parser in, its counts out: what befell how many.

Each number takes one word that says what happened: the one right behind it or its noun ("12
muertos"), the one that it stands behind ("mataron a siete"), that of the number beside it, or the
nearest in its clause. A number that no word tells is no count.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.extract.abroad_numbers import Amount
from twosource.extract.abroad_scenes import (
    DAMAGED,
    HOMES,
    HOUSEHOLDS,
    RAZED,
    Cue,
    Item,
    Scene,
    read_scene,
)
from twosource.extract.abroad_words import fold

_NEAR = 60  # characters behind a number within which a word may tell it
_LEAD = 40  # characters before a number within which a word may tell it
_UNREAL = 30  # characters before a count within which "may" makes it no fact
_PART_REACH = 60  # characters between a whole and its part
_BREAK = re.compile(r"[.;:?!](?!\d)")
_BEHIND = re.compile(r"^ ?(?:(?!(?:y|e|et|o|ou)\b)[^\W\d]+ ){0,3}$")
_OF_HOMES = frozenset({"displaced", "evacuated"})


@dataclass(frozen=True, slots=True)
class Count:
    """An amount with what it counts; `whole`: the place in the list of what it is part of.

    `end` takes in the noun; `kind` is a victim class, or households or homes.
    """

    amount: Amount
    end: int
    measure: str
    kind: str
    whole: int | None = None
    addition: bool = False
    background: bool = False


@dataclass(slots=True)
class _Bound:
    """What is told of the items of a scene so far, by their places."""

    scene: Scene
    cues: dict[int, Cue]
    parts: dict[int, int]

    def waiting(self) -> Iterator[tuple[int, Item]]:
        """The items that no word tells yet."""
        return ((n, item) for n, item in enumerate(self.scene.items) if n not in self.cues)

    def free(self, item: Item) -> list[Cue]:
        """The cues that tell no number yet and may tell this one."""
        used = set(self.cues.values())
        return [cue for cue in self.scene.cues if cue not in used and self.fits(cue, item)]

    def fits(self, cue: Cue, item: Item) -> bool:
        """Whether the cue may tell this number: homes are razed, people are not."""
        homes = any(each.kind == HOMES for each in self.scene.items)
        if cue.measure in {RAZED, DAMAGED}:
            return item.kind == HOMES or (item.kind is None and homes)
        return item.kind not in {HOMES, HOUSEHOLDS} or cue.measure in _OF_HOMES


def read_counts(sentence: str, code: str) -> list[Count]:
    """The counts of a sentence, in order."""
    bound = _Bound(read_scene(fold(sentence), code), {}, {})
    if bound.scene.items and bound.scene.cues:
        for bind in (_bind_behind, _bind_led, _bind_beside, _bind_near, _bind_beside):
            bind(bound)
    places = [place for place in sorted(bound.cues) if _is_count(bound, place)]
    ranks = {place: rank for rank, place in enumerate(places)}
    return [*(_to_count(bound, place, ranks) for place in places), *_find_nobody(bound.scene)]


def _find_nobody(scene: Scene) -> Iterator[Count]:
    """Where the sentence says that nobody came to harm: "no se registraron heridos"."""
    for match in scene.patterns["none"].finditer(scene.text):
        measure = next((name for name, words in match.groupdict().items() if words), "other")
        start, end = match.span()
        yield Count(Amount(start, end, start, start, "exact", 0, 0, 0), end, measure, "all")


def _to_count(bound: _Bound, place: int, ranks: dict[int, int]) -> Count:
    item, scene, cue = bound.scene.items[place], bound.scene, bound.cues[place]
    beside = item.kind is None and scene.text[item.end : cue.start].isspace()
    whole = ranks.get(bound.parts.get(place, place))
    new = scene.patterns["addition"].match(scene.text, item.amount.end) is not None
    return Count(
        item.amount, cue.end if beside else item.end,
        "displaced" if cue.measure == RAZED else cue.measure,
        HOMES if cue.measure == RAZED else item.kind or "all",
        whole if place in bound.parts else None,
        new or scene.patterns["period"].search(scene.text) is not None,
        scene.patterns["background"].search(scene.text) is not None,
    )  # fmt: skip


def _bind_behind(bound: _Bound) -> None:
    """Numbers with the word right behind: "12 muertos", "30 civiles fueron asesinados"."""
    text = bound.scene.text
    for place, item in list(bound.waiting()):
        for cue in bound.free(item):
            gap = text[item.end : cue.start] if cue.start >= item.end else "-"
            close = gap.strip() == "" or cue.start < item.end <= cue.end
            if item.amount.is_one and item.kind is None and not close:
                continue
            near = _BEHIND.match(gap) and cue.follows and not _leads_other(bound.scene, cue)
            if close or near:
                bound.cues[place] = cue
                break


def _leads_other(scene: Scene, cue: Cue) -> bool:
    """Whether a number stands right behind the cue, which then tells that one."""
    return any(_is_led(scene, cue, item) for item in scene.items)


def _is_led(scene: Scene, cue: Cue, item: Item) -> bool:
    if cue.end > item.start:
        return False
    if scene.patterns["fill"].match(scene.text[cue.end : item.start]):
        return True
    toll = scene.patterns["toll"].search(scene.text[: item.start])
    return toll is not None and toll.start() < cue.start


def _bind_led(bound: _Bound) -> None:
    """Numbers with the word that they stand behind: "mataron a siete", "Muertos: 12"."""
    for place, item in list(bound.waiting()):
        if item.amount.is_one and item.kind is None:
            continue
        cue = next((each for each in bound.free(item) if _is_led(bound.scene, each, item)), None)
        if cue is not None:
            bound.cues[place] = cue


def _bind_beside(bound: _Bound) -> None:
    """Parts, and numbers joined with a told one: "12 civiles y tres soldados murieron"."""
    items, patterns, text = bound.scene.items, bound.scene.patterns, bound.scene.text
    for place, item in enumerate(items):
        before = place - 1
        if before in bound.cues and _is_part(bound.scene, items[before], item):
            bound.parts[place] = bound.parts.get(before, before)
            bound.cues.setdefault(place, bound.cues[before])
        for other in (before, place + 1):
            if place in bound.cues or other not in bound.cues or item.kind is None:
                continue
            left, right = sorted((items[other], item), key=lambda each: each.start)
            gap, cue = text[left.end : right.start], bound.cues[other]
            same = other == before and _is_same(bound.scene, left, right)
            if (same or patterns["joint"].match(gap)) and bound.fits(cue, item):
                bound.cues[place] = cue


def _is_same(scene: Scene, left: Item, right: Item) -> bool:
    """As in "300 familles, soit 1 500 personnes": one count in two units, a word between."""
    gap = re.sub(r"^ (?:de |d')?[^\W\d]+", "", scene.text[left.end : right.start])
    units = {left.kind == HOUSEHOLDS, right.kind == HOUSEHOLDS}
    return units == {True, False} and scene.patterns["same"].match(gap) is not None


def _is_part(scene: Scene, whole: Item, part: Item) -> bool:
    """As in "17 morts, dont cinq enfants", "30 heridos, dos de ellos graves"."""
    gap = scene.text[whole.end : part.start]
    if len(gap) > _PART_REACH or _BREAK.search(gap):
        return False
    if (whole.amount.low or whole.amount.high or 0) < (part.amount.low or 0):
        return False
    marked = scene.patterns["part"].search(gap)
    return bool(marked or scene.patterns["part_after"].match(scene.text, part.end))


def _bind_near(bound: _Bound) -> None:
    """Numbers with the nearest word of their clause, behind them or before."""
    items, text = bound.scene.items, bound.scene.text
    for place, item in list(bound.waiting()):
        if item.amount.is_one and item.kind is None:
            continue
        after = items[place + 1].start if place + 1 < len(items) else len(text)
        stop = _BREAK.search(text, item.end)
        end = min(after, item.end + _NEAR, stop.start() if stop else len(text))
        before = items[place - 1].end if place else 0
        start = max(before, item.start - _LEAD, _clause_start(text, item.start))
        behind = [c for c in bound.free(item) if c.follows and item.end <= c.start and c.end <= end]
        behind = [cue for cue in behind if not _leads_other(bound.scene, cue)]
        lead = [c for c in bound.free(item) if c.leads and start <= c.start and c.end <= item.start]
        if behind or lead:
            bound.cues[place] = behind[0] if behind else lead[-1]


def _clause_start(text: str, place: int) -> int:
    found = [match.end() for match in _BREAK.finditer(text, 0, place)]
    return found[-1] if found else 0


def _is_count(bound: _Bound, place: int) -> bool:
    """Whether it tells what happened to people: no damage, nothing that only may happen."""
    item, cue, text = bound.scene.items[place], bound.cues[place], bound.scene.text
    first, last = min(item.start, cue.start), max(item.end, cue.end)
    first = max(first - _UNREAL, _clause_start(text, first))
    unreal = bound.scene.patterns["unreal"].search(text, first, last)
    return unreal is None and cue.measure != DAMAGED
