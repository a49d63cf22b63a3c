"""Clues in, the pairs worth comparing out: only those that share a key."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from twosource.link.clues import Clue
from twosource.link.concepts import groups_of, is_light, stem_of, words_of

CROWD = 250  # a key shared by more mentions than this is split by day and place
Pair = tuple[int, int]


def find_pairs(clues: Sequence[Clue]) -> list[Pair]:
    """Pairs of places in `clues`, the lower first, sorted."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, clue in enumerate(clues):
        for key in sorted(set(_keys(clue))):
            blocks[key].append(number)
    found: set[Pair] = set()
    for key in sorted(blocks):
        for block in _split(blocks[key], clues):
            found.update((a, b) for at, a in enumerate(block) for b in block[at + 1 :])
    return sorted(found)


def _keys(clue: Clue) -> Iterator[str]:
    """Stem, group of like words, class and mode; a word of its company that may be its noun."""
    for word in words_of(clue.lemma):
        yield f"word {stem_of(word)}"
    if not is_light(clue.lemma):
        for group in groups_of(clue.lemma):
            yield f"group {group}"
    plover = clue.mention.plover
    for mode in plover.mode or ("",):
        if plover.event is not None:
            yield f"class {plover.event} {mode}"
    told = sorted(clue.company, key=lambda word: (-clue.company[word], word))[:2]
    yield "company " + " ".join(sorted(told))


def _split(block: list[int], clues: Sequence[Clue]) -> Iterator[list[int]]:
    if len(block) <= CROWD:
        yield block
        return
    parts: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number in block:
        clue = clues[number]
        day = clue.when.start if clue.when is not None else ""
        parts[day, clue.place or ""].append(number)
    for key in sorted(parts):
        yield parts[key][: CROWD * 2]
