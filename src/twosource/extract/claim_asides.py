"""A word in, who is handed the whole clause by it out: "per the ministry", "as drivers tell it".

Such asides stand beside what they vouch for, as "according to" does, and share its frame.
"""

from spacy.tokens import Token

from twosource.base.grammar import objects_of
from twosource.extract.claim_tallies import counts_from, is_tally, maker_beside, maker_of
from twosource.extract.claim_words import word_set

SUBJECTS = frozenset({"nsubj"})
OWNED = frozenset({"view", "opinion"})  # "in his mind" is where, not whose word
COUNTING = frozenset({"in", "by", "on", "at"})
PARTICIPLES = frozenset({"VBG", "VBN", "VB"})
WEIGHED = frozenset({"acomp", "xcomp"})
OPENS = frozenset({",", "-", "--", "("})


def stands_aside(token: Token) -> bool:
    """Whether the word begins an aside that names whose word the clause is."""
    return aside_bearer(token) is not None


def aside_bearer(token: Token) -> Token | None:
    """The head of the phrase that names who vouches; None when the word is no aside.

    The word is "per", the "in" of "in the words of", the verb of "as the drivers tell it" or of
    "going by the drivers", or the count of "a figure given by the drivers".
    """
    if token.lower_ == "per":
        return _behind_per(token)
    if token.lower_ in COUNTING and token.dep_ in {"prep", "agent"}:
        return _whose_words(token) or _whose_count(token)
    if token.pos_ == "NOUN":
        return maker_beside(token)
    if token.lemma_ == "be" and token.dep_ == "advcl":
        return _who_may_be_right(token)
    if token.tag_ in PARTICIPLES:
        return counts_from(token) or _who_counted(token)
    return _who_tells_it(token) if token.lemma_ in word_set("according", "tells") else None


def _whose_count(token: Token) -> Token | None:
    """The Front of "by the count of the Front" and "on the Front's figures"."""
    noun = next((c for c in token.children if c.dep_ == "pobj"), None)
    if noun is None or token.head.pos_ not in {"VERB", "AUX"} or counts_from(token.head):
        return None
    counted = {noun.lemma_.lower(), noun.lower_} & word_set("according", "reckonings")
    return maker_of(noun) if counted else None


def _behind_per(token: Token) -> Token | None:
    """Who stands behind "per"; "per day" and "per head" have no article."""
    opens = token.is_sent_start or (token.i > 0 and token.nbor(-1).text in OPENS)
    found = next((c for c in token.children if c.dep_ == "pobj"), None)
    if found is None or not opens:
        return None
    held = found.pos_ == "PROPN" or any(c.dep_ == "det" for c in found.lefts)
    return found if held else None


def _whose_words(token: Token) -> Token | None:
    """The envoy of "in the view of the envoy" and of "in the envoy's view"."""
    if token.lower_ != "in" or token.head.pos_ not in {"VERB", "AUX"}:
        return None
    noun = next((c for c in token.children if c.dep_ == "pobj"), None)
    if noun is None or noun.lemma_.lower() not in word_set("according", "views"):
        return None
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if owner is not None or not any(c.lower_ == "the" for c in noun.lefts):
        return owner if noun.lemma_.lower() in OWNED else None
    of = next((c for c in noun.rights if c.lower_ == "of"), None)
    return None if of is None else next((c for c in of.children if c.dep_ == "pobj"), None)


def _who_tells_it(verb: Token) -> Token | None:
    """The drivers of "as the drivers tell it"."""
    as_said = any(c.lower_ == "as" and c.dep_ in {"mark", "advmod"} for c in verb.lefts)
    it = any(c.lower_ == "it" and c.dep_ == "dobj" for c in verb.rights)
    if not (as_said and it) or verb.dep_ != "advcl":
        return None
    return next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)


def _who_counted(verb: Token) -> Token | None:
    """The drivers of "as counted by the drivers"."""
    as_counted = any(c.lower_ == "as" for c in verb.lefts) and verb.dep_ == "advcl"
    if not as_counted or verb.lemma_ not in word_set("counting", "bodies"):
        return None
    return next(iter(objects_of(verb, frozenset({"by"}))), None)


def _who_may_be_right(verb: Token) -> Token | None:
    """The drivers of "if the drivers are right", "if their count is to be believed"."""
    if not any(c.lower_ == "if" and c.dep_ == "mark" for c in verb.lefts):
        return None
    sure = word_set("according", "sure")
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if subject is None or not any(c.lower_ in sure and c.dep_ in WEIGHED for c in verb.rights):
        return None
    return maker_of(subject) if is_tally(subject) else subject
