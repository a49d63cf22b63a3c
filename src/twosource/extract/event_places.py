"""A trigger and the places of its reading in, the place where it happened out.

The nearest phrase wins: a place that hangs on the trigger's own clause, then one in the sentence,
then the last place that the report named before it.
"""

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from twosource.base.reading import Reading, words_of
from twosource.base.records import Place


def choose_place(reading: Reading, trigger: Token, places: Iterable[Place]) -> str | None:
    """The id of the place where the trigger's happening took place; None when none is named."""
    told = [place for place in places if place.role in {"location", "government"}]
    here = [place for place in told if place.role == "location"] or told
    sentence = trigger.sent
    inside = [
        place for place in here if sentence.start_char <= place.span.start < sentence.end_char
    ]
    if inside:
        return _closest(reading, trigger, inside)
    before = [place for place in here if place.span.end <= sentence.start_char]
    return before[-1].id if before else None


def _closest(reading: Reading, trigger: Token, places: Sequence[Place]) -> str:
    """The place with the shortest way through the parse; of equals the one nearer in the text."""

    def cost(place: Place) -> tuple[float, int]:
        head = words_of(reading, place.span).root
        return _way(trigger, head), abs(head.i - trigger.i)

    return min(places, key=cost).id


def _way(trigger: Token, head: Token) -> float:
    """Steps from the place up to the trigger or an ancestor of it, and down again."""
    up = [head, *head.ancestors]
    down = [trigger, *trigger.ancestors]
    common = next((token for token in up if token in down), None)
    if common is None:
        return 50.0
    return up.index(common) + 1.5 * down.index(common)
