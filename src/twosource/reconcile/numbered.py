"""What is said of one count in, its finding out: the range, the origins, where they part."""

from collections.abc import Mapping, Sequence

from twosource.base.stories import Event, Finding, Told, Value
from twosource.reconcile.book import Book
from twosource.reconcile.contradiction import parts_ways
from twosource.reconcile.independence import FIRM, Bloc, find_blocs
from twosource.reconcile.intervals import agrees
from twosource.reconcile.measures import SEIZED
from twosource.reconcile.outcome import Outcome, is_party, make_finding
from twosource.reconcile.outdated import outdate
from twosource.reconcile.propositions import Saying
from twosource.reconcile.ranges import Live, fuse
from twosource.reconcile.status import Verdict, judge, name_all
from twosource.reconcile.supersession import Stated, settle_numbers

LEAP = 3  # times as many
Numbers = Mapping[int, Sequence[Stated]]


def weigh_numbers(event: Event, sayings: Sequence[Saying], book: Book) -> Finding:
    """The finding of one count (one measure, one class of victim, one side) of one event."""
    blocs = find_blocs(sayings, book)
    told = {place: settle_numbers(bloc.sayings) for place, bloc in enumerate(blocs)}
    numbers = outdate(blocs, told, book)
    lives = [
        Live(bloc.name, stated.reach, bloc.firm, _is_own(stated))
        for place, bloc in enumerate(blocs)
        for stated in _live(numbers[place])
        if not _denied(stated)
    ]
    value = fuse(lives)
    lead, against = _split(blocs, numbers, value, book)
    verdict = _judge(blocs, numbers, lead, against, book)
    words = {
        (bloc.name, bloc.kind, bloc.reports): _tell(numbers[place])
        for place, bloc in enumerate(blocs)
    }
    others = [bloc for bloc in blocs if bloc not in against]
    slot, key = sayings[0].slot, " ".join(sayings[0].key)
    text = _text(blocs, numbers, value)
    outcome = Outcome(slot, key, text, verdict, others, against, value, words)
    return make_finding(event, outcome, book)


def _live(numbers: Sequence[Stated]) -> list[Stated]:
    return [stated for stated in numbers if stated.lifecycle == "live"]


def _denied(stated: Stated) -> bool:
    return all(one.denies for one in stated.sayings)


def _is_own(stated: Stated) -> bool | None:
    marks = {one.own for one in stated.sayings}
    return marks.pop() if len(marks) == 1 else None


def _split(
    blocs: Sequence[Bloc], numbers: Numbers, value: Value, book: Book
) -> tuple[list[Bloc], list[Bloc]]:
    """The origins that give the leading number, and those that contradict it."""
    lead = _leading(blocs, numbers, value)
    if lead is None:
        return [], [bloc for place, bloc in enumerate(blocs) if _live(numbers[place])]
    agree, rest = [], []
    for place, bloc in enumerate(blocs):
        lives = _live(numbers[place])
        if any(agrees(one.reach, lead.reach) and not _denied(one) for one in lives):
            agree.append(bloc)
        elif lives:
            rest.append((bloc, lives))
    party = any(is_party(bloc, book) for bloc in agree)
    both = [
        one for place, bloc in enumerate(blocs) if bloc in agree for one in _live(numbers[place])
    ]
    rest = [(bloc, lives) for bloc, lives in rest if not _any_said(lives, both)]
    against = [
        bloc
        for bloc, lives in rest
        for parties in [party and is_party(bloc, book)]
        if _set_side_by_side(lives, both)
        or all(
            _denied(one)
            or parts_ways(one, lead, adverse=parties or _is_of_foe(one, lead) or _leaps(one, lead))
            for one in lives
        )
    ]
    return agree, against


def _leaps(one: Stated, lead: Stated) -> bool:
    """Whether two who are named count people seized so differently that no day between explains it.

    A toll grows when bodies are found; who was seized in one raid is known that day.
    """
    said = (*one.sayings, *lead.sayings)
    if said[0].slot not in SEIZED or not all(each.voice.kind in FIRM for each in said):
        return False
    low, high = sorted((one.reach.low or 0, lead.reach.low or 0))
    return high >= LEAP * low > 0


