"""A reading in, its actors out: who acts, speaks or suffers, with full names within the report."""

from collections.abc import Iterator

from spacy.tokens import Span as Words

from twosource.base.reading import Reading, words_of
from twosource.base.records import Actor, Span
from twosource.extract.actor_antecedents import show_persons
from twosource.extract.actor_bynames import with_bynames
from twosource.extract.actor_drafts import Draft
from twosource.extract.actor_initials import take_initials
from twosource.extract.actor_links import PERSONAL, give_names, give_offices
from twosource.extract.actor_names import find_known, find_states
from twosource.extract.actor_nouns import find_nouns
from twosource.extract.actor_people import find_people
from twosource.extract.actor_pointers import resolve


def find_actors(reading: Reading) -> Iterator[Actor]:
    """The actors of a reading, in the order of the text; a number per mention, not per person."""
    drafts: list[Draft] = []
    places = _place_words(reading)
    for sentence in reading.passages:
        drafts += find_drafts(sentence, places)
    drafts = take_initials(drafts, reading)
    drafts = list(show_persons(with_bynames(drafts, reading.passages)))
    named = give_names(list(give_offices(drafts)))
    for number, draft in enumerate(resolve(named), 1):
        yield to_actor(f"a{number}", draft)


def _place_words(reading: Reading) -> frozenset[int]:
    """The tokens of places that are no part of anybody's name."""
    spans = [row.span for row in reading.account.places if row.role == "location"]
    found: set[int] = set()
    for span in spans:
        words = words_of(reading, span)
        found.update(range(words.start, words.end))
    return frozenset(found)


def find_drafts(sentence: Words, places: frozenset[int] = frozenset()) -> list[Draft]:
    """The actors of one sentence by their place in it, before names are resolved.

    Names come first and keep their words: a known body, then other names, then states; a common
    noun may stand around a name ("Hamas fighters").
    """
    free = {token.i for token in sentence if not token.is_space and not token.is_punct}
    found = list(find_known(sentence))
    _take(free, found)
    states = list(find_states(sentence, free))
    _take(free, states)
    people = list(find_people(sentence, free, places))
    _take(free, people)
    named = {person.start for person in people if person.sort == "person"}
    nouns = [
        noun
        for noun in find_nouns(sentence, free)
        if noun.kind != "person" or noun.end not in named
    ]  # the chief of "military chief Dario Venn" is an office of his
    pronouns = [
        Draft(token, token.i, token.i + 1, "person", sort="pronoun")
        for token in sentence
        if token.lower_ in PERSONAL and token.tag_ == "PRP"
    ]
    return sorted(
        found + states + people + nouns + pronouns, key=lambda draft: (draft.start, draft.end)
    )


def _take(free: set[int], drafts: list[Draft]) -> None:
    for draft in drafts:
        free.difference_update(range(draft.start, draft.end))


def to_actor(name: str, draft: Draft) -> Actor:
    """The record of a draft."""
    doc = draft.head.doc
    last = doc[draft.end - 1]
    span = Span(doc[draft.start].idx, last.idx + len(last.text))
    return Actor(
        name, span, draft.name, draft.kind, draft.country, draft.organisation, draft.office
    )
