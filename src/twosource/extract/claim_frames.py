"""A verb in, the child that begins its content out: one finder for each frame of the word list."""

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from twosource.extract.claim_beside import trails
from twosource.extract.claim_words import frames_of, word_set

VERBAL = frozenset({"VERB", "AUX"})
CLAUSE_DEPS = frozenset({"ccomp", "csubj"})
BUSY = frozenset({"nsubj", "nsubjpass", "dobj", "aux"})  # what a bare participle does not have
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb and its voice."""

    token: Token
    passive: bool


def read_verb(token: Token) -> Verb:
    """The verb with its voice: "was reported" and "claims made by" are passive."""
    return Verb(token, is_passive(token))


def is_passive(verb: Token) -> bool:
    """Whether the verb's subject is what was said: "was reported", "claims made by"."""
    if verb.tag_ not in {"VBN", "VBD"}:
        return False
    labels = {child.dep_ for child in verb.children}
    if "ccomp" in labels and any(c.dep_ == "auxpass" and c.lower_ == "'s" for c in verb.lefts):
        return any(c.lower_ == "it" for c in verb.lefts)  # "he's said that …" is "he has"
    if labels & {"auxpass", "nsubjpass"} or "agent" in labels:
        return True
    bare = not labels & {"nsubj", "aux"}  # "Asked whether …, he said"
    if verb.dep_ == "advcl" and verb.lemma_ == "ask":
        return bare  # taken for a past tense by the tagger just as often
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod", "advcl"} and bare


def _raising(verb: Verb) -> Token | None:
    seems = verb.token.lemma_ in {"seem", "appear"}
    if not (verb.passive or seems or is_bare_hearsay(verb.token)):
        return None
    return next((c for c in verb.token.rights if c.dep_ in {"xcomp", "oprd", "acomp"}), None)


def is_bare_hearsay(verb: Token) -> bool:
    """Whether it is a passive left bare: "the truce – said to have been reached …"."""
    if verb.tag_ not in {"VBN", "VBD"} or any(c.dep_ in BUSY for c in verb.children):
        return False
    told = next((c for c in verb.rights if c.dep_ == "xcomp" and has_to(c)), None)
    return told is not None and (
        told.lemma_ == "be"
        or any(c.dep_ == "auxpass" or c.lower_ in {"have", "be"} for c in told.lefts)
    )


def _calling(verb: Verb) -> Token | None:
    """The thing named, when the verb also says as what: "called it a crime"."""
    named = _object(verb)
    for child in verb.token.rights:
        as_what = child.dep_ == "oprd" or (child.dep_ == "prep" and child.lower_ == "as")
        if as_what:
            return named or child
        if child.dep_ in {"ccomp", "xcomp"} and not _has_mark(child) and not _finite(child):
            return named or child
    return None


def _ordering(verb: Verb) -> Token | None:
    if verb.passive:
        return next((c for c in verb.token.rights if _is_infinitive(c)), None)
    ordered = _object(verb)
    for child in verb.token.rights:
        if _is_infinitive(child) and (ordered is not None or _own_subject(child)):
            return ordered or child
    return None


def _clause(verb: Verb) -> Token | None:
    clauses = [c for c in verb.token.children if c.dep_ in CLAUSE_DEPS and not trails(c)]
    if clauses and _says_for_itself(clauses[0], verb.token):
        clauses = clauses[1:]
    return clauses[0] if clauses else _behind_hearer(verb.token) or _behind_venue(verb.token)


def _behind_hearer(verb: Token) -> Token | None:
    """The clause that the parser hangs on who heard it: "told the daily Meridian that …"."""
    heard = next((c for c in verb.rights if c.dep_ in {"dobj", "dative"}), None)
    if heard is None or verb.lemma_ not in word_set("hearsay", "heard"):
        return None
    return next((c for c in heard.rights if c.dep_ == "relcl" and _begins_with_that(c)), None)


def _says_for_itself(clause: Token, verb: Token) -> bool:
    """Whether the clause before a verb is another's word: "Rebels say 40 died, army admits 14"."""
    if clause.i > verb.i or not _own_subject(clause) or not _told_behind(verb):
        return False
    frames = frames_of("verbs").get(clause.lemma_, {})
    claimed = "object" in frames and any(c.dep_ == "dobj" for c in clause.rights)
    if claimed and any(c.dep_ == "ccomp" for c in verb.rights):
        return True  # "Rebels claim a hill, army says …"
    return "clause" in frames and _told_behind(clause)


