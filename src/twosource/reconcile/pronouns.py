"""A pronoun in a report in, whom it means out; and sentences that can stand alone.

A sentence that is told apart from its report says whom its "he" or "it" means, in brackets:
"Two soldiers died, [Idris Karel] said."
"""

from collections.abc import Iterator

from twosource.base.records import Account, Actor, Span, Speaker
from twosource.base.vocabulary import load_words
from twosource.reconcile.keys import plain

MARKS = (('"', '"'), ("“", "”"))  # of quotations
OPENINGS = '"“„«‘'
CLOSED = ",.!?"  # before the mark that ends one


def is_pronoun(words: str) -> bool:
    """Whether the speaker is named by a pronoun only."""
    pronouns: list[str] = load_words("twosource.reconcile", "speakers")["pronouns"]
    return plain(words) in pronouns


def is_stand_in(words: str) -> bool:
    """Whether the words stand for somebody named before: "it", "the statement"."""
    papers: list[str] = load_words("twosource.reconcile", "speakers")["papers"]
    return is_pronoun(words) or words.lower().removeprefix("the ") in papers


def name_behind(speaker: Speaker, account: Account) -> str | None:
    """Whom a pronoun or paper that speaks means: by name, else as first written; None: unknown.

    "It" is "the health ministry", with the article that stands before it there.
    """
    if speaker.name:
        return speaker.name
    actor = next((each for each in account.actors if each.id == speaker.actor), None)
    return _first_words(actor, account) if actor is not None else None


def _first_words(actor: Actor, account: Account) -> str | None:
    text, start = account.report.text, actor.span.start
    words = actor.span.quote(text)
    if is_pronoun(words):
        return None
    return f"the {words}" if text[max(0, start - 4) : start].lower() == "the " else words


def say_whom(sentence: Span, account: Account) -> str:
    """The sentence in single blanks, with names in brackets for pronouns that speak or lead it.

    One whose name stands in the sentence already is left as it is.
    """
    text = account.report.text
    told = sentence.quote(text)
    for span, name in sorted(_meant(sentence, account), reverse=True, key=lambda row: row[0].start):
        if name.rpartition(" ")[2].lower() in told.lower():
            continue
        at = span.start - sentence.start
        shown = name if told[:at].strip("“\"'‘ ") else name[:1].upper() + name[1:]
        told = f"{told[:at]}[{shown}]{told[at + span.end - span.start :]}"
    return open_marks(" ".join(told.split()))


def open_marks(words: str) -> str:
    """A sentence from the end of a quotation with the mark that opens it.

    >>> open_marks('My son was hit," she said.'), open_marks('"Go," she said.')
    ('"My son was hit," she said.', '"Go," she said.')
    """
    if words[:1] in OPENINGS:
        return words  # opened by another mark than closes it
    for opening, closing in MARKS:
        at = words.find(closing)
        lone = words.count(closing) % 2 if opening == closing else opening not in words
        if lone and at > 0 and words[at - 1] in CLOSED:
            return f"{opening}{words}"
    return words


def _meant(sentence: Span, account: Account) -> Iterator[tuple[Span, str]]:
    """The pronouns of the sentence that speak or lead it, each once, with whom they mean."""
    found: dict[Span, str] = {}
    text = account.report.text
    for claim in account.claims:
        span = claim.speaker.span if claim.speaker is not None else None
        if claim.speaker is None or span is None or not sentence.covers(span):
            continue
        name = name_behind(claim.speaker, account) if is_pronoun(span.quote(text)) else None
        if name is not None:
            found.setdefault(span, name)
    for actor in account.actors:
        leads = sentence.covers(actor.span) and not text[sentence.start : actor.span.start].strip()
        if leads and actor.name and is_pronoun(actor.span.quote(text)):
            found.setdefault(actor.span, actor.name)
    yield from found.items()
