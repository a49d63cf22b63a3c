"""A number in, what the words right beside it say that it counts out.

For what does not parse well: headlines ("5 Dead, 6 Wounded"), lists, tolls.
"""

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.vocabulary import load_words
from twosource.extract.figure_bounds import Amount
from twosource.extract.figure_cues import ADJECTIVES, NOUNS, OWN, VERBS, is_real
from twosource.extract.figure_tolls import find_told_toll

_WORDS = load_words("twosource.extract", "figures")
_TOLLS = frozenset(_WORDS["tolls"]["nouns"])
_TOLL_JOINTS = frozenset(_WORDS["tolls"]["joints"])
HOMES = frozenset(_WORDS["housing"]["nouns"])
_THEMSELVES = frozenset(_WORDS["moving"]["themselves"])
_DAMAGES = frozenset(_WORDS["housing"]["damages"])
_RAZES = frozenset(_WORDS["housing"]["verbs"])
_RAZED = frozenset(_WORDS["housing"]["adjectives"])
_LISTED = frozenset({":", "total", "totalled", "totaled"})
_FATALLY = frozenset(_WORDS["to_death"]["adverbs"])
_WERE = frozenset({"were", "was"})
_OPENERS = frozenset({",", "-", "--", "("})
_ASIDES = frozenset(_WORDS["subsets"]["before"]) | {"one", "two", "both", "all", "most", "many"}
_ASIDE = 30  # tokens that an aside may take
_SKIPPED = frozenset(_WORDS["skipped"]["words"])
_LIGHT, _HARM = frozenset(_WORDS["light"]["verbs"]), frozenset(_WORDS["light"]["injured"])
_REACH = 7
_COUNTED = frozenset({"person", "people", "family", "household"})
SAME = "same"  # the measure of the figure before


def find_near(amount: Amount, sentence: Words) -> tuple[str, Token] | None:
    """The measure of an amount and the word that tells it, from the words beside it."""
    for look in (
        _cue_as_noun, _cue_after, _light_after, _cue_before, _toll_before, find_told_toll,
        _razed_home,
    ):  # fmt: skip
        found = look(amount, sentence)
        if found is not None:
            return found
    return None


def _cue_as_noun(amount: Amount, sentence: Words) -> tuple[str, Token] | None:  # noqa: ARG001
    noun = amount.noun
    if noun is None:
        return None
    measure = NOUNS.get(noun.lemma_.lower()) or ADJECTIVES.get(noun.lower_)
    return (measure, noun) if measure and is_real(noun) else None


def _cue_after(amount: Amount, sentence: Words) -> tuple[str, Token] | None:
    """As in "5 Dead", "three people reportedly wounded", "at least 4 others were hurt"."""
    doc = sentence.doc
    for token in doc[amount.last : min(amount.end + _REACH, sentence.end)]:
        lower, lemma = token.lower_, token.lemma_.lower()
        measure = ADJECTIVES.get(lower) or OWN.get(lemma)
        if lower in _FATALLY:
            return "killed", token
        if measure is None and lemma in VERBS and token.tag_ in {"VBN", "VBD", "JJ", "NNP", "NN"}:
            measure = VERBS[lemma] if lower != lemma or lemma == "hurt" else None
        if measure is None and token.tag_ == "VB" and token.nbor(-1).lower_ == "to":
            measure = VERBS.get(lemma) if lemma in _THEMSELVES else None
        if measure is not None:
            return (_fatal(token, measure), token) if is_real(token) else None
        if token.i >= amount.end and not _may_be_skipped(token):
            return _cue_after_aside(amount, sentence)
    return None


def _light_after(amount: Amount, sentence: Words) -> tuple[str, Token] | None:
    """As in "eleven sustained injuries", "the 2-year-old suffered minor burns"."""
    doc = sentence.doc
    if amount.end + 1 >= sentence.end or doc[amount.end].lemma_.lower() not in _LIGHT:
        return None
    near = doc[amount.end + 1 : min(amount.end + _REACH, sentence.end)]
    harm = any(token.lemma_.lower() in _HARM for token in near)
    return ("injured", doc[amount.end]) if harm else None


def _cue_after_aside(amount: Amount, sentence: Words) -> tuple[str, Token] | None:
    """As in "four men - including two brothers - were killed": the aside is passed over."""
    doc, start = sentence.doc, amount.end
    if start + 1 >= sentence.end or doc[start].text not in _OPENERS:
        return None
    if doc[start + 1].lower_ not in _ASIDES:
        return None
    for token in doc[start : min(start + _ASIDE, sentence.end)]:
        if token.lower_ in _WERE:
            if token.lower_ == "was" and (amount.low or 0) > 1:
                return None  # "three children, among them the girl who was killed"
            after = (each for each in doc[token.i + 1 : min(token.i + 6, sentence.end)])
            verb = next((each for each in after if each.tag_ in {"VBN", "JJ"}), None)
            measure = _measure(verb) if verb is not None else None
            return (measure, verb) if verb is not None and measure and is_real(verb) else None
        if token.text in {";", "."} or token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return None
    return None


def _measure(word: Token) -> str | None:
    found = ADJECTIVES.get(word.lower_) or VERBS.get(word.lemma_.lower())
    return _fatal(word, found) if found else None


def _fatal(token: Token, measure: str) -> str:
    after = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    return "killed" if measure == "injured" and after in {"dead", "fatally"} else measure


def _may_be_skipped(token: Token) -> bool:
    return token.pos_ in {"AUX", "ADV", "PART", "SPACE"} or token.lower_ in _SKIPPED


