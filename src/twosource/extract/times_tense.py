"""An expression's place in the parse in, the direction that its clause gives it out.

"The talks began on Tuesday" looks back, "will begin on Thursday" looks ahead.
"""

import re

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.extract.times_rules import WORDS

AHEAD = frozenset(WORDS["tense"]["modals"])
PLANNED = frozenset(WORDS["tense"]["plans"])
ASKED = PLANNED | frozenset(WORDS["tense"]["demands"])
TIMETABLE = frozenset(WORDS["tense"]["timetable"])
AUXILIARIES = frozenset({"aux", "auxpass"})
BACK = frozenset({"have", "had", "was", "were", "did", "has", "'ve", "been"})
INTENDED = frozenset(WORDS["tense"]["intended"])
CALLERS = frozenset(WORDS["tense"]["callers"])
ACTS = frozenset(WORDS["tense"]["acts"])
UNDONE = frozenset(WORDS["tense"]["undone"])
HEEDED = frozenset(WORDS["tense"]["heeded"])
DECREED = frozenset(WORDS["tense"]["decreed"])
DAYS = frozenset(WORDS["weekday"]) | {"tomorrow"}
OWED = frozenset({"be", "likely", "due"})
MONTHS = frozenset(WORDS["month"])
LASTING = frozenset(WORDS["tense"]["lasting"])
LOOKS_AHEAD = re.compile(WORDS["tense"]["before_ahead"])
COMING = re.compile(WORDS["tense"]["after_ahead"])  # "Thursday's planned march"
LOOKS_BACK = re.compile(WORDS["tense"]["before_back"])
HAD_BEEN = re.compile(r"\bhad been \w+ for $")  # "a march that had been called for Saturday"
UNTIL = re.compile(r"\b(?:until|till|by|through) $")
RANGE = re.compile(r"\bfrom\b[^,;]{1,40} (?:until|till|through) $")
DEEP = 12  # ancestors looked at
NEAR = 7  # words between a call, the act and its day


def direction(sentence: Words, start: int, before: str, after: str) -> str:
    """`<`, `>` or `~` for the expression that begins `start` characters into the text.

    `before` and `after` are the words of the sentence around it.
    """
    token = token_at(sentence, start)
    if LOOKS_AHEAD.search(before) or COMING.match(after) or _appointed(token, before, after):
        return ">"
    if LOOKS_BACK.search(before) or after.startswith("'s") or _was_done_by(token):
        return "<"
    if token.dep_ == "compound" and token.lower_ in MONTHS:
        return "~"  # "under a June agreement": the verb says nothing of its date
    verb = _governor(token)
    if verb is None:
        return "~"
    mark = _tense(verb)
    ends = UNTIL.search(before) and not RANGE.search(before)
    if ends and mark != ">" and not _lasted(verb):
        return ">" if before.rstrip().endswith(("until", "till")) else "~"
    return mark


def _was_done_by(token: Token) -> bool:
    """Whether it dates what somebody did: "to clear the road cut by shelling on Tuesday"."""
    for place in range(token.i - 1, max(token.sent.start, token.i - NEAR) - 1, -1):
        word = token.doc[place]
        if word.is_punct or word.dep_ in {"nsubj", "nsubjpass"}:
            return False
        if word.dep_ == "agent":
            verb = word.head
            bare = not any(child.dep_ in AUXILIARIES for child in verb.children)
            return bare and verb.tag_ == "VBN" and verb.dep_ != "ROOT" and verb.i == place - 1
    return False


def tense_at(sentence: Words, start: int) -> str:
    """`<`, `>` or `~` by the verb alone: "worked until dawn" looks back."""
    verb = _governor(token_at(sentence, start))
    return "~" if verb is None else _tense(verb)


def _appointed(token: Token, before: str, after: str) -> bool:
    """Whether a day is appointed: "a march called for Friday", "planned a strike on Monday"."""
    if after.startswith("'s"):
        return False
    if before.endswith("for ") and not HAD_BEEN.search(before):
        return token.lower_ in DAYS
    if _is_called_to(token):
        return True
    verb = _governor(token)
    if verb is None or verb.tag_ != "VBD" or verb.i > token.i:
        return False  # "On Monday they planned it" tells when they did
    return verb.lemma_ in INTENDED or (verb.lemma_ in DECREED and before.endswith("from "))


