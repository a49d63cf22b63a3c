"""Findings in, the statements, tolls and contests of a brief out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from twosource.base.stories import Citation, Finding, Origin, Told, Value
from twosource.render.decided import reason_words
from twosource.render.notes import Notebook
from twosource.render.parts import Contest, Count, Dots, Remark, Side, Statement, Toll
from twosource.render.phrases import dots_of
from twosource.render.quoting import is_denying, is_quote
from twosource.render.tolls import TOLLS

NUMBERED = re.compile(r"\d|\bonly\b", re.IGNORECASE)
MOST_NAMES = 5  # origins named on each side
MOST_QUOTES = 3  # words shown on each side of a contested point


def make_statement(finding: Finding, book: Notebook) -> Statement:
    """A finding as a sentence with its origins, notes and remarks."""
    contest = finding.status == "contested" and finding.slot in TOLLS and finding.denies
    return Statement(
        finding.id,
        finding.slot,
        _say_both(finding, book) if contest else finding.text,
        book.cite(
            (finding.supports or finding.denies) + (finding.denies if contest else ()), finding.text
        ),
        make_dots(finding, book),
        names_of([each for each in finding.origins if each.side == "supports"], book),
        book.plain(reason_words(finding)),
        finding.lifecycle,
        make_remarks(finding, book),
        is_quote(finding.text, finding.supports, book),
    )


def _say_both(finding: Finding, book: Notebook) -> str:
    """A contested count in the words of each side: neither number stands alone in a sentence."""
    sides: list[str] = []
    for side in _make_sides(finding, book):
        words = max(side.quotes, key=len, default="no number")
        told = f"“{words}” ({', '.join(side.who)})"
        sides.append(f"a denial that {told}" if side.denies and sides else told)
    return f"{finding.slot.replace('_', ' ').capitalize()}: {', against '.join(sides)}"


def make_dots(finding: Finding, book: Notebook) -> Dots:
    """The origin glyph: outlets are counted over all that the finding cites."""
    return dots_of(finding, book.outlets({each.report for each in finding.supports}))


def make_remarks(finding: Finding, book: Notebook) -> tuple[Remark, ...]:
    """What the reports say of verification; the same words are shown once."""
    words: dict[str, list[Citation]] = {}
    for remark in finding.remarks:
        words.setdefault(book.quote(remark.citation), []).append(remark.citation)
    return tuple(Remark(quote, book.cite(cited)) for quote, cited in words.items())


def names_of(origins: Sequence[Origin], book: Notebook) -> tuple[str, ...]:
    """The origins' names, each once, with the word party where one is."""
    names = (book.plain(f"{each.name} (party)" if each.party else each.name) for each in origins)
    return tuple(dict.fromkeys(names))


def make_toll(finding: Finding, book: Notebook) -> Toll:
    """The per-speaker table of one measure, and the range beside it."""
    told: dict[tuple[str, float | None, float | None, str], list[tuple[Origin, Told]]] = {}
    for origin in finding.origins:
        for each in told_of(origin, finding):
            key = (book.plain(origin.name), each.low, each.high, each.lifecycle)
            told.setdefault(key, []).append((origin, each))
    rows = sorted(told.values(), key=_told_order)
    value = finding.value or Value()
    return Toll(
        finding.id,
        finding.slot,
        finding.text,
        book.cite(finding.supports, finding.text),
        make_dots(finding, book),
        value.low,
        value.best,
        value.high,
        value.rule,
        tuple(make_count(finding, row, book) for row in rows),
    )


def told_of(origin: Origin, finding: Finding) -> tuple[Told, ...]:
    """What an origin says of a count. Who denies a number gives none: it is not that one's own."""
    if origin.side != "denies":
        return origin.values
    held = {
        (told.low, told.high)
        for other in finding.origins
        if other.side == "supports"
        for told in other.values
    }
    return tuple(
        replace(told, low=None, high=None) if (told.low, told.high) in held else told
        for told in origin.values
    )


