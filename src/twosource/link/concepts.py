"""Trigger words in, what they tell of out: stems, groups of like words, how alike two words are."""

import re
from functools import cache

from twosource.base.vocabulary import load_words

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
SHORTEST_STEM = 3


@cache
def stem_of(word: str) -> str:
    """The word without the endings by which nouns are made from verbs.

    >>> stem_of("investigation") == stem_of("investigate")
    True
    """
    words = load_words("twosource.link", "concepts")
    low = word.lower()
    for _ in range(2):
        for suffix in words["derivations"]["suffixes"]:
            if low.endswith(suffix) and len(low) - len(suffix) >= SHORTEST_STEM:
                low = low[: -len(suffix)]
                break
    if low[-1:] == low[-2:-1]:
        low = low[:-1]
    forms: dict[str, str] = words["irregular"]["forms"]
    return forms.get(low, low)


@cache
def groups_of(lemma: str) -> frozenset[str]:
    """The groups of like words that the lemma (one word or several) stands in."""
    found: set[str] = set()
    for word in words_of(lemma):
        found |= _index().get(word, frozenset()) or _index().get(stem_of(word), frozenset())
    return frozenset(found)


@cache
def words_of(lemma: str) -> tuple[str, ...]:
    """The words of a lemma that carry meaning, lower-cased; all of them when none does."""
    every = tuple(word.lower() for word in WORD.findall(lemma))
    return tuple(word for word in every if not is_empty(word)) or every


def is_empty(word: str) -> bool:
    """Whether the word is a particle, an article or a form that carries no meaning."""
    return len(word) <= 2 or word in _set("particles") or word in _set("pronouns")  # noqa: PLR2004


@cache
def is_pronoun(lemma: str) -> bool:
    """Whether the trigger only points back: it, this, that."""
    return lemma.lower() in _set("pronouns")


@cache
def is_general(lemma: str) -> bool:
    """Whether the trigger names any happening: incident, event."""
    return any(word in _set("general") for word in words_of(lemma))


@cache
def is_light(lemma: str) -> bool:
    """Whether the trigger's verb carries little meaning of its own: make, have, say."""
    return all(word in _set("light") for word in words_of(lemma))


@cache
def likeness(left: str, right: str) -> float:
    """How alike two lemmas are: 1 the same word, 0.9 the same stem, 0.7 one group, else 0."""
    first, second = words_of(left), words_of(right)
    if set(first) & set(second):
        return 1.0
    if {stem_of(word) for word in first} & {stem_of(word) for word in second}:
        return 0.9
    return 0.7 if groups_of(left) & groups_of(right) else 0.0


@cache
def _set(table: str) -> frozenset[str]:
    words = load_words("twosource.link", "concepts")[table]["words"]
    return frozenset(words.split() if isinstance(words, str) else words)


@cache
def _index() -> dict[str, frozenset[str]]:
    groups: dict[str, str] = load_words("twosource.link", "concepts")["groups"]
    found: dict[str, set[str]] = {}
    for name, words in groups.items():
        for word in words.split():
            for form in {word, stem_of(word)}:
                found.setdefault(form, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}
