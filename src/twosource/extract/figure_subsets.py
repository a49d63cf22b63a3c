"""A sentence's hits in, which of them is part of which out."""

from collections.abc import Sequence

from spacy.tokens import Span as Words

from twosource.base.vocabulary import load_words
from twosource.extract.figure_counts import Hit

_WORDS = load_words("twosource.extract", "figures")["subsets"]
_BEFORE = frozenset(_WORDS["before"])
_FATALLY = frozenset(load_words("twosource.extract", "figures")["to_death"]["adverbs"])
_PHRASES: frozenset[str] = frozenset(_WORDS["phrases"])


def find_wholes(hits: Sequence[Hit], sentence: Words) -> dict[int, int]:
    """For each hit that is part of another (by place in the list), the place of the whole."""
    wholes: dict[int, int] = {}
    for place, hit in enumerate(hits):
        if hit.count.first is None and hit.count.value is None:
            continue
        whole = _whole_before(place, hits, wholes)
        if whole is not None and _is_part(hit, hits[whole], sentence):
            wholes[place] = whole
    return wholes


def _whole_before(place: int, hits: Sequence[Hit], wholes: dict[int, int]) -> int | None:
    for earlier in range(place - 1, -1, -1):
        larger = hits[earlier].count.low or hits[earlier].count.high or 0
        if earlier not in wholes and larger >= (hits[place].count.low or 0) and larger > 1:
            return earlier
    return None


def _is_part(part: Hit, whole: Hit, sentence: Words) -> bool:
    """Between the whole and the part stands "including", or "of them" follows the part."""
    doc = sentence.doc
    between = [token.lower_ for token in doc[whole.count.end : part.count.start]]
    if part.count.start < whole.count.end:
        return False
    if _BEFORE & set(between):
        return True
    if part.measure == "killed" and whole.measure == "injured":
        near = doc[part.count.end : part.count.end + 3]  # "five shot, one (of them) fatally"
        return any(token.lower_ in _FATALLY for token in near)
    after = " ".join(token.lower_ for token in doc[part.count.last or part.count.end :][:4])
    return any(phrase in after or phrase in " ".join(between) for phrase in _PHRASES)
