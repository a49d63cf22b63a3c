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
from twosource.extract.event_words import base_form, event_words, lemma_of, words
from twosource.extract.mention_cast import ARMED_BODIES, HOUSED, PLURAL, Cast, is_thing

MEMBERS = ARMED_BODIES | {"unidentified", "civilians"}
BEFALLEN = frozenset({"abduction", "arrests", "looting"})
AGED = frozenset({"old", "aged"})


def span_at(head: Token, actor: Actor | None, cast: Cast) -> Span:
    """The words of a participant, with the word that bands them together: "group of men"."""
    own = _own_span(head, actor, cast)
    band = head.head.head if head.dep_ == "pobj" and head.head.lower_ == "of" else head
    together = base_form(band) in words("things", "together") and band.idx < own.start
    return Span(band.idx, own.end) if together else own


def _own_span(head: Token, actor: Actor | None, cast: Cast) -> Span:
    if actor is None:
        return span_of(_phrase(head, cast))
    if actor.name is not None:
        return _name(head, actor) if actor.kind == "person" else actor.span
    return _description(head, actor, cast)


def _phrase(head: Token, cast: Cast) -> Words:
    """The noun phrase with whose it is: "offices of the union", but the "bank" of a town."""
    phrase = bare_phrase(head, wide=True)
    if phrase[-1].i in cast.places and phrase[-1].pos_ == "PROPN":
        phrase = bare_phrase(head)
    start = phrase.start
    while start < head.i and (_is_outer(head.doc[start]) or _is_its_body(head, start, cast)):
        start += 1
    return head.doc[_name_start(head, start) : phrase.end]


def _is_its_body(head: Token, place: int, cast: Cast) -> bool:
    """Whether a word before an unlisted noun for people names their body: "Front sappers"."""
    body = cast.inside.get(place)
    return (
        body is not None and body.kind in ARMED_BODIES and head.tag_ == "NNS" and not is_thing(head)
    )


def _name_start(head: Token, start: int) -> int:
    """Where a name begins that a noun introduces: "ideologue Jane Roe" is "Jane Roe"."""
    if not _is_named(head):
        return start
    first = head.i
    while first > start and _is_named(head.doc[first - 1]):
        first -= 1
    noun = head.doc[first - 1]
    introduced = first > start and noun.pos_ == "NOUN" and noun.text.islower()
    return first if introduced and first < head.i else start


def _is_named(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.text[0].isupper()


def _is_outer(token: Token) -> bool:
    """Whether a word before a noun says how many, whose or what became of it, not what it is."""
    if token.pos_ in {"NUM", "CCONJ", "ADV"} or _befell(token) or _goes_by(token):
        return True
    low = token.lower_
    return low in quantities() or low in AGED or not token.text[0].isalnum()


def _goes_by(token: Token) -> bool:
    """Whether a participle tells what they were doing: "a passing patrol"."""
    return token.tag_ == "VBG" and token.dep_ == "amod" and token.nbor(1).text != "-"


def _befell(token: Token) -> bool:
    """Whether a participle tells what was done to them: "murdered", "kidnapped", not "armed"."""
    if token.tag_ != "VBN":
        return False
    event = event_words().verbs.get(lemma_of(token))
    return event is not None and (event.affects or event.acled in BEFALLEN)


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
        told = actor.kind in MEMBERS and base_form(head) not in words("things", "belonging")
        if _is_outer(before) or (told and _is_apart(before, cast)):
            break
        start -= 1
    while head.doc[start].is_space:
        start += 1
    while 0 < start < head.i and _goes_on(start, cast):
        start -= 1
    start = _with_owner(head, _with_hyphens(head, start))
    if actor.kind in ARMED_BODIES or (actor.kind in HOUSED and head.tag_ not in PLURAL):
        return Span(head.doc[start].idx, actor.span.end)
    last = bare_phrase(head, wide=True)[-1]
    return Span(head.doc[start].idx, max(actor.span.end, last.idx + len(last.text)))


def _goes_on(start: int, cast: Cast) -> bool:
    """Whether a name that begins before `start` goes on there: "Red Dawn members"."""
    before = cast.inside.get(start - 1)
    return before is not None and before is cast.inside.get(start)


def _with_hyphens(head: Token, start: int) -> int:
    """Where a word begins that hyphens join to what is before it: "rifle-toting youths"."""
    while start > head.sent.start + 1 and head.doc[start - 1].text == "-":
        if head.doc[start - 1].whitespace_ or head.doc[start - 2].whitespace_:
            break
        start -= 2
    return start


def _with_owner(head: Token, start: int) -> int:
    """Where the words begin with whose they are: "his wife", "the minister's bodyguards"."""
    owner = next((child for child in head.lefts if child.dep_ == "poss"), None)
    if owner is None or owner.right_edge.i + 1 != start:
        return start
    first = owner.left_edge.i
    return first + 1 if head.doc[first].tag_ in {"DT", "PDT"} and first < owner.i else first


def _is_apart(token: Token, cast: Cast) -> bool:
    """Whether a word before a noun for people is the name of their body or their people."""
    return token.i in cast.inside and by_demonym(token.text) is None
