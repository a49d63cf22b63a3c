"""pycountry, countryinfo and our own corrections in, the list of countries out."""

from typing import Any

import pycountry
from countryinfo import CountryInfo, CountryNotFoundError

from twosource.base.gazetteer_names import Country, plural_forms
from twosource.base.vocabulary import load_words


def compile_countries() -> tuple[Country, ...]:
    """All countries, by code. Kosovo carries the user-assigned code XKX (XK)."""
    ours = load_words("twosource.base", "countries")["country"]
    codes = {each.alpha_3: each.alpha_2 for each in pycountry.countries}
    codes["XKX"] = "XK"
    return tuple(_compile(code, codes[code], ours.get(code, {})) for code in sorted(codes))


def _compile(iso3: str, iso2: str, ours: dict[str, Any]) -> Country:
    theirs = _ask_countryinfo(iso3)
    listed = pycountry.countries.get(alpha_3=iso3)
    formal = _formal_names(listed)
    drop = set(ours.get("drop", ()))
    demonyms = [*_split(theirs.get("demonym")), *ours.get("demonyms", ())]
    name = ours.get("name") or getattr(listed, "common_name", None) or formal[0]
    capital = ours.get("capital") or theirs.get("capital") or ""
    return Country(
        iso3,
        iso2,
        name,
        _unique([*ours.get("names", ()), *formal], but=name),
        _unique([form for word in demonyms if word not in drop for form in plural_forms(word)]),
        capital if isinstance(capital, str) else "",
        tuple(ours.get("seats", ())),
    )


def _ask_countryinfo(iso3: str) -> dict[str, Any]:
    try:
        return dict(CountryInfo(iso3).info())
    except CountryNotFoundError:
        return {}


def _formal_names(listed: Any) -> list[str]:  # noqa: ANN401 - pycountry has no types
    """The library's names: short before official, and "Iran" for "Iran, Islamic Republic of"."""
    names = []
    for key in ("common_name", "name", "official_name"):
        name = getattr(listed, key, None)
        if name:
            names += [name.split(",")[0], name] if "," in name else [name]
    return names


def _split(demonym: str | None) -> list[str]:
    return [word.strip() for word in demonym.split(",")] if demonym else []


def _unique(words: list[str], but: str = "") -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word and word != but))
