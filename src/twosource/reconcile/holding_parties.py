"""Words of a sentence on holding in, the party that they name out: its key and its name."""

import re
from collections.abc import Iterator
from functools import cache

from twosource.base.records import Account, Actor, Span
from twosource.base.vocabulary import load_words
from twosource.reconcile.book import Book
from twosource.reconcile.channels import Voice
from twosource.reconcile.holding_cues import Cue
from twosource.reconcile.keys import SOME_STATE, key_of, plain
from twosource.reconcile.lands import stem
from twosource.reconcile.parties import find_party
from twosource.reconcile.pronouns import is_pronoun

ALLIED = re.compile(
    r"\s(?:(?:backed|led|supported|commanded) by|loyal to|allied (?:with|to)|aligned with|"
    r"fighting|on|in|at|after|since|late|early|last|during|following|for|with|to|when|while|"
    r"before|who|which|that|and (?:its|their)|\w+day|yesterday|overnight)\b"
)
OWNER = re.compile(r"([A-Z][\w-]+)['’]s (?:own )?[\w-]+")  # "Tarkovia's own artillery"
OWN = re.compile(r"(?:it|they|we|he|she|i|its|their|our|his|her|my)\b", re.I)
REBELS = frozenset({"rebels", "rebel", "insurgents", "insurgent", "rebel fighters", "separatists"})
ANY_REBELS = "group:rebels"  # whoever they are
NOBODY = frozenset({"civilians", "media", "unidentified", "person"})


def find_holders(
    cue: Cue, sentence: Span, account: Account, book: Book, voices: tuple[Voice, ...]
) -> Iterator[tuple[str, str]]:
    """The key and the name of each who holds it; of "our men" the speaker's."""
    text = account.report.text
    span = Span(sentence.start + cue.who[0], sentence.start + cue.who[1]) if cue.who else None
    words = span.quote(text).strip() if span is not None else ""
    if cue.denied and (span is None or is_pronoun(words)):
        yield _meant_before(span, sentence, account, book)
        return
    if span is None or OWN.match(words):
        for voice in voices:
            body = not (voice.key or "person:").startswith("person:") or is_force(words)
            if voice.key is not None and body and (cue.who is not None or cue.own):
                yield voice.key, voice.name
        return
    party = name_party(span, account, book)
    if party is not None:
        yield party


def _meant_before(
    span: Span | None, sentence: Span, account: Account, book: Book
) -> tuple[str, str]:
    """Whom "they" means in a denial: the party named before in the sentence, else anybody."""
    for actor in reversed(account.actors if span is not None else ()):
        if sentence.start <= actor.span.start and span is not None and actor.span.end <= span.start:
            key = _key_of(actor, account, book)
            if key is not None and actor.kind not in NOBODY:
                return _loose(key, actor.span.quote(account.report.text))
    return "", ""


def name_party(span: Span, account: Account, book: Book) -> tuple[str, str] | None:
    """The party that some words name, which can hold a place: they end with its name."""
    text = account.report.text
    span = _cut(span, text)
    words = " ".join(span.quote(text).split()).removeprefix("the ").removeprefix("The ")
    ending = [
        each
        for each in account.actors
        if span.overlaps(each.span) and each.span.end >= span.end
        if all(map(_may_lead, text[span.start : each.span.start].split()))
    ]
    for actor in sorted(ending, key=_weight):
        key = _key_of(actor, account, book)
        if key is not None and (actor.kind not in NOBODY or is_force(words)):
            return _loose(key, _whole(actor, span, text))
    owner = OWNER.fullmatch(words)
    if owner is not None and f"state:{stem(owner[1])}" in book.states:
        return f"state:{stem(owner[1])}", words
    known = book.bodies.find(words)
    if known is not None and words[:1].isupper():
        return f"body:{known}", words
    named = is_force(words) and all(map(_may_lead, words.split()))
    return _loose(f"group:{plain(words)}", words) if named else None


def _cut(span: Span, text: str) -> Span:
    """The words without whom they are backed by, and without what follows the name."""
    words = span.quote(text)
    end = ALLIED.search(words)
    words = words[: end.start()] if end is not None else words
    return Span(span.start, span.start + len(words.rstrip(' "”’')))


def _may_lead(word: str) -> bool:
    """Whether a word may stand before a party's name in its phrase: "Orvan's", "fighters of"."""
    return word[:1].isupper() or word.lower() in _forces() | _articles() or word.startswith("pro-")


def _key_of(actor: Actor, account: Account, book: Book) -> str | None:
    """The party's key; an army of no land is some state's, wherever the story happens."""
    if key_of(actor, account) == SOME_STATE:
        return book.states[0] if len(book.states) == 1 else SOME_STATE
    return find_party(actor, account, book)


def _weight(actor: Actor) -> tuple[bool, int, int]:
    """Whom a phrase is about: one with a name, the longest, the last."""
    return actor.name is None, actor.span.start - actor.span.end, -actor.span.start


def _whole(actor: Actor, span: Span, text: str) -> str:
    """The actor's words with what stands before them in the phrase: "Orvan's army"."""
    start = min(span.start, actor.span.start)
    words = " ".join(text[start : actor.span.end].split())
    return words.removeprefix("the ").removeprefix("The ")


def _loose(key: str, words: str) -> tuple[str, str]:
    """Rebels of no name are the rebels of the story."""
    return (ANY_REBELS if plain(words) in REBELS else key), words


def is_force(words: str) -> bool:
    """Whether some words name a force or those who command one."""
    return bool(set(plain(words).split()) & _forces())


@cache
def _articles() -> frozenset[str]:
    return frozenset(load_words("twosource.reconcile", "control")["articles"]) | {"from", "local"}


@cache
def _forces() -> frozenset[str]:
    return frozenset(load_words("twosource.reconcile", "control")["forces"])
