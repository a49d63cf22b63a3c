"""Two texts in, the passages that stand in both out."""

import re
from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher

from twosource.base.records import Span

WORD = re.compile(r"\w+")
LEAST = 8  # words: shorter passages occur by chance and in set phrases
LONG = 4_000  # words over which the exact comparison is too slow


def shared_passages(left: str, right: str, least: int = LEAST) -> list[tuple[Span, Span]]:
    """Where the same words stand in both texts, in the order of the left one.

    Case, marks and blanks do not count. A passage has at least `least` words.

    >>> [(a.start, a.end) for a, _ in shared_passages("So it was a day", "It was a day.", 3)]
    [(3, 15)]
    """
    ours, theirs = list(WORD.finditer(left)), list(WORD.finditer(right))
    if len(ours) > LONG or len(theirs) > LONG:
        ours, theirs = ours[:LONG], theirs[:LONG]
    matcher = SequenceMatcher(None, _lower(ours), _lower(theirs), autojunk=False)
    return [
        (
            Span(ours[block.a].start(), ours[block.a + block.size - 1].end()),
            Span(theirs[block.b].start(), theirs[block.b + block.size - 1].end()),
        )
        for block in matcher.get_matching_blocks()
        if block.size >= least
    ]


def longest_passage(left: Sequence[str | int], right: Sequence[str | int]) -> int:
    """The number of words in the longest run that stands in both.

    >>> longest_passage(("a", "b", "c", "d"), ("x", "b", "c", "y"))
    2
    """
    places: dict[str | int, list[int]] = defaultdict(list)
    for place, word in enumerate(right):
        places[word].append(place)
    best = 0
    ends: dict[int, int] = {}
    for word in left:
        ends = {place: ends.get(place - 1, 0) + 1 for place in places.get(word, ())}
        best = max(best, *ends.values()) if ends else best
    return best


def count_aligned(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    """How many words stand in both in the same order, longest common passages first.

    >>> count_aligned(("a", "b", "c", "d"), ("b", "c", "x", "d", "a"))
    3
    """
    matcher = SequenceMatcher(None, left[:LONG], right[:LONG], autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks())


def _lower(words: list[re.Match[str]]) -> list[str]:
    return [word[0].lower() for word in words]
