"""A report and its story in, all that its page needs out: the text in layers, and its kin."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from twosource.base.labels import label_of
from twosource.base.records import Account, Claim, Figure, Report, ReportId, Span
from twosource.base.stories import Citation, Dossier, Family, Finding
from twosource.render.layers import Piece, layer_text
from twosource.render.notes import tidy
from twosource.render.pacts import cited_words
from twosource.render.phrases import dated_words, how_dated, range_words
from twosource.render.sources import report_order, title_of

LAYERS = (  # name, what it is called, whether it is on at first
    ("claims", "Claims", True),
    ("figures", "Figures", True),
    ("remarks", "Verification", True),
    ("places", "Places", False),
    ("times", "Times", False),
    ("events", "Events", False),
    ("actors", "Actors", False),
    ("furniture", "Grey furniture", True),
)
REMARKS = {
    "could_not_be_verified": "could not be verified",
    "not_verified": "not verified",
    "denied": "denied",
    "confirmed_by": "confirmed by somebody else",
    "no_number_given": "no number was given",
}


@dataclass(frozen=True, slots=True)
class ClaimNote:
    """What stands in the margin beside a claim. `who` None: the outlet's own word."""

    id: str
    span: Span
    quote: str
    who: str | None
    cue: str | None
    hedges: tuple[str, ...]
    remarks: tuple[str, ...]
    flags: tuple[str, ...]
    figures: tuple[str, ...]

    @property
    def anchor(self) -> str:
        """The address of the claim's words within the page."""
        return f"c{self.span.start}-{self.span.end}"


@dataclass(frozen=True, slots=True)
class FigureNote:
    """A figure beside its words."""

    id: str
    span: Span
    quote: str
    words: str
    measure: str
    as_of: str | None
    background: bool

    @property
    def anchor(self) -> str:
        """The address of the figure's words within the page."""
        return f"c{self.span.start}-{self.span.end}"


@dataclass(frozen=True, slots=True)
class Relative:
    """Another report of the same text. `relation` None: tied to it through a third one."""

    report: ReportId
    outlet: str
    published: str
    relation: str | None
    overlap: float | None
    reason: str


@dataclass(frozen=True, slots=True)
class Carried:
    """A finding that cites this report."""

    finding: Finding
    anchor: str
    denies: bool


@dataclass(frozen=True, slots=True)
class ReportContext:
    """One report as its page shows it."""

    report: Report
    outlet: str
    title: str | None
    published: str
    how: str
    story: str | None
    story_title: str | None
    text: tuple[Piece | str, ...]
    layers: tuple[tuple[str, str, bool, int], ...]
    claims: tuple[ClaimNote, ...]
    figures: tuple[FigureNote, ...]
    relatives: tuple[Relative, ...]
    carried: tuple[Carried, ...]
    is_read: bool = True  # False: kept as published, since its language is not read
    is_partly: bool = False  # of its language the figures alone are read

    @property
    def notes_at(self) -> dict[str, ClaimNote]:
        """The margin notes by the anchor of the words they stand beside."""
        return {note.anchor: note for note in reversed(self.claims)}


def build_report(account: Account, dossier: Dossier | None = None) -> ReportContext:
    """The page of one report; `dossier` is its story, None when it is about no happening."""
    report = account.report
    cited = tuple(cited_spans(report.id, dossier)) if dossier else ()
    claims = tuple(_claim(claim, account) for claim in account.claims if claim.content)
    return ReportContext(
        report,
        label_of(report),
        title_of(report),
        dated_words(report.published),
        how_dated(report.published),
        dossier.stories[0].id if dossier else None,
        dossier.stories[0].title if dossier else None,
        layer_text(account, cited),
        tuple((name, words, on, _count(account, name)) for name, words, on in LAYERS),
        claims,
        tuple(_figure(each, account) for each in account.figures),
        tuple(_relatives(report.id, dossier)) if dossier else (),
        tuple(_carried(report.id, dossier)) if dossier else (),
    )