def _set_side_by_side(lives: Sequence[Stated], both: Sequence[Stated]) -> bool:
    """Whether one report gives both numbers, each as what its speaker says now."""
    return any(
        _reports(one) & _reports(other) and parts_ways(one, other, adverse=True)
        for one in lives
        for other in both
    )


def _reports(stated: Stated) -> set[str]:
    return {one.report for one in stated.sayings if one.voice.kind in FIRM}


def _any_said(lives: Sequence[Stated], told: Sequence[Stated]) -> bool:
    """Whether those who give the leading number give one of these too: then both can be true."""
    return any(
        agrees(one.reach, other.reach)
        for one in lives
        for other in told
        if not _denied(one) and not _denied(other)
    )


def _is_of_foe(one: Stated, lead: Stated) -> bool:
    """Whether one side counts its own people and another counts them for it."""
    return _is_own(lead) is True and _is_own(one) is False


def _leading(blocs: Sequence[Bloc], numbers: Numbers, value: Value) -> Stated | None:
    """The live number that the range's best stands on, else the lowest."""
    lives = [
        stated
        for place in range(len(blocs))
        for stated in _live(numbers[place])
        if not _denied(stated)
    ]
    exact = [one for one in lives if value.best in {one.reach.low, one.reach.high}]
    return min(exact or lives, key=_lowest, default=None)


def _lowest(stated: Stated) -> tuple[bool, float, str, str]:
    reach = stated.reach
    number = reach.low if reach.low is not None else reach.high
    return reach.qualifier == "vague", number or 0.0, repr(reach), stated.as_of or ""


def _judge(
    blocs: Sequence[Bloc],
    numbers: Numbers,
    lead: Sequence[Bloc],
    against: Sequence[Bloc],
    book: Book,
) -> Verdict:
    """The status of the leading number: another number beside it refines, never corroborates."""
    live = [bloc for place, bloc in enumerate(blocs) if _live(numbers[place])]
    if not live:
        return judge([], [], book.policy)
    verdict = judge(lead, against, book.policy)
    beside = [bloc for bloc in live if bloc not in lead and bloc not in against]
    notes = [stated.note for place in sorted(numbers) for stated in numbers[place] if stated.note]
    reason = verdict.reason
    if beside:
        reason += f"; compatible, not the same number: {name_all(beside)}"
    if notes:
        reason += f"; {', '.join(sorted(set(notes)))}"
    status, rule = verdict.status, verdict.rule
    if status == "single_source" and len({*_channels(lead), *_channels(beside)}) > 1 and beside:
        status, rule = "multiple_reports", "compatible-not-equal"
    return Verdict(status, reason, rule, verdict.least, verdict.most)


def _channels(blocs: Sequence[Bloc]) -> list[str]:
    return sorted({channel for bloc in blocs for channel in bloc.channels})


def _tell(numbers: Sequence[Stated]) -> tuple[Told, ...]:
    """What one origin told; a number that it denies ("denied that three died") is not its own."""
    return tuple(
        Told(
            text=_denial(stated) if _refused(stated) else stated.sayings[0].text,
            low=None if _refused(stated) else stated.reach.low,
            high=None if _refused(stated) else stated.reach.high,
            qualifier=stated.reach.qualifier,
            as_of=stated.as_of,
            lifecycle=stated.lifecycle,
            citations=tuple(sorted({one.citation for one in stated.sayings})),
        )
        for stated in numbers
    )


def _refused(stated: Stated) -> bool:
    """Whether another's number is denied; "no civilians were killed" is a number of one's own."""
    return _denied(stated) and stated.reach.high != 0


def _denial(stated: Stated) -> str:
    text = stated.sayings[0].text
    return f"Denied: {text[:1].lower()}{text[1:]}"


def _text(blocs: Sequence[Bloc], numbers: Numbers, value: Value) -> str:
    stated = _leading(blocs, numbers, value)
    if stated is None:
        every = [one for place in sorted(numbers) for one in numbers[place]]
        return every[0].sayings[0].text if every else blocs[0].sayings[0].text
    return min(stated.sayings, key=lambda one: (one.citation, one.text)).text
