"""Who is said to hold which place in, findings out: who holds it, who says so, who says otherwise.

A place is held by one at a time. Who takes it later ends the hold before, and nobody contests
that; two who both say that they hold it, or a denial, make it contested. Who owns that he left
bears out whoever took it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from twosource.base.records import ReportId
from twosource.base.stories import Citation, Event, EventId, Finding, Value
from twosource.base.vocabulary import load_words
from twosource.reconcile.book import Book
from twosource.reconcile.episodes import Episodes
from twosource.reconcile.holdings import Holding, find_holdings
from twosource.reconcile.independence import find_blocs
from twosource.reconcile.outcome import Outcome, make_finding
from twosource.reconcile.propositions import Saying, as_of_report, remarks_of
from twosource.reconcile.status import judge
from twosource.reconcile.worded import strangers

SLOT = "control"
NEAR = 2  # days between two words that both speak of now
LASTING = 14  # the same, where the later says that nothing has changed: "remains in control"
PARTED = 7  # days between two takings that are two, if nobody left between
LEFT = 4  # days from a taking within which he who was there owns that he left


@dataclass(frozen=True, slots=True)
class Stretch:
    """One hold of a place: who, and each word that says so, in the order of the days."""

    who: str
    words: tuple[Holding, ...]

    @property
    def start(self) -> str:
        """The first day told."""
        return self.words[0].day

    @property
    def end(self) -> str:
        """The last day of which it is told."""
        return self.words[-1].day


def find_control(events: Sequence[Event], book: Book, episodes: Episodes) -> list[Finding]:
    """For each place and each who is said to hold it: who says so, and who says otherwise."""
    places: dict[tuple[str, str, str], list[Holding]] = defaultdict(list)
    for one in find_holdings(book):
        places[one.spot.key].append(one)
    if not places or episodes.any_event is None:
        return []
    by_id = {event.id: event for event in events}
    homes = {(each.report, each.mention): event.id for event in events for each in event.mentions}
    found = []
    for key, told in sorted(places.items()):
        words = sorted(told, key=_order)
        home = by_id[_home(words, homes) or episodes.any_event]
        parts = [one for other in places if _is_part(other, key) for one in places[other]]
        found += [_weigh(home, one, words, parts, book) for one in _stretches(words)]
    return found


def _is_part(other: tuple[str, str, str], key: tuple[str, str, str]) -> bool:
    return bool(other[2]) and not key[2] and other[:2] == key[:2]


def tells_again(clash: Finding, found: Sequence[Finding]) -> bool:
    """Whether a contest on who holds a place is told by one of these: they cite one sentence."""
    return any(
        one.slot == clash.slot == SLOT
        and one.status == "contested"
        and any(
            near.report == two.report and near.start < two.end and two.start < near.end
            for near in (*one.supports, *one.denies)
            for two in clash.supports
        )
        for one in found
    )


def _order(one: Holding) -> tuple[str, bool, str, ReportId, int]:
    published = one.account.report.published.value or ""
    at = one.sentence.start + one.cue.at
    return one.day, one.cue.deed == "hold", published, one.account.report.id, at


def _stretches(words: Sequence[Holding]) -> Iterator[Stretch]:
    """The holds that are told: a later taking by another ends one, and so does one's leaving."""
    open_: dict[str, list[Holding]] = {}
    for one in words:
        if one.denied or not one.who:
            continue
        mine = open_.get(one.who, [])
        if one.cue.deed == "leave":
            continue
        if mine and _is_anew(one, mine, words):
            yield Stretch(one.who, tuple(mine))
            mine = []
        open_[one.who] = [*mine, one]
    for who, mine in sorted(open_.items()):
        yield Stretch(who, tuple(mine))


def _is_anew(one: Holding, mine: Sequence[Holding], words: Sequence[Holding]) -> bool:
    """Whether this taking is another than that told before: it was lost in between."""
    if one.cue.deed != "take" or one.day == mine[0].day:
        return False
    if one.cue.again and not mine[0].cue.again:
        return True
    lost = any(
        mine[-1].day <= each.day <= one.day and not each.denied and _ends(each, one.who)
        for each in words
    )
    return lost or _gap(mine[0].day, one.day) > PARTED


def _ends(one: Holding, who: str) -> bool:
    """Whether it tells that a hold ended: another took the place, or he left it."""
    return (one.cue.deed == "take") != (one.who == who) and one.cue.deed != "hold"


