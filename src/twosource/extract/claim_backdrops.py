"""A verb of saying in, the reporter's own time clause behind it out.

"Two men were held, the mayor said on Monday, hours after a bomb killed six": the six are the
report's own word. "…, after a bomb killed six" goes on with what the mayor tells.
"""

from spacy.tokens import Token

FAR = 8  # words of the verb's own before the comma: "told reporters in Karsk on Monday"
LEAD = 6  # words before "after": "less than three hours after"
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
MEASURES = frozenset({"DET", "NUM", "NOUN", "ADV", "ADJ", "ADP", "SCONJ"})


def backdrop(verb: Token) -> range:
    """The places of that clause's tokens in the document; empty when there is none."""
    comma = _comma_behind(verb)
    if comma is None or not _measures_time(comma):
        return range(0)
    return range(comma.i + 1, _end(comma))


def _comma_behind(verb: Token) -> Token | None:
    """The comma that ends what is said of the saying: who heard it, where, when."""
    for token in verb.doc[verb.i + 1 : min(verb.i + 1 + FAR, verb.sent.end)]:
        if token.text == ",":
            return token
        if token.dep_ in SUBJECTS and token.head != verb:
            return None
    return None


def _measures_time(comma: Token) -> bool:
    """Whether "three days after" and a clause, or a bare noun, stand behind the comma."""
    words = comma.doc[comma.i + 1 : min(comma.i + 2 + LEAD, comma.sent.end)]
    for place, token in enumerate(words):
        if token.lower_ in {"after", "before"}:
            return any(each.tag_ in {"NNS", "NN"} for each in words[:place])
        if token.pos_ not in MEASURES:
            return False
    return False


def _end(comma: Token) -> int:
    """Where the clause ends: before ", that …", or with the sentence."""
    for token in comma.doc[comma.i + 1 : comma.sent.end]:
        if token.lower_ == "that" and token.nbor(-1).text == ",":
            return token.i
    return comma.sent.end
