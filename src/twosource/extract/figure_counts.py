"""A victim's head word in, a count out: how many, in which words, of which class.

"at least ten civilians" is 10, "the mayor" 1, "the couple" 2, "no one" 0, "villagers" some.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.grammar import noun_phrase, objects_of
from twosource.base.numbers import ORDINALS
from twosource.base.records import Qualifier
from twosource.base.vocabulary import load_words
from twosource.extract.figure_bounds import Amount

_WORDS = load_words("twosource.extract", "figures")
_CLASSES: dict[str, str] = {
    word: name for name, words in _WORDS["classes"].items() for word in words
}
_PERSONS = frozenset(_WORDS["persons"]["words"]) | frozenset(_CLASSES)
_ENDINGS = tuple(_WORDS["persons"]["endings"])
_UNHIT = frozenset(_WORDS["unhit"]["adjectives"])
_PAIRS = frozenset(_WORDS["pairs"]["words"])
_BODIES = frozenset(_WORDS["bodies"]["words"])
_NOT_PERSONS = frozenset(_WORDS["not_persons"]["words"])
_UNITS = frozenset(
    word
    for name, words in _WORDS["units"].items()
    if name not in {"personnel", "participants"}
    for word in words
)
_UNTOLD = frozenset(_WORDS["untold"]["words"])
_NONE = frozenset({"nobody", "none", "no-one"})
_ONE = frozenset({"he", "she", "him", "her", "himself", "herself", "someone", "somebody"})
_FURTHER = frozenset(list(ORDINALS)[1:10])  # "a second man", "a third victim"
_HOMES = frozenset(_WORDS["housing"]["nouns"])
_HOUSEHOLDS = frozenset({"family", "household"})
_DATELINE = 12  # tokens that a dateline takes at most
_SHORT = 3  # letters: "III" ends a name
_PLURAL_LOW = 2  # what a plural without a number allows


@dataclass(frozen=True, slots=True)
class Count:
    """How many, in tokens `start` to `end` (exclusive); `first` None: no number words."""

    start: int
    end: int
    qualifier: Qualifier
    value: float | None
    low: float | None
    high: float | None
    victim_class: str = "all"
    unit: str = "persons"
    first: int | None = None
    last: int | None = None
    addition: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A count with what it counts, and the word that says so."""

    measure: str
    cue: Token
    count: Count
    head: Token | None = None
    part: bool = False  # one of a group told before: "among the dead"


def is_person(token: Token) -> bool:
    """Whether a word is one for persons; a proper noun may be one."""
    if token.pos_ == "PROPN":
        return token.lower_ not in _NOT_PERSONS
    if token.lemma_.lower() in _NOT_PERSONS:
        return False
    return (
        token.lemma_.lower() in _PERSONS or token.lower_.endswith(_ENDINGS) or stands_by_age(token)
    )


def class_of(token: Token | None) -> str:
    """The victim class that a noun and its modifiers tell; "all" when they tell none."""
    if token is None:
        return "all"
    words = [token, *(each for each in token.lefts if each.dep_ in {"amod", "compound", "nmod"})]
    for word in words:
        one = word.lower_.removesuffix("men") + "man"  # the lemma of "servicemen" is "servicemen"
        found = _CLASSES.get(word.lemma_.lower()) or _CLASSES.get(word.lower_) or _CLASSES.get(one)
        if found:
            return found
    return "all"


def from_amount(amount: Amount) -> Count:
    """The count that number words give."""
    noun = amount.noun
    lemma = noun.lemma_.lower() if noun is not None else ""
    home = lemma in _HOMES or lemma.removesuffix("s") in _HOMES
    unit = "households" if lemma in _HOUSEHOLDS else "homes" if home else "persons"
    first, last = (None, None) if amount.aged else (amount.first, amount.last)
    return Count(
        amount.start, amount.end, amount.qualifier, amount.value, amount.low, amount.high,
        class_of(noun), unit, first, last, amount.addition,
    )  # fmt: skip


def amount_at(head: Token, amounts: Sequence[Amount]) -> Amount | None:
    """The amount whose number or noun the head word is, or hangs below it with "of"."""
    for amount in amounts:
        if amount.first <= head.i < amount.last or _same(amount.noun, head):
            return amount
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            inner = [each for each in child.children if each.dep_ == "pobj"]
            return amount_at(inner[0], amounts) if inner else None
    return None


def read_count(head: Token, amounts: Sequence[Amount]) -> Count | None:
    """How many a victim's head word stands for; None when it is no victim or tells no count."""
    head = behind_dateline(head)
    amount = amount_at(head, amounts)
    if amount is not None:
        return from_amount(amount) if fits_person(amount) else None
    if head.pos_ == "PRON" or head.lower_ in _NONE or head.lower_ in {"another", "others"}:
        return _from_pronoun(head)
    if head.lower_ in _FURTHER and any(child.lower_ == "a" for child in head.lefts):
        return Count(head.i - 1, head.i + 1, "exact", 1, 1, 1, addition=True)
    if is_untold(head):
        return _from_untold(head)
    if (head.pos_ not in {"NOUN", "PROPN"} and not stands_by_age(head)) or not is_person(head):
        return None
    return _from_noun(head)


