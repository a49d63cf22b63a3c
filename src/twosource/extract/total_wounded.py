"""The hurt of a report in, those of them out who did not die: "five shot, one fatally" are four."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.base.records import Figure, Total
from twosource.base.vocabulary import load_words

_WORDS = load_words("twosource.extract", "figures")["struck"]
_OTHERS = re.compile(r"\bothers?\b")
_STRUCK = re.compile(  # "five people were shot": whether they live is not said
    r"(?:,? (?:who|which))? ?(?:were|was|had been|have been|are|being)? ?(?:\w+ly )?"
    rf"(?:{'|'.join(_WORDS['after'])})\b"
)
_STRIKES = re.compile(rf"\b(?:{'|'.join(_WORDS['before'])}) (?:at least |up to )?$")
_OF_THEM = re.compile(r" of (?:the|those|these) (?:wounded|injured|hurt)\b")
_END = re.compile(r"[.!?\n]")
_NEAR = 40  # characters round a count in which its verb stands


def without_dead(
    figures: Sequence[Figure], current: Sequence[Figure], totals: Sequence[Total], text: str
) -> list[Figure]:
    """The counts of the hurt, each lessened by those of them who died.

    `current` are all figures of the happening, `totals` those summed so far. "Four others were
    hurt" are not of the dead.
    """
    dead = next((total.best or 0 for total in totals if total.measure == "killed"), 0)
    values = {each.value for each in figures if each.number is not None}
    killed = [each for each in current if each.measure == "killed"]
    found: list[Figure] = []
    for figure in figures:
        gone = sum(each.value or 0 for each in current if each.subset_of == figure.id)
        gone = gone or _died_of_them(figure, killed, text)
        told = figure.value is not None and not _OTHERS.search(figure.span.quote(text))
        may_hold = told and not gone and 0 < dead < (figure.value or 0)
        if may_hold and (figure.value or 0) - dead in values:
            continue  # "six shot - two killed and four wounded": the six are both
        if may_hold and _is_of_both(figure, killed, text):
            gone = dead
        found.append(_lessened(figure, gone) if gone else figure)
    return found


def _died_of_them(figure: Figure, killed: Sequence[Figure], text: str) -> float:
    """As in "one of five people hurt has died", "two of the wounded later died"."""
    for each in killed:
        within = each.span != figure.span and each.span.covers(figure.span)
        later = each.span.start > figure.span.end
        if within or (later and _OF_THEM.match(text[each.span.end :][:_NEAR])):
            return each.value or 0
    return 0


def _is_of_both(figure: Figure, killed: Sequence[Figure], text: str) -> bool:
    """Whether a count of those struck takes in the dead, who are told of later in the report.

    As in "Five people were shot. Two of them died"; "one was killed and four were shot" does not.
    """
    after, before = text[figure.span.end :][:_NEAR], text[: figure.span.start][-_NEAR:]
    if not (_STRUCK.match(after) or _STRIKES.search(before)):
        return False
    told = [each for each in killed if each.high != 0]
    beside = (each for each in told if each.span.start < figure.span.start)
    if any(not _END.search(text[each.span.end : figure.span.start]) for each in beside):
        return False
    return any(each.span.start > figure.span.start for each in told)


def _lessened(figure: Figure, gone: float) -> Figure:
    value, low, high = _less(figure, gone)
    return replace(figure, value=value, low=low, high=high)


def _less(figure: Figure, gone: float) -> Iterator[float | None]:
    for each in (figure.value, figure.low, figure.high):
        yield None if each is None else max(each - gone, 0)
