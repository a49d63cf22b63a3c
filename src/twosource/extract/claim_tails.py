"""A content's head in, what only hangs on at its end out: a remark that may be the outlet's."""

from collections.abc import Iterator

from spacy.tokens import Token

from twosource.extract.claim_counts import sets_against
from twosource.extract.claim_words import frames_of, word_set

TAILS = frozenset({"relcl"})
SET_OFF = frozenset({",", "-", "--", "(", "–"})


def clipped(head: Token) -> Iterator[Token]:
    """The subtree of the content's head without the reporter's additions."""
    dropped: set[int] = set()
    for child in head.children:
        if _is_addition(child) if child.i > head.i else _is_citing(child):
            dropped |= {each.i for each in child.subtree}
    tail = find_tail(head)
    if tail is not None:
        dropped |= {each.i for each in tail.subtree} - _counted_on(tail)
    return (each for each in head.subtree if each.i not in dropped)


def _is_citing(child: Token) -> bool:
    """Whether it is the "quoting a colonel" of "said, quoting a colonel, that …"."""
    return child.tag_ == "VBG" and child.lemma_ in word_set("quoting")


def _counted_on(tail: Token) -> set[int]:
    """A count that the parser joins to the clause: "two dead, which he regretted, and six arrests".

    A noun is joined to nouns, so it goes on with what stands before the clause.
    """
    counts = (
        child
        for child in tail.rights
        if child.dep_ == "conj" and child.pos_ == "NOUN"
        if any(each.dep_ == "nummod" for each in child.lefts)
    )
    return {each.i for child in counts for each in child.subtree}


def _is_addition(child: Token) -> bool:
    """Whether it is "…, adding that …" or "…, but damage was observed": not the speaker's words."""
    if child.dep_ == "advcl" and sets_against(child):
        return True
    if child.dep_ in {"advcl", "acl"} and child.tag_ == "VBG":
        after_comma = child.left_edge.i > 0 and child.doc[child.left_edge.i - 1].text in {",", '"'}
        return after_comma and "quote" in frames_of("verbs").get(child.lemma_.lower(), ())
    concedes = child.dep_ == "advcl" and any(
        c.dep_ == "mark" and c.lower_ in word_set("contrast") for c in child.lefts
    )
    if concedes and _vouched_apart(child):
        return True
    return (concedes or child.dep_ == "conj") and is_observation(child)


def _vouched_apart(verb: Token) -> bool:
    """Whether somebody else vouches for the clause: "…, although according to the council, …"."""
    return any(c.dep_ == "prep" and c.lower_ == "according" for c in verb.lefts)


def is_observation(verb: Token) -> bool:
    """Whether the outlet itself reports a sight: "was observed", "could be heard"."""
    return (
        verb.lemma_.lower() in word_set("observing")
        and verb.tag_ == "VBN"
        and any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)
        and not any(c.dep_ == "agent" for c in verb.children)
    )


def find_tail(head: Token) -> Token | None:
    """A relative clause set off by a comma at the very end: "…, who …", "…, which …"."""
    last = head.right_edge
    token = last
    while token != head and token.dep_ != "ROOT":
        if _hangs_on(token) and _set_off(token) and token.right_edge.i >= last.i - 1:
            return token
        token = token.head
    return None


def _hangs_on(token: Token) -> bool:
    """Whether it is a remark that may be the outlet's: "…, which …", "…, raising fears …".

    What came of a deed is told by who tells the deed: "a bomb went off, killing two".
    """
    if token.dep_ in TAILS:
        return True
    own = any(c.dep_ in {"mark", "nsubj"} for c in token.lefts)
    result = token.lemma_.lower() in word_set("outcomes")
    fronted = token.head.head.i > token.right_edge.i  # "…, raising fears, the mayor said"
    return token.dep_ == "advcl" and token.tag_ == "VBG" and not (own or result or fronted)


def _set_off(token: Token) -> bool:
    edge = token.left_edge.i
    return edge > 0 and token.doc[edge - 1].text in SET_OFF
