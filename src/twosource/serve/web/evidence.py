"""Citations in, quotes in their context out: the words, and what stands around them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from twosource.base.labels import label_of
from twosource.base.records import Report, ReportId
from twosource.base.stories import Citation
from twosource.render.phrases import dated_words
from twosource.render.sources import report_order

AROUND = 150  # characters of context on each side


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a report with what stands before and after them. `also` carry the same words."""

    report: ReportId
    outlet: str
    published: str
    start: int
    end: int
    before: str
    quote: str
    after: str
    language: str | None
    also: tuple["Evidence", ...] = ()


def show_evidence(
    citations: Iterable[Citation], reports: Mapping[ReportId, Report]
) -> tuple[Evidence, ...]:
    """Each text's words once, its earliest report first; others that carry them stand below."""
    told = [each for each in dict.fromkeys(citations) if each.report in reports]
    told.sort(key=lambda each: (report_order(reports[each.report]), each.start))
    groups: dict[str, list[Evidence]] = {}
    for each in told:
        made = in_context(each, reports[each.report])
        groups.setdefault(_same(made.quote), []).append(made)
    ordered = sorted(groups.values(), key=lambda group: -len(group))
    return tuple(_with(group[0], tuple(group[1:])) for group in ordered)


def in_context(citation: Citation, report: Report) -> Evidence:
    """The words of one citation, and their paragraph around them as far as it is short."""
    text = report.text
    first = max(text.rfind("\n\n", 0, citation.start) + 2, citation.start - AROUND, 0)
    stop = text.find("\n\n", citation.end)
    last = min(len(text) if stop < 0 else stop, citation.end + AROUND)
    before, after = text[min(first, citation.start) : citation.start], text[citation.end : last]
    return Evidence(
        report.id,
        label_of(report),
        dated_words(report.published),
        citation.start,
        citation.end,
        _whole(before, first > 0 and text[first - 1 : first].strip() != ""),
        text[citation.start : citation.end],
        _cut_end(after, last < len(text) and text[last : last + 1].strip() != ""),
        report.language,
    )


def _same(quote: str) -> str:
    return " ".join(quote.casefold().split()).strip("\"“”'.,")


def _with(evidence: Evidence, also: tuple[Evidence, ...]) -> Evidence:
    return Evidence(
        evidence.report, evidence.outlet, evidence.published, evidence.start, evidence.end,
        evidence.before, evidence.quote, evidence.after, evidence.language, also,
    )  # fmt: skip


def _whole(words: str, cut: bool) -> str:  # noqa: FBT001 - whether a word was cut through
    """The words from the first whole one on."""
    return f"… {words.partition(' ')[2]}" if cut else words


def _cut_end(words: str, cut: bool) -> str:  # noqa: FBT001 - as above
    return f"{words.rpartition(' ')[0]} …" if cut else words
