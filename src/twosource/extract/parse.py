"""A report in, a reading out: the text is parsed with its furniture kept out of the sentences.

The parser sees a version of the text of equal length, so that every offset holds: line breaks
become blanks, curly quotes straight, and text in capitals gets its case back.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby

import spacy
from spacy.language import Language
from spacy.lookups import Lookups
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from twosource.base.errors import InputError
from twosource.base.reading import Reading
from twosource.base.records import Account, Report, Span
from twosource.base.settings import Settings
from twosource.base.vocabulary import load_words
from twosource.extract.case import is_all_capitals, restore_case

STRAIGHT = str.maketrans("“”„‟‘’‚‛«»–—\n\r\t\u00a0\u2028\u2029", '""""\'\'\'\'""--      ')
BLANK_LINE = re.compile(r"\n[ \t\u00a0]*(?:\n[ \t\u00a0]*)+")
# Labels of monitoring services behind a dateline: "KARSK, 3 May 90 (ABC) -- [Text] [Excerpts]".
LABELS = re.compile(r"--\s*((?:\[[^][]{1,60}\]\s*)+)")
TAIL = re.compile(r"\s[-–—]\s+(?=\S+(?:\s\S+){0,3}\Z)")  # of a headline: "Nine dead - rebels"
SAID = "said|says|told|put|spoke|reported|denied|claimed|gave|added"
OWN_WORD = re.compile(rf";\s+(?=[^;.\n]*\b(?:{SAID})\b)")  # another speaks behind the semicolon
NUMBER_LINE = re.compile(r"\d[\d.,\u00a0 ]*")  # alone on its line, as in a table of key figures
TILE_WORDS = 4  # of a line that tells what the number above it counts
OPENING, CLOSED = frozenset("[("), frozenset({".", "!", "?", ":", ";", "--", "]", ")"})
LINE_END = re.compile(r"[.!?:;\"'”’)\]]\s*$")


@cache
def load_model(name: str) -> Language:
    """The spaCy pipeline of this name, without its entity recogniser.

    Places and actors are found in the gazetteer first (docs/decisions/0003-no-entity-tagger.md).
    Raises InputError when no such model is installed.
    """
    try:
        return _with_lemmas(spacy.load(name, exclude=["ner"]))
    except OSError as trouble:
        raise InputError(
            f"the language model {name!r} is not installed",
            remedy=f"pip install {name.replace('_', '-')}",
        ) from trouble


def _with_lemmas(model: Language) -> Language:
    """The model with the lemmas mended that it gets wrong."""
    tables: Lookups = model.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    verbs = tables.get_table("lemma_index")
    rare = frozenset(load_words("twosource.extract", "lemmas")["rare"])
    verbs["verb"] = [verb for verb in verbs["verb"] if verb not in rare]
    return model


def parse_reports(reports: Iterable[Report], settings: Settings) -> Iterator[Reading]:
    """One reading for each report, in order. Texts are parsed in batches.

    Those whose figures alone are read are cut into sentences, and not parsed.
    """
    runs = groupby(reports, lambda each: settings.reads_figures_alone(each.language))
    for alone, run in runs:
        model = cutter() if alone else load_model(settings.model)
        model.max_length = max(model.max_length, settings.max_characters)
        pairs = ((make_doc(report, model), report) for report in run)
        for doc, report in model.pipe(pairs, as_tuples=True, batch_size=64):
            yield make_reading(report, doc, settings)


@cache
def cutter() -> Language:
    """A pipeline that cuts a text of any language into words and sentences, by its marks."""
    model = spacy.blank("xx")
    model.add_pipe("sentencizer", config={"overwrite": False})
    return model


def make_doc(report: Report, model: Language) -> Doc:
    """The tokens of a report, with a sentence start forced wherever a block begins."""
    doc = model.make_doc(readable(report.text))
    starts = iter(sorted(find_breaks(report)))
    start = next(starts, None)
    for token in doc:
        if token.is_space or start is None or start > token.idx:
            continue
        while start is not None and start <= token.idx:
            start = next(starts, None)
        _start_sentence(token)
    _hold_brackets(doc)
    return doc


