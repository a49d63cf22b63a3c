"""An account and what is cited of it in, its text as nested pieces out.

A piece is a stretch of text, or a span with pieces in it. Spans that cross are cut, never those
that somebody cites, as long as another one can give way.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from twosource.base.records import Account, Claim, Span

CITED = "cited"
Marks = dict[Span, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A span of the text: what it is, and what stands in it. `first` has the anchor.

    `layers` are what the span is (claims, figures, cited, …), `refs` the ids of its records.
    """

    span: Span
    of: Span
    layers: tuple[str, ...]
    refs: tuple[str, ...]
    parts: tuple["Piece | str", ...]
    first: bool = True

    @property
    def anchor(self) -> str:
        """The address of the span within the page."""
        return f"c{self.of.start}-{self.of.end}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A span that is to be shown, on which layer, and the record it belongs to."""

    span: Span
    layer: str
    ref: str = ""


def layer_text(account: Account, cited: Iterable[Span]) -> tuple[Piece | str, ...]:
    """The report's text with every layer, and an anchor at every cited span."""
    text = account.report.text
    marks = [*_marks(account), *(Mark(span, CITED) for span in cited)]
    return nest(text, [mark for mark in marks if mark.span.start < mark.span.end <= len(text)])


def nest(text: str, marks: Sequence[Mark]) -> tuple[Piece | str, ...]:
    """The text as a tree of spans: equal ones are one, crossing ones are cut."""
    layers: dict[Span, dict[str, None]] = {}
    refs: dict[Span, dict[str, None]] = {}
    for mark in marks:
        layers.setdefault(mark.span, {})[mark.layer] = None
        if mark.ref:
            refs.setdefault(mark.span, {})[mark.ref] = None
    ordered = sorted(layers, key=lambda span: (CITED not in layers[span], span.start, -span.end))
    pieces: list[tuple[Span, Span]] = []  # a piece and the span it is of
    for span in ordered:
        pieces += [(each, span) for each in _cut(span, [piece for piece, _ in pieces])]
    rank = {span: place for place, span in enumerate(ordered)}
    pieces.sort(key=lambda pair: (pair[0].start, -pair[0].end, rank[pair[1]]))
    made = [
        Piece(each, of, tuple(layers[of]), tuple(refs.get(of, ())), (), each.start == of.start)
        for each, of in pieces
    ]
    return tuple(_fill(text, Span(0, len(text)), made))


def _cut(span: Span, placed: Iterable[Span]) -> Iterator[Span]:
    """The span in pieces that cross none of those placed before."""
    edges = {span.start, span.end}
    for other in placed:
        if other.start < span.start < other.end < span.end:
            edges.add(other.end)
        elif span.start < other.start < span.end < other.end:
            edges.add(other.start)
    yield from (Span(start, end) for start, end in pairwise(sorted(edges)))


def _fill(text: str, within: Span, pieces: Sequence[Piece]) -> Iterator[Piece | str]:
    """The text of a span and the pieces in it; pieces are in order, outer ones first."""
    at, place = within.start, 0
    while place < len(pieces):
        piece = pieces[place]
        last = place + 1
        while last < len(pieces) and pieces[last].span.start < piece.span.end:
            last += 1
        if at < piece.span.start:
            yield text[at : piece.span.start]
        inner = tuple(_fill(text, piece.span, pieces[place + 1 : last]))
        yield Piece(piece.span, piece.of, piece.layers, piece.refs, inner, piece.first)
        at, place = piece.span.end, last
    if at < within.end:
        yield text[at : within.end]


def _marks(account: Account) -> Iterator[Mark]:
    """Every span that was read of a report."""
    yield from (Mark(piece.span, "furniture") for piece in account.report.furniture)
    yield from chain.from_iterable(_of_claim(claim) for claim in account.claims)
    for place in account.places:
        if place.role != "furniture":
            yield Mark(place.span, "places", place.id)
    for layer, told in (
        ("figures", account.figures), ("times", account.times), ("actors", account.actors),
    ):  # fmt: skip
        yield from (Mark(each.span, layer, each.id) for each in told)
    yield from (Mark(each.trigger, "events", each.id) for each in account.mentions)


def _of_claim(claim: Claim) -> Iterator[Mark]:
    for span in claim.content:
        yield Mark(span, "claims", claim.id)
    if claim.speaker is not None and claim.speaker.span is not None:
        yield Mark(claim.speaker.span, "speakers", claim.id)
    if claim.cue is not None:
        yield Mark(claim.cue, "cues", claim.id)
    for hedge in claim.hedges:
        yield Mark(hedge, "hedges", claim.id)
    for remark in claim.verification:
        yield Mark(remark.span, "remarks", claim.id)
