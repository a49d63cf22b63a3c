"""Events and accounts in, sayings out: who says what of which slot of which event."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from twosource.base.records import Account, Claim, Mention, ReportId, Scope, Span, Time, When
from twosource.base.stories import Citation, Event, EventId, Remark
from twosource.base.vocabulary import load_words
from twosource.reconcile.anchors import Tie, find_tie
from twosource.reconcile.book import Book
from twosource.reconcile.channels import Voice, find_channel
from twosource.reconcile.denial import denies_own_part, is_denial, is_unsure
from twosource.reconcile.intervals import Reach
from twosource.reconcile.keys import plain
from twosource.reconcile.scenes import Scene, scene_of
from twosource.reconcile.sides import ARMED
from twosource.reconcile.turns import voices_at
from twosource.reconcile.venues import is_venue
from twosource.reconcile.vouching import vouches
from twosource.reconcile.who import find_doers, key_of_participant

VIOLENT = "ASSAULT"
FORCES = ARMED | {"state_government", "state_police"}
OWN_WORD = frozenset({"outlet", "agency"})  # what a report says itself denies nobody's word
DAY = 10  # characters of an ISO date
NIGHT = "TNI"  # how TIMEX3 ends the value of a night
OWN_PART = re.compile(
    r"that (?:it|they|he|she|its|their|his|her)\b|(?:any )?(?:responsibility|involvement|role)\b"
)
POINTER = re.compile(
    r"(?:this|that|it|(?:the|these|those|such|all|any|its|their) (?:\w+ )?"
    r"(?P<what>claims?|reports?|allegations?|accusations?|charges?|statements?|version"
    r"|figures?|tolls?|numbers?|counts?))\b(?: as \w+)?[^\w]*",
    re.IGNORECASE,
)
NUMBER = re.compile(r"figure|toll|number|count", re.IGNORECASE)
WINDOW = 60  # characters either side of a trigger in which an agreement's terms are named


@dataclass(frozen=True, slots=True)
class Saying:
    """One origin's word on one slot. `value` is what is compared: a day, a place, a weapon.

    `key` holds what two figures must share to be comparable; `own` is true when the figure counts
    the origin's own people, false when it counts another party's, None when nobody can tell.
    """

    event: EventId
    slot: str
    voice: Voice
    report: ReportId
    citation: Citation
    text: str
    key: tuple[str, ...] = ()
    value: str | None = None
    reach: Reach | None = None
    as_of: str | None = None
    own: bool | None = None
    denies: bool = False
    own_part: bool = False  # it denies only that the speaker did it
    retracted: bool = False
    headline: bool = False
    scope: Scope = "current"
    remarks: tuple[Remark, ...] = ()
    trigger: str = ""  # the word by which a mention tells it
    dated: bool = False  # whether the mention itself has the event's day
    single: bool = False  # one person told without a number
    named: frozenset[str] = frozenset()  # the words by which it tells them
    own_event: EventId | None = None  # the event of the figure's own mention, else the same
    leading: bool = False  # it is the toll that the report comes to
    figure: str = ""  # id of the Figure
    whole: str = ""  # id of the Figure that it is a part of
    whole_reach: Reach | None = None  # the number of that whole
    vouches: bool = True  # it states the happening; False: it only speaks of it
    tie: Tie = Tie()  # noqa: RUF009 - frozen
    scene: Scene = Scene()  # noqa: RUF009 - frozen
    further: bool = False  # told as more than what was counted before: "two others", "another six"
    former: bool = False  # told as a count of before: "up from 11"
    narrow: bool = False  # it counts people of one calling: "six teachers"
    risen: bool = False  # told as what earlier counts have grown to: "rose to nine"
    claim: str = ""  # id of the Claim whose words these are
    doers: frozenset[str] = frozenset()  # who did it: keys ("state:RUS"), else words


def tell_mentions(events: Sequence[Event], book: Book) -> Iterator[Saying]:
    """What the mentions of each event say of it: that it happened, when, where, with what."""
    for event in events:
        for joined in event.mentions:
            mention = book.mentions.get((joined.report, joined.mention))
            if mention is not None and _is_told(mention, book.accounts[joined.report]):
                yield from _tell(event, mention, book.accounts[joined.report], book)


def _is_told(mention: Mention, account: Account) -> bool:
    """Whether it is told or denied, and not only thought of."""
    return mention.modality != "hypothetical" or is_denial(mention, account)


def remarks_of(account: Account, book: Book, claim: str | None) -> tuple[Remark, ...]:
    """What the report says of the claim's verification."""
    told = book.claims.get((account.report.id, claim or ""))
    if told is None:
        return ()
    return tuple(
        Remark(each.value, Citation(account.report.id, each.span.start, each.span.end))
        for each in told.verification
        if each.value != "denied" or not _denies_else(each.span, told, account)
    )


def _denies_else(words: Span, told: Claim, account: Account) -> bool:
    """Whether something else is denied by these words.

    The speaker denies another thing in one breath ("said it struck but denied …"), or somebody
    denies a part in it ("denied that it had fired": a word on who did it) or an act of another kind
    (beating, where arrests were told).
    """
    own = told.speaker.actor if told.speaker is not None else None
    text = account.report.text
    for each in account.claims:
        if each.id == told.id or each.cue is None or not each.cue.overlaps(words):
            continue
        if own is not None and each.speaker is not None and each.speaker.actor == own:
            return True
        parts = [part.quote(text) for part in each.content]
        if any(OWN_PART.match(part) for part in parts):
            return True
        if not points(" ".join(parts)) and not _kinds(each, account) & _kinds(told, account):
            return True
    return False


