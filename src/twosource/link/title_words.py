"""The words and kinds of an event's mentions in, the noun that names the happening out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from twosource.base.records import Account, Acled, Plover, ReportId
from twosource.base.vocabulary import load_words
from twosource.link.clues import Clue
from twosource.link.concepts import is_light, is_pronoun


def name_event(
    clues: Sequence[Clue], reports: Mapping[ReportId, Account], acled: Acled, plover: Plover
) -> str:
    """What the happening is called: by its words, else by its kind, else as it was written."""
    telling = [clue for clue in clues if not is_light(clue.lemma) and not is_pronoun(clue.lemma)]
    counts = Counter(clue.lemma for clue in telling or clues)
    lemmas = sorted(counts, key=lambda lemma: (-counts[lemma], lemma))
    firm = [noun for lemma in lemmas if not _is_vague(lemma) and (noun := noun_of(lemma))]
    loose = [noun for lemma in lemmas if (noun := noun_of(lemma))]
    as_written = [_written(clues, reports) if len(clues) == 1 else lemmas[0]]
    return next(iter([*firm, *name_kind(acled, plover), *loose, *as_written]))


def noun_of(lemma: str) -> str | None:
    """The noun of a trigger, None when it is not known as the name of a happening.

    >>> noun_of("shell"), noun_of("rocket attack"), noun_of("dolphin")
    ('shelling', 'rocket attack', None)
    """
    words = _words()
    nouns: dict[str, str] = words["nouns"]
    if lemma in nouns:
        return nouns[lemma]
    return lemma if lemma.rpartition(" ")[2] in _names() else None


def name_kind(acled: Acled, plover: Plover) -> Iterator[str]:
    """What ACLED and PLOVER call it, the most exact first; nothing for an event of no kind."""
    words = _words()
    types: dict[str, str] = words["acled"]
    modes: dict[str, str] = words["plover"]
    if acled.sub_event_type in types:
        yield types[acled.sub_event_type]
    for key in [*(f"{plover.event} {mode}" for mode in plover.mode), plover.event]:
        if key in modes:
            yield modes[key]


def _is_vague(lemma: str) -> bool:
    return lemma in _vague()


def _written(clues: Sequence[Clue], reports: Mapping[ReportId, Account]) -> str:
    return clues[0].mention.trigger.quote(reports[clues[0].report].report.text)


@cache
def _names() -> frozenset[str]:
    return frozenset(_words()["names"].split())


@cache
def _vague() -> frozenset[str]:
    return frozenset(_words()["vague"].split())


def _words() -> dict[str, Any]:
    return load_words("twosource.link", "titles")
