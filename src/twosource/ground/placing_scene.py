"""An account and the gazetteer in, what the report says about where it plays out."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from math import cos, exp, hypot, log10, radians

from twosource.base.countries import Countries
from twosource.base.gazetteer import Gazetteer
from twosource.base.gazetteer_names import Entry, fold
from twosource.base.place_lookup import country_initials, look_up, short_form
from twosource.base.records import Account, Place
from twosource.base.vocabulary import load_words
from twosource.ground.placing_witnesses import find_witnesses

COMMA = re.compile(r"\s*[,(]\s*(?:in )?(?:\w+ern )?")
LISTED = re.compile(r",? (?:and|or) [A-Z]")  # "Paris, London and Rome": none lies in another
JOINT = re.compile(r",? (?:and|or|&) ")
NEXT_WORD = re.compile(r"\s+(\w+)")
PROMINENCE = {"country": 9.0, "region": 8.0, "sea": 8.0, "admin1": 5.2, "admin2": 4.4, "point": 4.5}
METROPOLIS = 6.0  # a million people
STATE = 6.0  # the prominence of a state of a federation
AROUND = 100_000  # inhabitants of a town that others are told by ("Harrow, London")
DATELINE = 200  # characters from the beginning
SHORTEST = 5  # letters of a city in a dateline: "US", "UK", "USA" are none
CONSIDERED = 12  # candidates of each name that may support those of another
UNSETTLED = 0.8  # what a namesake near by counts that was not chosen itself
REACH = 150.0  # kilometres at which support has fallen to a third


@dataclass(frozen=True)
class Scene:
    """What a report says about where it plays.

    `candidates` are the places of each name; `countries` and `provinces` count how often each is
    named; `qualifiers` are the wider places that stand behind a folded name ("Paris, Texas");
    `datelines` are the folded names in capitals at the beginning, of well-known cities; `inner`
    are the towns named directly before a name, by where it starts ("Tacoma, Washington"); `own`
    counts how often a word itself has named a country: it is no witness for its own place;
    `witnesses` counts the words that only one country has; `local` are the folded names that a
    town or a state has, and no country ("a Lebanon man"); `peers` are the states that stand beside
    a name in a list, by where it starts ("Oregon and Washington").
    """

    text: str
    gazetteer: Gazetteer
    candidates: dict[str, tuple[Entry, ...]]
    countries: Counter[str]
    provinces: Counter[str]
    qualifiers: dict[str, tuple[Entry, ...]]
    datelines: frozenset[str] = frozenset()
    inner: dict[int, tuple[Entry, ...]] = field(default_factory=dict)
    own: dict[str, Counter[str]] = field(default_factory=dict)
    settled: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    witnesses: Counter[str] = field(default_factory=Counter)
    local: frozenset[str] = frozenset()
    peers: dict[int, tuple[Entry, ...]] = field(default_factory=dict)


def make_scene(account: Account, gazetteer: Gazetteer) -> Scene:
    """The scene of a report: every name is looked up once."""
    text = account.report.text
    peoples = gazetteer.countries
    places = [place for place in account.places if not names_people(place, text, peoples)]
    words = dict.fromkeys(place.span.quote(text) for place in places)
    full = country_initials((place.span.quote(text) for place in account.places), gazetteer)
    candidates = {word: look_up(gazetteer, full.get(word, word)) for word in words}
    told = list(_sure_ones(account, gazetteer, candidates))
    sure = [entry for _, entry in told]
    return Scene(
        text,
        gazetteer,
        candidates,
        Counter(entry.country for entry in sure if entry.country),
        Counter(entry.name for entry in sure if entry.kind == "admin1"),
        _qualifiers(places, text, candidates),
        frozenset(_datelines(places, text)),
        dict(_inner(places, text, candidates)),
        _own(told),
        witnesses=find_witnesses(text),
        local=frozenset(_local(places, text)),
        peers=dict(_peers(places, text, candidates)),
    )


def names_people(place: Place, text: str, countries: Countries) -> bool:
    """Whether the word is for a people: by itself, or within a body's name ("Syrian Army")."""
    if place.role == "in_name":
        return countries.is_people(place.span.quote(text))
    return place.role == "people"


def _datelines(places: Sequence[Place], text: str) -> Iterator[str]:
    """Names in capitals near the beginning of a text that is not all in capitals.

    Agencies let a city stand alone there only when every reader knows which one is meant.
    """
    for place in places:
        word = place.span.quote(text)
        shouted = text[place.span.end : place.span.end + 60].isupper()
        near = place.span.start < DATELINE
        if near and word.isupper() and len(word) >= SHORTEST and not shouted:
            yield fold(word)


def _sure_ones(
    account: Account, gazetteer: Gazetteer, candidates: dict[str, tuple[Entry, ...]]
) -> Iterator[tuple[str, Entry]]:
    """Words with the places that need no context to be known, once for each time named."""
    for place in account.places:
        word = place.span.quote(account.report.text)
        if not names_people(place, account.report.text, gazetteer.countries):
            entry = sure_one(candidates[word], word)
            if entry is not None:
                yield word, entry
            continue
        country = gazetteer.countries.by_demonym(word)
        if country is not None:
            yield word, Entry(country.name, (), "country", country.iso3, None, None, None)