def cited_spans(report: ReportId, dossier: Dossier) -> Iterator[Span]:
    """Every span of a report that its story cites, so that each link has where to lead."""
    for each in _citations(dossier):
        if each.report == report:
            yield Span(each.start, each.end)
    for account in dossier.accounts:
        if account.report.id == report:
            yield from (mention.sentence for mention in account.mentions)
            for agreement in account.agreements:
                yield from cited_words(agreement, account)


def _citations(dossier: Dossier) -> Iterator[Citation]:
    for finding in dossier.findings:
        yield from finding.supports
        yield from finding.denies
        yield from (remark.citation for remark in finding.remarks)
        for origin in finding.origins:
            for told in origin.values:
                yield from told.citations
    for entry in dossier.timeline:
        yield from entry.supports
    for event in dossier.events:
        for each in event.participants:
            yield from each.citations


def _count(account: Account, layer: str) -> int:
    if layer == "furniture":
        return len(account.report.furniture)
    if layer == "remarks":
        return sum(len(claim.verification) for claim in account.claims)
    if layer == "events":
        return len(account.mentions)
    return len(getattr(account, layer))


def _claim(claim: Claim, account: Account) -> ClaimNote:
    text = account.report.text
    speaker = claim.speaker
    who = None
    if speaker is not None:
        who = speaker.name or (speaker.span.quote(text) if speaker.span else "the same speaker")
    told = [each for each in account.figures if each.claim == claim.id]
    return ClaimNote(
        claim.id,
        claim.content[0],
        tidy(claim.content[0].quote(text)),
        " ".join(who.split()) if who else None,
        claim.cue.quote(text) if claim.cue else None,
        tuple(each.quote(text) for each in claim.hedges),
        tuple(REMARKS[each.value] for each in claim.verification),
        tuple(_flags(claim)),
        tuple(f"{each.measure} {range_words(each.low, each.high)}" for each in told),
    )


def _flags(claim: Claim) -> Iterator[str]:
    if claim.attribution == "unnamed":
        yield "not named"
    if claim.carry_over:
        yield "carried on from the sentence before"
    if claim.headline:
        yield "headline"
    if claim.direct:
        yield "quoted"
    if claim.polarity == "-":
        yield "denied"


def _figure(figure: Figure, account: Account) -> FigureNote:
    return FigureNote(
        figure.id,
        figure.span,
        " ".join(figure.span.quote(account.report.text).split()),
        range_words(figure.low, figure.high),
        figure.measure,
        figure.as_of,
        figure.scope == "background",
    )


def _relatives(report: ReportId, dossier: Dossier) -> Iterator[Relative]:
    """The other reports of its text, the closest first."""
    known = {each.report.id: each.report for each in dossier.accounts}
    family = next((each for each in dossier.families if report in each.reports), None)
    if family is None:
        return
    told = [
        _relative(report, known[each], family)
        for each in family.reports
        if each != report and each in known
    ]
    yield from sorted(
        told, key=lambda each: (-(each.overlap or 0.0), report_order(known[each.report]))
    )


def _relative(report: ReportId, other: Report, family: Family) -> Relative:
    pair = {report, other.id}
    edge = next((each for each in family.edges if {each.left, each.right} == pair), None)
    return Relative(
        other.id,
        label_of(other),
        dated_words(other.published),
        edge.relation if edge else None,
        edge.overlap if edge else None,
        edge.reason if edge else "both are tied to a third report of the same text",
    )


def _carried(report: ReportId, dossier: Dossier) -> Iterable[Carried]:
    """The findings that rest on this report, or that it denies; live ones first."""
    told = []
    for finding in dossier.findings:
        for denies, cited in ((False, finding.supports), (True, finding.denies)):
            mine = [each for each in cited if each.report == report]
            if mine:
                told.append(Carried(finding, f"c{mine[0].start}-{mine[0].end}", denies))
    order = {"happened": 0, "killed": 1, "injured": 2, "displaced": 3}
    return sorted(
        told,
        key=lambda each: (
            each.finding.scope != "current",
            each.finding.lifecycle != "live",
            order.get(each.finding.slot, 4),
            each.finding.id,
        ),
    )
