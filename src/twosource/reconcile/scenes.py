"""A count in, the scene it is told of out: what was hit, by what means, where, at what time of day.

Two attacks of one town and one day are told by the same words. Their counts are set against each
other, or taken to confirm each other, only if nothing in their scenes keeps them apart.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from rapidfuzz.fuzz import ratio

from twosource.base.nearness import are_apart, is_fine
from twosource.base.records import Account, Figure, Mention, Place, Placing, Span
from twosource.base.vocabulary import load_words
from twosource.reconcile.keys import plain
from twosource.reconcile.spots import find_joined, find_spots

ENDS = re.compile(r"[.!?][\"'”’)]*\s|\n")
PART = re.compile(r"T(MO|AF|EV)$")  # night is left out: it belongs to two days
REACH = 600  # characters before a count within which its attack was told
HARMFUL = "ASSAULT"
ROLE = "location"
SPELT = 75  # likeness (0 to 100) from which on two names are two spellings of one


@dataclass(frozen=True, slots=True)
class Scene:
    """What tells an attack from others; what is empty or None was not told.

    `joined` are the places that its sentence tells of in one breath.
    `sure` is what the count's own sentence names as hit or as the means, the rest may be lent from
    what was told before it; `days` are ISO dates, first and last; `spot` is the name of its place
    as the report writes it, `around` are those of all places of the report.
    """

    sites: frozenset[str] = frozenset()
    means: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    place: Placing | None = None
    sure: frozenset[str] = frozenset()
    days: tuple[str, str] | None = None
    spot: str | None = None
    around: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()


def find_scene(figure: Figure, account: Account) -> Scene:
    """The scene of a count: that of its own sentence, what is not told there as told before it."""
    mention = next((each for each in account.mentions if each.id == figure.mention), None)
    sentence = _sentence(figure, mention, account)
    own = _with_names(_read(sentence, mention, account), sentence, account)
    if own.sites and own.means and own.spot:
        return own
    before = _before(figure, account)
    if before is None:
        return own
    lent = _with_names(_read(before.sentence, before, account), before.sentence, account)
    return Scene(
        own.sites or (lent.sites if not own.means or own.means & lent.means else own.sites),
        own.means or lent.means,
        own.parts or lent.parts,
        own.place or lent.place,
        own.sure,
        own.days or lent.days,
        own.spot or lent.spot,
        own.around,
        own.joined or (lent.joined if own.spot is None else own.joined),
    )


def _with_names(scene: Scene, sentence: Span, account: Account) -> Scene:
    """The scene with the places that the sentence names, though no map knows them."""
    text = account.report.text
    actors = {_plain_of(each.span, account) for each in account.actors}
    words = sentence.quote(text)
    named = [each for each in find_spots(words) if each not in actors]
    return replace(
        scene,
        spot=scene.spot or next(iter(named), None),
        around=scene.around | frozenset(find_spots(text)),
        joined=find_joined(words) - actors,
    )


def is_of_several(whole: Scene, part: Scene) -> bool:
    """Whether the one is told of several places together, and the other of one of these alone."""
    if not whole.joined or part.joined or part.spot is None:
        return False
    return _is_named(part.spot, whole.joined)


def scene_of(mention: Mention, account: Account) -> Scene:
    """The scene that a mention's own sentence tells."""
    return _read(mention.sentence, mention, account)


def are_other(left: Scene, right: Scene) -> bool:
    """Whether the two cannot be one attack: another target, means, place, day or time of day."""
    if left.place is not None and right.place is not None and are_apart(left.place, right.place):
        return True
    if _named_apart(left, right):
        return True
    if left.days is not None and right.days is not None and _far_apart(left.days, right.days):
        return True
    return any(
        one and two and not one & two
        for one, two in (
            (left.sites, right.sites), (left.means, right.means), (left.parts, right.parts)
        )
    )  # fmt: skip


def _named_apart(left: Scene, right: Scene) -> bool:
    """Whether they name two places of which the map does not know one, and neither names both."""
    if left.spot is None or right.spot is None or _is_wide(left.place) or _is_wide(right.place):
        return False
    if _is_named(left.spot, right.around) or _is_named(right.spot, left.around):
        return False
    return not _on_map(left.place) or not _on_map(right.place)


def name_two_places(left: Scene, right: Scene) -> bool:
    """Whether one report's two scenes name two places, both towns or neither on the map.

    A quarter that the map does not know may lie in a town that it knows.
    """
    one, two = left.spot, right.spot
    if one is None or two is None or _is_wide(left.place) or _is_wide(right.place):
        return False
    known = {_on_map(left.place), _on_map(right.place)}
    return len(known) == 1 and not _is_named(one, {two})


def _is_named(spot: str, around: Collection[str]) -> bool:
    """Whether a report names the place: as it is, within a longer name, or spelt otherwise."""
    return any(spot in one or one in spot or ratio(spot, one) >= SPELT for one in around)


def _on_map(place: Placing | None) -> bool:
    return place is not None and place.name is not None


