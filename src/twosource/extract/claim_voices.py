"""A speaker's head word in, whether it can speak at all out.

A name must look like a person, body, office, outlet or class of people. A date, a place, a deed or
a thing vouches for nothing: a claim that the parse gives to one is no claim.
"""

from functools import cache

from spacy.tokens import Token

from twosource.base.countries import by_capital, by_name
from twosource.base.reading import Reading
from twosource.base.records import Span
from twosource.extract.actor_words import head_kinds, run_words, singular, titles
from twosource.extract.claim_drafts import Draft
from twosource.extract.claim_speakers import FINITE, bearer_of, speaker_before
from twosource.extract.claim_words import frames_of, word_set

NOMINAL = frozenset({"PROPN", "NOUN", "PRON", "NUM", "ADJ"})
MUTE_TAGS = frozenset({"EX"})
LONG_ENOUGH = 5  # letters: "maker"


def has_voice(reading: Reading, draft: Draft) -> bool:
    """Whether the draft has somebody to vouch for it, or is a passive that tells of one.

    A quotation stays though nobody can be named.
    """
    head = draft.speaker
    if head is not None and _is_nobody(head):
        return False
    if head is None:
        return draft.direct or _is_spoken(draft) or _is_hearsay(draft)
    if can_speak(reading, bearer_of(head)) or _is_vouched(draft):
        return True
    draft.speaker = _another(reading, draft)
    return draft.direct or draft.speaker is not None or _is_spoken(draft)


def _is_nobody(head: Token) -> bool:
    """Whether nobody says it: "no group has claimed responsibility"."""
    nobody = head.lower_ in {"nobody", "none", "neither"}
    return nobody or any(c.lower_ in {"no", "neither"} and c.dep_ == "det" for c in head.lefts)


def _is_vouched(draft: Draft) -> bool:
    """Whether it is "according to the summary": whatever stands there is handed the clause.

    What is put into an order ("according to plan", "according to age") has no article.
    """
    cue, head = draft.cue, draft.speaker
    if cue is None or head is None or cue.token.lower_ != "according":
        return False
    return head.tag_ == "NNS" or any(c.dep_ in {"det", "poss", "amod"} for c in head.lefts)


def _is_spoken(draft: Draft) -> bool:
    """Whether only people do what the cue says: then the parse has lost who, and somebody spoke."""
    cue = draft.cue
    if cue is None or cue.token.pos_ != "VERB" or cue.frame not in {"clause", "quote"}:
        return False
    return cue.token.lemma_.lower() in word_set("hearsay", "spoken")


def _another(reading: Reading, draft: Draft) -> Token | None:
    """The one right before the verb, when the parse gives it a subject that cannot speak."""
    cue = draft.cue
    if cue is None or cue.passive or cue.token.tag_ not in FINITE:
        return None
    found = speaker_before(cue.token)
    if found is None or found.dep_ == "pobj":
        return None
    return found if can_speak(reading, found) else None


def _is_hearsay(draft: Draft) -> bool:
    """Whether it is told as somebody's word though nobody is named: "it was reported that"."""
    cue = draft.cue
    if cue is None or cue.frame in {"raising", "adverb", "according", "is"}:
        return cue is not None
    lemma = cue.token.lemma_.lower()
    if cue.klass in {"seeming", "observing", "asking"} or lemma in word_set("hearsay", "nouns"):
        return True
    if cue.passive and (cue.klass == "accusing" or lemma in word_set("hearsay", "views")):
        return True
    speech = "quote" in frames_of("verbs").get(lemma, ())
    return cue.passive and speech and cue.klass in {"saying", "denying"}


def can_speak(reading: Reading, head: Token) -> bool:
    """Whether the word may stand for somebody, or for a document, who says something."""
    if covers(reading, head):
        return True
    if head.pos_ == "PROPN" or (head.i and head.nbor(-1).text == "-"):
        return (
            _is_outlet(head)
            or is_name(reading, head)
            or (head.text.islower() and _noun_speaks(head))
        )
    if head.pos_ in {"PRON", "ADJ", "DET"}:
        return head.tag_ not in MUTE_TAGS
    if head.pos_ == "NUM":
        return not any(sign.isdigit() for sign in head.text)
    return head.pos_ == "NOUN" and _noun_speaks(head)


def covers(reading: Reading, head: Token) -> bool:
    """Whether an actor was read on the word."""
    place = Span(head.idx, head.idx + len(head.text))
    return any(row.span.covers(place) for row in reading.account.actors)


def is_name(reading: Reading, head: Token) -> bool:
    """Whether a proper noun may name somebody: no day, no place, no scrap of a page."""
    if head.i > 1 and head.nbor(-1).text == "-" and not head.nbor(-1).whitespace_:
        head = head.nbor(-2)  # "Park Geun-hye", "ex-wife"
    if head.lower_.rstrip(".") in run_words("calendar"):
        return False
    if not head.text[:1].isupper() and head.pos_ == "PROPN":
        return False
    if any(sign.isdigit() or sign in "<>=/" for sign in head.text):
        return False
    return not is_place(reading, head)


def _is_outlet(head: Token) -> bool:
    """Whether the words before the name say that it is an outlet's: "the daily Meridian"."""
    before = head.nbor(-1) if head.i else head
    return before.i != head.i and before.lower_ in word_set("speakers", "media")


def is_place(reading: Reading, head: Token) -> bool:
    """Whether the word names a place that is no state's: "Karsk", "east Karsk"."""
    if by_name(head.text) or by_capital(head.text):
        return False
    rows = [row.span for row in reading.account.places if row.role == "location"]
    names = [head, *(c for c in head.lefts if c.pos_ == "PROPN" and c.dep_ == "compound")]
    return all(_lies_in(name, rows) for name in names)


def _lies_in(token: Token, rows: list[Span]) -> bool:
    return any(row.start <= token.idx < row.end for row in rows)


def _noun_speaks(noun: Token) -> bool:
    word = singular(noun)
    if word in _mute():
        return False
    if word in common_nouns() or noun.text[0].isupper():
        return True
    ends = tuple(sorted(word_set("voices", "endings")))
    return len(word) >= LONG_ENOUGH and word.endswith(ends)


@cache
def common_nouns() -> frozenset[str]:
    """Nouns for persons, bodies and what is written."""
    lists = ("document", "media", "institution", "people", "quantities")
    return (
        frozenset().union(*(word_set("speakers", name) for name in lists))
        | titles() | word_set("offices") | frozenset(head_kinds())
    )  # fmt: skip


@cache
def _mute() -> frozenset[str]:
    return word_set("voices", "mute")