def _cue_before(amount: Amount, sentence: Words) -> tuple[str, Token] | None:
    """As in "killing at least nine", "arrested 14", "the deaths of 12"."""
    doc = sentence.doc
    start = _before_aside(amount, sentence)
    for token in reversed(doc[max(sentence.start, start - 4) : start]):
        lemma = token.lemma_.lower()
        if token.pos_ == "VERB" and lemma in VERBS and (token.tag_ != "VBN" or _is_listed(token)):
            return (VERBS[lemma], token) if is_real(token) else None
        if lemma in NOUNS and token.pos_ == "NOUN":
            of = doc[token.i + 1].lower_ == "of" or doc[token.i + 1].text == ":"
            return (NOUNS[lemma], token) if of and is_real(token) else None
        if token.pos_ not in {"ADV", "DET", "ADP"} and token.text != ":":
            return None
    return None


def _is_listed(verb: Token) -> bool:
    """As in "killed 15, injured 40 and left", "killed five, including a boy, and wounded six"."""
    if verb.i < 2:  # noqa: PLR2004 - the comma and what stands before it
        return False
    before, far = verb.nbor(-1), verb.nbor(-2)
    return (before.text == "," and far.like_num) or (before.lower_ == "and" and far.text == ",")


def _before_aside(amount: Amount, sentence: Words) -> int:
    """Where "of, according to the latest data, 17,631" goes on before its aside."""
    doc, last = sentence.doc, amount.start - 1
    if last <= sentence.start or doc[last].text != ",":
        return amount.start
    for place in range(last - 1, max(sentence.start, last - _ASIDE // 2), -1):
        if doc[place].text == "," and doc[place - 1].lower_ == "of":
            return place
    return amount.start


def _toll_before(amount: Amount, sentence: Words) -> tuple[str, Token] | None:
    """As in "the death toll rose to 31", "number of displaced: 452", "deaths: 12"."""
    if amount.noun is not None and amount.noun.lemma_.lower() not in _COUNTED:
        return None
    doc, place = sentence.doc, amount.start - 1
    while place >= sentence.start and _may_lead_to_number(doc[place]):
        place -= 1
    found = None
    for token in doc[max(sentence.start, place - 6) : amount.start]:
        found = _toll_word(token) or found
    window = doc[max(sentence.start, place - 6) : amount.start]
    if any(not is_real(token) for token in doc[place + 1 : amount.start] if token.pos_ == "VERB"):
        return None  # "the toll could rise to 20"
    if found is None:
        return _bare_toll(window)
    named = found[1].i == place - 1 and doc[place].lemma_.lower() in _COUNTED
    listed = (named or found[1].i == place) and doc[place + 1].lower_ in _LISTED
    tolls = any(token.lemma_.lower() in _TOLLS for token in window)
    return found if tolls or listed else None


def _bare_toll(window: Words) -> tuple[str, Token] | None:
    """As in "the toll climbed to 40": of the dead; "the figure": of what was counted before."""
    for token in reversed(window):
        lemma = token.lemma_.lower()
        if lemma == "toll":
            return "killed", token
        puts = lemma == "number" and token.head.lemma_ == "put" and token.nbor().lower_ == "at"
        if (lemma == "figure" or puts) and any(child.lower_ == "the" for child in token.lefts):
            return SAME, token
    return None


def _may_lead_to_number(token: Token) -> bool:
    if token.like_num and token.i and token.nbor(-1).lower_ == "from":
        return True  # "rose from 10 to 14"
    return token.lower_ in _TOLL_JOINTS or token.pos_ in {"AUX", "ADV", "PUNCT", "VERB"}


def _toll_word(token: Token) -> tuple[str, Token] | None:
    measure = NOUNS.get(token.lemma_.lower()) or ADJECTIVES.get(token.lower_)
    return (measure, token) if measure else None


def is_home(noun: Token) -> bool:
    """Whether a noun is one for a home, however it is tagged ("321 Houses destroyed")."""
    return noun.lemma_.lower() in HOMES or noun.lower_.removesuffix("s") in HOMES


def _razed_home(amount: Amount, sentence: Words) -> tuple[str, Token] | None:
    """As in "60 homes were destroyed": IDMC counts their households among the displaced."""
    noun, doc = amount.noun, sentence.doc
    if noun is None:
        return _listed_homes(amount, sentence)
    if not is_home(noun):
        return None
    after = doc[noun.i + 1 : min(noun.i + 6, sentence.end)]
    if after and after[0].lemma_.lower() in _DAMAGES:
        return None
    before = doc[max(sentence.start, amount.start - 4) : amount.start]
    if before and before[-1].lemma_.lower() in _DAMAGES:
        return None  # "damaged 80 houses, destroyed 20 others"
    return _first_razing(list(after)) or _first_razing(list(reversed(before)))


def _listed_homes(amount: Amount, sentence: Words) -> tuple[str, Token] | None:
    """As in "Destroyed housing: 146"."""
    doc, colon = sentence.doc, amount.start - 1
    if colon < sentence.start or doc[colon].text != ":":
        return None
    label = doc[max(sentence.start, colon - 4) : colon]
    homes = any(is_home(token) or token.lower_ == "housing" for token in label)
    return _first_razing(list(reversed(label))) if homes else None


def _first_razing(tokens: list[Token]) -> tuple[str, Token] | None:
    for token in tokens:
        if token.lower_ in {"fire", "ablaze"} and token.i and token.nbor(-1).lemma_ == "set":
            return "displaced", token  # "set fire to 60 houses"
        if token.like_num or token.text in {".", ";"} or token.lemma_.lower() in _DAMAGES:
            return None
        if token.lemma_.lower() in _RAZES or token.lower_ in _RAZED:
            return "displaced", token
    return None
