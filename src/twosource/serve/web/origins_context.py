"""A story in, what hangs on what out: each origin, the texts that carry it, and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.base.records import Report, ReportId
from twosource.base.settings import Settings
from twosource.base.stories import Dossier, Family, Finding, Origin, Status
from twosource.base.vocabulary import load_words
from twosource.reconcile.callings import find_callings
from twosource.reconcile.keys import plain
from twosource.render.brief import tally, title_words
from twosource.render.chart_origins import Graph, Line, Rest, draw_origins
from twosource.render.choosing import DETAILS
from twosource.render.notes import Notebook
from twosource.render.parts import Note, Tally
from twosource.serve.web.story_details import ORDER
from twosource.serve.web.story_reports import Edges, TextRow, index_edges, make_texts
from twosource.serve.web.story_situation import name_key, words_of

DRAWN = 10  # origins in the drawing; the list below has all
LINES = 14  # texts in the drawing
LONG = 170  # characters; a shorter quote is shown where there is one


@dataclass(frozen=True, slots=True)
class Branch:
    """A text that carries an origin's word: why it hangs there, and the words."""

    text: TextRow
    reason: str
    quote: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """One origin of the story. `statuses` count the findings that rest on it."""

    key: str
    name: str
    also: tuple[str, ...]
    kind: str
    kind_words: str
    party: bool
    statuses: tuple[tuple[Status, int], ...]
    branches: tuple[Branch, ...]
    reports: int
    outlets: int


@dataclass(frozen=True, slots=True)
class OriginsContext:
    """The origins of a story as their page shows them."""

    id: str
    title: str
    tally: Tally
    graph: Graph | None
    roots: tuple[Root, ...]
    drawn: int
    notes: Mapping[int, Note]


@dataclass(frozen=True, slots=True)
class Trees:
    """The families of a story and their edges, indexed once."""

    families: Sequence[Family]
    edges: Edges


def build_origins(dossier: Dossier, settings: Settings) -> OriginsContext:
    """The page of the dossier's one story."""
    book = Notebook.of(dossier)
    trees = Trees(dossier.families, index_edges(dossier.families))
    roots = sorted(
        (_root(key, told, trees, book) for key, told in _group(dossier, settings).items()),
        key=lambda root: (-root.reports, -sum(n for _, n in root.statuses), root.name),
    )
    return OriginsContext(
        dossier.stories[0].id,
        title_words(dossier.stories[0], dossier.accounts),
        tally(dossier.accounts, dossier.findings, dossier),
        _graph(roots[:DRAWN]),
        tuple(roots),
        min(DRAWN, len(roots)),
        {note.number: note for note in book.notes()},
    )


def _group(dossier: Dossier, settings: Settings) -> dict[str, list[tuple[Finding, Origin]]]:
    """The origins of all live findings; a person goes with the body that it speaks for."""
    bodies = find_callings(dossier.accounts, dossier.families, settings)
    found: dict[str, list[tuple[Finding, Origin]]] = {}
    for finding in dossier.findings:
        if finding.scope != "current" or finding.lifecycle != "live":
            continue
        for origin in finding.origins:
            name = bodies.get(plain(origin.name), origin.name)
            found.setdefault(name_key(name), []).append((finding, origin))
    return found


def _root(key: str, told: Sequence[tuple[Finding, Origin]], trees: Trees, book: Notebook) -> Root:
    kinds: dict[str, str] = load_words("twosource.render", "rules")["kinds"]
    carried = sorted({report for _, origin in told for report in origin.reports})
    reports = [book.reports[each] for each in carried if each in book.reports]
    names = sorted({book.plain(origin.name) for _, origin in told}, key=lambda n: (-len(n), n))
    heads = [name for name in names if name_key(name) == key] or names
    kind = _kind(told)
    counts = {status: len({f.id for f, _ in told if f.status == status}) for status in ORDER}
    branches = tuple(
        _branch(text, told, book, kind) for text in make_texts(reports, trees.families, trees.edges)
    )
    return Root(
        key, heads[0], tuple(n for n in names if name_key(n) != name_key(heads[0])), kind,
        kinds.get(kind, kind), any(origin.party for _, origin in told),
        tuple((status, number) for status, number in counts.items() if number), branches,
        len(reports), book.outlets(carried),
    )  # fmt: skip


def _kind(told: Iterable[tuple[Finding, Origin]]) -> str:
    kinds = [origin.kind for _, origin in told]
    return max(sorted(set(kinds)), key=kinds.count)


def _branch(
    text: TextRow, told: Sequence[tuple[Finding, Origin]], book: Notebook, kind: str
) -> Branch:
    """Why the text's first report hangs on the origin, and the words that show it."""
    first = text.first.id
    cited = [
        each
        for finding, origin in told
        if first in origin.reports and finding.slot not in DETAILS
        for each in words_of(finding, origin)
        if each.report == first
    ]
    cited.sort(key=lambda each: (each.end - each.start > LONG, each.start - each.end, each.start))
    quote = book.quote(cited[0]) if cited else ""
    return Branch(text, _reason(kind, book.reports[first]), quote, book.cite(cited[:1]))


def _reason(kind: str, report: Report) -> str:
    if kind == "agency":
        return f"carries the credit {report.credit}" if report.credit else "cites the agency"
    if kind == "outlet":
        return "its own word"
    if kind in {"unnamed", "document"}:
        return "cites it without a name"
    return "quotes it" if kind == "institution" else "quotes the speaker"


def _graph(roots: Sequence[Root]) -> Graph | None:
    """The drawing of the most carried origins; None when there is nothing to draw."""
    labels: dict[str, tuple[str, str, bool]] = {}
    lines: list[Line] = []
    rests: list[Rest] = []
    texts: dict[str, set[ReportId]] = {}
    for root in roots:
        labels[f"origin {root.key}"] = (_short(root.name), _below(root), root.party)
        for branch in root.branches:
            texts.setdefault(branch.text.family, set()).add(branch.text.first.id)
            rests.append(Rest(branch.text.family, f"origin {root.key}"))
            lines += _lines(branch.text)
    kept = set(sorted(texts, key=lambda key: -sum(r.text == key for r in rests))[:LINES])
    lines = [each for each in lines if each.text in kept]
    rests = [each for each in rests if each.text in kept]
    for key in kept:
        carried = {each.outlet for each in lines if each.text == key}
        labels[key] = (str(len(carried)), "", len(carried) > 1)
    return draw_origins(lines, rests, labels) if rests else None


def _lines(text: TextRow) -> Iterable[Line]:
    yield Line(_short(text.first.outlet), text.family, "first")
    for each in text.others:
        relation = each.kin.relation if each.kin else "copy"
        yield Line(_short(each.outlet), text.family, relation.replace(" ", "_"))


def _below(root: Root) -> str:
    party = "party · " if root.party else ""
    texts = len(root.branches)
    return f"{party}{root.reports} reports, {texts} {'text' if texts == 1 else 'texts'}"


def _short(name: str, most: int = 34) -> str:
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"