def _weigh(
    event: Event,
    stretch: Stretch,
    words: Sequence[Holding],
    parts: Sequence[Holding],
    book: Book,
) -> Finding:
    """One hold: those who say so and who own to have left; against them who says otherwise.

    Who holds a part stands against another's hold of the whole.
    """
    left = [one for one in words if _bears_out(one, stretch)]
    if any(one.cue.whole for one in stretch.words):
        words = [*words, *(one for one in parts if one.cue.deed == "hold" and not one.denied)]
    against = [one for one in words if _speaks_against(one, stretch, words)]
    saying = find_blocs(_sayings([*stretch.words, *left], event, book), book)
    denying = strangers(find_blocs(_sayings(against, event, book), book), saying)
    verdict = judge(saying, denying, book.policy)
    taken = any(one.cue.deed == "take" for one in stretch.words)
    patterns: dict[str, str] = load_words("twosource.reconcile", "statements")[SLOT]
    name = max((one.name for one in stretch.words), key=lambda text: (len(text), text))
    where = min(stretch.words, key=lambda one: (one.account.report.id, one.sentence))
    text = patterns["taken" if taken else "held"].format(place=_place(where), words=name)
    key = f"{stretch.words[0].spot.key}|{stretch.who}|{stretch.start}"
    outcome = Outcome(SLOT, key, text, verdict, saying, denying, Value(text=name, rule="held"))
    finding = make_finding(event, outcome, book)
    over = not denying and any(_supersedes(one, stretch) for one in words)
    return replace(finding, lifecycle="superseded") if over else finding


def _bears_out(one: Holding, stretch: Stretch) -> bool:
    """Whether he who was there owns that he left when the other came."""
    own = any(voice.key == one.who for voice in one.voices)
    when = -LEFT <= _gap(stretch.start, one.day) <= LEFT
    return one.cue.deed == "leave" and not one.denied and own and when and one.who != stretch.who


def _speaks_against(one: Holding, stretch: Stretch, words: Sequence[Holding]) -> bool:
    """Whether it cannot be true beside this hold."""
    if one.denied:
        return _denies(one, stretch)
    if one.who == stretch.who or not one.who or one.cue.deed == "leave" or one.cue.former:
        return False
    return any(_clash(one, each, words) for each in stretch.words)


def _denies(one: Holding, stretch: Stretch) -> bool:
    """Whether a denial is of this hold: it names its holder or nobody, and is no older."""
    meant = one.who in {"", stretch.who}
    own = any(voice.key == stretch.who for voice in one.voices)
    return meant and not own and one.cue.deed != "leave" and one.day >= stretch.start


def _clash(one: Holding, two: Holding, words: Sequence[Holding]) -> bool:
    """Whether two who hold one place are said to do so at one time."""
    first, last = sorted((one, two), key=lambda each: (each.day, each.cue.deed == "hold"))
    if two.cue.former or _takes_back(one, two) or _takes_back(two, one):
        return False
    gap = _gap(first.day, last.day)
    if last.cue.deed == "take":
        return gap == 0
    if gap > (LASTING if last.cue.lasting else NEAR):
        return False
    between = (each for each in words if first.day <= each.day <= last.day and not each.denied)
    return not any(
        (each.cue.deed == "take" and each.who == last.who and each.day > first.day)
        or (each.cue.deed == "leave" and each.who == first.who)
        for each in between
    )


def _takes_back(one: Holding, two: Holding) -> bool:
    """Whether the one took back what the other had held until then."""
    return one.cue.again and one.day >= two.day


def _supersedes(one: Holding, stretch: Stretch) -> bool:
    """Whether it tells that the hold is over."""
    if one.denied or one.cue.former:
        return False
    if one.who == stretch.who:
        return one.cue.deed == "leave" and one.day >= stretch.end
    later = one.day > stretch.end or (one.cue.again and one.day >= stretch.end)
    return one.cue.deed != "leave" and later


def _gap(day: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(day)).days


def _sayings(words: Sequence[Holding], event: Event, book: Book) -> list[Saying]:
    return [
        Saying(
            event=event.id,
            slot=SLOT,
            voice=voice,
            report=one.account.report.id,
            citation=Citation(one.account.report.id, one.sentence.start, one.sentence.end),
            text=" ".join(one.sentence.quote(one.account.report.text).split()),
            as_of=as_of_report(one.account),
            remarks=remarks_of(one.account, book, one.claim),
        )
        for one in words
        for voice in one.voices
    ]


def _place(one: Holding) -> str:
    """The place as one would write it: "the Kell dam" is Kell (dam)."""
    spot = one.spot
    told = one.account.report.text
    at = told.lower().find(spot.name.split()[0])
    name = told[at : at + len(spot.name)] if at >= 0 else spot.name
    name = name if name.lower() == spot.name else spot.name.title()
    inner = ", ".join(each for each in (spot.site, spot.part) if each)
    return f"{name} ({inner})" if inner else name


def _home(
    words: Sequence[Holding], homes: Mapping[tuple[ReportId, str], EventId]
) -> EventId | None:
    """The event that a sentence of theirs tells of, a taking of the place first."""
    found = []
    for one in words:
        for mention in one.account.mentions:
            home = homes.get((one.account.report.id, mention.id))
            if home is not None and one.sentence.covers(mention.trigger):
                taking = "territory" in (mention.acled.sub_event_type or "")
                found.append((not taking, home))
    return min(found)[1] if found else None
