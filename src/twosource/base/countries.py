"""A word in, the country it means out: names, demonyms, capitals, codes.

The data are pycountry's and countryinfo's with our own corrections (`words/countries.toml`), and
the user's own countries when the settings name a file of places.
"""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from twosource.base.gazetteer_build import index_path
from twosource.base.gazetteer_names import Country, plural_forms
from twosource.base.vocabulary import load_words

__all__ = [
    "Countries", "Country", "by_capital", "by_demonym", "by_iso3", "by_name", "known_countries",
]  # fmt: skip


@dataclass(frozen=True)
class Countries:
    """Countries that can be asked for by any of their words. Words keep their capitals."""

    all: tuple[Country, ...]
    names: dict[str, Country] = field(default_factory=dict)
    demonyms: dict[str, Country] = field(default_factory=dict)
    capitals: dict[str, Country] = field(default_factory=dict)
    codes: dict[str, Country] = field(default_factory=dict)
    peoples: dict[str, Country | None] = field(default_factory=dict)

    def by_name(self, word: str) -> Country | None:
        """The country of this name ("Russia", "the Netherlands"), None when it is no country's."""
        return self.names.get(word) or self.names.get(word.removeprefix("the "))

    def by_demonym(self, word: str) -> Country | None:
        """The country of "Russian", "Russians"; None also for a people of several countries."""
        return self.demonyms.get(word)

    def is_people(self, word: str) -> bool:
        """Whether the word is for a people, of one country or of none ("Syrians", "Kurdish")."""
        return word in self.demonyms or word in self.peoples

    def home_of(self, word: str) -> str | None:
        """The name of the place where a people lives ("Kurds": Kurdistan, "Russian": Russia)."""
        homes = load_words("twosource.base", "countries")["homes"]
        country = self.by_demonym(word)
        home: str | None = homes.get(word) or homes.get(word.removesuffix("s"))
        return home or (country.name if country else None)

    def by_capital(self, name: str) -> Country | None:
        """The country whose seat of government this is, or which the city stands for."""
        return self.capitals.get(name)

    def by_iso3(self, code: str) -> Country | None:
        """The country of an ISO 3166-1 alpha-3 code."""
        return self.codes.get(code)


def index_countries(countries: Iterable[Country]) -> Countries:
    """The countries with their words indexed. The first country that has a word keeps it."""
    index = Countries(tuple(countries))
    for country in index.all:
        index.codes.setdefault(country.iso3, country)
        for name in (country.name, *country.names):
            index.names.setdefault(name, country)
        for word in country.demonyms:
            index.demonyms.setdefault(word, country)
        for seat in (country.capital, *country.seats):
            if seat:
                index.capitals.setdefault(seat, country)
    _add_peoples(index)
    return index


def _add_peoples(index: Countries) -> None:
    """Peoples without a country of their own: Kurds, Rohingyas, Chechens."""
    for people, code in load_words("twosource.base", "countries")["people"].items():
        country = index.codes.get(code)
        for word in plural_forms(people):
            index.peoples.setdefault(word, country)
            if country is not None:
                index.demonyms.setdefault(word, country)


@cache
def known_countries() -> Countries:
    """All countries of the libraries, indexed once."""
    connection = sqlite3.connect(f"file:{index_path()}?mode=ro&immutable=1", uri=True)
    try:
        rows = connection.execute("select row from country order by id").fetchall()
    finally:
        connection.close()
    return index_countries(_country(json.loads(row)) for (row,) in rows)


def _country(row: list[Any]) -> Country:
    """A list of strings and lists, as JSON has it, made a record."""
    iso3, iso2, name, names, demonyms, capital, seats = row
    return Country(iso3, iso2, name, tuple(names), tuple(demonyms), capital, tuple(seats))


def by_name(word: str) -> Country | None:
    """The country of this name, None when it is no country's.

    >>> by_name("Britain").iso3
    'GBR'
    """
    return known_countries().by_name(word)


def by_demonym(word: str) -> Country | None:
    """The country of a word for its people ("Russian", "Russians", "Azeri").

    >>> by_demonym("Palestinians").iso3
    'PSE'
    """
    return known_countries().by_demonym(word)


def by_capital(name: str) -> Country | None:
    """The country whose capital this is.

    >>> by_capital("Kiev").iso3
    'UKR'
    """
    return known_countries().by_capital(name)


def by_iso3(code: str) -> Country | None:
    """The country of an ISO 3166-1 alpha-3 code.

    >>> by_iso3("AZE").name
    'Azerbaijan'
    """
    return known_countries().by_iso3(code)