def sure_one(entries: Sequence[Entry], word: str) -> Entry | None:
    """The candidate that needs no context: the only one, a country, or one far above the rest."""
    if short_form(word) is not None:
        entries = [entry for entry in entries if entry.kind == "admin1"] or entries
    ranked = sorted(entries, key=lambda entry: -prominence(entry, word))
    if not ranked:
        return None
    if len(ranked) == 1:
        return ranked[0] if prominence(ranked[0], word) > 4 else None  # noqa: PLR2004 - 10,000 people
    clear = prominence(ranked[0], word) - prominence(ranked[1], word) > 1.5  # noqa: PLR2004
    if any(entry.kind == "admin1" and prominence(entry, word) == STATE for entry in ranked[1:]):
        return None
    return ranked[0] if clear and ranked[0].country else None


def prominence(entry: Entry, word: str) -> float:
    """How well known a place is: about the logarithm of its population.

    A town that bears the name only among its other names counts for less.
    """
    same = fold(entry.name) == fold(word)
    if entry.kind == "admin1" and entry.country in _federations():
        return STATE if same else STATE - 0.6
    points = PROMINENCE.get(entry.kind) or log10(entry.population + 30)
    if same:
        return points
    return points - (1.0 if entry.kind == "town" and points < METROPOLIS else 0.3)


@cache
def _federations() -> frozenset[str]:
    """Countries whose states are as well known as small countries."""
    return frozenset(load_words("twosource.base", "gazetteer")["federations"])


def _qualifiers(
    places: Sequence[Place], text: str, candidates: dict[str, tuple[Entry, ...]]
) -> dict[str, tuple[Entry, ...]]:
    """The wider places that stand directly behind a name, behind a comma or in brackets."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for place, behind in pairwise(places):
        if COMMA.fullmatch(text[place.span.end : behind.span.start]):
            listed = LISTED.match(text, behind.span.end) is not None
            wider = [
                entry
                for entry in candidates[behind.span.quote(text)]
                if entry.kind in {"country", "admin1", "region"}
                or (entry.population > AROUND and not listed)
            ]
            found[fold(place.span.quote(text))] += wider
    return {key: tuple(entries) for key, entries in found.items()}


def _local(places: Sequence[Place], text: str) -> Iterator[str]:
    """Names before "man", "residents" or behind "City of": of a country one says "Lebanese"."""
    words = load_words("twosource.base", "gazetteer")["local"]
    for place in places:
        behind = NEXT_WORD.match(text, place.span.end)
        if behind and behind[1].lower() in words:
            yield fold(place.span.quote(text))


def _peers(
    places: Sequence[Place], text: str, candidates: dict[str, tuple[Entry, ...]]
) -> Iterator[tuple[int, tuple[Entry, ...]]]:
    """For each name that "and" joins with a state's, that state."""
    for left, right in pairwise(places):
        if JOINT.fullmatch(text[left.span.end : right.span.start]):
            for place, other in ((left, right), (right, left)):
                word = other.span.quote(text)
                entry = sure_one(candidates[word], word)
                if entry is not None and entry.kind == "admin1":
                    yield place.span.start, (entry,)


def _own(told: Sequence[tuple[str, Entry]]) -> dict[str, Counter[str]]:
    """How often each word names a country."""
    own: dict[str, Counter[str]] = defaultdict(Counter)
    for word, entry in told:
        if entry.country:
            own[word][entry.country] += 1
    return dict(own)


def _inner(
    places: Sequence[Place], text: str, candidates: dict[str, tuple[Entry, ...]]
) -> Iterator[tuple[int, tuple[Entry, ...]]]:
    """For each name behind a comma, the towns that bear the name before the comma."""
    for place, behind in pairwise(places):
        if text[place.span.end : behind.span.start].strip() == ",":
            towns = (each for each in candidates[place.span.quote(text)] if each.kind == "town")
            yield behind.span.start, tuple(towns)


def within(entry: Entry, wider: Entry) -> bool:
    """Whether a place lies in a wider one, as far as country and province tell."""
    if entry.country != wider.country or entry == wider:
        return False
    if wider.kind == "town":
        return is_near(entry, wider, 50)
    if wider.kind == "country" or entry.admin1 == wider.name:
        return True
    unsure = entry.admin1 is None or wider.kind == "region"
    return unsure and is_near(entry, wider, 250)


def support(entry: Entry, word: str, scene: Scene) -> float:
    """What the other names of the report add: each has a candidate near this one, or has not."""
    if entry.kind in {"country", "region", "sea"}:
        return 0.0
    total = 0.0
    for other, entries in scene.candidates.items():
        if other == word:
            continue
        settled = _nearest(entry, scene.settled.get(other, ()))
        total += max(settled, UNSETTLED * _nearest(entry, entries[:CONSIDERED]))
    return min(total, 3.0)


def _nearest(entry: Entry, others: Sequence[Entry]) -> float:
    """How near the nearest of the places is: 1 at the spot, a third at `REACH` kilometres."""
    near = (
        exp(-distance(entry, each) / REACH)
        for each in others
        if each.kind != "country" and is_near(entry, each, 400)
    )
    return max(near, default=0.0)


def is_near(left: Entry, right: Entry, reach: float) -> bool:
    """Whether two places lie within so many kilometres; a cheap look at the latitude first."""
    if left.lat is None or right.lat is None or abs(left.lat - right.lat) * 111 > reach:
        return False
    return distance(left, right) < reach


def distance(left: Entry, right: Entry) -> float:
    """Kilometres between two places, as a flat earth has it: enough for comparing."""
    if left.lat is None or left.lon is None or right.lat is None or right.lon is None:
        return 20_000.0
    shrink = cos(radians((left.lat + right.lat) / 2))
    return 111.2 * hypot(left.lat - right.lat, (left.lon - right.lon) * shrink)
