"""A place name and the scene of its report in, the place chosen for it, with the reason, out."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import cast

from twosource.base.gazetteer_names import Entry, fold
from twosource.base.place_lookup import look_up, short_form
from twosource.base.records import Place, PlacePrecision, Placing
from twosource.base.sites import is_site
from twosource.base.vocabulary import load_words
from twosource.ground.placing_scene import (
    NEXT_WORD,
    STATE,
    Scene,
    is_near,
    prominence,
    support,
    within,
)
from twosource.ground.placing_spelling import find_misspelt

SHARE = 2.0  # for a country that alone is named; less by its share
PROVINCE = 1.2  # for a province that is named
NEIGHBOUR = 0.8  # for each other name that has a place near
AT_HOME = 1.6  # the same in a report that names one country at most: a local one
LISTED_STATE = 4.5  # for a state beside another in a list
FOREIGN = 4.0  # against a country whose name stands as a town's does
SMALL = 20_000  # inhabitants
NAMED = 1  # times that other countries are named
NONE_OWN: Counter[str] = Counter()
WEIGHED = 25  # of the places of one name, the best known; a hamlet beyond them is never meant
CITY = 300_000  # inhabitants
TYPED_LIST = re.compile(  # "Idlib, Hama and Aleppo provinces"
    r"(?:, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)*,? and [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? (\w+)"
)
WORD_OF = re.compile(r"(\w+) of (?:the )?$")


def choose(place: Place, scene: Scene) -> Placing:
    """The placing of one name, with its reason."""
    word = place.span.quote(scene.text)
    best = best_entry(place, scene)
    if best is None:
        return _unknown(place, scene)
    if _is_elsewhere(best, word, scene):
        country = scene.gazetteer.countries.by_iso3(best.country or "")
        where = country.name if country else "a country"
        return Placing(
            None, f"the {word!r} of the gazetteer is in {where}, which the report does not name"
        )
    return to_placing(best, _reason(best, word, _entries(place, word, scene), scene))


def best_entry(place: Place, scene: Scene) -> Entry | None:
    """The place of the gazetteer that fits a name best; None when it has none."""
    word = place.span.quote(scene.text)
    entries = _entries(place, word, scene)
    if len(entries) < 2:  # noqa: PLR2004 - nothing to choose from
        return entries[0] if entries else None
    typed = _is_typed(place, word, scene)
    known = sorted(entries, key=lambda entry: -prominence(entry, word))[:WEIGHED]
    return max(known, key=lambda entry: _score(entry, place, scene, typed=typed))


def _is_elsewhere(best: Entry, word: str, scene: Scene) -> bool:
    """Whether a small town lies in a country that the report does not name, while it names others.

    Such a town has the name by chance: "the village of Varda" in Estonia is not Varda in Greece.
    """
    if best.kind != "town" or best.population >= SMALL or scene.qualifiers.get(fold(word)):
        return False
    own = scene.own.get(word, NONE_OWN)
    others = scene.countries - own
    return (
        others.total() >= NAMED
        and not (others + scene.witnesses)[best.country or ""]
        and not support(best, word, scene)
    )


def _entries(place: Place, word: str, scene: Scene) -> Sequence[Entry]:
    """The candidates; of "Clarke and Madison counties" the counties before the towns."""
    listed = TYPED_LIST.match(scene.text, place.span.end)
    directly = NEXT_WORD.match(scene.text, place.span.end)
    if any(found and found[1].lower() == "counties" for found in (listed, directly)):
        return look_up(scene.gazetteer, f"{word} County") or scene.candidates[word]
    return scene.candidates[word]


def _unknown(place: Place, scene: Scene) -> Placing:
    word = place.span.quote(scene.text)
    if is_site(word):
        return Placing(None, f"no {word!r} in the gazetteer")
    found = find_misspelt(word, _type_behind(place, scene), scene)
    if found is None:
        return Placing(None, f"no {word!r} in the gazetteer")
    entry, key = found
    country = scene.gazetteer.countries.by_iso3(entry.country or "")
    where = country.name if country else "the region"
    return to_placing(entry, f"no {word!r} in the gazetteer; {key!r} in {where} is spelt nearly so")


def _score(entry: Entry, place: Place, scene: Scene, *, typed: bool) -> float:
    """How well a candidate fits: how known it is, its country in the report, what lies near."""
    word = place.span.quote(scene.text)
    points = prominence(entry, word) + _by_kind(entry, word, scene.candidates[word], typed=typed)
    seat = scene.gazetteer.countries.by_capital(entry.name)
    if entry.kind == "town" and seat is not None and seat.iso3 == entry.country:
        points += 0.5
    if fold(word) in scene.datelines and not scene.qualifiers.get(fold(word)):
        return points
    if any(within(entry, wider) for wider in scene.qualifiers.get(fold(word), ())):
        points += 5.0
    if entry.kind == "admin1" and any(
        each.admin1 == entry.name and each.country == entry.country
        for each in scene.inner.get(place.span.start, ())
    ):
        points += 3.0
    if entry.kind == "country" and fold(word) in scene.local:
        points -= FOREIGN
    if entry.kind == "admin1" and any(
        each.country == entry.country for each in scene.peers.get(place.span.start, ())
    ):
        points += LISTED_STATE
    return points + _by_context(entry, word, scene)


def _by_context(entry: Entry, word: str, scene: Scene) -> float:
    """What the report's countries, provinces and other places add."""
    local = len(scene.countries) <= 1
    points = (AT_HOME if local else NEIGHBOUR) * support(entry, word, scene)
    own = scene.own.get(word, NONE_OWN)
    told = scene.countries + scene.witnesses
    total = told.total() - own.total()
    named = told[entry.country or ""] - own[entry.country or ""]
    if named:
        points += 0.5 + SHARE * named / total
    if entry.admin1 and scene.provinces.get(entry.admin1):
        points += PROVINCE
    return points


