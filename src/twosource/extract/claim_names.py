"""A speaker's mention in, who it is out: the name, the actor's id, and the kind of attribution."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from twosource.base.grammar import bare_phrase, noun_phrase
from twosource.base.reading import Reading, span_of
from twosource.base.records import Actor, Attribution, Claim, Span, Speaker
from twosource.extract.actor_words import head_kinds, titles
from twosource.extract.claim_speakers import speaker_words
from twosource.extract.claim_words import word_set

KINDS: dict[str, Attribution] = {"person": "named", "media": "media", "unidentified": "unnamed"}
NOUN_KINDS: tuple[Attribution, ...] = ("document", "media", "institution")
UNNAMED_KINDS = frozenset({"civilians", "protesters", "rioters", "unidentified"})
DEEP = 4
RELATIVES = frozenset({"who", "which", "that", "whom"})


def name_speaker(reading: Reading, head: Token) -> tuple[Speaker, Attribution]:
    """The speaker of a claim and its attribution."""
    words = speaker_words(head)
    span = span_of(words)
    row = actor_at(reading.account.actors, reading.report.text, head)
    if row is not None and row.name is None:
        row = _apposed(reading, head) or row
    beside = _name_beside(reading, head)
    if beside is not None and (row is None or row.name is None):
        return Speaker(span, beside, row.id if row else None), "named"
    if row is not None:
        return Speaker(span, row.name, row.id), _kind_of(row, head)
    named = _bearer(head)
    name = _proper_name(named)
    row = _namesake(reading.account.actors, name)
    if row is not None:
        return Speaker(span, row.name, row.id), _kind_of(row, head)
    return Speaker(span, name, None), kind_of_noun(named, name)


def _namesake(actors: Iterable[Actor], name: str | None) -> Actor | None:
    """The person whose surname this is, when one was named in full."""
    if name is None or " " in name:
        return None
    people = (row for row in actors if row.kind == "person")
    return next((row for row in people if (row.name or "").endswith(f" {name}")), None)


def actor_at(actors: Iterable[Actor], text: str, head: Token) -> Actor | None:
    """The actor row that stands on the head word, or on the noun a relative pronoun means."""
    del text
    wanted = _bearer(head)
    place = Span(wanted.idx, wanted.idx + len(wanted.text))
    covering = [row for row in actors if row.span.covers(place)]
    return min(covering, key=lambda row: row.span.end - row.span.start, default=None)


def _apposed(reading: Reading, head: Token) -> Actor | None:
    """The row of the name beside an office: "the ombudsman, Ana Beros"."""
    beside = _appositive(head)
    return None if beside is None else actor_at(reading.account.actors, "", beside)


def _appositive(head: Token) -> Token | None:
    """What stands beside a noun, also when the parser hangs it on "in Karsk" behind the noun."""
    last = head
    for _ in range(DEEP):
        found = next((c for c in last.rights if c.dep_ == "appos"), None)
        if found is not None:
            return found
        below = [c for c in last.rights if c.dep_ in {"prep", "pobj"}]
        if not below:
            return None
        last = below[-1]
    return None


def _name_beside(reading: Reading, head: Token) -> str | None:
    """The full name of a person beside an office that no actor row has; None for a place."""
    beside = _appositive(head)
    if beside is None or head.pos_ != "NOUN" or head.lemma_.lower() not in _offices():
        return None
    name = _proper_name(beside)
    place = span_of(beside)
    located = any(row.span.covers(place) for row in reading.account.places)
    return name if name and " " in name and not located else None


@cache
def _offices() -> frozenset[str]:
    """Nouns for people by what they do: "ombudsman", "adviser"."""
    return (
        titles() | word_set("offices") | {n for n, kind in head_kinds().items() if kind == "person"}
    )


def kind_of_noun(head: Token, name: str | None) -> Attribution:
    """The attribution that a noun stands for when no actor row tells."""
    lemma = head.lemma_.lower()
    for kind in NOUN_KINDS:
        if lemma in word_set("speakers", kind):
            return kind
    return "named" if name else "unnamed"


def _kind_of(row: Actor, head: Token) -> Attribution:
    lemma = head.lemma_.lower()
    if lemma in word_set("speakers", "media"):
        return "media"
    if row.kind in UNNAMED_KINDS or (row.kind == "person" and row.name is None):
        return "unnamed"
    if lemma in word_set("speakers", "document"):
        return "document"
    return KINDS.get(row.kind, "institution")


def _bearer(head: Token) -> Token:
    """The noun that "who" or "which" stands for; else the word itself."""
    if head.lower_ in RELATIVES and head.head.dep_ == "relcl":
        return head.head.head
    return head


def _proper_name(head: Token) -> str | None:
    """The name in a noun phrase: its run of proper names up to the head; None without one."""
    if head.pos_ != "PROPN":
        return None
    words = _without_office([t for t in noun_phrase(head) if not t.is_space])
    return " ".join(t.text for t in words) if words else bare_phrase(head).text


def _without_office(words: list[Token]) -> list[Token]:
    """The name alone: "Dario Venn" of "the president's adviser Dario Venn"."""
    owners = [place for place, token in enumerate(words) if token.tag_ == "POS"]
    words = words[owners[-1] + 1 :] if owners else words
    names = [token for token in words if token.pos_ == "PROPN"]
    while len(names) > 1 and names[0].lower_.rstrip(".") in _offices():
        names = names[1:]
    return names


def take_up(claim: Claim, before: Claim | None, text: str) -> Claim:
    """The claim with "he" or "she" named after the person who spoke last."""
    if before is None or claim.speaker is None or claim.speaker.name is not None:
        return claim
    mention = claim.speaker.span
    if mention is None or mention.quote(text).lower() not in {"he", "she"}:
        return claim
    if before.speaker is None or before.attribution != "named":
        return claim
    named = replace(claim.speaker, name=before.speaker.name, actor=before.speaker.actor)
    return replace(claim, speaker=named, attribution="named")
