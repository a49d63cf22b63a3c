"""What an event's mentions say in, a title out: 'Ceasefire in Orvania, 20 September 2031'."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from twosource.base.records import Account, Placing, ReportId, When
from twosource.base.vocabulary import load_words
from twosource.link.clues import Clue
from twosource.link.concepts import is_light, is_pronoun


def make_title(
    clues: Sequence[Clue],
    reports: Mapping[ReportId, Account],
    when: When | None,
    place: Placing | None,
) -> str:
    """The happening in the reports' own word, its place and its date."""
    title = _name(clues, reports)
    if place is not None and place.name and place.name.lower() not in title.lower():
        title += f" in {place.name}"
    if when is not None:
        title += f", {say_when(when)}"
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


def _name(clues: Sequence[Clue], reports: Mapping[ReportId, Account]) -> str:
    """The trigger told most often as a noun or, failing that, the verb with its noun."""
    telling = [clue for clue in clues if not is_light(clue.lemma) and not is_pronoun(clue.lemma)]
    counts = Counter(clue.lemma for clue in telling or clues)
    nouns = load_words("twosource.link", "titles")["nouns"]
    named = [lemma for lemma in counts if lemma not in nouns]
    best = min(counts, key=lambda lemma: (-counts[lemma], lemma not in named, lemma))
    words: str = nouns.get(best, best)
    if best not in nouns and len(clues) == 1:
        words = clues[0].mention.trigger.quote(reports[clues[0].report].report.text)
    return (words[:1].upper() + words[1:]).replace("\n", " ")


def _month(day: date) -> str:
    months: list[str] = load_words("twosource.link", "titles")["months"]
    return months[day.month - 1]