def _by_kind(entry: Entry, word: str, entries: Sequence[Entry], *, typed: bool) -> float:
    """What a candidate's kind adds or takes, given the other places of the name."""
    if entry.kind == "country" and _has_state(entry, word, entries):
        return -1.5
    if typed or short_form(word) is not None:
        return 4.0 if entry.kind in {"admin1", "admin2", "region"} else 0.0
    if entry.kind == "admin1":
        return -2.5 if _has_town(entry, word, entries) else 0.0
    if entry.kind == "town":
        hidden = _is_alias_of_country(entry, word, entries) or _has_state_above(
            entry, word, entries
        )
        return -2.5 if hidden else 0.0
    return 0.0


def _has_state(country: Entry, word: str, entries: Sequence[Entry]) -> bool:
    """Whether a state of another federation has a country's name (Georgia): context decides."""
    return any(
        entry.kind == "admin1"
        and entry.country != country.country
        and prominence(entry, word) == STATE
        for entry in entries
    )


def _has_state_above(town: Entry, word: str, entries: Sequence[Entry]) -> bool:
    """Whether a state of its federation has a town's name: hardly anyone means Kansas, Illinois."""
    short = short_form(word) is not None
    return town.population < CITY and any(
        entry.kind == "admin1"
        and entry.country == town.country
        and (short or prominence(entry, word) == STATE)
        for entry in entries
    )


def _is_typed(place: Place, word: str, scene: Scene) -> bool:
    """Whether "province" or the like stands in the name, behind it or, with "of", before it."""
    types = load_words("twosource.base", "gazetteer")["provinces_of"]
    behind = NEXT_WORD.match(scene.text, place.span.end)
    before = WORD_OF.search(scene.text[max(0, place.span.start - 24) : place.span.start])
    listed = TYPED_LIST.match(scene.text, place.span.end)
    near = [
        word.rsplit(maxsplit=1)[-1], *(found[1] for found in (behind, before, listed) if found)
    ]  # fmt: skip
    return any(each.lower() in types for each in near)


def _type_behind(place: Place, scene: Scene) -> str:
    """The word for a kind of place directly behind the name; "" when another or none is there."""
    behind = NEXT_WORD.match(scene.text, place.span.end)
    known = load_words("twosource.base", "gazetteer")["types"]
    return behind[1].lower() if behind and behind[1].lower() in known else ""


def _has_town(province: Entry, word: str, entries: Sequence[Entry]) -> bool:
    """Whether a town of the same name lies in the province: "in Idlib" is the town.

    For a state of a federation it must be a city: Maryland is not the village in it.
    """
    least = CITY if prominence(province, word) >= STATE else 0
    return any(
        entry.kind == "town"
        and entry.population >= least
        and entry.country == province.country
        and is_near(entry, province, 150 if not least else 5_000)
        for entry in entries
    )


def _is_alias_of_country(town: Entry, word: str, entries: Sequence[Entry]) -> bool:
    """Whether the word is a country's name and only another name of the town ("Mexico")."""
    others = fold(town.name) != fold(word)
    return others and any(
        entry.kind == "country" and entry.country == town.country for entry in entries
    )


def _reason(best: Entry, word: str, entries: Sequence[Entry], scene: Scene) -> str:
    others = [entry for entry in entries if entry != best and not is_near(entry, best, 30)]
    if not others:
        return "the only place of this name"
    wider = next(
        (each for each in scene.qualifiers.get(fold(word), ()) if within(best, each)), None
    )
    count = len(others) + 1
    if wider is not None:
        return f"of {count} places of this name the one in {wider.name}, which the report names"
    named = scene.countries.get(best.country or "", 0)
    country = scene.gazetteer.countries.by_iso3(best.country or "")
    most = all(prominence(best, word) >= prominence(entry, word) for entry in others)
    reason = f"the best known of {count} places of this name" if most else f"one of {count} places"
    if named and country is not None and fold(best.name) != fold(country.name):
        reason += f"; {country.name} is named {named} time{'s' if named > 1 else ''}"
    elif not most:
        reason += " of this name; other places of the report lie near"
    return reason


def place_people(place: Place, scene: Scene) -> Placing:
    """A word for a people has no name of a place, but its country is told, and where that lies."""
    word = place.span.quote(scene.text)
    countries = scene.gazetteer.countries
    country = countries.by_demonym(word)
    code = country.iso3 if country else None
    home = countries.home_of(word)
    entry = next((each for each in look_up(scene.gazetteer, home or "") if _is_wide(each)), None)
    what = "told of a body or a land" if place.role == "in_name" else "a people, not a place"
    if entry is None:
        return Placing(None, f"{word!r} is {what}", country=code)
    reason = f"{word!r} is {what}; the point is that of {entry.name}"
    return Placing(
        None, reason, country=code, lat=entry.lat, lon=entry.lon, precision=to_precision(entry)
    )


def _is_wide(entry: Entry) -> bool:
    return entry.kind in {"country", "region", "admin1"}


def to_placing(entry: Entry, reason: str) -> Placing:
    """The placing that a gazetteer entry gives."""
    admin1 = entry.name if entry.kind == "admin1" else entry.admin1
    return Placing(
        entry.name, reason, entry.names, entry.country, admin1, entry.lat, entry.lon,
        entry.geonames_id, to_precision(entry),
    )  # fmt: skip


def to_precision(entry: Entry) -> PlacePrecision:
    """The kind of a place as the records name it."""
    return cast("PlacePrecision", entry.kind)
