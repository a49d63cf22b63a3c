"""The words for an agreement in, what it binds to out: each duty with who is bound by it."""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.grammar import is_negated, objects, objects_of, subjects
from twosource.base.records import Claim, Span, Term
from twosource.extract.agreement_bundles import agreed_clauses, joined
from twosource.extract.agreement_words import NOUNS, VERBS, kind_named, listed, meant
from twosource.extract.event_words import base_form
from twosource.extract.mention_cast import Cast
from twosource.extract.mention_scenes import claim_of

BY = frozenset({"by"})
OF = frozenset({"of"})
OF_IT = frozenset({"of", "for", "in", "under"})
CLAUSES = frozenset({"xcomp", "ccomp", "advcl"})
OWN_SUBJECT = frozenset({"nsubj", "nsubjpass"})
Duty = tuple[Token, Sequence[Token]]  # the verb or noun that tells it, and who is bound


def obligations(
    tokens: Sequence[Token], near: Iterable[Words], cast: Cast, claims: Sequence[Claim]
) -> tuple[Term, ...]:
    """What binds by an agreement: told of it by name, or right behind, in the sentences `near`."""
    found: dict[int, Duty] = {}
    for token in tokens:
        for duty in _duties(token):
            found.setdefault(duty[0].i, duty)
    for sentence in near:
        for duty in _carried(sentence, cast):
            found.setdefault(duty[0].i, duty)
    rows = [term for _, duty in sorted(found.items()) for term in terms(*duty, cast, claims)]
    return tuple(dict.fromkeys(rows))


def _duties(word: Token) -> Iterator[Duty]:
    """Every way in which an agreement is said to bind."""
    for verb in _verbs_under(word):
        yield from _bound_by(verb)
    for verb in _providing(word):
        yield from _provided(verb)
    for part in _parts_of(word):
        yield part, objects_of(part, BY) or objects_of(part, OF)
    yield from _agreed(word)
    if word.pos_ in NOUNS:
        aims = [each for each in word.rights if each.dep_ == "acl" and _has_to(each)]
        yield from ((verb, subjects(word.head)) for aim in aims for verb in joined(aim))


def _agreed(verb: Token) -> Iterator[Duty]:
    """What somebody agrees to do; to make the truce longer or to keep it is no duty of it."""
    for clause in agreed_clauses(verb):
        about = any(kind_named(each) for each in objects(clause) if each.dep_ == "dobj")
        if not about or clause.lemma_ in listed("verbs", "keeping"):
            yield clause, subjects(verb)


def _bound_by(verb: Token) -> Iterator[Duty]:
    """What stands under "under the deal": "A will …", "A undertakes to …"."""
    for each in (*joined(verb), *_beside(verb)):
        if each.lemma_ == "be" and (own := [c for c in each.rights if c.dep_ == "xcomp"]):
            yield from ((one, _doers(each)) for one in own if _has_to(one))
        elif _is_duty(each):
            yield each, _doers(each)
        else:
            yield from _agreed(each)


def _beside(verb: Token) -> list[Token]:
    """The clauses that are set beside it: "…, while the rebels must …"."""
    return [each for each in verb.rights if each.dep_ == "advcl" and _starts(each, "while")]


def _starts(verb: Token, mark: str) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == mark for child in verb.lefts)