def _is_called_to(token: Token) -> bool:
    """Whether people are called to an act of that day: "called for a general strike on Monday"."""
    doc = token.doc
    for place in range(token.i - 1, max(token.sent.start, token.i - NEAR) - 1, -1):
        word = doc[place]
        if word.is_punct or word.pos_ in {"VERB", "AUX"}:
            return False
        if word.lemma_.lower() in ACTS:
            return _has_caller(word)
    return False


def _has_caller(act: Token) -> bool:
    """Whether the words before an act call for it; "called off" and "heeded a call" do not."""
    words = act.doc[max(act.sent.start, act.i - NEAR) : act.i]
    callers = [word for word in words if word.lemma_.lower() in CALLERS]
    if not callers or any(word.lemma_.lower() in HEEDED for word in words):
        return False
    between = words[callers[-1].i - words.start + 1 :]
    return not any(word.is_punct or word.lower_ in UNDONE for word in between)


def _lasted(verb: Token) -> bool:
    """Whether the verb tells how long something went on: "lasted until Friday"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in {*AUXILIARIES, "neg"}}
    return verb.lemma_ in LASTING or bool(helpers & {"had", "not", "n't"})


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
        above = _governor(verb.head) if verb.head.i != verb.i else None
        if above is None:
            return "~" if verb.head.lemma_ not in PLANNED else ">"
        if _is_planned(verb, above):
            return "~" if any(child.lower_ == "had" for child in above.children) else ">"
        verb = above
    return "~"


def _is_planned(verb: Token, above: Token) -> bool:
    """Whether an infinitive hangs on a plan: "scheduled to begin", "a decision to meet"."""
    to = verb.tag_ == "VB" or any(child.lower_ == "to" for child in verb.children)
    if verb.dep_ in {"xcomp", "ccomp", "advcl"} and (to or verb.tag_ == "VBG"):
        owed = to and verb.head.lemma_ in OWED  # "is to resume", "is likely to"
        return owed or above.lemma_ in ASKED
    infinitive = verb.dep_ in {"acl", "relcl"} and verb.tag_ == "VB"
    return infinitive and (verb.head.lemma_ in ASKED or above.lemma_ in ASKED)


def _own_tense(verb: Token) -> str | None:
    """What the verb's own form and its auxiliaries say; None: ask the verb above."""
    lowers = {child.lower_ for child in verb.children if child.dep_ in AUXILIARIES}
    if lowers & AHEAD and "have" not in lowers:
        return ">"
    if verb.tag_ == "VBN" and verb.dep_ in {"acl", "relcl", "advcl"} and not lowers:
        return ">" if _is_plan(verb) else "<"
    if lowers & BACK:
        planned = verb.tag_ == "VBN" and _is_plan(verb)
        return "<" if not planned else "~" if "had" in lowers else ">"
    since = verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.lower_ in {"since", "after"}
    if verb.tag_ == "VBD" or since:  # "his first trip since taking office in May"
        return "<"
    if verb.tag_ in {"VBZ", "VBP"} or lowers & {"is", "are", "am", "'s", "'re"}:
        return _present(verb)
    return None


def _is_plan(verb: Token) -> bool:
    """Whether the verb tells of a plan: "talks set for Monday", not "a record set on Monday"."""
    if verb.lemma_ != "set":
        return verb.lemma_ in PLANNED
    return any(child.dep_ == "xcomp" or child.lower_ == "for" for child in verb.children)


def _present(verb: Token) -> str:
    """The present tells of what is going, due or timetabled: "meets on Friday".

    A headline's present ("shells hit market on Tuesday") looks back: the calendar decides.
    """
    ahead = verb.tag_ == "VBG" or verb.lemma_ in PLANNED or verb.lemma_ in TIMETABLE
    return ">" if ahead or _is_due(verb) else "~"


def _is_due(verb: Token) -> bool:
    """Whether it is an event's "is on": "the vote is on Saturday", not "it is a holiday"."""
    if verb.lemma_ != "be":
        return False
    kinds = {child.dep_ for child in verb.children}
    dated = any(child.dep_ == "npadvmod" or child.lower_ in {"on", "at"} for child in verb.children)
    return dated and not kinds & {"attr", "acomp", "expl"}
