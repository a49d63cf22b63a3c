"""An expression's place in the parse in, the direction that its clause gives it out.

"The talks began on Tuesday" looks back, "will begin on Thursday" looks ahead.
"""

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.extract.times_rules import WORDS

AHEAD = frozenset(WORDS["tense"]["modals"])
PLANNED = frozenset(WORDS["tense"]["plans"])
AUXILIARIES = frozenset({"aux", "auxpass"})
DEEP = 12  # ancestors looked at


def direction(sentence: Words, start: int) -> str:
    """`<`, `>` or `~` for the expression that begins `start` characters into the text."""
    token = token_at(sentence, start)
    verb = _governor(token)
    return "~" if verb is None else _tense(verb)


def token_at(sentence: Words, start: int) -> Token:
    """The token of a sentence that holds an offset of the text."""
    low, high = sentence.start, sentence.end - 1
    doc = sentence.doc
    while low < high:
        middle = (low + high + 1) // 2
        if doc[middle].idx <= start:
            low = middle
        else:
            high = middle - 1
    return doc[low]


def _governor(token: Token) -> Token | None:
    """The verb that an expression hangs on; None when there is none."""
    for _ in range(DEEP):
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"amod", "compound"}:
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _tense(verb: Token) -> str:
    for _ in range(DEEP):
        mark = _own_tense(verb)
        if mark is not None:
            return mark
        if verb.head.i == verb.i:
            break
        above = _governor(verb.head)
        if above is None:
            break
        if (verb.dep_ == "xcomp" or verb.tag_ == "VB") and above.lemma_ in PLANNED:
            return ">"
        verb = above
    return "~"


def _own_tense(verb: Token) -> str | None:
    """What the verb's own form and its auxiliaries say; None: ask the verb above."""
    helpers = [child for child in verb.children if child.dep_ in AUXILIARIES]
    lowers = {child.lower_ for child in helpers}
    if lowers & AHEAD and "have" not in lowers:
        return ">"
    if "have" in lowers or lowers & {"had", "was", "were", "did", "has", "'ve", "been"}:
        return ">" if verb.lemma_ in PLANNED and verb.tag_ == "VBN" else "<"
    if verb.tag_ == "VBD":
        return "<"
    if verb.tag_ in {"VBZ", "VBP"} or lowers & {"is", "are", "am", "'s", "'re"}:
        return _present(verb)
    if verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl"}:
        return ">" if verb.lemma_ in PLANNED else "<"
    return None


def _present(verb: Token) -> str:
    """The present tense says little of days: what is going, is due or is set lies ahead."""
    if verb.tag_ == "VBG" or verb.lemma_ in PLANNED:
        return ">"
    return "~"
