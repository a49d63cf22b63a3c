"""Figures in, sayings out: each figure with its event and the key that makes it comparable."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from twosource.base.records import Account, Figure, ReportId
from twosource.base.stories import Citation, Event, EventId
from twosource.base.updates import has_risen
from twosource.base.vocabulary import load_words
from twosource.reconcile.book import Book
from twosource.reconcile.channels import Voice, find_channel, find_hearsay
from twosource.reconcile.corrections import corrected_spans
from twosource.reconcile.count_days import DAY, day_beside, day_of_word
from twosource.reconcile.episodes import Episodes
from twosource.reconcile.hearsay import is_hearsay, only_judges
from twosource.reconcile.intervals import Reach
from twosource.reconcile.keys import SOME_STATE, key_of
from twosource.reconcile.measures import LASTING, STATES
from twosource.reconcile.origins import find_voices
from twosource.reconcile.propositions import Saying, remarks_of
from twosource.reconcile.reaches import (
    find_reach,
    is_further,
    is_leading,
    is_of_a_calling,
    is_of_the_dead,
    is_single,
    points_back,
    words_of,
)
from twosource.reconcile.scenes import Scene, find_scene
from twosource.reconcile.turns import with_quote

Homes = Mapping[tuple[ReportId, str], Event]
OWN = re.compile(r"\b(?:its|our)\b", re.IGNORECASE)
ARMED = frozenset({"combatant", "police"})
HARM = frozenset({"killed", "injured", "missing"})
NOT_DONE = frozenset({"negated", "hypothetical"})  # "no one was injured" is told of what did happen


def tell_figures(events: Sequence[Event], book: Book, episodes: Episodes) -> Iterator[Saying]:
    """What each figure says, of the event (or the episode) it counts."""
    homes = {(each.report, each.mention): event for event in events for each in event.mentions}
    days = {event.id: event.when.start[:DAY] for event in events if event.when is not None}
    for account in book.accounts.values():
        for one in _tell_report(account, homes, book, episodes):
            yield replace(one, as_of=day_of_word(one, days.get(one.event), account))


def _tell_report(
    account: Account, homes: Homes, book: Book, episodes: Episodes
) -> Iterator[Saying]:
    """What the figures of one report say."""
    whole = {figure.id: figure for figure in account.figures}
    for figure in account.figures:
        event = _home(figure, account, homes, episodes)
        if event is None or figure.measure not in _slots() or is_of_the_dead(figure, account):
            continue
        if points_back(figure, account):
            continue
        lasting = figure.measure in STATES  # "the displaced people" are so now, whenever they fled
        past = figure.scope == "background" or (event in episodes.past and not lasting)
        told = replace(figure, scope="background") if past else figure
        mention = homes.get((account.report.id, figure.mention or ""))
        own = mention.id if mention is not None else event
        for one in _tell(told, account, event, book, whole):
            yield replace(one, own_event=own)


def _home(
    figure: Figure,
    account: Account,
    homes: Homes,
    episodes: Episodes,
) -> EventId | None:
    report = account.report.id
    own = homes.get((report, figure.mention or ""))
    if figure.scope == "background":
        return own.id if own is not None else episodes.any_event
    main = homes.get((report, account.main.mention)) if account.main is not None else None
    if figure.measure in STATES:
        own, main = (None if _floats(each, figure) else each for each in (own, main))
    able = [one for one in (own, main) if one is not None and _may_hold(one, figure)]
    if own is not None and own in able and own.modality not in NOT_DONE:
        return episodes.home(own)
    if main is not None and (main in able or (own is not None and own.modality in NOT_DONE)):
        return episodes.home(main)
    return episodes.any_event


def _floats(event: Event | None, figure: Figure) -> bool:
    """Whether a count of people in some state hangs on no day and no place, or on the past.

    The day of those displaced or missing is that of the count, and not of what befell them.
    """
    if event is None or figure.scope == "background":
        return False
    lasting = figure.measure in LASTING and event.plover.event != "ASSAULT"
    return event.scope == "background" or lasting or (event.when is None and event.place is None)


def _may_hold(event: Event, figure: Figure) -> bool:
    """Whether the dead and hurt may be an event's: not those of "pulled six bodies out"."""
    kinds = load_words("twosource.reconcile", "kinds")["harmful"]
    return figure.measure not in HARM or event.plover.event in {None, *kinds}


def _tell(
    figure: Figure, account: Account, event: EventId, book: Book, whole: Mapping[str, Figure]
) -> Iterator[Saying]:
    claim = book.claims.get((account.report.id, figure.claim or ""))
    for voice in _voices(figure, account, book):
        side_key = _side_of(figure, account, voice, book)
        yield Saying(
            event=event,
            slot=figure.measure,
            voice=voice,
            report=account.report.id,
            citation=Citation(account.report.id, figure.span.start, figure.span.end),
            text=phrase(figure, account),
            key=_key(figure, side_key, account, whole),
            reach=_reach_of(figure),
            as_of=day_beside(figure, account, book),
            own=_is_own(voice, side_key, book),
            denies=claim is not None and claim.polarity == "-" and figure.low != 0,
            retracted=_is_taken_back(figure, account),
            headline=claim is not None and claim.headline,
            scope=figure.scope,
            remarks=remarks_of(account, book, figure.claim),
            single=is_single(figure, account),
            named=words_of(figure, account),
            leading=is_leading(figure, account),
            figure=figure.id,
            claim=figure.claim or "",
            whole=figure.subset_of or "",
            whole_reach=_reach_of(whole.get(figure.subset_of or "")),
            narrow=is_of_a_calling(figure, account),
            further=is_further(figure, account),
            scene=_scene_of(figure, account),
            former=figure.superseded,
            risen=has_risen(figure, account.report.text),
        )


