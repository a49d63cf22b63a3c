"""An event and its mentions in, a title out: 'Ceasefire in Orvania, 20 September 2031'."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from twosource.base.records import Account, Placing, ReportId, When
from twosource.base.stories import Event
from twosource.base.vocabulary import load_words
from twosource.link.clues import Clue
from twosource.link.title_words import name_event

Reports = Mapping[ReportId, Account]
MOST = 2  # people or bodies that a title names


def make_title(event: Event, clues: Sequence[Clue], reports: Reports) -> str:
    """The happening by its noun, who met or spoke, its place and its date."""
    noun = name_event(clues, reports, event.acled, event.plover).replace("\n", " ")
    title = noun[:1].upper() + noun[1:] + _name_people(event, clues, reports, noun)
    place = event.place
    if place is not None and place.name and place.name.lower() not in title.lower():
        title += f" in {_say_place(place)}"
    if event.when is not None:
        title += f", {say_when(event.when)}"
    return title


def say_when(when: When) -> str:
    """The days in words.

    >>> say_when(When("2031-09-20", "2031-09-20"))
    '20 September 2031'
    >>> say_when(When("2031-09-01", "2031-09-30", "month"))
    'September 2031'
    """
    if when.precision == "year":
        return when.start[:4]
    try:
        first, last = date.fromisoformat(when.start[:10]), date.fromisoformat(when.end[:10])
    except ValueError:
        return when.start
    if when.precision == "month":
        return f"{_month(first)} {first.year}"
    if first == last:
        return f"{first.day} {_month(first)} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {_month(first)} {first.year}"
    return f"{first.day} {_month(first)} {first.year} to {last.day} {_month(last)} {last.year}"


def _name_people(event: Event, clues: Sequence[Clue], reports: Reports, noun: str) -> str:
    """Who met whom, or who spoke to whom: " between A and B", " by A to B"; else nothing."""
    words = _words()
    if event.plover.event in words["meeting"]["between"]:
        apart = noun.rpartition(" ")[2] in words["meeting"]["apart"]
        parties = [] if apart else _find_parties(event, clues, reports)
        return f" between {' and '.join(map(with_article, parties))}" if parties else ""
    if event.kind != "speech_act" or event.plover.event not in words["speaking"]:
        return ""
    speakers, others = _named(event, "actor"), _named(event, "recipient")
    word = words["speaking"][event.plover.event]
    by = f" by {' and '.join(map(with_article, speakers))}" if 0 < len(speakers) <= MOST else ""
    others = [each for each in others if each not in speakers]
    return by + (f" {word} {with_article(others[0])}" if word and len(others) == 1 else "")


def _find_parties(event: Event, clues: Sequence[Clue], reports: Reports) -> list[str]:
    """The two who act together in one mention, sorted; none where others do too or mediate."""
    if any(each.role == "mediator" for each in event.participants):
        return []
    together = set()
    for clue in clues:
        names = {actor.id: actor.name for actor in reports[clue.report].actors}
        acting = [each for each in clue.mention.participants if each.role == "actor"]
        together.add(frozenset(name for each in acting if (name := names.get(each.actor or ""))))
    pairs = {each for each in together if len(each) > 1}
    one = next(iter(pairs), frozenset())
    return sorted(one) if len(pairs) == 1 and len(one) == MOST else []


def _named(event: Event, role: str) -> list[str]:
    return sorted({each.name for each in event.participants if each.role == role and each.name})


def with_article(name: str) -> str:
    """The name of a body as it stands in a sentence.

    >>> with_article("Government of Orvania"), with_article("Ana Berit")
    ('the Government of Orvania', 'Ana Berit')
    """
    head = name.partition(" of ")[0].rpartition(" ")[2]
    return f"the {name}" if head.lower() in _words()["bodies"].split() else name


def _say_place(place: Placing) -> str:
    return f"the {place.name}" if place.name in _words()["articled"] else f"{place.name}"


def _month(day: date) -> str:
    months: list[str] = _words()["months"]
    return months[day.month - 1]


def _words() -> dict[str, Any]:
    return load_words("twosource.link", "titles")
