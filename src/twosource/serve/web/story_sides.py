"""A contested finding in, its sides at the same height out: each with its own words and count."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from twosource.base.stories import Citation, Event, Finding, Origin, Tie
from twosource.render.notes import Notebook
from twosource.render.parts import Dots, Remark
from twosource.render.phrases import range_words
from twosource.render.statements import make_dots, make_remarks, part_sides, told_of
from twosource.serve.web.story_details import ORDER

BEARS = ("happened", "targets", "responsible", "killed")
MOST_BEARING = 3
SHOWN = 3  # voices of a side before the fold


@dataclass(frozen=True, slots=True)
class SideVoice:
    """One origin of a side: who, in which words, through how many outlets."""

    name: str
    kind: str
    party: bool
    quote: str
    value: str | None  # the interval, when the words are about a count
    notes: tuple[int, ...]
    outlets: int
    as_of: str | None


@dataclass(frozen=True, slots=True)
class PointSide:
    """One side of a contested point."""

    name: str
    voices: tuple[SideVoice, ...]
    folded: tuple[SideVoice, ...]
    origins: int
    outlets: int
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bearing:
    """Another finding of the same happening that a reader should weigh with it."""

    id: str
    text: str
    dots: Dots


@dataclass(frozen=True, slots=True)
class Contested:
    """A contested point, its sides, and the rule that calls them incompatible."""

    finding: Finding
    sides: tuple[PointSide, ...]
    why: str
    remarks: tuple[Remark, ...]
    dots: Dots
    bearing: tuple[Bearing, ...] = ()
    event: Event | None = None


def make_contested(
    finding: Finding, others: Iterable[Finding], book: Notebook, event: Event | None = None
) -> Contested:
    """The sides of one contested finding; `others` are the findings of its story."""
    parted = part_sides(finding)
    denied = any(each.side == "denies" for each in finding.origins) or bool(finding.denies)
    names = ("says so", "denies it, or says what cannot also be true") if denied else ()
    return Contested(
        finding,
        tuple(
            _side(
                [replace(each, values=told_of(each, finding)) for each in group],
                cited,
                names[place] if place < len(names) else "",
                book,
                finding.ties,
            )
            for place, (group, cited) in enumerate(parted)
        ),
        book.plain(finding.reason),
        make_remarks(finding, book),
        make_dots(finding, book),
        tuple(_bearing(finding, others, book)),
        event,
    )


def _side(
    origins: Sequence[Origin],
    cited: Sequence[Citation],
    name: str,
    book: Notebook,
    ties: Sequence[Tie],
) -> PointSide:
    voices = sorted(
        (make_voice(each, cited, book) for each in origins),
        key=lambda voice: (not voice.party, voice.kind in {"outlet", "agency"}, -voice.outlets),
    )
    return PointSide(
        name,
        tuple(voices[:SHOWN]),
        tuple(voices[SHOWN:]),
        count_apart([each.name for each in origins], ties),
        book.outlets({each.report for each in cited}),
        book.cite(cited) if not voices else (),
    )


def count_apart(names: Iterable[str], ties: Iterable[Tie]) -> int:
    """How many of these stand beside one another: of two that hang together one counts."""
    tied = [{tie.left, tie.right} for tie in ties if tie.verdict in {"same", "dependent"}]
    kept: set[str] = set()
    for name in sorted(names, key=lambda one: (sum(one in pair for pair in tied), one)):
        if not any(name in pair and pair & kept for pair in tied):
            kept.add(name)
    return len(kept)


def make_voice(origin: Origin, cited: Sequence[Citation], book: Notebook) -> SideVoice:
    """What one origin says, in the words that most reports carry."""
    live = [told for told in origin.values if told.lifecycle == "live"] or list(origin.values)
    carried = [told for told in live if told.citations]
    best = max(carried, key=lambda told: len(told.citations), default=None)
    own = list(best.citations) if best else [c for c in cited if c.report in set(origin.reports)]
    counted = best is not None and (best.low is not None or best.high is not None)
    return SideVoice(
        book.plain(origin.name),
        origin.kind,
        origin.party,
        book.quote(own[0]) if own else "",
        range_words(best.low, best.high) if best is not None and counted else None,
        book.cite(own),
        book.outlets(set(origin.reports)),
        (best.as_of if best else None) or origin.as_of,
    )


def _bearing(finding: Finding, others: Iterable[Finding], book: Notebook) -> Iterable[Bearing]:
    """What else is told of the happening, the best founded first."""
    told = [
        each
        for each in others
        if each.event == finding.event
        and each.id != finding.id
        and each.lifecycle == "live"
        and each.slot in BEARS
        and each.slot != finding.slot
    ]
    told.sort(key=lambda each: (ORDER.index(each.status), BEARS.index(each.slot), each.id))
    for each in told[:MOST_BEARING]:
        yield Bearing(each.id, each.text, make_dots(each, book))
