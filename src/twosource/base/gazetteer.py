"""A place name in, the places of that name out: the index, opened read-only, and the user's own.

Opening costs a few milliseconds; names are looked up on demand and kept in memory.
"""

import os
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from twosource.base.countries import Countries, index_countries, known_countries
from twosource.base.gazetteer_build import index_path
from twosource.base.gazetteer_names import Entry, fold, index_keys
from twosource.base.own_places import read_own_places, to_countries
from twosource.base.settings import Settings

COLUMNS = "name, names, kind, country, admin1, lat, lon, population, geonames_id"
BY_KEY = f"select {COLUMNS} from key join place on place.id = key.place where key.key = ?"  # noqa: S608
BY_COUNTRY = "select keys from spelling where country = ?"


@dataclass(frozen=True)
class Gazetteer:
    """All places that a report may name; `own` are the user's, which come before the index's."""

    own: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    countries: Countries = field(default_factory=known_countries)

    def find(self, name: str) -> tuple[Entry, ...]:
        """The places that have this name, in any spelling that folds to it; in a fixed order."""
        key = fold(name)
        return (*self.own.get(key, ()), *_find(key, os.getpid()))

    def keys_of(self, country: str) -> tuple[str, ...]:
        """The folded names of all places of a country (ISO alpha-3)."""
        mine = [key for key, each in self.own.items() if any(e.country == country for e in each)]
        return (*mine, *_keys_of(country, os.getpid()))


@cache
def _connection(process: int) -> sqlite3.Connection:  # noqa: ARG001 - one for each process
    path = f"file:{index_path()}?mode=ro&immutable=1"
    return sqlite3.connect(path, uri=True, check_same_thread=False)


@lru_cache(maxsize=100_000)
def _find(key: str, process: int) -> tuple[Entry, ...]:
    rows = _connection(process).execute(BY_KEY, (key,)).fetchall()
    return tuple(sorted((_entry(row) for row in rows), key=_order))


@lru_cache(maxsize=64)
def _keys_of(country: str, process: int) -> tuple[str, ...]:
    row = _connection(process).execute(BY_COUNTRY, (country,)).fetchone()
    return tuple(row[0].split("\n")) if row else ()


def _entry(row: tuple[str, ...]) -> Entry:
    return Entry(row[0], tuple(row[1].split("\n")) if row[1] else (), *row[2:])  # type: ignore[arg-type]


def _order(entry: Entry) -> tuple[int, str, int, float]:
    return (-entry.population, entry.name, entry.geonames_id or 0, entry.lat or 0.0)


def open_gazetteer(settings: Settings) -> Gazetteer:
    """The gazetteer, with the user's own places when the settings name a file of them."""
    return _open(settings.places)


@cache
def _open(path: str | None) -> Gazetteer:
    if path is None:
        return Gazetteer()
    entries, countries = read_own_places(path)
    known = known_countries()
    joined = index_countries((*to_countries(countries, known), *known.all))
    return Gazetteer(_by_key(entries), joined)


def _by_key(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in entries:
        for key in dict.fromkeys(index_keys(entry)):
            found[key] = (*found.get(key, ()), entry)
    return found
