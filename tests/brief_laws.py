"""The laws of a brief, for any brief: what each sentence and number rests on."""

import spacy

from twosource.base.numbers import find_numbers
from twosource.render.parts import Brief, Chapter

TOKENS = spacy.blank("en")


def statements_of(chapter: Chapter):
    """All that a chapter says of the world in a sentence."""
    yield from chapter.lead
    yield from chapter.agreed
    yield from chapter.single
    yield from chapter.background
    yield from chapter.moments
    yield from chapter.tolls


def numbers_in(words: str) -> set[float]:
    """The numbers that the words name."""
    doc = TOKENS(words)
    return {found.value for found in find_numbers(doc[:]) if found.value is not None}


def uncited(brief: Brief) -> list[str]:
    """The sentences without a note."""
    return [
        each.text for chapter in brief.chapters for each in statements_of(chapter) if not each.notes
    ]


def unfounded(brief: Brief) -> list[str]:
    """The sentences and figures with a number that stands in none of the words they cite."""
    quotes = {note.number: note.quote for note in brief.notes}

    def cited(notes):
        return numbers_in(" ; ".join(quotes[number] for number in notes))

    found = []
    for chapter in brief.chapters:
        told = statements_of(chapter)
        found += [each.text for each in told if not numbers_in(each.text) <= cited(each.notes)]
        for count in (row for toll in chapter.tolls for row in toll.counts):
            ends = {end for end in (count.low, count.high) if end is not None}
            if numbers_in(count.quote) and not ends <= cited(count.notes):
                found.append(f"{count.who}: {count.quote}")
    return found
