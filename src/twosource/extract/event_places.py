"""A trigger and the places of its reading in, the place where it happened out.

Where something happened stands in the trigger's own clause behind a preposition of place, or else
nearby in the sentence, or is the place that the report named last. Of several, the more exact one
is taken: "in the Y town of X" is X. A word for a people is never a place, a government only when
nothing else is there.
"""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from twosource.base.gazetteer import Gazetteer, open_gazetteer
from twosource.base.place_lookup import look_up
from twosource.base.reading import Reading, words_of
from twosource.base.records import Place
from twosource.base.sites import site_words
from twosource.extract.place_words import place_words

DEAREST = 4.5  # a place that costs more is another happening's
OWN = 2.0  # at most, behind the trigger's own preposition
FAR = 30.0  # steps: no way through the parse
ALONE = 9.0  # the only place of its sentence, behind a preposition of place
EXACT = {"country": 0.0, "region": 0.3, "sea": 0.3, "admin1": 1.0}
MOST_EXACT = 1.8
FITS = 0.5  # what speaks against a name that stands where places do
ATTACHED = 3.6  # "Italy's team", "the Kenya office"


def choose_place(reading: Reading, trigger: Token, places: Iterable[Place]) -> str | None:
    """The id of the place where the trigger's happening took place; None when none is named."""
    told = [place for place in places if place.role in {"location", "government"}]
    sentence = trigger.sent
    inside = [
        place for place in told if sentence.start_char <= place.span.start < sentence.end_char
    ]
    near = _closest(reading, trigger, inside) if inside else None
    if near is not None:
        return near
    before = [
        place
        for place in told
        if place.span.end <= sentence.start_char and place.role == "location"
    ]
    return before[-1].id if before else None


def _closest(reading: Reading, trigger: Token, places: Sequence[Place]) -> str | None:
    """The place with the least cost, of equals the one nearer; None when all cost too much."""
    gazetteer = open_gazetteer(reading.settings)

    def cost(place: Place) -> tuple[float, int]:
        head = words_of(reading, place.span).root
        words = place.span.quote(reading.report.text)
        points = _way(trigger, head) + _unfit(head, trigger) - _exactness(gazetteer, words)
        return points + (4.0 if place.role == "government" else 0.0), abs(head.i - trigger.i)

    costs = {place.id: cost(place) for place in places}
    best = min(costs, key=lambda each: costs[each])
    most = ALONE if _is_alone(reading, trigger, places) else DEAREST
    return best if costs[best][0] <= most else None


def _is_alone(reading: Reading, trigger: Token, places: Sequence[Place]) -> bool:
    """Whether the sentence has one place only, and it stands where places of happenings do."""
    if len(places) > 1 or places[0].role != "location":
        return False
    return _unfit(words_of(reading, places[0].span).root, trigger) <= FITS


def _exactness(gazetteer: Gazetteer, words: str) -> float:
    """How exact a place is: a town more than a province, a province more than a country."""
    kinds = [EXACT.get(entry.kind, MOST_EXACT) for entry in look_up(gazetteer, words)]
    return min(kinds, default=MOST_EXACT)


def _unfit(head: Token, trigger: Token) -> float:
    """What speaks against a name as the place of anything: it does not stand where places do."""
    if head.dep_ == "pobj":
        own = head.head.head.i == trigger.i  # "left from Y", not "troops from Y left"
        return min(_unfit_behind(head.head), OWN if own else FAR)
    if head.dep_ == "nsubj":
        return 5.0  # who acts there is elsewhere
    if head.dep_ in {"nsubjpass", "dobj"}:
        return 1.5
    if head.dep_ in {"compound", "poss", "nmod", "amod"}:
        return FITS if _is_kind(head.head) else ATTACHED
    return 1.0


def _is_kind(noun: Token) -> bool:
    """Whether the noun behind a name is a kind of place: "Orlan streets", "Varda airport"."""
    words = {noun.lower_, noun.lemma_.lower()}
    return any(words & each for each in (place_words("types"), site_words("spots")))


def _unfit_behind(preposition: Token) -> float:
    """What speaks against a name behind a preposition: "of Y" less than "from Y", "by Y"."""
    if preposition.lower_ in place_words("before", "leading"):
        return 4.0
    if preposition.head.pos_ in {"ADV", "PROPN"}:
        return 1.5  # "45 km south of Y" is not Y, nor is a body "of Y"
    return 0.0 if preposition.lower_ in place_words("before", "happening") else 1.5


def _way(trigger: Token, head: Token) -> float:
    """Steps from the place up to the trigger or an ancestor of it, and down again."""
    up = [head, *head.ancestors]
    down = [trigger, *trigger.ancestors]
    common = next((token for token in up if token in down), None)
    if common is None:
        return FAR
    return 0.5 * up.index(common) + 1.5 * down.index(common)