def _scene_of(figure: Figure, account: Account) -> Scene:
    """The scene of a count; people in some state are so at any time of the day."""
    scene = find_scene(figure, account)
    if figure.measure in LASTING:
        return replace(scene, parts=frozenset(), days=None)
    return replace(scene, parts=frozenset()) if figure.measure in STATES else scene


def _voices(figure: Figure, account: Account, book: Book) -> tuple[Voice, ...]:
    """Who counts: the claim's speaker, the outlet for what it takes back, nobody for reports."""
    claim = book.claims.get((account.report.id, figure.claim or ""))
    if _is_taken_back(figure, account):
        return (find_channel(book, account),)
    if is_hearsay(account, claim, figure.span.start) or only_judges(account, claim):
        return (find_hearsay(book, account),)
    return with_quote(find_voices(book, account, claim), account, figure.span.start)


def _is_taken_back(figure: Figure, account: Account) -> bool:
    return any(span.covers(figure.span) for span in corrected_spans(account.report.text))


def _side_of(figure: Figure, account: Account, voice: Voice, book: Book) -> str | None:
    """The key of those whose people are counted: "its soldiers" are those of who speaks.

    Soldiers and police of no state that is named are those of the story's one state.
    """
    side = book.actors.get((account.report.id, figure.side or ""))
    key = key_of(side, account) if side is not None else None
    if key in {None, SOME_STATE} and OWN.search(figure.span.quote(account.report.text)):
        return voice.key if figure.victim_class in ARMED else key
    return book.states[0] if key == SOME_STATE and len(book.states) == 1 else key


def _reach_of(figure: Figure | None) -> Reach | None:
    return Reach(figure.low, figure.high, figure.qualifier) if figure is not None else None


def phrase(figure: Figure, account: Account) -> str:
    """The figure as a statement in the report's own number words."""
    text = account.report.text
    side = next((each for each in account.actors if each.id == figure.side), None)
    noun = side.span.quote(text) if side is not None and figure.span.covers(side.span) else ""
    number = _number_words(figure, text)
    return say(figure, number, _bare_noun(noun, number or "") or None)


def _bare_noun(noun: str, number: str) -> str:
    """The noun without what the statement says besides: the number, and what befell them.

    >>> _bare_noun("Forty injured people", "Forty"), _bare_noun("-year-old protester", "")
    ('people', 'protester')
    """
    words = load_words("twosource.reconcile", "slots")
    said = {*words["states"], *number.lower().split()}
    told = [word for word in noun.split() if word.lower() not in said and word[:1] != "-"]
    bare = " ".join(told)
    plain = {*words["one"].values(), *words["many"].values()}
    return bare.lower() if bare.lower() in plain else bare


def say(figure: Figure, number: str | None, noun: str | None) -> str:
    """The statement: 'At least 12 civilians were killed'."""
    words = load_words("twosource.reconcile", "slots")
    lead: str = words["qualifiers"].get(figure.qualifier, "")
    one = figure.value == 1 or (number or "").lower() in {"one", "a", "an"}
    classes: dict[str, str] = words["one" if one else "many"]
    done: str = words["happened_one" if one else "happened_many"][figure.measure]
    noun = noun or classes.get(figure.victim_class, classes["all"])
    if figure.measure != "freed" and noun.split()[-1].lower() in words["captives"]:
        done = words["held_one" if one else "held_many"]
    if figure.unit in {"households", "homes"}:
        noun = figure.unit.removesuffix("s") if one else figure.unit
    if figure.unit == "homes":
        done = words["homes_one" if one else "homes_many"]
    if figure.low == 0 and figure.high == 0:
        number, noun = "no", classes.get(figure.victim_class, classes["all"])
    parts = [lead, number or ("a" if one else ""), noun, done]
    text = " ".join(part for part in parts if part)
    return text[:1].upper() + text[1:]


def _number_words(figure: Figure, text: str) -> str | None:
    plural: list[str] = load_words("twosource.reconcile", "slots")["with_of"]
    if figure.number is not None:
        best: str | None = figure.number.quote(text)
    else:
        quote = figure.span.quote(text).lower()
        vague: list[str] = load_words("twosource.reconcile", "slots")["vague"]
        best = max((word for word in vague if word in quote), key=len, default=None)
    return f"{best} of" if best is not None and best.lower() in plural else best


def _key(
    figure: Figure, side: str | None, account: Account, whole: Mapping[str, Figure]
) -> tuple[str, ...]:
    """Class, side, cumulative or new, part or whole, area, time: equal, or not compared."""
    part = figure.subset_of is not None and figure.subset_of in whole
    klass = "all" if figure.victim_class == "unknown" else figure.victim_class
    area, period = find_reach(figure, account)
    return (
        klass,
        side or _attacking(figure, account.report.text),
        figure.unit,
        "total" if figure.cumulative else "new",
        "part" if part and klass == "all" else "",
        figure.scope,
        area,
        period,
    )


def _attacking(figure: Figure, text: str) -> str:
    """The side of those who attacked, whoever they are; empty for all others."""
    attackers: list[str] = load_words("twosource.reconcile", "slots")["attackers"]
    named = set(figure.span.quote(text).lower().split())
    return "attackers" if named & set(attackers) else ""


def _is_own(voice: Voice, side: str | None, book: Book) -> bool | None:
    """Whether a party counts its own people, or others'; None: nobody can tell."""
    if side is None or voice.key is None:
        return None
    if voice.key == side:
        return True
    if voice.key not in book.sides or side == SOME_STATE:
        return None
    return book.sides[voice.key] == book.sides.get(side)


def _slots() -> frozenset[str]:
    return frozenset(load_words("twosource.reconcile", "slots")["happened_many"])
