"""Two numbers side by side in, whether they are one range, or an old count and its new one, out."""

from dataclasses import replace

from spacy.tokens import Doc

from twosource.base.numbers import SCALES, Number
from twosource.base.vocabulary import load_words

_WORDS = load_words("twosource.extract", "figures")
_MAYBE = frozenset({"possibly", "perhaps", "maybe"})
_WIDEST = 20  # times the lower end; a wider pair is no range
_REVISES = frozenset(_WORDS["tolls"]["revises"])
_RANGE_WORDS = frozenset({"over", "more", "than", "about", "around", "nearly", "some", "possibly"})
_UP_TO = frozenset({
    ("and", "up", "to"), ("but", "up", "to"),
    ("and", "as", "many", "as"), ("but", "as", "many", "as"),
})  # fmt: skip
_NEAR = 12  # tokens before "from nine to 14" within which a verb says that it is a change
_JOINTS = frozenset(_WORDS["joints"]["range"])


def of_scale(doc: Doc, left: Number, right: Number | None) -> Number:
    """The left number in the scale of the right one: "six to eight thousand"."""
    if right is None or right.start - left.end != 1 or right.end - right.start < 2:  # noqa: PLR2004
        return left
    scale = SCALES.get(doc[right.end - 1].lower_, 0)
    if doc[left.end].lower_ not in _JOINTS or not left.low < right.low / (scale or 1):
        return left
    return replace(left, value=left.low * scale, low=left.low * scale) if scale else left


def range_start(doc: Doc, number: Number) -> int:
    """Where "between 10 and 15", "at least 10 and up to 15" begin."""
    if number.start and doc[number.start - 1].lower_ in {"between", "from"}:
        return number.start - 1
    return number.start - 2 * doc[max(0, number.start - 2) : number.start].text.lower().endswith(
        "at least"
    )


def is_range(doc: Doc, left: Number, right: Number) -> bool:
    """Whether two numbers are the ends of one count: "10 to 15", "between 10 and 15"."""
    if left.value is None or right.value is None:
        return False
    if right.start - left.end != 1:
        return is_wide_range(doc, left, right)
    joint = doc[left.end].lower_
    between = left.start > 0 and doc[left.start - 1].lower_ == "between"
    if left.value >= right.value or right.value > _WIDEST * max(left.value, 1):
        return False
    return joint in _JOINTS or (joint == "and" and between)


def is_wide_range(doc: Doc, left: Number, right: Number) -> bool:
    """As in "between 80 and over 200", "at least eleven and up to 15"."""
    between = doc[left.end : right.start]
    words = [each.lower_ for each in between if not each.is_quote and each.lower_ not in _MAYBE]
    before = doc[left.start - 1].lower_ if left.start else ""
    if tuple(words) in _UP_TO and before == "least":
        return left.low < right.low <= _WIDEST * max(left.low, 1)
    joined = len(words) > 1 and words[0] == "and" and before == "between"
    inside = set(words[1:]) <= _RANGE_WORDS
    return joined and inside and left.low < right.low <= _WIDEST * max(left.low, 1)


def is_revision(doc: Doc, left: Number, right: Number) -> bool:
    """Whether the first number is the old one: "raised its count from nine to 14"."""
    joint = [token.lower_ for token in doc[left.end : right.start]]
    turned = joint[-1:] in (["to"], ["-"]) and set(joint[:-1]) <= {"down", "up"}
    if left.start < 2 or not turned or doc[left.start - 1].lower_ != "from":  # noqa: PLR2004
        return False
    return _is_change(doc, left)


def is_revised_from(doc: Doc, left: Number, right: Number) -> bool:
    """Whether the second number is the old one: "has risen to 52 from 48"."""
    if right.start != left.end + 1 or doc[left.end].lower_ != "from" or left.start < 2:  # noqa: PLR2004
        return False
    return doc[left.start - 1].lower_ == "to" and _is_change(doc, left)


def _is_change(doc: Doc, number: Number) -> bool:
    near = doc[max(0, number.start - _NEAR) : number.start - 1]
    return any(token.lemma_.lower() in _REVISES for token in near)