def _told_behind(verb: Token) -> bool:
    """Whether something is told behind the verb: no hearer, no day."""
    return any(c.dep_ == "ccomp" or (c.dep_ == "dobj" and _is_told(c)) for c in verb.rights)


def _is_told(thing: Token) -> bool:
    """Whether the object is a count or a pronoun for what was said."""
    counted = thing.pos_ == "NUM" or any(c.dep_ == "nummod" for c in thing.lefts)
    return counted or thing.lower_ in {"it", "this", "that"}


def _behind_venue(verb: Token) -> Token | None:
    """The clause that the parser hangs on a noun before it: "said in a call that …".

    Also "confirmed for the first time that …".
    """
    for prep in verb.rights:
        if prep.dep_ != "prep":
            continue
        for noun in prep.children:
            venue = noun.lemma_.lower() in word_set("venues") or noun.lower_ == "time"
            found = next((c for c in noun.rights if _begins_with_that(c)), None)
            if noun.dep_ == "pobj" and venue and found is not None:
                return found
    return None


def _begins_with_that(clause: Token) -> bool:
    """Whether it is a clause with "that", also one that the parser takes for a relative one."""
    return clause.left_edge.lower_ == "that" and any(c.dep_ in SUBJECTS for c in clause.lefts)


def _infinitive(verb: Verb) -> Token | None:
    if verb.passive:
        return None
    return next((c for c in verb.token.rights if _is_infinitive(c)), None)


def _object(verb: Verb) -> Token | None:
    wanted = {"nsubjpass"} if verb.passive else {"dobj"}
    found = next((c for c in verb.token.children if c.dep_ in wanted), None)
    if found is not None and not verb.passive and _speaks_for_one(found):
        return None
    if found is not None or verb.passive:
        return found
    return _doing(verb.token) or _what_is(verb.token)


def _speaks_for_one(noun: Token) -> bool:
    """Whether the object is a text that says so: "issued a statement saying that …"."""
    if noun.lemma_.lower() not in word_set("venues"):
        return False
    return any(
        _clause(Verb(child, passive=False)) is not None
        for child in noun.rights
        if child.dep_ == "acl" and child.tag_ == "VBG"
        and "clause" in frames_of("verbs").get(child.lemma_, {})
    )  # fmt: skip


def made_clear(verb: Token) -> Token | None:
    """The clause behind "made clear that", "made it clear that"; None for other verbs."""
    if verb.lemma_ != "make":
        return None
    clear = next((c for c in verb.rights if c.lower_ in {"clear", "plain"}), None)
    if clear is None:
        return None
    behind = [c for c in (*clear.rights, *verb.rights) if c.i > clear.i and c.pos_ in VERBAL]
    return next((c for c in behind if c.dep_ in {"ccomp", "advcl"} and _own_subject(c)), None)


def _what_is(verb: Token) -> Token | None:
    """What stands for the object: "denounced what it called a war"."""
    return next(
        (c for c in verb.rights if c.dep_ == "ccomp" and c.left_edge.lower_ == "what"), None
    )


def _doing(verb: Token) -> Token | None:
    """The deed named as an object: "proposed raising the toll"."""
    return next(
        (c for c in verb.rights if c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VBG"),
        None,
    )


def _faulting(verb: Verb) -> Token | None:
    """The one blamed, only when the sentence says for what: such verbs also mean blows."""
    why = any(c.dep_ == "prep" and c.lower_ in {"for", "as", "over"} for c in verb.token.rights)
    return _object(verb) if why else None


# In the order in which they are tried.
FINDERS: dict[str, Callable[[Verb], Token | None]] = {
    "raising": _raising,
    "calling": _calling,
    "ordering": _ordering,
    "clause": _clause,
    "infinitive": _infinitive,
    "object": _object,
    "faulting": _faulting,
}


def _is_infinitive(child: Token) -> bool:
    return child.dep_ in {"xcomp", "ccomp", "advcl"} and any(
        c.dep_ == "aux" and c.lower_ == "to" for c in child.lefts
    )


def _own_subject(verb: Token) -> bool:
    return any(c.dep_ in SUBJECTS for c in verb.lefts)


def _has_mark(verb: Token) -> bool:
    return any(c.dep_ == "mark" for c in verb.lefts)


def _finite(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBZ", "VBP", "MD"} or any(c.tag_ == "MD" for c in verb.lefts)


def is_that_clause(child: Token) -> bool:
    """Whether it is a clause with "that" or "whether"."""
    return any(c.lower_ in {"that", "whether"} and c.dep_ == "mark" for c in child.lefts)


def has_to(child: Token) -> bool:
    """Whether it is an infinitive with "to"."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in child.lefts)
