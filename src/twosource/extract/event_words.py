"""The word list of events in, look-ups by verbs, nouns and pairs of words out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any, Literal

from spacy.tokens import Token

from twosource.base.records import Acled
from twosource.base.vocabulary import load_words

LONGEST = 3  # words of a weapon's name in the list
Kind = Literal["incident", "speech_act", "agreement", "plan", "state"]


@dataclass(frozen=True, slots=True)
class EventType:
    """What a word tells of. `acled` is a short name of the word list; None where none applies."""

    name: str
    acled: str | None
    plover: str | None
    modes: tuple[str, ...]
    kind: Kind
    violent: bool = False
    affects: bool = False  # its object is hurt, moved or held
    sufferer: bool = False  # its subject suffers it: "died", "fled"
    needs: str | None = None


@dataclass(frozen=True, slots=True)
class EventWords:
    """All triggers: lemmas of verbs, of nouns (one or two words), and verb with noun."""

    verbs: dict[str, EventType]
    nouns: dict[str, EventType]
    pairs: dict[str, dict[str, EventType]]


def table(name: str) -> dict[str, Any]:
    """One table of the word list of events."""
    found: dict[str, Any] = load_words("twosource.extract", "events")[name]
    return found


@cache
def words(name: str, key: str) -> frozenset[str]:
    """One list of the word list of events, as a set."""
    return frozenset(table(name)[key])


@cache
def event_words() -> EventWords:
    """The triggers by their lemmas. The first type that lists a word keeps it."""
    found = EventWords({}, {}, {})
    for row in load_words("twosource.extract", "events")["event"]:
        event = _to_type(row)
        for verb in row["verbs"]:
            found.verbs.setdefault(verb, event)
        for noun in row["nouns"]:
            found.nouns.setdefault(noun, event)
        for verb, noun in _pairs(row.get("pairs", ())):
            found.pairs.setdefault(verb, {}).setdefault(noun, event)
    return found


def _pairs(listed: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each verb with each noun: "set|build+camp|post" makes four pairs."""
    for pair in listed:
        verbs, _, nouns = pair.partition("+")
        yield from product(verbs.split("|"), nouns.split("|"))


@cache
def event_named(name: str) -> EventType:
    """The type of this name in the word list."""
    rows = load_words("twosource.extract", "events")["event"]
    return _to_type(next(row for row in rows if row["name"] == name))


def _to_type(row: dict[str, Any]) -> EventType:
    flags = {name: bool(row.get(name)) for name in ("violent", "affects", "sufferer")}
    return EventType(
        row["name"], row.get("acled"), row.get("plover"), tuple(row.get("modes", ())),
        row.get("kind", "incident"), needs=row.get("needs"), **flags,
    )  # fmt: skip


@cache
def acled(short: str | None) -> Acled:
    """ACLED's event type and sub-event type by the word list's short name."""
    if short is None:
        return Acled()
    event, sub = table("acled")[short]
    return Acled(event, sub)


@cache
def weapon_classes() -> dict[str, str]:
    """The class of a weapon by its name, of one to three words."""
    return {noun: kind for kind, nouns in table("weapons").items() for noun in nouns}


@cache
def _weapon_endings() -> frozenset[str]:
    """What a weapon's name may end with: all of it, or what stands behind a blank or hyphen."""
    return frozenset(
        name[place:]
        for name in weapon_classes()
        for place in range(len(name))
        if not place or name[place - 1] in " -"
    )


def base_form(token: Token) -> str:
    """A noun's lemma in lower case; the parser leaves names and "-ing" nouns as they are."""
    lemma = token.lemma_.lower()
    if token.tag_ in {"NNP", "NNPS"} and lemma.endswith("s") and len(lemma) > 3:  # noqa: PLR2004
        return lemma[:-1]
    return lemma


def compound(token: Token) -> str | None:
    """A noun with the word right before it, as the word list writes it: "air strike"."""
    if token.i == 0 or token.is_sent_start:
        return None
    before = token.nbor(-1)
    if before.lower_ == "-" and token.i > 1:
        return f"{token.nbor(-2).lower_}-{base_form(token)}"
    return f"{before.lower_} {base_form(token)}"


def longest(token: Token) -> str:
    """A noun with the two words right before it: "suicide car bombing"."""
    if token.i < 2 or token.nbor(-1).is_sent_start or token.is_sent_start:  # noqa: PLR2004
        return ""
    return f"{token.nbor(-2).lower_} {token.nbor(-1).lower_} {base_form(token)}"


def lemma_of(verb: Token) -> str:
    """A verb's lemma in lower case, mended where the parser is known to be wrong."""
    mended: str | None = table("lemmas").get(verb.lower_)
    lemma = mended or verb.lemma_.lower()
    if verb.i > 1 and verb.nbor(-1).text == "-" and verb.nbor(-2).whitespace_ == "":
        joined = f"{verb.nbor(-2).lower_}-{lemma}"  # "baton-charged"
        return joined if joined in event_words().verbs else lemma
    return lemma


def weapon_class(head: Token) -> str | None:
    """The class of weapon that a noun names with the words before it; None for no weapon."""
    classes = weapon_classes()
    word = base_form(head)
    if word not in _weapon_endings():
        return None
    before = ""
    for back in range(1, LONGEST + 1):
        if head.i - back < 0:
            break
        word_before = head.nbor(-back).lower_
        joined = word_before == "-" or before.startswith("-")  # "rocket-propelled grenade"
        before = f"{word_before}{before}" if joined else f"{word_before} {before}"
        found = classes.get(f"{before}{word}")
        if found is not None:
            return found
    return classes.get(word) if head.pos_ == "NOUN" or head.text.isupper() else None
