"""A trigger and the places of its sentence in, the place where it happened out.

Each place has points for how it stands to the trigger: behind a preposition of place, as what was
struck, near in the parse and in the row of words, exact rather than wide. The points are data:
`words/event_places.toml`. A word for a people is never a place of an event.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from spacy.tokens import Token

from twosource.base.gazetteer import Gazetteer, open_gazetteer
from twosource.base.place_lookup import look_up
from twosource.base.reading import Reading, words_of
from twosource.base.records import Place
from twosource.base.sites import is_site, site_words
from twosource.base.vocabulary import load_words
from twosource.extract.place_words import place_words

VERBS = frozenset({"VERB", "AUX"})
CLAUSES = frozenset({"advcl", "conj", "ccomp", "parataxis"})
ATTACHED = frozenset({"compound", "nmod", "amod", "poss"})
NESTED = re.compile(  # "Y, X", "Y in X", "Y, a village in the east of X"
    r" ?(?:[,(]|of|in) ?|(?: \w+)?,?(?: [a-z-]+){0,5} (?:of|in|on)(?: the)?(?: [a-z]+){0,2} "
)
ROW = re.compile(r"(?:['’]s)?(?: [A-Z][\w’'-]+)*? ([A-Z][\w’'-]+)(?! [A-Z])")
LONGEST = 45  # characters between a place and the one it lies in
CLIMB = 4  # "in the suburbs of the town of Y": heads looked at


def choose_place(reading: Reading, trigger: Token, places: Sequence[Place]) -> Place | None:
    """The place with the most points; None when each has fewer than no place at all."""
    told = [(_points(place, reading, trigger, places), place) for place in places]
    best = max(told, key=lambda pair: (pair[0], -pair[1].span.start), default=None)
    return best[1] if best is not None and best[0] > _table("points")["none"] else None


def may_hold(place: Place, reading: Reading) -> bool:
    """Whether something may have happened there: at a place, or in a house named after one."""
    if place.role == "location":
        return True
    text = reading.report.text
    if place.role != "in_name" or open_gazetteer(reading.settings).countries.is_people(
        place.span.quote(text)
    ):
        return False
    row = ROW.match(text, place.span.end)
    return row is not None and is_site(f"x {row[1]}")


def _points(place: Place, reading: Reading, trigger: Token, places: Sequence[Place]) -> float:
    text, most, weights = reading.report.text, _table("most"), _table("points")
    name = words_of(reading, place.span).root
    head = _whole(name)
    signs = [_kind(open_gazetteer(reading.settings), place.span.quote(text)), place.role]
    signs += list(_stand(head, trigger)) or _stand_of_outer(place, reading, trigger, places)
    signs += [sign for sign, holds in _CLAUSE_SIGNS if holds(head, trigger)]
    if any(_lies_in(each, place, text) for each in places):
        signs.append("outer")
    far = min(_steps(head, trigger), most["step"]) * weights["step"]
    far += min(abs(name.i - trigger.i), most["word"]) * weights["word"]
    return far + sum(weights.get(sign, 0.0) for sign in signs)


def _stand_of_outer(
    place: Place, reading: Reading, trigger: Token, places: Sequence[Place]
) -> list[str]:
    """How the place stands in which this one is told to lie: "struck the streets of Y in X"."""
    text = reading.report.text
    outer = (each for each in places if _lies_in(place, each, text))
    heads = (_whole(words_of(reading, each.span).root) for each in outer)
    return [sign for head in heads for sign in _stand(head, trigger)]


def _whole(head: Token) -> Token:
    """The word that the place's name belongs to: "district" of "the Y district of X"."""
    for _ in range(CLIMB):
        of = head.dep_ == "pobj" and head.head.lower_ == "of"
        above = head.head.head if of else head.head
        if not (of or head.dep_ in ATTACHED or head.dep_ == "appos") or not _is_kind(above):
            return head
        head = above
    return head


