"""Citations in, numbered notes out, in the order of first use; and the names on them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from twosource.base.labels import label_of
from twosource.base.numbers import parse_number
from twosource.base.records import Report, ReportId, Span
from twosource.base.stories import Citation, Dossier
from twosource.render.parts import Note
from twosource.render.phrases import dated_words
from twosource.render.values import quote_of

REPORT_ID = re.compile(r"(?<!unnamed outlet \()\b(?:report )?(rep_[0-9a-f]{12})\b")
QUOTES = '"“”„‟«»'
MOST = 5  # notes behind one sentence; further reports that say the same are counted, not listed


@dataclass(slots=True)
class Notebook:
    """Numbers each citation once and keeps what the notes say."""

    reports: dict[ReportId, Report]
    numbers: dict[Citation, int] = field(default_factory=dict)

    @classmethod
    def of(cls, dossier: Dossier) -> "Notebook":
        """An empty notebook over the reports of a dossier."""
        return cls({account.report.id: account.report for account in dossier.accounts})

    def cite(self, citations: Iterable[Citation], says: str = "") -> tuple[int, ...]:
        """The numbers of the citations: one for each report first, at most `MOST`.

        Those whose words hold what the sentence `says` come before all others.
        """
        told = list(dict.fromkeys(citations))
        if says and len(told) > MOST:
            words = " ".join(says.casefold().split())
            counts = {word for word in words.split() if parse_number(word) is not None}
            told.sort(key=lambda each: _distance(self.quote(each).casefold(), words, counts))
        chosen = spread(told, MOST)
        return tuple(self.numbers.setdefault(each, len(self.numbers) + 1) for each in chosen)

    def quote(self, citation: Citation) -> str:
        """The words of a citation, on one line."""
        text = self.reports[citation.report].text
        return tidy(quote_of(citation, {citation.report: text}))

    def verbatim(self, note: Note) -> str:
        """The words of a note exactly as they stand in the report."""
        return note.span.quote(self.reports[note.report].text)

    def plain(self, words: str) -> str:
        """Our words with reports named as readers know them, not by id."""
        return REPORT_ID.sub(self._label, words)

    def outlets(self, reports: Iterable[ReportId]) -> int:
        """How many outlets published these reports."""
        return len({label_of(self.reports[each]) for each in reports if each in self.reports})

    def _label(self, found: re.Match[str]) -> str:
        report = self.reports.get(ReportId(found[1]))
        return found[0] if report is None else label_of(report)

    def notes(self) -> tuple[Note, ...]:
        """All notes, by number."""
        return tuple(self._note(cited, number) for cited, number in self.numbers.items())

    def _note(self, citation: Citation, number: int) -> Note:
        report = self.reports[citation.report]
        return Note(
            number,
            report.id,
            Span(citation.start, citation.end),
            self.quote(citation),
            label_of(report),
            dated_words(report.published),
        )


def _distance(quote: str, sentence: str, counts: set[str]) -> tuple[bool, bool]:
    """How far a quote is from bearing out a sentence: its words, else its numbers."""
    return sentence not in quote, not counts <= set(quote.split())


@lru_cache(maxsize=4096)
def tidy(quote: str) -> str:
    """Words on one line, without the quotation marks around them: the page sets its own.

    A mark that lost the other half of its pair goes as well.

    >>> tidy('"We saw it,"'), tidy('No one was hurt,"'), tidy('the "depot"'), tidy('"He left.')
    ('We saw it,', 'No one was hurt,', 'the "depot"', 'He left.')
    """
    line = " ".join(quote.split())
    marks = sum(line.count(mark) for mark in QUOTES)
    opens, closes = line[:1] in QUOTES, line[-1:] in QUOTES
    if line and marks and marks == opens + closes:
        return line[int(opens) : len(line) - int(closes)].strip()
    return line


def spread(citations: Iterable[Citation], most: int) -> Sequence[Citation]:
    """Up to `most` citations: the first of each report, then further ones, in their order."""
    told = list(dict.fromkeys(citations))
    seen: set[ReportId] = set()
    first: list[Citation] = []
    for each in told:
        if each.report not in seen:
            seen.add(each.report)
            first.append(each)
    kept = set(first)
    rest = [each for each in told if each not in kept]
    chosen = set((first + rest)[:most])
    return [each for each in told if each in chosen]
