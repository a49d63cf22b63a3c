"""A match in, whether its words speak of time here out: "may", "1,500", "the day" and the like."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Span as Words

from twosource.extract.times_rules import WORDS
from twosource.extract.times_tense import token_at

SURE_MONTHS = frozenset(WORDS["month"]) - frozenset(WORDS["doubtful"]["months"])
LONG = frozenset({"day", "week", "weekend", "month", "quarter", "year", "decade", "century"})
YEARLIKE = re.compile(
    r"(?:%|percent|per|million|billion|dollars|GMT|hours|-\d{3}|,\d{3}|\.\d|block\b"
    rf"|(?:[A-Z]\w+ ){{1,2}}(?:{'|'.join(WORDS['doubtful']['streets'])})\b)"
)
NUMBERED = re.compile(
    rf"\b(?:{'|'.join(WORDS['doubtful']['numbered'])})s?\.? (?:\d+(?:,|,? and|,? or) )*$"
)
LASTS = re.compile(r"\b(?:will|would|could|may|might|can|should|must|to|not|n't)(?: \w+ly)? $")
VERBS = frozenset({"MD", "VB", "VBP", "VBD"})
CLOCK_WORDS = re.compile(
    r"[ap]\.?m\b|noon|mid|o.clock|gmt|utc|[ecpm][sd]t\b|hours|hrs|local|half past|quarter"
)
CHILD = re.compile(r" (?:\w+ )?(?:son|daughter|boy|girl|baby|infant|child|twins?)\b")
MARCHES = re.compile(r"[a-z,\"'] (?!\w+day )[A-Z]\w+ $")  # "the Long March"
TAILS = re.compile(r" (?:or (?:so|more)|and a half)$")
BEFORE_YEAR = frozenset(WORDS["doubtful"]["before_year"])
BEFORE_FEAST = BEFORE_YEAR | {"on", "at", "over", "with"}
NAMED_AFTER = re.compile(r" (?!Mass\b|Vigil\b|Day\b|Week\b)[A-Z][a-z]")
FEAST = re.compile(r"(?:[Ll]ast |[Nn]ext |[Tt]his |[Tt]he (?:\w+ )?month of )?[A-Z]\w+(?: [A-Z])?")


@dataclass(frozen=True, slots=True)
class Found:
    """A rule's match: the sentence, its text, where the expression stands in it, its fields."""

    sentence: Words
    text: str
    start: int
    end: int
    fields: dict[str, str]

    @property
    def words(self) -> str:
        """The expression, in lower case."""
        return self.text[self.start : self.end].lower()

    @property
    def after(self) -> str:
        """The rest of the sentence."""
        return self.text[self.end : self.end + 40]

    @property
    def before(self) -> str:
        """What stands before the expression, in lower case."""
        return self.text[max(0, self.start - 40) : self.start].lower()


def _capital(found: Found) -> bool:
    """A month's name: "may" and "march" only with a capital, and not as a verb or a name."""
    word = found.words.rpartition(" ")[2]
    if word in SURE_MONTHS or found.words.rstrip(".") in SURE_MONTHS:
        return True
    start = found.end - len(word)
    if not found.text[start].isupper():
        return False
    if re.search(r"\b(?:long|the|a) $", found.before) and not re.match(r" [a-z]{4,}", found.after):
        return False
    if word == "march" and MARCHES.search(found.text[max(0, start - 20) : start]):
        return bool(re.match(r" \d", found.after))
    token = token_at(found.sentence, found.sentence.start_char + start)
    return token.tag_ not in VERBS and not re.match(
        r" (?:[A-Z][a-z]|for [A-Z]|(?:of|to) the [A-Z])", found.after
    )


def _opening(found: Found) -> bool:
    """A word of reference; "Now," that opens a sentence joins it to the last, and tells no time."""
    if found.words == "recently" and found.before.endswith("as ") and found.after[:3] == " as":
        return False  # "as recently as May": May is the time
    return found.words != "now" or found.start > 0 or not found.after.startswith(",")


def _season(found: Found) -> bool:
    """A season, not a fall: "the fall of the city"."""
    if found.fields.get("turn"):
        return True
    return not (
        found.words.endswith("fall") and re.match(r" (?:of|in) (?!\d|last|this|that)", found.after)
    )


def _named(found: Found) -> bool:
    """A feast by its name, not "election day", "the Easter Rising" or a man's name."""
    capitals = FEAST.match(found.text[found.start :])
    name = re.search(r"([A-Z][\w.'-]*) $", found.text[max(0, found.start - 20) : found.start])
    if name and found.text[found.start].isupper() and name[1].lower() not in BEFORE_FEAST:
        return False
    whole = " day" not in found.words or " Day" in found.text[found.start : found.end]
    return bool(capitals) and whole and not NAMED_AFTER.match(found.after)


