"""A participant's head word in, the words that stand for it in the report out.

A participant's words are its noun phrase without what does not name it: an article, a number, an
age, the word for what befell it ("the murdered inspector"), a title before a person's name, or the
body that it belongs to, which takes part by itself ("Front guerrillas").
"""

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.countries import by_demonym
from twosource.base.grammar import bare_phrase
from twosource.base.reading import span_of
from twosource.base.records import Actor, Span
from twosource.extract.actor_words import quantities
from twosource.extract.event_words import event_words, lemma_of
from twosource.extract.mention_cast import ARMED_BODIES, Cast

MEMBERS = ARMED_BODIES | {"unidentified", "civilians"}
OUTER = frozenset({"poss", "case"})
AGED = frozenset({"old", "aged"})


def span_at(head: Token, actor: Actor | None, cast: Cast) -> Span:
    """The words of a participant."""
    if actor is None:
        return span_of(_phrase(head))
    if actor.name is not None:
        return _name(head, actor) if actor.kind == "person" else actor.span
    return _description(head, actor, cast)


def _phrase(head: Token) -> Words:
    phrase = bare_phrase(head)
    start = phrase.start
    while start < head.i and _is_outer(head.doc[start]):
        start += 1
    return head.doc[start : phrase.end]


def _is_outer(token: Token) -> bool:
    """Whether a word before a noun says how many, whose or what became of it, not what it is."""
    if token.pos_ in {"NUM", "CCONJ"} or token.dep_ in OUTER or _befell(token):
        return True
    low = token.lower_
    return low in quantities() or low in AGED or not token.text[0].isalnum()


def _befell(token: Token) -> bool:
    """Whether a participle tells what was done to them: "murdered", "kidnapped", not "armed"."""
    if token.tag_ != "VBN":
        return False
    event = event_words().verbs.get(lemma_of(token))
    return event is not None and (event.affects or event.acled in {"abduction", "arrests"})


def _name(head: Token, actor: Actor) -> Span:
    """A person's name without the titles before it: "banker Jane Roe" is "Jane Roe"."""
    if head.idx >= actor.span.end and head.nbor(-1).text in set((actor.name or "").split()):
        return Span(_name(head.nbor(-1), actor).start, head.idx + len(head.text))
    names = set((actor.name or "").replace("-", " ").split())
    start = head.i
    while start > 0 and head.doc[start - 1].idx >= actor.span.start:
        before = head.doc[start - 1]
        if before.text not in names and not _joins(before, names):
            break
        start -= 1
    if head.text not in names:
        return actor.span
    while start < head.i and not head.doc[start].text[0].isupper():
        start += 1
    return Span(head.doc[start].idx, actor.span.end)


def _joins(token: Token, names: set[str]) -> bool:
    """Whether a mark or a blank stands inside a name: the hyphen of "Al-Aziz"."""
    inner = token.is_space or token.text in {"-", "."}
    return inner and token.i > 0 and token.nbor(-1).text in names


def _description(head: Token, actor: Actor, cast: Cast) -> Span:
    start = head.i
    while start > 0 and head.doc[start - 1].idx >= actor.span.start:
        before = head.doc[start - 1]
        if _is_outer(before) or (actor.kind in MEMBERS and _is_apart(before, cast)):
            break
        start -= 1
    while head.doc[start].is_space:
        start += 1
    return Span(head.doc[start].idx, actor.span.end)


def _is_apart(token: Token, cast: Cast) -> bool:
    """Whether a word before a noun for people is the name of their body or their people."""
    return token.i in cast.inside or by_demonym(token.text) is not None