def _is_kind(noun: Token) -> bool:
    """Whether the word is a kind of place or a part of one: "streets", "Valley", "outskirts"."""
    words = {noun.lower_, noun.lemma_.lower()}
    kinds = (place_words("types"), place_words("types", "parts"), site_words("spots"))
    return noun.pos_ in {"NOUN", "PROPN"} and any(words & each for each in kinds)


def _kind(gazetteer: Gazetteer, words: str) -> str:
    """How exact the place of a name is; "" for a province or a region."""
    kinds = {entry.kind for entry in look_up(gazetteer, words)}
    if not kinds:
        return "unknown"
    wide = next((kind for kind in ("country", "region", "sea") if kind in kinds), "")
    return wide or ("town" if kinds - {"admin1"} else "")


def _stand(head: Token, trigger: Token) -> Iterator[str]:
    """How the place stands in the sentence: behind which preposition, as subject or object."""
    if head.dep_ == "nsubj" and not _is_kind(head):
        yield "subject"
    if head.dep_ in ATTACHED:
        yield "attached"
    if head.dep_ in {"dobj", "nsubjpass"} and head.head.i == trigger.i:
        yield "object"
    if head.dep_ != "pobj":
        return
    preposition = head.head
    from_there = preposition.head.lower_
    if preposition.head.pos_ == "ADV" or any(
        from_there in place_words("before", each) for each in ("directions", "units")
    ):
        yield "far"
    elif preposition.lower_ in place_words("before", "leading"):
        yield "leading"
    else:
        yield next((kind for kind in ("in", "near") if preposition.lower_ in _behind(kind)), "")


def _lies_in(inner: Place, outer: Place, text: str) -> bool:
    """Whether one place is told as lying in another: "Y, X", "Y in northern X"."""
    between = outer.span.start - inner.span.end
    if not 0 < between < LONGEST:
        return False
    return NESTED.fullmatch(text, inner.span.end, outer.span.start) is not None


def _is_before(head: Token, trigger: Token) -> bool:
    """Whether the place stands before the event's word, and is not put there: "In Y a man fell"."""
    fronted = head.dep_ == "pobj" and head.head.head.i == trigger.i
    return head.i < trigger.i and not fronted


def _is_aside(head: Token, trigger: Token) -> bool:
    """Whether the place stands in a clause of its own: "shot while his family was in Y"."""
    above = {trigger.i, *(token.i for token in trigger.ancestors)}
    up = takewhile(lambda token: token.i not in above, (head, *head.ancestors))
    return any(token.dep_ in CLAUSES for token in up)


def _is_speakers(head: Token, trigger: Token) -> bool:
    """Whether the place is where somebody speaks of the event: "doctors in Y said", "said in Y".

    Behind the event's word, "in Y" is the event's, though the parse may tie it to the speech.
    """
    telling = frozenset(load_words("twosource.extract", "event_places")["telling"]["verbs"])
    verb = next((token for token in head.ancestors if token.pos_ in VERBS), None)
    if verb is None or verb.lemma_ not in telling or not verb.is_ancestor(trigger):
        return False
    return head.i < trigger.i or verb.i > trigger.i


def _steps(head: Token, trigger: Token) -> int:
    """Steps from the place up to the trigger or to what stands above both."""
    above = {trigger.i, *(token.i for token in trigger.ancestors)}
    up = (token.i for token in (head, *head.ancestors))
    return next((steps for steps, index in enumerate(up) if index in above), 0)


@cache
def _table(name: str) -> dict[str, float]:
    return dict(load_words("twosource.extract", "event_places")[name])


@cache
def _behind(kind: str) -> frozenset[str]:
    return frozenset(load_words("twosource.extract", "event_places")["behind"][kind])


_CLAUSE_SIGNS = (("before", _is_before), ("aside", _is_aside), ("speaker", _is_speakers))
