"""The timeline of a story in, the moments of its brief out: each happening once, history in one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from twosource.base.stories import Citation, Entry, Story
from twosource.render.notes import Notebook
from twosource.render.once import plain_words
from twosource.render.parts import Moment, Statement
from twosource.render.phrases import when_words
from twosource.render.quoting import is_quote

MOST = 40
EARLIER = 45  # days before a story that are its history


def make_moments(entries: Sequence[Entry], story: Story, book: Notebook) -> tuple[Moment, ...]:
    """The weightiest entries, by date; words told of several days or events stand once."""
    past, now = choose_entries(entries, story)
    return (*_history(past, book), *(_moment(each, book) for each in now))


def tell_once(
    moments: Sequence[Moment], told: Iterable[Statement]
) -> tuple[tuple[Moment, ...], tuple[Statement, ...]]:
    """The moments with the one origin of those told by one; and the statements left to tell."""
    by_words = {plain_words(each.text): each for each in told}
    dated = {plain_words(each.text) for each in moments}
    named = (by_words.get(plain_words(each.text)) for each in moments)
    return (
        tuple(
            replace(each, by=one.by[0]) if one is not None and one.by else each
            for each, one in zip(moments, named, strict=True)
        ),
        tuple(each for words, each in by_words.items() if words not in dated),
    )


def choose_entries(entries: Sequence[Entry], story: Story) -> tuple[list[Entry], list[Entry]]:
    """The weightiest entries before the story and of its own days, each by date."""
    heavy = sorted(entries, key=lambda each: -each.weight)[:MOST]
    kept = _once([each for each in entries if each in heavy])
    limit = _limit(story)
    past = [each for each in kept if limit and each.when.end < limit]
    return past, [each for each in kept if each not in past]


def _once(entries: Iterable[Entry]) -> list[Entry]:
    """Each sentence once, and each event once: the exactest day, then the weightiest."""
    told: set[str] = set()
    kept: list[Entry] = []
    exact = sorted(entries, key=lambda each: (each.when.start != each.when.end, -each.weight))
    for entry in exact:
        marks = {entry.text, *entry.events}
        if not marks & told:
            kept.append(entry)
        told |= marks
    return sorted(kept, key=lambda each: (each.when.start, each.when.end, each.text))


def _limit(story: Story) -> str | None:
    try:
        start = date.fromisoformat((story.start or "")[:10])
    except ValueError:
        return None
    return (start - timedelta(EARLIER)).isoformat()


def _history(past: Sequence[Entry], book: Notebook) -> list[Moment]:
    """What lies long before the story: its dates on one line when there are several."""
    if len(past) < 2:  # noqa: PLR2004 - one needs no list
        return [_moment(each, book) for each in past]
    days = list(dict.fromkeys(when_words(each.when) for each in past))
    cited: list[Citation] = [one for each in past for one in each.supports[:1]]
    return [Moment("Before", f"{', '.join(days)}: see background", book.cite(cited))]


def _moment(entry: Entry, book: Notebook) -> Moment:
    said = is_quote(entry.text, entry.supports, book)
    return Moment(when_words(entry.when), entry.text, book.cite(entry.supports, entry.text), said)
