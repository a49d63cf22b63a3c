"""A story's themes in, what each side says, admits and denies about each of them out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from twosource.base.stories import Citation, Finding, Origin, Situation
from twosource.render.choosing import DETAILS
from twosource.render.notes import Notebook
from twosource.render.phrases import day_words
from twosource.render.tolls import TOLLS
from twosource.serve.web.story_points import importance

OWN_LOSSES = "a party's word on its own losses"  # the rule of a range that rests on an admission
MOST_WORDS = 2  # quotes of one speaker in one column
MOST_FINDINGS = 120  # of a theme, the most important ones
CLAUSE = 5  # words: as many are no bare number
SHOWN = 4  # speakers of a theme before the fold
CHANNELS = {"outlet", "agency", "media"}
COLUMNS = ("says", "admits", "denies")


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of one speaker on a theme, and the finding that they bear on."""

    quote: str
    notes: tuple[int, ...]
    finding: str
    counts: str | None = None  # what the number counts, when the words are a number


@dataclass(frozen=True, slots=True)
class Stance:
    """One speaker on a theme: what it says, admits and denies."""

    name: str
    party: bool
    says: tuple[Saying, ...]
    admits: tuple[Saying, ...]
    denies: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme: its state, since when, and who says what about it."""

    theme: str
    state: str
    since: str | None
    terms: tuple[str, ...]
    why: str
    shown: tuple[Stance, ...]
    folded: tuple[Stance, ...]
    contested: int
    columns: tuple[str, ...]  # those that somebody fills


@dataclass(slots=True)
class _Row:
    origin: Origin
    columns: dict[str, list[tuple[Finding, Origin]]] = field(default_factory=dict)


def make_themes(
    situation: Iterable[Situation], findings: Mapping[str, Finding], book: Notebook
) -> tuple[Theme, ...]:
    """The themes of one story, in their fixed order."""
    return tuple(_theme(each, findings, book) for each in situation)


def _theme(state: Situation, findings: Mapping[str, Finding], book: Notebook) -> Theme:
    told = [findings[name] for name in state.findings if name in findings]
    resting = [each for each in told if each.slot not in DETAILS]
    resting.sort(key=lambda each: importance(each, {}))
    stances = _stances(resting[:MOST_FINDINGS], book) or _told_stances(state, book)
    return Theme(
        state.theme,
        state.state.replace("_", " "),
        day_words(state.since) or None,
        state.terms,
        book.plain(state.reason),
        tuple(stances[:SHOWN]),
        tuple(stances[SHOWN:]),
        sum(1 for each in resting if each.status == "contested"),
        tuple(each for each in COLUMNS if any(getattr(one, each) for one in stances)),
    )


def _told_stances(state: Situation, book: Notebook) -> list[Stance]:
    """Who says what of a theme that rests on cited words alone, without a finding."""
    rows: dict[str, dict[str, list[Saying]]] = {}
    for one in state.stances:
        column = {"admitted": "admits", "denied": "denies"}.get(one.verb, "says")
        said = Saying(book.quote(one.citations[0]), book.cite(one.citations), "")
        rows.setdefault(one.name, {}).setdefault(column, []).append(said)
    return [
        Stance(name, False, *(tuple(told.get(each, ())) for each in COLUMNS))  # noqa: FBT003
        for name, told in rows.items()
    ]


def _stances(findings: Sequence[Finding], book: Notebook) -> list[Stance]:
    """Parties first, then other speakers, then outlets on their own word."""
    rows: dict[str, _Row] = {}
    for finding in findings:
        for origin in finding.origins:
            row = rows.setdefault(name_key(origin.name), _Row(origin))
            row.columns.setdefault(_column(finding, origin), []).append((finding, origin))
    ordered = sorted(rows.values(), key=_row_order)
    return [_stance(row, book) for row in ordered]


def name_key(name: str) -> str:
    """What a speaker is known by on one page: "the Front" and "Front" are one row.

    >>> name_key("The Defence Ministry") == name_key("the defence ministry")
    True
    """
    return name.casefold().removeprefix("the ").strip()


def _row_order(row: _Row) -> tuple[bool, bool, int, str]:
    told = sum(len(each) for each in row.columns.values())
    return (not row.origin.party, row.origin.kind in CHANNELS, -told, name_key(row.origin.name))


def _column(finding: Finding, origin: Origin) -> str:
    if origin.side == "denies":
        return "denies"
    rule = finding.value.rule if finding.value is not None else None
    return "admits" if origin.party and rule == OWN_LOSSES else "says"


def _stance(row: _Row, book: Notebook) -> Stance:
    says, admits, denies = (
        tuple(_sayings(row.columns.get(column, ()), book)) for column in COLUMNS
    )
    return Stance(book.plain(row.origin.name), row.origin.party, says, admits, denies)


def _sayings(told: Iterable[tuple[Finding, Origin]], book: Notebook) -> Iterable[Saying]:
    """The speaker's own words, each once, the most important first."""
    seen: set[str] = set()
    for finding, cited in _own_first(told, book):
        quote = book.quote(cited[0]) if cited else ""
        if not quote or quote.casefold() in seen:
            continue
        seen.add(quote.casefold())
        counts = finding.slot if finding.slot in TOLLS and len(quote.split()) < CLAUSE else None
        yield Saying(quote, book.cite(cited), finding.id, counts)
        if len(seen) == MOST_WORDS:
            return


def _own_first(
    told: Iterable[tuple[Finding, Origin]], book: Notebook
) -> list[tuple[Finding, Sequence[Citation]]]:
    """Words that name the speaker; what others tell only where there are no such words."""
    rows = [(finding, origin, words_of(finding, origin)) for finding, origin in told]
    own = [
        (finding, [each for each in cited if names(origin, book.quote(each))] or cited)
        for finding, origin, cited in rows
        if any(one.citations for one in origin.values) or speaks(origin, cited, book)
    ]
    return own or [(finding, cited) for finding, _, cited in rows[:1]]


def speaks(origin: Origin, cited: Iterable[Citation], book: Notebook) -> bool:
    """Whether the words are an outlet's own, or name who speaks."""
    return origin.kind in CHANNELS or any(names(origin, book.quote(each)) for each in cited)


def names(origin: Origin, quote: str) -> bool:
    """Whether the words name the speaker, by the last word of the name at least."""
    return name_key(origin.name).rpartition(" ")[2] in quote.casefold()


def words_of(finding: Finding, origin: Origin) -> Sequence[Citation]:
    """Where an origin says what a finding tells: its live words, else all in its reports."""
    live = [told for told in origin.values if told.lifecycle == "live" and told.citations]
    if live:
        return live[-1].citations
    cited = finding.denies if origin.side == "denies" else finding.supports
    return [each for each in cited if each.report in set(origin.reports)]
