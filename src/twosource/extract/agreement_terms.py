"""A noun that names an agreement in, what it binds to and what is said to break it out."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from twosource.base.grammar import is_negated, objects, objects_of, subjects
from twosource.base.records import Claim, Span, Term
from twosource.extract.agreement_words import listed
from twosource.extract.event_words import base_form
from twosource.extract.mention_cast import Cast
from twosource.extract.mention_scenes import claim_of

BY = frozenset({"by"})
OF = frozenset({"of"})
OF_IT = frozenset({"of", "for", "in", "under"})
LABELS = frozenset({"xcomp", "ccomp", "advcl"})
OBJECTS = frozenset({"dobj", "attr", "oprd"})


def obligations_under(noun: Token, cast: Cast, claims: Sequence[Claim]) -> Iterator[Term]:
    """What binds by this agreement: "under the deal, A will …", "the deal requires A to …"."""
    verb = _verb_under(noun)
    for each in _joined(verb) if verb is not None else ():
        if _is_duty(each):
            yield from _terms(each, _doers(each), cast, claims)
        else:
            yield from obligations_of(each, cast, claims)
    for each in _providing(noun):
        yield from _provided(each, cast, claims)
    yield from (
        term for part in _parts_of(noun) for term in _terms(part, _borne(part), cast, claims)
    )


def _providing(noun: Token) -> list[Token]:
    """The verbs that tell what it holds: "the deal requires …", "a truce, which includes …"."""
    verbs = [noun.head] if noun.dep_ == "nsubj" else []
    verbs += [child for child in noun.rights if child.dep_ == "relcl" and _by_itself(child)]
    return [each for each in verbs if each.lemma_ in listed("verbs", "providing")]


def _by_itself(verb: Token) -> bool:
    """Whether the noun before a relative clause is its subject: "which includes"."""
    return any(each.dep_ == "nsubj" and each.tag_ == "WDT" for each in verb.lefts)


def _parts_of(noun: Token) -> list[Token]:
    """What is told to belong to it: "the handover of arms is part of the deal"."""
    held = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in OF_IT else noun
    be = held.head
    if held.dep_ != "attr" or be.lemma_ != "be" or is_negated(be):
        return []
    if held == noun or base_form(held) not in listed("nouns", "terms"):
        return []
    return [each for each in be.lefts if each.dep_ == "nsubj" and each.tag_ != "WDT"]


def _borne(part: Token) -> list[Token]:
    """Who is bound by a part told as a noun: "the disarmament of the fighters"."""
    return objects_of(part, BY) or objects_of(part, OF)


def obligations_of(verb: Token, cast: Cast, claims: Sequence[Claim]) -> Iterator[Term]:
    """What somebody agrees to do: "agreed to withdraw its troops"."""
    for clause in agreed_clauses(verb):
        yield from _terms(clause, subjects(verb), cast, claims)


def agreed_clauses(verb: Token) -> list[Token]:
    """The verbs of what is agreed to do; [] when the verb has none."""
    if verb.lemma_ not in listed("verbs", "agreeing") or is_negated(verb):
        return []
    return [each for each in verb.rights if each.dep_ in {"xcomp", "ccomp"} and each.pos_ == "VERB"]


def breaches_of(noun: Token, cast: Cast, claims: Sequence[Claim]) -> Iterator[Term]:
    """What is said to break it: "accused A of violating the truce", "violations by A"."""
    verb = noun.head
    if is_broken(noun):
        if not is_negated(verb) and verb.head.lemma_ not in listed("verbs", "denying"):
            yield from _terms(verb, subjects(verb) or _accused(verb), cast, claims)
        return
    above = verb.head if noun.dep_ == "pobj" and verb.lower_ == "of" else verb
    act = above.head.head if above.dep_ == "pobj" and above.head.lower_ == "in" else above
    if base_form(above) in listed("nouns", "breaches") and act.pos_ == "VERB":
        yield from () if is_negated(act) else _terms(act, subjects(act), cast, claims)
    elif base_form(above) in listed("nouns", "breaches") and above != noun:
        yield from _terms(above, objects_of(above, BY), cast, claims)


def _accused(verb: Token) -> list[Token]:
    """Whom the words before "of violating" name: "accused the rebels of violating"."""
    above = verb.head.head
    return [above] if verb.dep_ == "pcomp" and above.pos_ in {"NOUN", "PROPN"} else []


def is_broken(noun: Token) -> bool:
    """Whether somebody is said to break it, in these words or not: "violated the truce"."""
    verb = noun.head
    return noun.dep_ in {"dobj", "nsubjpass"} and verb.lemma_ in listed("verbs", "breaking")


def _joined(verb: Token) -> list[Token]:
    """A verb and those joined to it, each a clause of its own."""
    found = [verb]
    for each in found:
        found += [child for child in each.rights if child.dep_ == "conj" and child.pos_ == "VERB"]
    return found


def _verb_under(noun: Token) -> Token | None:
    """The verb of "under the deal, A will …", over "the terms of"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        above = noun.head.head
        noun = above if base_form(above) in listed("nouns", "terms") else noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.lower_ == "according":
        verb = noun.head.head.head
        return verb if verb.pos_ in {"VERB", "AUX"} else None
    if noun.dep_ != "pobj" or noun.head.lower_ not in listed("words", "under"):
        return None
    verb = noun.head.head
    return verb if verb.pos_ in {"VERB", "AUX"} else None