def _is_wide(place: Placing | None) -> bool:
    """Whether the map knows it, as more than a town: a province, a country."""
    return place is not None and place.name is not None and not is_fine(place)


def are_one(left: Scene, right: Scene) -> bool:
    """Whether their own words name one kind of target, or one means and one day or place."""
    shared = left.sure & right.sure
    if are_other(left, right) or not shared:
        return False
    one, two = left.place, right.place
    near = one is not None and two is not None and one.name == two.name
    return bool(shared & left.sites) or near or (left.days is not None and left.days == right.days)


def hit_one_target(left: Scene, right: Scene) -> bool:
    """Whether their own words name one kind of target, in one place, on one day.

    Two sides count the dead of one shelled market otherwise; that makes no second market.
    """
    if left.place is None or right.place is None or left.days is None:
        return False
    sites = left.sure & left.sites & right.sure
    return bool(sites) and left.place.name == right.place.name and left.days == right.days


def _far_apart(left: tuple[str, str], right: tuple[str, str]) -> bool:
    """Whether more than a day lies between: two reports may date one attack a day otherwise."""
    early, late = sorted((left, right))
    gap = date.fromisoformat(late[0]) - date.fromisoformat(early[1])
    return gap > timedelta(days=1)


def _read(sentence: Span, mention: Mention | None, account: Account) -> Scene:
    words = _words_of(sentence, mention, account)
    parts = {
        match[1]
        for time in account.times
        if sentence.covers(time.span) and (match := PART.search(time.value))
        if not _is_of_saying(time.span, mention, account)
    }
    name = mention.place if mention is not None else None
    told = next((each for each in account.places if each.id == name), None)
    place = told.placing if told is not None else None
    spot = _name_of(told, account) if told is not None else None
    around = frozenset(_name_of(each, account) for each in account.places if each.role == ROLE)
    sites, means = _told("sites", words), _told("means", words)
    when = mention.when if mention is not None else None
    days = (when.start, when.end) if when is not None else None
    return Scene(sites, means, frozenset(parts), place, sites | means, days, spot, around)


def _name_of(place: Place, account: Account) -> str:
    return _plain_of(place.span, account)


def _plain_of(span: Span, account: Account) -> str:
    return plain(span.quote(account.report.text))


def _is_of_saying(time: Span, mention: Mention | None, account: Account) -> bool:
    """Whether it tells when something was said: outside the words in which the mention is told."""
    claim = next((each for each in account.claims if mention and each.id == mention.claim), None)
    return claim is not None and not any(part.covers(time) for part in claim.content)


def _words_of(sentence: Span, mention: Mention | None, account: Account) -> str:
    """What the sentence says of the attack, lower-cased: not who says so, where he works, and when.

    "Eleven died, said N., director of the town's hospital" hit no hospital.
    """
    if mention is None:
        return _without_speakers(sentence, account)
    said = [
        Span(max(part.start, sentence.start), min(part.end, sentence.end))
        for claim in account.claims
        for part in claim.content
        if part.covers(mention.trigger) and part.overlaps(sentence)
    ]
    if not said:
        return _without_speakers(sentence, account)
    widest = max(said, key=lambda part: (part.end - part.start, part))
    return _without_speakers(widest, account)


def _without_speakers(sentence: Span, account: Account) -> str:
    """The sentence's words, lower-cased, but for those who speak: a hospital that says so."""
    text = account.report.text
    told, at = [], sentence.start
    spans = {claim.speaker.span for claim in account.claims if claim.speaker is not None}
    for span in sorted(span for span in spans if span is not None and sentence.covers(span)):
        if span.start >= at:
            told.append(text[at : span.start])
            at = span.end
    return " ".join(" ".join([*told, text[at : sentence.end]]).lower().split())


def _sentence(figure: Figure, mention: Mention | None, account: Account) -> Span:
    if mention is not None and mention.sentence.covers(figure.span):
        return mention.sentence
    text, span = account.report.text, figure.span
    low = max(0, span.start - REACH)
    starts = [match.end() for match in ENDS.finditer(text, low, span.start)]
    end = ENDS.search(text, span.end)
    return Span(starts[-1] if starts else low, end.start() if end else len(text))


def _before(figure: Figure, account: Account) -> Mention | None:
    """The attack told last before the count, else what the report is about."""
    near = [
        each
        for each in account.mentions
        if each.plover.event == HARMFUL
        and each.scope == figure.scope
        and 0 < figure.span.start - each.sentence.end < REACH
    ]
    if near:
        return max(near, key=lambda each: (each.trigger, each.id))
    main = account.main.mention if account.main is not None else None
    return next((each for each in account.mentions if each.id == main), None)


def _told(table: str, words: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _patterns(table) if pattern.search(words))


@cache
def _patterns(table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    groups: dict[str, list[str]] = load_words("twosource.reconcile", "scenes")[table]
    return tuple(
        (name, re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(told, key=len)[::-1]))})\b"))
        for name, told in groups.items()
    )