def _alone(found: Found) -> bool:
    """Whether "the day before" ends there, and does not go on: "the day before police came"."""
    last = found.sentence.start_char + found.start + found.words.rindex(" ") + 1
    token = token_at(found.sentence, last)
    return token.dep_ != "mark" and not any(
        child.dep_ in {"pobj", "pcomp"} for child in token.children
    )


def _clock(found: Found) -> bool:
    """A clock time, not a score, a ratio or a sum."""
    if CLOCK_WORDS.search(found.words):
        return True
    if "." in found.words:
        return False
    return bool(
        re.search(
            r"\b(?:at|by|until|from|around|about|since|before|after|to|and|between) ?$",
            found.before,
        )
    )


def _span(found: Found) -> bool:
    """A unit of the calendar that one steps by: "last week", not "this second"."""
    if found.fields["unit"] not in LONG or re.match(r"-[a-z]", found.after):
        return False
    if re.fullmatch(r"[A-Z]\w+ [A-Z]\w+", found.text[found.start : found.end]) and (
        found.before.endswith(('"', "'")) or found.after.startswith(('"', "'"))
    ):
        return False  # the name of a programme
    return not ("last" in found.words and re.match(r" of (?!20|19)", found.after))


def _long(found: Found) -> bool:
    return found.fields["unit"] in LONG - {"day"}


def _amount(found: Found) -> bool:
    """A number of units that is no rank, age of a person, or share."""
    amount, unit = found.fields.get("n", "a"), found.fields["unit"]
    if _is_age(found, unit) or re.search(r"\d{4}$", amount):
        return False
    if amount in {"a", "an"} and f"{unit}s" in found.words:
        return False  # "a decades-old feud"
    if unit in {"second", "quarter", "weekend", "minute"} and amount in {"a", "an"}:
        return unit == "minute"
    if unit in {"second", "quarter"} and (not found.words.endswith("s") or _is_share(found)):
        return False
    counted = TAILS.sub("", found.words)
    plural = counted.endswith("s") or "-" in found.words or amount in {"a", "an", "one", "1"}
    return plural or bool(re.match(r" [a-z]", found.after))


def _is_age(found: Found, unit: str) -> bool:
    """Whether it is a person's age: "a 40-year-old", "three months old"."""
    if re.match(r"[ -]old\b", found.after):
        return True
    return found.words.endswith("-old") and (unit == "year" or bool(CHILD.match(found.after)))


def _is_share(found: Found) -> bool:
    """Whether it is "three-quarters of the town"."""
    return "-" in found.words or bool(re.match(r" of \D", found.after))


def _plural(found: Found) -> bool:
    if re.fullmatch(r"\d{4}", found.fields.get("n", "")):
        return False
    if found.words.startswith("last ") and LASTS.search(found.before):
        return False  # "will last six weeks"
    return found.fields["unit"] != "second" or found.words.endswith("s")


def _every(found: Found) -> bool:
    return found.fields["unit"] not in {"second", "quarter"}


def _year(found: Found) -> bool:
    """A bare number that is a year: after a preposition of time, or no count of things."""
    if YEARLIKE.match(found.after.lstrip()) or YEARLIKE.match(found.after):
        return False
    if NUMBERED.search(found.before):
        return False
    if len(found.words) > 4:  # noqa: PLR2004 - "early 1942": the words before it tell
        return True
    before = found.before.rstrip(" (,\"'").rpartition(" ")[2]
    if before in BEFORE_YEAR:
        return not _counts(found) or before in {"in", "since", "the"}
    return 1400 <= int(found.words) <= 2099 and not _counts(found)  # noqa: PLR2004 - written history


def _counts(found: Found) -> bool:
    """Whether the number counts the plural that follows it."""
    token = token_at(found.sentence, found.sentence.start_char + found.start)
    following = token.i + 1
    if following >= found.sentence.end:
        return False
    word = token.doc[following]
    return word.tag_ in {"NNS", "NNPS"} or (
        word.pos_ == "ADJ" and following + 1 < found.sentence.end
        and token.doc[following + 1].tag_ == "NNS"
    )  # fmt: skip


CHECKS: dict[str, Callable[[Found], bool]] = {
    "capital": _capital, "clock": _clock, "span": _span, "long": _long, "amount": _amount,
    "plural": _plural, "every": _every, "season": _season, "opening": _opening, "year": _year,
    "named": _named, "alone": _alone,
}  # fmt: skip