def _hold_brackets(doc: Doc) -> None:
    """Let no sentence start at a bracket within one: "said the Front [NF] would not"."""
    for token in doc:
        if token.text not in OPENING or token.is_sent_start or not token.i:
            continue
        before = token.nbor(-1)
        if before.is_space and before.i:
            before = before.nbor(-1)
        if before.text not in CLOSED and not before.is_space:
            token.is_sent_start = False


def _start_sentence(token: Token) -> None:
    """Force a sentence to start at this word.

    The parser breaks again behind a forced word, unless the blank before it carries the mark and
    the word after it may not start one.
    """
    doc, place = token.doc, token.i
    first = doc[place - 1] if place and doc[place - 1].is_space else token
    first.is_sent_start = True
    if place + 1 < len(doc):
        doc[place + 1].is_sent_start = False


@lru_cache(maxsize=64)  # a chunk's texts: each is asked for twice
def readable(text: str) -> str:
    r"""The text as the parser sees it: same length, straight quotes, no line breaks, cased.

    >>> readable("He said:\n“Yes”")
    'He said: "Yes"'
    """
    plain = text.translate(STRAIGHT)
    return restore_case(plain) if is_all_capitals(plain) else plain


def find_breaks(report: Report) -> set[int]:
    """Offsets at which a new block begins: blank lines, furniture, hard line ends, labels."""
    text = report.text
    starts = {match.end() for sign in (BLANK_LINE, OWN_WORD) for match in sign.finditer(text)}
    starts |= {place for match in LABELS.finditer(text) for place in match.span(1)}
    marked = [piece.span for piece in report.furniture]
    for span in (*marked, *([report.title] if report.title else [])):
        starts |= {span.start, span.end}
    tail = TAIL.search(report.title.quote(text)) if report.title else None
    if report.title is not None and tail is not None:
        starts.add(report.title.start + tail.end())
    return starts | set(_hard_line_ends(text))


def make_reading(report: Report, doc: Doc, settings: Settings | None = None) -> Reading:
    """The reading of a parsed report: which sentences are body, which is the headline."""
    outside = [piece.span for piece in report.furniture]
    sentences: list[Words] = []
    headline: Words | None = None
    for sentence in doc.sents:
        trimmed = _trim(sentence)
        if trimmed is None:
            continue
        place = Span(trimmed.start_char, trimmed.end_char)
        if any(span.overlaps(place) for span in outside):
            continue
        if report.title is not None and report.title.overlaps(place):
            headline = doc[headline.start : trimmed.end] if headline is not None else trimmed
            continue
        sentences.append(trimmed)
    return Reading(report, doc, tuple(sentences), headline, Account(report), settings or Settings())


def _hard_line_ends(text: str) -> Iterator[int]:
    """A line break ends a block unless the line looks wrapped: long, and open at its end."""
    lines = text.splitlines(keepends=True)
    width = max((len(line) for line in lines), default=0)
    wrapped = width <= 120  # noqa: PLR2004 - wider lines are paragraphs, not wrapped columns
    position = 0
    for place, line in enumerate(lines):
        position += len(line)
        if _is_tile(lines, place):
            continue
        full = wrapped and len(line) >= 0.6 * width
        if not full or (LINE_END.search(line) and len(line) < 0.8 * width):
            yield position


def _is_tile(lines: Sequence[str], place: int) -> bool:
    """Whether the next line goes on with a number set above it: "321", "Houses", "destroyed"."""
    after = lines[place + 1] if place + 1 < len(lines) else ""
    if not after.strip() or len(after.split()) > TILE_WORDS:
        return False
    if NUMBER_LINE.fullmatch(lines[place].strip()):
        return after.strip()[:1].isalpha()
    above = place > 0 and NUMBER_LINE.fullmatch(lines[place - 1].strip()) is not None
    return above and after.strip()[:1].islower()


def _trim(sentence: Words) -> Words | None:
    start, end = sentence.start, sentence.end
    while start < end and sentence.doc[start].is_space:
        start += 1
    while end > start and sentence.doc[end - 1].is_space:
        end -= 1
    return sentence.doc[start:end] if start < end else None
