"""A speaker's mention in, who it is out: the name, the actor's id, and the kind of attribution."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.countries import known_countries
from twosource.base.grammar import noun_phrase
from twosource.base.reading import Reading, span_of
from twosource.base.records import Actor, Attribution, Span, Speaker
from twosource.extract.actor_drafts import government_of, lost_genitive, state_named
from twosource.extract.actor_words import (
    body_kinds,
    head_kinds,
    is_day,
    links,
    run_words,
    titles,
)
from twosource.extract.claim_speakers import bearer_of, speaker_words
from twosource.extract.claim_tallies import is_tally, owner_of
from twosource.extract.claim_they import group_before
from twosource.extract.claim_voices import can_speak, common_nouns, is_name
from twosource.extract.claim_words import word_set

KINDS: dict[str, Attribution] = {"person": "named", "media": "media", "unidentified": "unnamed"}
NOUN_KINDS: tuple[Attribution, ...] = ("document", "media", "institution")
LONGEST = 8  # words of a name; a longer run of capitals is a headline or a list of tags
LONGEST_PERSON = 5
UNNAMED_KINDS = frozenset({"civilians", "protesters", "rioters", "unidentified"})
DEEP = 6


def name_speaker(reading: Reading, head: Token) -> tuple[Speaker, Attribution]:
    """The speaker of a claim and its attribution: of "a Front tally", the Front."""
    owner = owner_of(head) if is_tally(head) else None
    if owner is None or not can_speak(reading, owner):
        return _name_speaker(reading, head)
    known, kind = _name_speaker(reading, owner)
    return replace(known, span=span_of(speaker_words(head))), kind


def _name_speaker(reading: Reading, head: Token) -> tuple[Speaker, Attribution]:
    span = span_of(speaker_words(head))
    row = actor_at(reading.account.actors, head)
    row = row or group_before(reading, head)
    if row is None or row.name is None:
        row = _apposed(reading, head) or _leading(reading, head) or row
    beside = _name_beside(reading, head)
    if beside is not None and (row is None or row.name is None):
        return Speaker(span, beside, row.id if row else None), "named"
    behind = _body_behind(reading, head) if row is None or row.name is None else None
    if behind is not None:
        whole = Span(span.start, span_of(behind).end)
        return Speaker(whole, behind.text, row.id if row else None), kind_of_noun(head, None)
    if row is not None:
        return Speaker(span, row.name, row.id), _kind_of(row, head)
    named = bearer_of(head)
    name = _proper_name(named) if is_name(reading, named) else None
    row = _namesake(reading.account.actors, name)
    if row is not None:
        return Speaker(span, row.name, row.id), _kind_of(row, head)
    press = head.i and head.nbor(-1).lower_ in run_words("presses")
    state = state_named(name) if name and not press else None
    if state is not None:
        return Speaker(span, government_of(state.iso3), None), "institution"
    return Speaker(span, name, None), kind_of_noun(named, name)


def _leading(reading: Reading, head: Token) -> Actor | None:
    """The named person right before an office: "Jane Roe head of …", where a comma is lost."""
    if head.pos_ not in {"NOUN", "PROPN"} or head.lemma_.lower() not in office_nouns():
        return None
    first = speaker_words(head).start
    people = (row for row in reading.account.actors if row.name and row.kind == "person")
    start = head.doc[first].idx
    return next((row for row in people if start <= row.span.start < head.idx), None)


def _namesake(actors: Iterable[Actor], name: str | None) -> Actor | None:
    """The person whose surname this is, when one was named in full."""
    if name is None or " " in name:
        return None
    people = (row for row in actors if row.kind == "person")
    return next((row for row in people if (row.name or "").endswith(f" {name}")), None)


def actor_at(actors: Iterable[Actor], head: Token) -> Actor | None:
    """The actor row that stands on the head word, or on the noun a relative pronoun means."""
    wanted = bearer_of(head)
    place = Span(wanted.idx, wanted.idx + len(wanted.text))
    covering = [row for row in actors if row.span.covers(place)]
    return min(covering, key=lambda row: row.span.end - row.span.start, default=None)


def _apposed(reading: Reading, head: Token) -> Actor | None:
    """The row of the name beside an office: "the ombudsman, Ana Beros"."""
    beside = _appositive(head)
    return None if beside is None else actor_at(reading.account.actors, beside)


def _appositive(head: Token) -> Token | None:
    """What stands beside a noun, also when the parser hangs it on "in Karsk" behind the noun."""
    last = head
    for _ in range(DEEP):
        found = next((c for c in last.rights if c.dep_ == "appos"), None) or _known_as(last)
        if found is not None:
            return found
        below = [c for c in last.rights if c.dep_ in {"prep", "pobj"}]
        if not below:
            return None
        last = below[-1]
    return None


def _known_as(noun: Token) -> Token | None:
    """The name of "the coalition, known as the June Movement"."""
    called = (c for c in noun.rights if c.dep_ == "acl" and c.lower_ in {"known", "called"})
    parts = (c for verb in called for c in verb.rights)
    return next((o for c in parts for o in (c, *c.rights) if o.dep_ in {"pobj", "oprd"}), None)


def _name_beside(reading: Reading, head: Token) -> str | None:
    """The full name of a person beside an office that no actor row has; None for a place."""
    beside = _appositive(head)
    if beside is None or head.pos_ != "NOUN" or head.lemma_.lower() not in office_nouns():
        return None
    name = _proper_name(beside)
    place = span_of(beside)
    located = any(row.span.covers(place) for row in reading.account.places)
    return name if name and " " in name and not located else None


def _body_behind(reading: Reading, head: Token) -> Words | None:
    """The name right behind a noun for a body: "the opposition alliance Free Karsk"."""
    first = head.i + 1
    bodies = word_set("speakers", "institution") | word_set("speakers", "media")
    if head.pos_ != "NOUN" or head.lemma_.lower() not in bodies or not head.text.islower():
        return None
    end = first
    while end < len(head.doc) and head.doc[end].pos_ == "PROPN" and head.doc[end].text[0].isupper():
        end += 1
    named = head.doc[first:end]
    return named if 0 < len(named) <= LONGEST and is_name(reading, named[-1]) else None


@cache
def office_nouns() -> frozenset[str]:
    """Nouns for people by what they do: "ombudsman", "adviser"."""
    return (
        titles() | word_set("offices") | {n for n, kind in head_kinds().items() if kind == "person"}
    )


def kind_of_noun(head: Token, name: str | None) -> Attribution:
    """The attribution that a noun stands for when no actor row tells."""
    lemma = head.lemma_.lower()
    if any(child.lower_ in {"news", "press"} for child in head.lefts):
        return "media"
    for kind in NOUN_KINDS if head.text.islower() or not name else ("media",):
        if lemma in word_set("speakers", kind):
            return kind
    if not name:
        return "unnamed"
    held = any(child.dep_ == "det" for child in head.lefts)
    body = name.isupper() and len(name) > 1 and " " not in name
    return "institution" if held or body or name.split()[-1] in body_kinds() else "named"


def _kind_of(row: Actor, head: Token) -> Attribution:
    lemma = head.lemma_.lower()
    if row.name is None and _hides(head):
        return "unnamed"
    if lemma in word_set("speakers", "media") and row.kind not in {"state_government", "igo"}:
        return "media"
    if row.kind in UNNAMED_KINDS or (row.kind == "person" and row.name is None):
        return "unnamed"
    if lemma in word_set("speakers", "document") and head.text.islower():
        return "document"
    return KINDS.get(row.kind, "institution")


def _hides(head: Token) -> bool:
    """Whether the report says that it names nobody: "who asked not to be named"."""
    return any(token.lower_ in word_set("speakers", "hidden") for token in head.subtree)


def _proper_name(head: Token) -> str | None:
    """The name in a noun phrase: its last run of proper names; None without one."""
    if head.pos_ != "PROPN":
        return None
    words = [t for t in noun_phrase(head) if not t.is_space]
    first = len(words) - 1
    while first and _goes_on(words[first - 1]):
        first -= 1
    names = _without_office(words[first:])
    while len(names) > 1 and _stands_before(names):
        names = names[1:]
    word = names[-1].text if names else ""
    common = len(names) == 1 and word.lower().removesuffix("s") in common_nouns()
    common = common or known_countries().is_people(word) or len(word) == 1  # "Q: …"
    linked = any(token.lower_ in {"of", "for", "and"} for token in names)
    if common or len(names) > (LONGEST if linked else LONGEST_PERSON):
        return None
    return head.doc[names[0].i : head.i + 1].text if names else None


def _stands_before(names: list[Token]) -> bool:
    """Whether the first word only stands before the name: "Syria Staffan Venn", "TV Barazi"."""
    first = names[0]
    if len(names) > 2 and state_named(first.text):  # noqa: PLR2004 - a name is two words
        return True
    return first.lower_ in common_nouns() and first.is_upper


def _goes_on(token: Token) -> bool:
    """Whether the word before a name belongs to it."""
    if is_day(token) or lost_genitive(token):
        return False
    if token.pos_ == "ADJ" and token.text.istitle():
        return not token.is_sent_start or _stands_elsewhere(token)  # "Free Karsk"
    return token.pos_ == "PROPN" or token.text in {"-", "&", "of"} or token.lower_ in links()


def _stands_elsewhere(token: Token) -> bool:
    """Whether a first word with the next one stands so within another sentence too."""
    pair = (token.text, token.nbor().text)
    return any(
        (each.text, each.nbor().text) == pair
        for each in token.doc[: len(token.doc) - 1]
        if each.i != token.i and not each.is_sent_start
    )


def _without_office(words: list[Token]) -> list[Token]:
    """The name alone: "Dario Venn" of "Council Chairman Dario Venn"."""
    while words and words[0].pos_ != "PROPN" and not words[0].text.istitle():
        words = words[1:]
    offices = [n for n, t in enumerate(words[:-1]) if t.lower_.rstrip(".") in office_nouns()]
    rest = words[offices[-1] + 1 :] if offices else words
    while len(rest) > 2 and rest[0].lower_ in word_set("speakers", "people"):  # noqa: PLR2004
        rest = rest[1:]  # "Eyewitness Dario Venn"
    return [] if rest and rest[0].text == "-" else rest  # "Secretary-General"