def is_untold(head: Token) -> bool:
    """Whether it is a noun of a quantity that is not told: "a number of civilians"."""
    return head.lemma_.lower() in _UNTOLD


def _from_untold(head: Token) -> Count | None:
    """As in "a number of civilians", "an unknown number of others": more than one."""
    counted = next(iter(objects_of(head, frozenset({"of"}))), None)
    if counted is None or not (is_person(counted) or counted.lower_ == "others"):
        return None
    words = noun_phrase(head)
    return Count(words.start, counted.i + 1, "vague", None, _PLURAL_LOW, None, class_of(counted))


def fits_person(amount: Amount) -> bool:
    """Whether what is counted may be persons: no unit, no thing."""
    noun = amount.noun
    if amount.hyphened:
        return False
    if noun is not None and any(child.lower_ in _UNHIT for child in noun.lefts):
        return False
    if noun is None or is_person(noun):
        return True
    return noun.lemma_.lower() not in _NOT_PERSONS | _UNITS


def _from_pronoun(head: Token) -> Count | None:
    start, end = head.i, head.i + 1
    if head.lower_ in _NONE or (head.lower_ == "one" and start and head.nbor(-1).lower_ == "no"):
        start -= head.lower_ == "one"
        return Count(start, end, "exact", 0, 0, 0)
    if head.lower_ in _ONE or (head.lower_ == "another" and head.dep_ != "det"):
        return Count(start, end, "exact", 1, 1, 1, addition=head.lower_ == "another")
    if head.lower_ == "both":
        return Count(start, end, "exact", 2, 2, 2)
    if head.lower_ == "others":
        return Count(start, end, "vague", None, _PLURAL_LOW, None)
    return None


def _from_noun(head: Token) -> Count | None:
    words = _without_dateline(noun_phrase(head))
    lemma, klass = head.lemma_.lower(), class_of(head)
    before = {token.lower_ for token in words[:-1]}
    none = _nobody_before(words)
    if none:
        return Count(words.start + 1 - none, words.end, "exact", 0, 0, 0, klass)
    if lemma in _PAIRS or head.lower_ in _PAIRS or "both" in before:
        return Count(words.start, words.end, "exact", 2, 2, 2, klass)
    if lemma in _BODIES or before & {"any", "all", "every", "each", "how"}:
        return None
    if head.tag_ in {"NNS", "NNPS"} and not _is_name(head):
        return Count(words.start, words.end, "vague", None, _PLURAL_LOW, None, klass)
    if head.pos_ == "NOUN" and lemma in {"person", "man"} and not before:
        return None
    further = "another" in before or bool(before & {"a", "an"} and before & _FURTHER)
    return Count(words.start, words.end, "exact", 1, 1, 1, klass, addition=further)


def _nobody_before(words: Words) -> int:
    """How many words say that it is nobody: 1 for "no child", 2 for "not a single child"."""
    before = {token.lower_ for token in words[:-1]}
    if "single" in before and words.start and words.doc[words.start - 1].lower_ == "not":
        return 2
    return int("no" in before)


def _without_dateline(words: Words) -> Words:
    """The words behind a dash: "KARSK - A man"."""
    for token in reversed(words[:-1]):
        if token.text in {"-", "--"} and token.whitespace_ and token.i > words.start:
            return words.doc[token.i + 1 : words.end]
    return words


def behind_dateline(head: Token) -> Token:
    """The noun behind the dash when a dateline was taken for a person: "KARSK, Osso - A man"."""
    doc, stop = head.doc, min(head.i + _DATELINE, len(head.doc) - 1)
    if head.pos_ != "PROPN" or len(head) <= _SHORT:
        return head
    dash = next((each for each in range(head.i + 1, stop) if doc[each].text in {"-", "--"}), None)
    if dash is None or not (head.is_upper or doc[dash - 1].text == ")"):
        return head
    for token in doc[dash + 1 : dash + _DATELINE]:
        if token.tag_[:2] == "NN" and token.nbor().tag_[:2] != "NN":
            return token
    return head


def _is_name(head: Token) -> bool:
    """Whether a plural proper noun ends a person's name: "Keith Bowers" and not "the Bowers"."""
    parts = [child for child in head.lefts if child.dep_ == "compound" and child.pos_ == "PROPN"]
    return bool(parts) and not any(child.dep_ in {"det", "amod"} for child in head.lefts)


def _same(left: Token | None, right: Token) -> bool:
    """Whether two tokens are one: spaCy makes a new object at each look-up."""
    return left is not None and left.i == right.i


def stands_by_age(token: Token) -> bool:
    """Whether an age stands for a person ("the 17-year-old"): an age stands for a person."""
    return token.lower_ in {"old", "-old"} or token.lower_.endswith("-old")
