"""Sayings in, origins out: who is one origin with whom, and which of them are independent."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from twosource.base.records import ReportId
from twosource.reconcile.book import Book
from twosource.reconcile.channels import Voice, credits_of
from twosource.reconcile.intervals import agrees
from twosource.reconcile.keys import SOME_STATE
from twosource.reconcile.propositions import Saying
from twosource.reconcile.shared_words import mark_shared

BOTH = 2  # sides
OF_STATE = "who:state:"
UNKNOWN = f"who:{SOME_STATE}"
FIRM = frozenset({"named", "institution", "reporter"})  # kinds whose difference is established


@dataclass(frozen=True, slots=True)
class Bloc:
    """One origin: its name, its kind, all it said; `channels` are the families that carried it.

    `strands` are what else may tie it to another: the agencies that its reports credit, and
    passages that stand in other texts too.
    """

    name: str
    kind: str
    key: str | None
    sayings: tuple[Saying, ...]
    channels: frozenset[str]
    reports: tuple[ReportId, ...]
    strands: frozenset[str] = frozenset()

    @property
    def marks(self) -> frozenset[str]:
        """All marks of its voices, save the texts they came through."""
        marks = {mark for one in self.sayings for mark in one.voice.marks}
        return frozenset(mark for mark in marks if self.firm is False or "family:" not in mark)

    @property
    def firm(self) -> bool:
        """Whether it is somebody named, so that another name is surely another origin."""
        return self.kind in FIRM


@dataclass(frozen=True, slots=True)
class Count:
    """How many origins are independent for certain (`least`) and perhaps (`most`)."""

    least: int
    most: int


def find_blocs(sayings: Sequence[Saying], book: Book) -> list[Bloc]:
    """The origins behind some sayings, sorted by name."""
    sayings = mark_shared(sayings, book)
    voices = sorted({saying.voice for saying in sayings})
    leader = _join_marks(voices)
    groups: dict[int, list[Saying]] = {}
    for saying in sayings:
        groups.setdefault(leader[saying.voice], []).append(saying)
    blocs = [_make_bloc(group, book) for group in groups.values()]
    told = _without_sides(_absorb(blocs))
    return sorted(told, key=lambda bloc: (bloc.name, bloc.kind, bloc.reports))


def count_independent(blocs: Sequence[Bloc]) -> Count:
    """Named origins are independent for certain, others perhaps.

    Perhaps, if they have a channel of their own: a text that no other counted origin came through,
    that shares neither the passage nor an agency's credit with the text of one.
    """
    firm = _surely_others([bloc for bloc in blocs if bloc.firm])
    used = {way for bloc in firm for way in bloc.channels | bloc.strands}
    soft = 0
    for bloc in sorted(blocs, key=lambda one: (sorted(one.channels), one.name)):
        ways = bloc.channels | bloc.strands
        if bloc not in firm and not ways & used:
            soft += 1
            used |= ways
    return Count(max(len(firm), 1 if blocs else 0), max(len(firm) + soft, 1 if blocs else 0))


def _surely_others(firm: Sequence[Bloc]) -> list[Bloc]:
    """The named origins without those of some state, nobody knows which, beside a known state's.

    "Defence Minister N." without a land may be of the very state whose general speaks elsewhere.
    """
    told = [
        bloc for bloc in firm
        if any(mark.startswith(OF_STATE) and mark != UNKNOWN for mark in bloc.marks)
    ]  # fmt: skip
    return [bloc for bloc in firm if not told or bloc in told or UNKNOWN not in bloc.marks]


def _join_marks(voices: Sequence[Voice]) -> Mapping[Voice, int]:
    """For each voice the number of its group: voices that share a mark, however far round."""
    parent = list(range(len(voices)))

    def find(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    first: dict[str, int] = {}
    for place, voice in enumerate(voices):
        for mark in voice.marks:
            other = find(first.setdefault(mark, place))
            parent[max(find(place), other)] = min(find(place), other)
    return {voice: find(place) for place, voice in enumerate(voices)}


def _make_bloc(sayings: Sequence[Saying], book: Book) -> Bloc:
    kinds = ("named", "institution", "reporter", "document", "unnamed", "agency", "media", "outlet")
    voices = {saying.voice for saying in sayings}
    best = min(voices, key=lambda v: (kinds.index(v.kind), -len(v.name), v.name))
    reports = tuple(sorted({saying.report for saying in sayings}))
    return Bloc(
        best.name,
        best.kind,
        best.key,
        tuple(sorted(sayings, key=lambda each: (each.citation, each.voice))),
        frozenset(book.families[report] for report in reports),
        reports,
        frozenset(_find_strands(sayings, book)),
    )


def _find_strands(sayings: Sequence[Saying], book: Book) -> Iterator[str]:
    """The credits of its reports, and the shared passages by which it is told."""
    for report in sorted({one.report for one in sayings}):
        for agency in credits_of(book.accounts[report].report):
            yield f"agency:{agency}"
    for mark in sorted({mark for one in sayings for mark in one.voice.marks}):
        if mark.startswith("words:"):
            yield mark.partition("|")[0]


def _absorb(blocs: Sequence[Bloc]) -> list[Bloc]:
    """Give an outlet's own word to the speaker whom the same text quotes for the same thing.

    It has it from there, as far as anybody can tell; a number that the speaker does not give stays
    the outlet's.
    """
    speakers = [bloc for bloc in blocs if bloc.kind not in {"outlet", "agency"}]
    kept = list(speakers)
    for bloc in blocs:
        if bloc in speakers:
            continue
        hosts = [one for one in speakers if bloc.channels <= one.channels]
        if not hosts or _counts_apart(bloc, hosts):
            kept.append(bloc)
    return kept


def _without_sides(blocs: Sequence[Bloc]) -> list[Bloc]:
    """The origins without "both sides" unnamed, where two are named: they may be these."""
    named = sum(bloc.firm for bloc in blocs if not is_side(bloc))
    return [bloc for bloc in blocs if named < BOTH or not is_side(bloc)]


def is_side(bloc: Bloc) -> bool:
    """Whether these are "both sides", of whom the report names neither."""
    return bloc.key is not None and bloc.key.startswith("side:")


def _counts_apart(bloc: Bloc, hosts: Sequence[Bloc]) -> bool:
    told = [one.reach for one in bloc.sayings if one.reach is not None]
    known = [one.reach for host in hosts for one in host.sayings if one.reach is not None]
    return any(not any(agrees(reach, other) for other in known) for reach in told)
