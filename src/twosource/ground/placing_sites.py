"""A building or street that no gazetteer has in, the place that the report puts it in out.

The point is that of the town, and the precision says so: nothing finer is known.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from twosource.base.place_lookup import look_up
from twosource.base.records import Place, Placing
from twosource.base.sites import is_site, last_word, site_words
from twosource.ground.placing_scene import Scene

TIE = re.compile(r"\s*(?:,|\(|,? (?:in|at|near|outside) (?:the )?(?:\w+ )?(?:of )?)\s*")
WIDER = re.compile(  # "Y village in the X district", "Y, near X", "Y, a village 12 km north of X"
    r"(?: [a-z]+)?[,(]? ?(?:an? (?:[a-z]+ ){0,2}?(?:village|town|hamlet|settlement|locality) )?"
    r"(?:(?:located|situated|lying|which lies) )?(?:(?:about|some|around|nearly|just|not far) )?"
    r"(?:[\d.,]+ ?(?:km|kms|kilomet(?:er|re)s?|miles?) )?(?:\([^)]*\) )?(?:away )?"
    r"(?:(?:to the )?(?:north|south|east|west)[a-z-]* )?"
    r"(?:in|near|outside|of|from|close to|between)(?: the)?(?: [a-z]+){0,2}?(?: of)? "
)
ABROAD = frozenset({"embassy", "consulate"})
NEXT = re.compile(r"(?: (?:of |the )*[A-Z][\w'’.-]*)*? ([A-Z][\w-]+)")
RUN = re.compile(r"(?: (?:(?:of|the|and) )*[A-Z][\w'’.-]*)+")
WITHIN = re.compile(r"\b[A-Z][\w'’.-]+ $")
SITES = ("spots", "houses")
HOSTS = {"town", "point", "admin2", "admin1"}
CLOSE = 200  # characters
APART = 1.5  # degrees: a namesake further from where the report plays is not meant

Placed = tuple[Place, Placing]


def place_sites(placed: Sequence[Placed], scene: Scene) -> list[Placed]:
    """The same places; each site has the point of the town that it is named with.

    A village that was told by its neighbour once lies there wherever it is named.
    """
    put = [
        (place, _put(number, place, placing, placed, scene))
        for number, (place, placing) in enumerate(placed)
    ]
    told = {place.span.quote(scene.text): each for place, each in reversed(put) if _is_told(each)}
    return [
        (place, told.get(place.span.quote(scene.text), each) if _is_nowhere(each) else each)
        for place, each in put
    ]


def _is_told(placing: Placing) -> bool:
    """Whether a name that no gazetteer has lies where another is."""
    return placing.name is None and placing.lat is not None


def _is_nowhere(placing: Placing) -> bool:
    return placing.name is None and placing.lat is None and placing.country is None


def _put(
    number: int, place: Place, placing: Placing, placed: Sequence[Placed], scene: Scene
) -> Placing:
    words = place.span.quote(scene.text)
    if placing.name is None and placing.country is not None:  # a word for a people
        return _abroad(number, placing, placed, scene)
    if placing.lat is None and place.role == "location" and not is_site(words):
        return _beside(number, placing, placed, scene)
    if place.role == "people" or not _names_site(place, words, placing, scene):
        return placing
    host, how = _host(number, placed, scene)
    if host is None or (placing.lat is not None and _is_near(placing, host)):
        return placing
    if placing.lat is not None and how == "where the report plays":
        return placing
    reason = f"no {words!r} in the gazetteer; the point is that of {host.name}, {how}"
    if placing.lat is not None:
        reason = f"part of the name of a site; the point is that of {host.name}, {how}"
    return replace(host, name=words, names=(), geonames_id=None, reason=reason)


def _abroad(number: int, placing: Placing, placed: Sequence[Placed], scene: Scene) -> Placing:
    """A state's embassy lies in the town that is named with it, not in the state."""
    place = placed[number][0]
    behind = NEXT.match(scene.text, place.span.end)
    if place.role != "in_name" or behind is None or behind[1].lower() not in ABROAD:
        return placing
    host, how = _host(number, placed, scene)
    if host is None or host.country == placing.country:
        return placing
    reason = f"an embassy of {placing.country}; the point is that of {host.name}, {how}"
    return replace(placing, lat=host.lat, lon=host.lon, precision=host.precision, reason=reason)