def _told_order(row: Sequence[tuple[Origin, Told]]) -> tuple[str, str, bool, float]:
    origin, told = row[0]
    return (origin.name, told.as_of or "", told.lifecycle == "live", told.low or 0)


def make_count(finding: Finding, row: Sequence[tuple[Origin, Told]], book: Notebook) -> Count:
    """One speaker's figure; told more than once in the same words, it is one row."""
    origin, told = row[-1]
    cited = [each for _, value in row for each in value.citations] or list(finding.supports)
    reports = {each.report for each in cited}
    remarks = [each.citation for each in finding.remarks if each.citation.report in reports]
    return Count(
        book.plain(origin.name),
        finding.slot,
        book.quote(cited[0]) if cited else told.text or "",
        told.low,
        told.high,
        told.as_of or origin.as_of,
        told.lifecycle,
        origin.party,
        book.cite(cited),
        next((Remark(book.quote(each), book.cite([each])) for each in remarks), None),
        min((value.as_of for _, value in row if value.as_of), default=None),
        told.high == 0 and bool(cited) and _is_bare(book.quote(cited[0])),
    )


def make_contest(finding: Finding, book: Notebook) -> Contest:
    """A contested point with its sides."""
    return Contest(
        finding.id,
        finding.slot,
        finding.text,
        tuple(_make_sides(finding, book)),
        book.plain(reason_words(finding)),
        make_remarks(finding, book),
        make_dots(finding, book),
    )


def _make_sides(finding: Finding, book: Notebook) -> Iterator[Side]:
    """The sides; of one that denies, whether its words say so themselves."""
    for origins, cited in part_sides(finding):
        side = make_side(origins, cited, book)
        words = max(side.quotes, key=len, default="")
        counted = finding.slot in TOLLS and bool(set(cited) & set(finding.denies))
        yield replace(side, denies=counted and _is_bare(words))


def _is_bare(words: str) -> bool:
    """Whether words that are denied do not say so: "civilians had been harmed"."""
    return bool(words) and not (NUMBERED.search(words) or is_denying(words))


def part_sides(finding: Finding) -> list[tuple[tuple[Origin, ...], tuple[Citation, ...]]]:
    """Who stands where: those who support and those who deny, else one side for each value."""
    denying = tuple(each for each in finding.origins if each.side == "denies")
    if denying or finding.denies:
        holding = tuple(each for each in finding.origins if each.side == "supports")
        return [(holding, finding.supports), (denying, finding.denies)]
    groups: dict[tuple[str, str], list[Origin]] = {}
    for origin in finding.origins:
        groups.setdefault(_value_key(origin), []).append(origin)
    return [(tuple(each), _citations(each, finding)) for _, each in sorted(groups.items())]


def _value_key(origin: Origin) -> tuple[str, str]:
    live = _live(origin)
    told = live[-1] if live else Told()
    return (f"{told.low or 0:012.1f} {told.high or 0:012.1f}", told.text or "")


def _live(origin: Origin) -> list[Told]:
    """What an origin still says; all it ever said when nothing of it stands."""
    return [told for told in origin.values if told.lifecycle == "live"] or list(origin.values)


def _citations(origins: Sequence[Origin], finding: Finding) -> tuple[Citation, ...]:
    told = [each for origin in origins for value in _live(origin) for each in value.citations]
    if told:
        return tuple(told)
    reports = {report for origin in origins for report in origin.reports}
    return tuple(each for each in finding.supports if each.report in reports)


def make_side(origins: Sequence[Origin], cited: Sequence[Citation], book: Notebook) -> Side:
    """One side: its words, each once, and its counts."""
    quotes = dict.fromkeys(book.quote(each) for each in cited)
    names = names_of(origins, book)
    more = (f"{len(names) - MOST_NAMES} more",) if len(names) > MOST_NAMES else ()
    return Side(
        names[:MOST_NAMES] + more,
        tuple(quotes)[:MOST_QUOTES],
        book.cite(cited),
        len(names),
        book.outlets({each.report for each in cited}),
    )
