"""A trigger in, the words beside it that only its form points at out.

Whom prepositions aim at, whom "it" means, who did the deed within which it happened.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.base.grammar import conjuncts, is_passive, objects, objects_of
from twosource.extract.event_words import words
from twosource.extract.mention_blame import BLAME, doers_of_noun
from twosource.extract.mention_cast import Role
from twosource.extract.mention_triggers import Trigger, read_trigger

ITSELF = frozenset({"it", "they"})
IN_DEED = frozenset({"in", "during"})
FROM = frozenset({"from"})
AGAINST = frozenset({"against", "on", "at"})
MUTUAL = frozenset({"between", "among"})
IN_FRONT = frozenset({"acomp", "advcl", "attr"})
OPENING, CLOSING = frozenset({"(", "["}), frozenset({")", "]"})
GLOSS = 12  # words of a gloss in brackets, at most


def aimed_at(trigger: Trigger, prepositions: frozenset[str]) -> Iterator[tuple[Role, Token]]:
    """Whom or what prepositions name: at the verb, at its noun, "from" at what is taken."""
    verb, event = trigger.token, trigger.event
    for head in objects_of(verb, prepositions):
        yield "recipient", head
    if trigger.partner is not None:
        for head in objects_of(trigger.partner, AGAINST):
            yield "recipient", head
    if event is not None and event.name in {"capture_territory", "regain_territory"}:
        for head in objects_of(verb, FROM):
            yield "recipient", head
    if event is not None and event.name == "battle":
        for head in objects_of(verb, MUTUAL):
            yield "actor", head


def meant(head: Token) -> Token:
    """Whom "it" means where a body tells of itself: "the army said it would attack"."""
    verb = head.head
    told = head.lower_ in ITSELF and head.dep_ == "nsubj" and verb.dep_ == "ccomp"
    speakers = [child for child in verb.head.children if child.dep_ == "nsubj"] if told else []
    plural = head.lower_ == "they"
    fitting = [each for each in speakers if (each.tag_ in {"NNS", "NNPS"}) == plural]
    return fitting[0] if fitting else head


def doers_of_deed(verb: Token) -> Iterator[Token]:
    """Who did the deed within which it happened: "in an attack blamed on rebels, two died"."""
    for noun in objects_of(verb, IN_DEED):
        deed = read_trigger(noun)
        if deed is None or deed.event is None or deed.event.plover != "ASSAULT":
            continue
        yield from doers_of_noun(noun)
        for child in noun.rights:
            if child.dep_ == "acl" and child.lemma_ in words("support", "blaming"):
                yield from objects_of(child, BLAME)


def glossed_before(head: Token) -> Iterator[Token]:
    """The short form before a gloss in brackets and its last word: "NF [New Front] guerrillas"."""
    first = min((child.left_edge.i for child in head.lefts), default=head.i)
    close = next((i for i in range(first, head.i) if head.doc[i].text in CLOSING), first - 1)
    if close < head.sent.start or head.doc[close].text not in CLOSING:
        return
    for place in range(close - 1, max(close - GLOSS, head.sent.start), -1):
        if head.doc[place].text in OPENING:
            yield from (head.doc[place - 1], head.doc[close - 1])
            return


def behind_be(verb: Token) -> list[Token]:
    """Who stands behind the "was" of a participle in front: "also injured was a vendor"."""
    be = next((child for child in verb.rights if child.dep_ == "auxpass"), verb.head)
    front = verb.tag_ == "VBN" and (be != verb.head or verb.dep_ in IN_FRONT)
    if not front or be.lemma_ != "be":
        return []
    found = [child for child in be.rights if child.dep_ in {"attr", "nsubj"}]
    return [each for child in found for each in conjuncts(child)]


def is_hit(trigger: Trigger) -> bool:
    """Whether the subject is who is hurt: "suffered injuries", "stepped on a mine", "vanished"."""
    verb = trigger.token
    if is_passive(verb):
        return False
    if verb.lemma_ in words("support", "suffering"):
        return trigger.event is not None and trigger.event.violent
    return verb.lemma_ in words("support", "vanishing") and not objects(verb)
