"""A report with its parse, in memory only: what every per-report step takes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from twosource.base.records import Account, Report, Span
from twosource.base.settings import Settings


@dataclass(frozen=True, slots=True)
class Reading:
    """A parsed report and what was read from it so far.

    `doc` covers the report's whole text: `token.idx` is an offset into `report.text`, though the
    parser saw a version of equal length (straight quotes, no line breaks, case restored).
    `sentences` are those of the body, in order: furniture is left out and no sentence runs over
    it. `headline` is None when the report has none in its text.
    """

    report: Report
    doc: Doc
    sentences: tuple[Words, ...]
    headline: Words | None
    account: Account
    settings: Settings = field(default_factory=Settings)

    @property
    def passages(self) -> Iterator[Words]:
        """The headline, if there is one, then the sentences: all that may hold a claim."""
        if self.headline is not None:
            yield self.headline
        yield from self.sentences


def span_of(words: Words | Token) -> Span:
    """Where parsed words stand in the report's text, without blanks at either end."""
    if isinstance(words, Token):
        return Span(words.idx, words.idx + len(words.text))
    tokens = [token for token in words if not token.is_space]
    if not tokens:
        return Span(words.start_char, words.start_char)
    return Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1].text))


def words_of(reading: Reading, span: Span) -> Words:
    """The tokens that a span touches: the way back from offsets to the parse."""
    found = reading.doc.char_span(span.start, span.end, alignment_mode="expand")
    if found is None:
        message = f"{span} lies outside {reading.report.id}"
        raise ValueError(message)
    return found
