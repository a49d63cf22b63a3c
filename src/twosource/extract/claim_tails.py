"""A content's head in, what only hangs on at its end out: a remark that may be the outlet's."""

from spacy.tokens import Token

from twosource.extract.claim_words import word_set

TAILS = frozenset({"relcl"})
SET_OFF = frozenset({",", "-", "--", "(", "–"})


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
