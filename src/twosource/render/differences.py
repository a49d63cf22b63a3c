"""Two texts in, both out in runs: what they share, what only one has, what stands elsewhere."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

WORD = re.compile(r"\w+(?:['’.,:]\w+)*|\S", re.UNICODE)
SHORTEST = 3  # words of a shared run between two changes; fewer are a chance meeting
MOVED = 5  # words of a run that stands elsewhere in the other text
Kind = Literal["shared", "own", "moved"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one text. `own`: only here; `moved`: the other has it at another place."""

    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both texts in runs, and how much of each the two share in words."""

    left: tuple[Run, ...]
    right: tuple[Run, ...]
    shared: int
    moved: int
    own_left: int
    own_right: int


@dataclass(frozen=True, slots=True)
class _Word:
    plain: str
    start: int
    end: int


def compare(left: str, right: str) -> Comparison:
    """What two texts share, word by word, and what each has alone."""
    first, second = _words(left), _words(right)
    kinds = _kinds(first, second)
    told = [kind for side in kinds for kind in side]
    return Comparison(
        tuple(_runs(left, first, kinds[0])),
        tuple(_runs(right, second, kinds[1])),
        kinds[0].count("shared"),
        told.count("moved"),
        kinds[0].count("own"),
        kinds[1].count("own"),
    )


def _words(text: str) -> list[_Word]:
    return [_Word(each[0].casefold(), each.start(), each.end()) for each in WORD.finditer(text)]


def _kinds(first: Sequence[_Word], second: Sequence[_Word]) -> tuple[list[Kind], list[Kind]]:
    left = [each.plain for each in first]
    right = [each.plain for each in second]
    kinds: tuple[list[Kind], list[Kind]] = (["own"] * len(left), ["own"] * len(right))
    for start, other, size in _blocks(left, right):
        kinds[0][start : start + size] = ["shared"] * size
        kinds[1][other : other + size] = ["shared"] * size
    rest = (_rest(left, kinds[0]), _rest(right, kinds[1]))
    known = (_grams(rest[0]), _grams(rest[1]))
    _mark_moved(rest[0], known[1], kinds[0])
    _mark_moved(rest[1], known[0], kinds[1])
    return kinds


def _blocks(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """The shared runs of the longest common order of words; short ones only at equal places."""
    codes = [code for code in Indel.opcodes(left, right) if code.tag == "equal"]
    for code in codes:
        size = code.src_end - code.src_start
        ends = code.src_start == code.dest_start == 0
        ends = ends or (code.src_end == len(left) and code.dest_end == len(right))
        if size >= SHORTEST or ends:
            yield code.src_start, code.dest_start, size


def _rest(words: Sequence[str], kinds: Sequence[Kind]) -> list[tuple[int, str]]:
    return [
        (place, word)
        for place, (word, kind) in enumerate(zip(words, kinds, strict=True))
        if kind == "own"
    ]


def _grams(rest: Sequence[tuple[int, str]]) -> set[tuple[str, ...]]:
    """All runs of `MOVED` words that stand together in what is left of a text."""
    return {
        tuple(word for _, word in rest[at : at + MOVED])
        for at in range(len(rest) - MOVED + 1)
        if rest[at + MOVED - 1][0] - rest[at][0] == MOVED - 1
    }


def _mark_moved(
    rest: Sequence[tuple[int, str]], other: set[tuple[str, ...]], kinds: list[Kind]
) -> None:
    for at in range(len(rest) - MOVED + 1):
        run = rest[at : at + MOVED]
        if run[-1][0] - run[0][0] == MOVED - 1 and tuple(word for _, word in run) in other:
            for place, _ in run:
                kinds[place] = "moved"


def _runs(text: str, words: Sequence[_Word], kinds: Sequence[Kind]) -> Iterator[Run]:
    """The text in stretches of one kind; blanks go with the word before them."""
    at, place = 0, 0
    while place < len(words):
        kind, last = kinds[place], place
        while last + 1 < len(words) and kinds[last + 1] == kind:
            last += 1
        end = words[last + 1].start if last + 1 < len(words) else len(text)
        yield Run(text[at:end], kind)
        at, place = end, last + 1
    if at < len(text):
        yield Run(text[at:], "shared")
