"""A user's TOML file of places in, gazetteer entries and countries out.

The file holds `[[place]]` tables: name, kind (country, admin1, admin2, town, region, sea, point),
country (ISO 3166-1 alpha-3, or a user-assigned code such as XKE), lat and lon; and may hold names,
admin1, population, demonyms (of a country) and `capital = true` (of a town).
"""

import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, get_args

from twosource.base.countries import Countries
from twosource.base.errors import InputError
from twosource.base.gazetteer_names import Country, Entry, plural_forms
from twosource.base.records import PlacePrecision

Table = dict[str, Any]
EXPECTED = 100_000  # who lists a place expects it in the reports: as well known as a city


def read_own_places(path: str) -> tuple[tuple[Entry, ...], tuple[Table, ...]]:
    """The entries of the file, and the tables that make or change a country.

    Raises InputError when the file cannot be read or an entry lacks what it needs.
    """
    try:
        tables = tomllib.loads(Path(path).read_text(encoding="utf-8")).get("place", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as trouble:
        raise InputError(f"not a file of places: {trouble}", where=path) from trouble
    entries = tuple(_entry(table, path) for table in tables)
    return entries, tuple(each for each in tables if _makes_country(each))


def _makes_country(table: Table) -> bool:
    return table["kind"] == "country" or bool(table.get("capital"))


def _entry(table: Table, path: str) -> Entry:
    name = table.get("name", "without a name")
    missing = [key for key in ("name", "kind", "country", "lat", "lon") if key not in table]
    if missing:
        raise InputError(f"the place {name!r} lacks {', '.join(missing)}", where=path)
    if table["kind"] not in get_args(PlacePrecision):
        raise InputError(f"the place {name!r} has the unknown kind {table['kind']!r}", where=path)
    return Entry(
        name, tuple(table.get("names", ())), table["kind"], table["country"], table.get("admin1"),
        float(table["lat"]), float(table["lon"]), int(table.get("population", EXPECTED)),
    )  # fmt: skip


def to_countries(tables: Sequence[Table], known: Countries) -> Iterable[Country]:
    """The user's countries, with their demonyms and capitals; a known code is not made again."""
    capitals = {each["country"]: each for each in tables if each.get("capital")}
    for table in tables:
        if table["kind"] != "country" or known.by_iso3(table["country"]) is not None:
            continue
        capital = capitals.get(table["country"], {})
        demonyms = [form for word in table.get("demonyms", ()) for form in plural_forms(word)]
        yield Country(
            table["country"], table["country"][:2], table["name"], tuple(table.get("names", ())),
            tuple(dict.fromkeys(demonyms)), capital.get("name", ""),
            tuple(capital.get("names", ())),
        )  # fmt: skip