def _verbs_under(noun: Token) -> list[Token]:
    """The verb of "under the deal, A will …", over "the terms of"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        above = noun.head.head
        noun = above if base_form(above) in listed("nouns", "terms") else noun
    if noun.dep_ != "pobj":
        return []
    over = noun.head
    if over.lower_ == "to" and over.head.lower_ == "according":
        over = over.head
    elif over.lower_ not in listed("words", "under"):
        return []
    return [over.head] if over.head.pos_ in VERBS else []


def _providing(noun: Token) -> list[Token]:
    """The verbs that tell what it holds: "the deal requires …", "a truce, which includes …"."""
    verbs = list(joined(noun.head)) if noun.dep_ == "nsubj" and noun.head.pos_ in VERBS else []
    verbs += [child for child in noun.rights if child.dep_ == "relcl" and _by_itself(child)]
    told = listed("verbs", "providing")
    return [each for each in verbs if each.lemma_ in told and not is_negated(each)]


def _by_itself(verb: Token) -> bool:
    """Whether the noun before a relative clause is its subject: "which includes"."""
    return any(each.dep_ == "nsubj" and each.tag_ == "WDT" for each in verb.lefts)


def _provided(verb: Token) -> Iterator[Duty]:
    """What an agreement provides for: clauses, else things."""
    clauses = [child for child in verb.rights if child.dep_ in CLAUSES and child.pos_ in VERBS]
    bound = [each for each in objects(verb) if each.i > verb.i]
    for each in clauses:
        for one in joined(each):
            yield one, _doers(one) if _has_own(one) or not bound else bound
        yield from ((one, _doers(one)) for one in each.rights if _is_aside(one))
    if not clauses:
        things = [each for child in verb.rights if child.dep_ == "prep" for each in child.rights]
        for thing in (*bound, *(each for each in things if each.dep_ == "pobj")):
            yield thing, objects_of(thing, BY)


def _is_aside(verb: Token) -> bool:
    """Whether the parser took the subject of a second clause for an object of the first.

    "for the clan to surrender two suspects and the militia to reopen the road"
    """
    return verb.dep_ == "advcl" and _has_to(verb) and not _has_own(verb) and bool(_stray(verb))


def _stray(verb: Token) -> list[Token]:
    before = next((each for each in verb.lefts), verb).i - 1
    noun = verb.doc[before] if before >= 0 else verb
    return [noun] if noun.dep_ == "conj" and noun.pos_ in NOUNS else []


def _has_own(verb: Token) -> bool:
    return any(each.dep_ in OWN_SUBJECT for each in verb.lefts)


def _parts_of(noun: Token) -> list[Token]:
    """What is told to belong to it: "the handover of arms is part of the deal"."""
    held = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in OF_IT else noun
    be = held.head
    if held.dep_ != "attr" or be.lemma_ != "be" or is_negated(be):
        return []
    if held == noun or base_form(held) not in listed("nouns", "terms"):
        return []
    return [each for each in be.lefts if each.dep_ == "nsubj" and each.tag_ != "WDT"]


def _carried(sentence: Words, cast: Cast) -> Iterator[Duty]:
    """The duties of a sentence that goes on without the agreement's name.

    "All fighters must leave", "both sides undertook to …", "in return, the army will withdraw":
    what somebody is bound to by the word itself, or will do of the things that such deals hold.
    """
    for verb in sentence:
        if verb.pos_ not in VERBS:
            continue
        if verb.lemma_ in listed("verbs", "agreeing"):
            yield from _agreed(verb)
        elif _must(verb) or _will_keep(verb):
            doers = [each for head in _doers(verb) for each in meant(head)]
            suffers = any(child.dep_ == "nsubjpass" for child in verb.head.lefts)
            if suffers or any(_may_bind(each, cast) for each in doers):
                yield verb, doers


def _will_keep(verb: Token) -> bool:
    """Whether what will be done is what such deals hold, and not to keep the deal itself."""
    told = _is_duty(verb) and verb.lemma_ in listed("verbs", "keeping")
    if not told or verb.tag_ != "VB" or is_negated(verb):
        return False
    return not any(each.lower_ == "it" or kind_named(each) for each in objects(verb))


def _must(verb: Token) -> bool:
    """Whether a helper binds by itself: "must", "shall", "are to", "has to"."""
    if any(child.lower_ in {"must", "shall"} for child in verb.lefts if child.dep_ == "aux"):
        return True
    bound = verb.head.lemma_ in {"be", "have", "oblige", "require"}
    return verb.dep_ == "xcomp" and _has_to(verb) and bound


def _may_bind(head: Token, cast: Cast) -> bool:
    actor = cast.at(head)
    plain = ("sides", "groups", "pairs")
    if any(base_form(head) in listed("nouns", each) for each in plain):
        return True
    return actor is not None and actor.kind not in {"media", "ngo", "igo"}


def _is_duty(verb: Token) -> bool:
    """Whether a helper binds: "will", "must not"; "should not" and "would not" bind to nothing."""
    helpers = {child.lower_ for child in verb.lefts if child.dep_ == "aux"}
    bare = not helpers and verb.tag_ in {"VBZ", "VBP"} and verb.lemma_ in listed("verbs", "keeping")
    return bare or bool(helpers & listed("words", "duties"))


def _has_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.lefts)


def _doers(verb: Token) -> list[Token]:
    """Who is bound: the subject, as doer or, where nobody else is named, as who it befalls."""
    stray = _stray(verb) if verb.dep_ == "advcl" and not _has_own(verb) else []
    return (
        stray
        or _own_clause(verb)
        or subjects(verb)
        or [child for child in verb.lefts if child.dep_ == "nsubjpass"]
    )


def _own_clause(verb: Token) -> list[Token]:
    """The subject right before a joined verb that the parser gave to the clause before.

    "will stop issuing plates with the names of cities and Kosovo will cease …"
    """
    if verb.dep_ != "conj" or _has_own(verb):
        return []
    before = verb.left_edge.i - 1
    noun = verb.doc[before] if before > verb.head.i else verb
    return [noun] if noun.dep_ == "conj" and noun.pos_ in NOUNS else []


def terms(
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
    """The last word under a head; a joined clause stands apart."""
    for child in head.rights:
        if _is_apart(child):
            end = child.left_edge.i - 1
            own = _own_clause(child) or _stray(child)
            end = own[0].left_edge.i - 1 if own else end
            while end > head.i and _is_joint(head.doc[end]):
                end -= 1
            return end
    return head.right_edge.i


def _is_apart(verb: Token) -> bool:
    if verb.dep_ == "conj" and verb.pos_ in VERBS:
        return True
    return verb.dep_ == "advcl" and (_starts(verb, "while") or _is_aside(verb))


def _is_joint(token: Token) -> bool:
    return token.dep_ in {"cc", "punct"} or token.tag_ == "DT"


def _helps(token: Token) -> bool:
    return token.dep_ in {
        "aux", "auxpass", "neg", "amod", "compound", "det", "nummod", "poss", "advmod",
    }  # fmt: skip
