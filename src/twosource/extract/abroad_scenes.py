"""A sentence of a language without a parser in, its numbers with their nouns and its cues out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from twosource.extract.abroad_numbers import Amount, find_amounts
from twosource.extract.abroad_words import Tongue, load_tongue

HOMES, HOUSEHOLDS = "homes", "households"
RAZED, DAMAGED = "razed", "damaged"  # of homes; those damaged count for nothing
NOUNS_OF_NONE = ("killed", "injured", "missing")  # "no se registraron heridos"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that tells a measure. `leads`: its number may stand behind; `follows`: before it."""

    start: int
    end: int
    measure: str
    leads: bool
    follows: bool


@dataclass(frozen=True, slots=True)
class Item:
    """An amount with the class of its noun; None: no noun that we know follows it.

    `end` is that of the noun, without one that of the number.
    """

    amount: Amount
    kind: str | None
    end: int

    @property
    def start(self) -> int:
        """Where it begins, with its qualifier."""
        return self.amount.start


@dataclass(frozen=True, slots=True)
class Scene:
    """A folded sentence with what stands in it, in order."""

    text: str
    items: tuple[Item, ...]
    cues: tuple[Cue, ...]
    patterns: Mapping[str, re.Pattern[str]]


def read_scene(text: str, code: str) -> Scene:
    """The scene of a folded sentence; things that are counted are left out."""
    patterns = patterns_of(code)
    items = []
    for amount in find_amounts(text, code):
        if patterns["things"].match(text, amount.end):
            continue
        noun = patterns["noun"].match(text, amount.end)
        items.append(Item(amount, noun and noun.lastgroup, noun.end() if noun else amount.end))
    return Scene(text, tuple(items), tuple(_find_cues(text, code)), patterns)


def _find_cues(text: str, code: str) -> list[Cue]:
    """The cues in order; of two that overlap the longer one."""
    ends: dict[tuple[int, int, str], set[str]] = {}
    for name, pattern in _cue_patterns(code):
        side, measure = name.split("_")
        for match in pattern.finditer(text):
            ends.setdefault((match.start(), match.end(), measure), set()).add(side)
    found = sorted(ends.items(), key=lambda row: (row[0][0], -row[0][1], row[0][2]))
    kept: list[Cue] = []
    for (start, end, measure), sides in found:
        if not kept or start >= kept[-1].end:
            both = {"before", "around"} if measure in {RAZED, DAMAGED} else sides
            kept.append(Cue(start, end, measure, "before" in both, "around" in both))
    return kept


@cache
def _cue_patterns(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    tongue = load_tongue(code)
    told = {f"around_{measure}": words for measure, words in tongue.around.items()}
    told |= {f"before_{measure}": words for measure, words in tongue.before.items()}
    told |= {f"around_{name}": tongue.words[name] for name in (RAZED, DAMAGED)}
    return tuple((name, re.compile(rf"\b(?:{words})(?!\w)")) for name, words in told.items())


@cache
def patterns_of(code: str) -> Mapping[str, re.Pattern[str]]:
    """The patterns by which numbers, nouns and cues of a language hang together."""
    tongue = load_tongue(code)
    words, joints = tongue.words, "|".join(sorted(tongue.lists["joints"] | {"e", "y"}))
    stop = rf"(?!(?:{joints}|o|ou|en|em|in|a|por|par|que|qui|no|na|dans|han|ont)\b)"
    return {
        "noun": re.compile(
            rf" ?(?:(?:de|des|d')[ ]?)?(?:{stop}[^\W\d]+ ){{0,2}}?(?:{_nouns(tongue)})(?!\w)"
        ),
        "things": re.compile(rf" ?(?:(?:de|des|d') ?)?(?:\w+ )?(?:{words['things']})(?!\w)"),
        "fill": re.compile(rf"^(?:[ ,]*(?:{words['fill']})(?!\w)){{0,2}} ?:? ?(?:d')?$"),
        "part": re.compile(rf"(?:{words['parts']})(?: (?:a|l[ao]s|un[ao]s))? ?$"),
        "part_after": re.compile(rf" (?:{words['parts_after']})(?!\w)"),
        "toll": re.compile(  # "la cifra de muertos por el sismo subio el lunes a 12"
            rf"\b(?:{words['tolls']}) (?:de|des|d')[^.;:\d]{{0,90}}? (?:{words['rises']})(?!\w)"
            rf"[^.;:\d]{{0,30}}? (?:{words['to']}) $"
        ),
        "same": re.compile(rf"^,? ?(?:{words['same']}) ?$"),
        "unreal": re.compile(rf"\b(?:{words['unreal']})(?!\w)"),
        "joint": re.compile(
            rf"^ ?(?:,|{joints})(?: (?:a|de|des|d'|otr[oa]s|autres|outr[oa]s))? ?$"
        ),
        "period": re.compile(words["periods"]),
        "background": re.compile(rf"\b(?:{words['background']})(?!\w)"),
        "addition": re.compile(rf" (?:\w+ )?(?:{words['additions']})(?!\w)"),
        "none": re.compile(rf"\b(?:{words['none']}) (?:\w+ ){{0,2}}?(?:{_of_none(tongue)})(?!\w)"),
    }


def _nouns(tongue: Tongue) -> str:
    """One group a class; general words come last, so that "12 ninos" are children."""
    ordered = sorted(tongue.nouns, key=lambda name: name == "all")
    return "|".join(f"(?P<{name}>{tongue.nouns[name]})" for name in ordered)


def _of_none(tongue: Tongue) -> str:
    groups = [f"(?P<{name}>{tongue.around[name]})" for name in NOUNS_OF_NONE]
    return "|".join([*groups, f"(?P<other>{tongue.words['victims']})"])