def _kinds(claim: Claim, account: Account) -> set[str | None]:
    return {each.plover.event for each in account.mentions if each.claim == claim.id}


def points(words: str, *, counts: bool = True) -> bool:
    """Whether they only point at what was told before; `counts`: or only at its number.

    >>> points("this"), points("the figure as false"), points("that a ransom had been paid")
    (True, True, False)
    """
    found = POINTER.fullmatch(words.strip())
    return found is not None and (counts or not NUMBER.match(found["what"] or ""))


def as_of_report(account: Account) -> str | None:
    """The report's publication date, None when it has none."""
    return account.report.published.value


def _tell(event: Event, mention: Mention, account: Account, book: Book) -> Iterator[Saying]:
    claim = book.claims.get((account.report.id, mention.claim or ""))
    spoken = mention.kind == "speech_act"
    denies = is_denial(mention, account)
    denied = mention.modality == "negated" or (claim is not None and claim.polarity == "-")
    if (denied and not denies) or is_unsure(mention, account):
        return
    if is_venue(mention, account):
        return
    voices, _ = voices_at(book, account, claim, mention.trigger.start)
    voices = (find_channel(book, account),) if spoken else voices
    if denies:
        voices = tuple(voice for voice in voices if voice.kind not in OWN_WORD)
    firm, tie = vouches(mention, account, claim), find_tie(event, mention, account)
    scene = scene_of(mention, account)
    for voice in voices:
        for slot, span, value in _slots(mention, account):
            yield Saying(
                event=event.id,
                slot=slot,
                voice=voice,
                report=account.report.id,
                citation=Citation(account.report.id, span.start, span.end),
                text=span.quote(account.report.text),
                value=value,
                as_of=as_of_report(account),
                denies=slot == "happened" and denies,
                own_part=denies and (_is_person(voice) or denies_own_part(mention, account)),
                vouches=firm,
                tie=tie,
                scene=scene,
                headline=claim is not None and claim.headline,
                scope=event.scope if event.scope == "background" else mention.scope,
                remarks=remarks_of(account, book, mention.claim) if slot == "happened" else (),
                trigger=mention.lemma,
                claim=mention.claim or "",
                dated=_has_its_day(mention, event),
                doers=_doers(mention, account),
            )


def _is_person(voice: Voice) -> bool:
    """Whether it speaks for nobody else: who denies a murder denies that it was his."""
    return voice.key is not None and voice.key.startswith("person:")


def _doers(mention: Mention, account: Account) -> frozenset[str]:
    """Those whom its sentence says to have done violence: by key, else by their words."""
    text = account.report.text
    forces = {actor.id for actor in account.actors if actor.kind in FORCES}
    told = (
        each
        for other in account.mentions
        if other.sentence == mention.sentence and other.plover.event == VIOLENT
        for each in other.participants
        if each.role == "actor" and each.actor in forces
    )
    found: set[str] = set()
    for each in told:
        key = key_of_participant(each, account)
        found.update(plain(each.span.quote(text)).split() if key is None else (key,))
    return frozenset(found)


def _has_its_day(mention: Mention, event: Event) -> bool:
    """Whether the mention is told of the event's day, however exactly either is told."""
    own, told = mention.when, event.when
    return own is not None and told is not None and own.start[:DAY] == told.start[:DAY]


def _slots(mention: Mention, account: Account) -> Iterator[tuple[str, Span, str | None]]:
    """Each slot the mention fills: its name, the words, what is compared."""
    names = {"planned": "planned", "threatened": "threatened"}
    clause = mention.sentence
    if is_term(mention, account):
        yield "terms", clause, None
        return
    yield names.get(mention.modality, "happened"), clause, None
    if mention.modality not in {"asserted", "claimed"} or mention.kind == "speech_act":
        return
    time = next((each for each in account.times if each.id == mention.time), None)
    if time is not None and mention.when is not None:
        yield "when", time.span, f"{mention.when.start}/{_last_day(time, mention.when)}"
    place = next((each for each in account.places if each.id == mention.place), None)
    if place is not None and place.placing.name is not None:
        yield "where", place.span, place.placing.name
    for span in mention.weapons:
        yield "weapon", span, span.quote(account.report.text).lower()
    for role, span, key in find_doers(mention, account):
        yield "who", span, f"{role} {key}"


def _last_day(time: Time, when: When) -> str:
    """The last day; a night ends on the day after it began."""
    if not time.value.endswith(NIGHT) or when.start != when.end:
        return when.end
    return (date.fromisoformat(when.end[:DAY]) + timedelta(days=1)).isoformat()


def is_term(mention: Mention, account: Account) -> bool:
    """Whether it is told as part of an agreement, not as done: "which includes the withdrawal"."""
    words = load_words("twosource.reconcile", "terms")
    text, trigger = account.report.text, mention.trigger
    before = text[max(mention.sentence.start, trigger.start - WINDOW) : trigger.start].lower()
    after = text[trigger.end : min(mention.sentence.end, trigger.end + WINDOW)].lower()
    return any(each in before for each in words["before"]) or any(
        each in after for each in words["after"]
    )