def _beside(number: int, placing: Placing, placed: Sequence[Placed], scene: Scene) -> Placing:
    """A village that no gazetteer has lies about where the place is that it is told by."""
    place = placed[number][0]
    for other, host in placed[number + 1 : number + 2]:
        tied = WIDER.fullmatch(scene.text[place.span.end : other.span.start])
        if tied and _is_host(other, host, scene):
            reason = f"{placing.reason}; the point is that of {host.name}, which it is told by"
            wider = "admin2" if host.precision == "town" else host.precision
            return replace(
                placing, country=host.country, admin1=host.admin1, lat=host.lat, lon=host.lon,
                precision=wider, reason=reason,
            )  # fmt: skip
    return placing


def _names_site(place: Place, words: str, placing: Placing, scene: Scene) -> bool:
    """Whether the name is a site's, or stands within one: "Hampton" of "Hampton Avenue"."""
    if placing.lat is None:
        return is_site(words) and not look_up(scene.gazetteer, words)
    behind = NEXT.match(scene.text, place.span.end)
    if place.role != "in_name" or behind is None:
        return False
    nearest = behind[1].lower()
    last = _last_of_run(place, scene.text)
    known = any(word in site_words(kind) for word in (nearest, last) for kind in SITES)
    way = nearest in site_words("ways") and placing.precision != "admin2"
    return way or (placing.precision == "town" and known)


def _last_of_run(place: Place, text: str) -> str:
    """The last capitalised word behind a person's inner name: "Ann Orlan Varda High School"."""
    run = RUN.match(text, place.span.end)
    inner = WITHIN.search(text[max(0, place.span.start - 30) : place.span.start])
    return last_word(run[0]) if run and inner else ""


def _host(number: int, placed: Sequence[Placed], scene: Scene) -> tuple[Placing | None, str]:
    """The town that the report names with a site, and how."""
    place = placed[number][0]
    whole = NEXT.match(scene.text, place.span.end) if place.role == "in_name" else None
    end = whole.end() if whole else place.span.end
    for other, placing in placed[number + 1 : number + 3]:
        between = scene.text[end : other.span.start]
        if TIE.fullmatch(between) and _is_host(other, placing, scene):
            return placing, "named with it"
    for other, placing in placed[max(0, number - 1) : number]:
        owned = scene.text[other.span.end : place.span.start] in {"'s ", "’s "}
        if owned and _is_host(other, placing, scene):
            return placing, "named with it"
    hosts = [(each, placing) for each, placing in placed if _is_host(each, placing, scene)]
    hosts = [pair for pair in hosts if _is_town(pair[1])] or hosts
    before = [pair for pair in hosts if 0 < place.span.start - pair[0].span.end < CLOSE]
    if before:
        return before[-1][1], "named shortly before it"
    hosts = hosts or [pair for pair in placed if pair[0].role == "in_name" and _is_town(pair[1])]
    told = Counter(placing.name for _, placing in hosts)
    if not told:
        return None, ""
    most = max(told.values())
    return next(each for _, each in hosts if told[each.name] == most), "where the report plays"


def _is_host(place: Place, placing: Placing, scene: Scene) -> bool:
    words = place.span.quote(scene.text)
    known = placing.lat is not None and placing.precision in HOSTS
    return known and place.role == "location" and not is_site(words)


def _is_town(placing: Placing) -> bool:
    """Whether the place is a town or its county: "Orlan Fire Department"."""
    return placing.lat is not None and placing.precision in {"town", "admin2"}


def _is_near(placing: Placing, host: Placing) -> bool:
    if placing.lat is None or placing.lon is None or host.lat is None or host.lon is None:
        return False
    return abs(placing.lat - host.lat) < APART and abs(placing.lon - host.lon) < APART
