"""The rules of `words/times.toml` in, compiled patterns out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from twosource.base import numbers
from twosource.base.vocabulary import load_words

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
WORDS: dict[str, Any] = load_words("twosource.extract", "times")
VOCABULARIES: tuple[str, ...] = tuple(WORDS["vocabularies"])
CAPTURED = frozenset({"n", "many", "units", "day", "year", "bc", "ad", "anyyear", "short", "clock"})
_NAME = re.compile(r"(?<!P)<([a-z]+)(\d*)>")
_BLANK = re.compile(r"\[[^\]]*\]| [?*]| ")
_WORD = re.compile(r"[a-z]+|\d+")
_CLOCKLIKE = re.compile(r"\d[:.h]\d\d|half +past|quarter +(?:past|to|after)")
_MAYBE_CLOCK = frozenset({"digits", "half", "quarter"})


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say a time: the pattern, the TIMEX3 type, and templates for the form."""

    name: str
    rank: int  # the earlier rule wins where two match the same words
    type: TimeType
    cues: frozenset[str]  # kinds of word, one of which must be there
    beside: frozenset[str]  # one of these, too; empty: nothing
    needs: tuple[str, ...]  # pieces of text, one of which must be there; empty: nothing
    source: str
    form: str
    also: str | None
    also_type: TimeType  # of the second expression of a range
    check: str | None
    history: bool  # only in a history, where the convention marks such words

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first tried: a short report tries few rules."""
        return _compile(self.source)


@cache
def load_rules() -> tuple[Rule, ...]:
    """All rules, in the order of the file."""
    return tuple(_rule(rank, row) for rank, row in enumerate(WORDS["rule"]))


def likely_rules(lower: str) -> Iterator[Rule]:
    """The rules that may match a sentence (in lower case): a look at words is cheaper."""
    cues = find_cues(lower)
    if not cues:
        return
    for rule in load_rules():
        if rule.cues.isdisjoint(cues) or (rule.beside and rule.beside.isdisjoint(cues)):
            continue
        if not rule.needs or any(piece in lower for piece in rule.needs):
            yield rule


def find_cues(lower: str) -> set[str]:
    """The kinds of time words that a sentence (in lower case) holds; empty: nothing to look for."""
    table = _cue_words()
    found: set[str] = set()
    for word in _WORD.findall(lower):
        cues = table.get(word)
        if cues is not None:
            found |= cues
        elif word.isdigit():
            found |= _digit_cues(word)
    if not found.isdisjoint(_MAYBE_CLOCK) and _CLOCKLIKE.search(lower):
        found.add("clock")
    return found


def _digit_cues(word: str) -> set[str]:
    return {"digits", "year"} if len(word) == 4 else {"digits"}  # noqa: PLR2004 - a year's digits


@cache
def _cue_words() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for kind in ("weekday", "month", "season", "part", "hour", "often"):
        for phrase in WORDS[kind]:
            _note(table, phrase.rpartition(" ")[2].rstrip("."), kind)
    for word in WORDS["hour"]:
        _note(table, word, "clock")
    for word in WORDS["unit"]:
        _note(table, word, "unit")
    for kind, words in WORDS["cues"].items():
        for word in words:
            _note(table, word, kind)
    return {word: frozenset(cues) for word, cues in table.items()}


def _note(table: dict[str, set[str]], word: str, cue: str) -> None:
    for each in (word, f"{word}s"):
        table.setdefault(each, set()).add(cue)


def _rule(rank: int, row: dict[str, Any]) -> Rule:
    return Rule(
        row["name"], rank, row["type"], frozenset(row["cues"]),
        frozenset(row.get("beside", ())), tuple(row.get("needs", ())), row["pattern"], row["form"],
        row.get("also"), row.get("also_type", row["type"]), row.get("check"),
        row.get("history", False),
    )  # fmt: skip


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    pattern = pattern.replace("{{", "(?P<it>").replace("}}", ")")
    pattern = _NAME.sub(_named, pattern)
    for name, words in _number_words().items():
        pattern = pattern.replace(f"%{name}%", _any_of(words))
    pattern = _BLANK.sub(_blank, pattern)
    return re.compile(rf"(?<![A-Za-z0-9$£€#.])(?:{pattern})(?![A-Za-z0-9])", re.IGNORECASE)


def _named(match: re.Match[str]) -> str:
    name = match[1]
    if name in VOCABULARIES:
        return f"(?P<{name}{match[2]}>{_any_of(WORDS[name])})"
    body = WORDS["piece"].get(name)
    if body is None:  # a group that the rule names itself: (?P<iso>...)
        return match[0]
    return f"(?P<{name}{match[2]}>{body})" if name in CAPTURED else f"(?:{body})"


def _any_of(words: Iterable[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace("\\ ", " ") for word in ordered) + ")"


@cache
def _number_words() -> dict[str, list[str]]:
    ones = [word for word in numbers.UNITS if word not in {"zero", "no"}]
    tens = list(numbers.TENS)
    return {"ones": ones, "tens": tens, "number": [*ones, *tens, "hundred", "thousand", "million"]}


def _blank(match: re.Match[str]) -> str:
    return {" ": " +", " ?": " *"}.get(match[0], match[0])