def _is_duty(verb: Token) -> bool:
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return bool(helpers & listed("words", "duties")) and not is_negated(verb)


def _doers(verb: Token) -> list[Token]:
    """Who is bound: the subject, as doer or, where nobody else is named, as who it befalls."""
    return subjects(verb) or [child for child in verb.lefts if child.dep_ == "nsubjpass"]


def _provided(verb: Token, cast: Cast, claims: Sequence[Claim]) -> Iterator[Term]:
    bound = objects(verb)
    clauses = [child for child in verb.rights if child.dep_ in LABELS]
    things = [each for child in verb.rights if child.dep_ == "prep" for each in child.children]
    for each in clauses:
        doers = bound or _doers(each)
        yield from _terms(each, doers, cast, claims)
    if not clauses:
        for each in (*bound, *(thing for thing in things if thing.dep_ == "pobj")):
            yield from _terms(each, objects_of(each, BY), cast, claims)


def _terms(
    head: Token, doers: Sequence[Token], cast: Cast, claims: Sequence[Claim]
) -> Iterator[Term]:
    """One term for each actor that is bound or accused; one with None when nobody is named."""
    span = span_below(head)
    claim = claim_of(Span(head.idx, head.idx + len(head.text)), claims)
    named = [actor.id for actor in map(cast.at, doers) if actor is not None]
    for party in dict.fromkeys(named) or [None]:
        yield Term(span, party, claim.id if claim is not None else None)


def span_below(head: Token) -> Span:
    """The words under a verb or noun, from itself on, without its subject and marks at the end."""
    start, end = head.i, _last_of(head)
    while start > 0 and head.doc[start - 1].head == head and _helps(head.doc[start - 1]):
        start -= 1
    while end > start and (head.doc[end].is_punct or head.doc[end].is_space):
        end -= 1
    last = head.doc[end]
    return Span(head.doc[start].idx, last.idx + len(last.text))


def _last_of(head: Token) -> int:
    """The last word under a head; a joined clause with a subject of its own stands apart."""
    for child in head.rights:
        own = any(each.dep_ in {"nsubj", "nsubjpass"} for each in child.children)
        if child.dep_ == "conj" and own:
            end = child.left_edge.i - 1
            while end > head.i and head.doc[end].dep_ in {"cc", "punct"}:
                end -= 1
            return end
    return head.right_edge.i


def _helps(token: Token) -> bool:
    return token.dep_ in {"aux", "auxpass", "neg", "amod", "compound", "det", "nummod", "poss"}
