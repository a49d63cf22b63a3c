"""Parsed sentences in, cues out: the words by which the report hands its word to somebody.

A cue is a verb ("said"), noun ("the claim that"), adjective ("confident that"), adverb
("reportedly") or preposition ("according to") whose frame holds: what the vocabulary says of it
agrees with how its neighbours hang on it in the parse.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.extract.claim_asides import stands_aside
from twosource.extract.claim_beside import set_apart, stands_beside, turned
from twosource.extract.claim_counts import find_count
from twosource.extract.claim_frames import (
    FINDERS,
    has_to,
    is_passive,
    is_that_clause,
    made_clear,
    read_verb,
)
from twosource.extract.claim_words import Frames, frames_of, word_set

NOUN_CLAUSES = frozenset({"acl", "ccomp", "relcl"})
LINKS = frozenset({"prep", "prt", "agent"})
CLAUSE_LINKS = frozenset({"advcl", "ccomp", "xcomp", "acl", "relcl"})
TARGETS = frozenset({"pobj", "pcomp", "prep"})
Found = tuple[str, Token | None]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word, the frame that holds, its class, and the child that begins the content."""

    token: Token
    frame: str
    klass: str
    content: Token | None  # None: the clause that the cue hangs on, or only quotation marks
    passive: bool = False


def find_cues(passage: Words) -> Iterator[Cue]:
    """The cues of a sentence or headline, in order."""
    by_part = {part: frames_of(f"{part}s") for part in ("verb", "noun", "adjective")}
    for token in passage:
        part = _part(token)
        frames = by_part[part].get(token.lemma_.lower()) if part in by_part else None
        if stands_aside(token):
            yield Cue(token, "according", "saying", None)
            continue
        if passes_on(token):
            continue
        found = FRAMES_OF_PART[part](token, frames) if frames else _other_frame(token)
        if found is None and part == "verb":
            found = find_count(token) or _made_clear(token)
        if found is not None:
            frame, content = found
            klass = frames.get(frame, "saying") if frames else "saying"
            passive = part == "verb" and is_passive(token) and set_apart(token) is None
            yield Cue(token, frame, klass, content, passive)


def _made_clear(verb: Token) -> Found | None:
    content = made_clear(verb)
    return ("clause", content) if content is not None else None


def passes_on(verb: Token) -> bool:
    """Whether it is "quoted" in "quoted the mayor as saying": the saying is the cue."""
    if verb.lemma_ not in word_set("quoting"):
        return False
    return any(
        child.dep_ == "pcomp" and child.tag_ == "VBG"
        for prep in verb.rights
        if prep.lower_ == "as"
        for child in prep.children
    )


def _part(token: Token) -> str:
    if token.lower_ in word_set("according") or token.lower_ in word_set("adverbs"):
        return "other"
    if token.tag_.startswith("VB") and token.pos_ != "AUX":
        return "verb"
    return {"VERB": "verb", "NOUN": "noun", "ADJ": "adjective"}.get(token.pos_, "other")


def _verb_frame(verb: Token, frames: Frames) -> Found | None:
    if "clause" in frames and (turned(verb) or set_apart(verb)) is not None:
        return "clause", None
    read = read_verb(verb)
    for frame, find in FINDERS.items():
        content = find(read) if frame in frames else None
        if content is not None:
            return frame, content
    led = _led(verb, frames)
    if led is not None:
        return led
    if "clause" in frames and stands_beside(verb):
        return "clause", None
    return ("quote", None) if "quote" in frames else None


def _led(token: Token, frames: Frames) -> Found | None:
    """The content behind a preposition: "spoke about …"."""
    for child in token.rights:
        if child.dep_ in CLAUSE_LINKS and has_to(child) and "for" in frames and _led_by_for(child):
            return "for", child
        if child.dep_ in LINKS and child.lower_ in frames:
            target = next((c for c in child.children if c.dep_ in TARGETS), None)
            if target is not None:
                return child.lower_, target
    return None


def _led_by_for(clause: Token) -> bool:
    """Whether it is "for the mayor to resign", which the parser takes for a clause."""
    return any(c.dep_ == "mark" and c.lower_ == "for" for c in clause.lefts)


def _noun_frame(noun: Token, frames: Frames) -> Found | None:
    if _is_venue_of_saying(noun):
        return None
    for child in noun.rights:
        if child.dep_ in NOUN_CLAUSES and "clause" in frames and is_that_clause(child):
            return "clause", child
        if child.dep_ in {"acl", "xcomp"} and "infinitive" in frames and has_to(child):
            return "infinitive", child
    return _led(noun, frames) or _led_behind_owner(noun, frames) or _copular(noun, frames)


def _led_behind_owner(noun: Token, frames: Frames) -> Found | None:
    """As in "calls by deputies for the minister to go", which the parser hangs on the deputies."""
    if "for" not in frames:
        return None
    for prep in noun.rights:
        if prep.lower_ in {"by", "from"}:
            owner = next((c for c in prep.children if c.dep_ == "pobj"), None)
            clauses = owner.rights if owner is not None else ()
            found = next((c for c in clauses if has_to(c) and _led_by_for(c)), None)
            if found is not None:
                return "for", found
    return None


def _is_venue_of_saying(noun: Token) -> bool:
    """Whether it only says where: "said in a statement that …"."""
    return (
        noun.dep_ == "pobj"
        and noun.lemma_ in word_set("venues")
        and noun.head.head.lemma_.lower() in frames_of("verbs")
    )


def _copular(noun: Token, frames: Frames) -> Found | None:
    """The content behind "is", as in "their claim is that …"."""
    if "is" not in frames or noun.dep_ != "nsubj" or noun.head.lemma_ != "be":
        return None
    content = next((c for c in noun.head.rights if c.dep_ == "ccomp"), None)
    return None if content is None else ("is", content)


def _adjective_frame(word: Token, frames: Frames) -> Found | None:
    if word.dep_ != "acomp":
        return None
    for child in word.rights:
        if child.dep_ == "ccomp" and "clause" in frames:
            return "clause", child
        if child.dep_ == "xcomp" and "infinitive" in frames and has_to(child):
            return "infinitive", child
    return _led(word, frames)


def _other_frame(token: Token) -> Found | None:
    if token.lower_ in word_set("adverbs"):
        return "adverb", None
    if token.lower_ in word_set("according") and any(c.lower_ == "to" for c in token.rights):
        return "according", None
    return None


FRAMES_OF_PART = {"verb": _verb_frame, "noun": _noun_frame, "adjective": _adjective_frame}
