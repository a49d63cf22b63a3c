"""What is known of an actor while a report is being read."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from twosource.base.countries import Country, by_capital, by_demonym, by_iso3, by_name
from twosource.base.vocabulary import load_words

MOST = 4  # words of a country's name: "Papua New Guinea", "Bosnia and Herzegovina"


@dataclass(frozen=True, slots=True)
class Draft:
    """An actor before it has an id: tokens `start` to `end` with their head noun."""

    head: Token
    start: int
    end: int
    kind: str
    name: str | None = None
    country: str | None = None
    organisation: str | None = None
    office: str | None = None
    sort: str = "noun"  # name, noun, person, country or pronoun: how it was found


def lost_genitive(token: Token) -> Country | None:
    """The country of "Turkeys", as texts have it that have lost their apostrophes."""
    word = token.text
    if not word[0].isupper() or not word.endswith("s") or token.tag_ == "NNS":
        return None
    return None if by_name(word) or by_demonym(word) else by_name(word[:-1])


def country_of_words(words: list[Token]) -> Country | None:
    """The country that one of the words before a noun names: "Russian", "Russia", "US"."""
    for number, token in enumerate(words):
        if not token.text[0].isupper():
            continue
        row = [each.text for each in words[number : number + MOST]]
        names = (" ".join(row[:count]) for count in range(len(row), 0, -1))
        found = next((c for name in names for c in [by_demonym(name) or by_name(name)] if c), None)
        found = found or lost_genitive(token)
        if found is not None:
            return found
    return None


def government_of(code: str) -> str:
    """The name of a country's government: "Government of Russia"."""
    return f"Government of {country_phrase(code)}"


def country_phrase(code: str) -> str:
    """The country's name as it stands after "of"."""
    country = by_iso3(code)
    name = country.name if country else code
    article = name.startswith("United ") or name in {"Netherlands", "Philippines", "Gambia"}
    return f"the {name}" if article else name


def state_named(text: str) -> Country | None:
    """The state that a name stands for when it acts: a country or its seat of government."""
    return by_name(text) or by_capital(text)


@dataclass(frozen=True, slots=True)
class Region:
    """A region that governs itself without wide recognition, and the state it is counted to."""

    name: str
    country: str


@cache
def _regions() -> dict[str, Region]:
    rows = load_words("twosource.extract", "actors")["contested"]
    return {
        form: Region(forms[0], code) for code, regions in rows.items() for forms in regions
        for form in forms
    }  # fmt: skip


def contested_region(words: list[Token]) -> Region | None:
    """The contested region that these words name; None when they name none."""
    for number, token in enumerate(words):
        if not token.text[0].isupper():
            continue
        doc = token.doc
        joined = doc[token.i : token.i + 3].text if number + 2 < len(words) else ""
        found = _regions().get(joined) or _regions().get(token.text)
        if found is not None:
            return found
    return None


def ministry_name(words: list[Token], code: str) -> str:
    """The name of a country's ministry from the words before "Ministry"."""
    fields = [
        token.text.capitalize()
        for token in words
        if token.text[0].isalpha() and not by_demonym(token.text) and not by_name(token.text)
    ]
    field = " ".join(fields).replace("Defense", "Defence").replace("Foreign", "Foreign Affairs")
    kind = f"Ministry of {field}" if field else "Ministry"
    return f"{kind} of {country_phrase(code)}"
