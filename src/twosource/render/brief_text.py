"""A brief in, plain text for a terminal out."""

import re
from collections.abc import Iterable, Iterator, Sequence

from twosource.render.brief_text_figures import INDENT, figure_lines, remark_lines
from twosource.render.paint import Paint, marks
from twosource.render.parts import (
    Before,
    Brief,
    Chapter,
    Contest,
    Note,
    Side,
    Source,
    State,
    Statement,
    Tally,
    Word,
)
from twosource.render.phrases import STATUS, plural, since_words

MARK = re.compile(r"\[(\d+)\]")
STANDARD_INPUT = "-"
MOST_SINGLE = 10  # statements of one origin shown; the rest is counted
MOST_BACKGROUND = 3
MOST_SPEAKERS = 6
MOST_WORDS = 2  # quotes shown for one speaker
PLAIN = Paint()


def brief_text(brief: Brief, paint: Paint = PLAIN) -> str:
    """The whole brief, wrapped to the width of `paint`."""
    return "\n".join(_lines(brief, paint)) + "\n"


def _lines(brief: Brief, paint: Paint) -> Iterator[str]:
    if len(brief.chapters) > 1:
        yield from _index(brief.chapters, paint)
    body = [line for chapter in brief.chapters for line in (*_chapter(chapter, paint), "")][:-1]
    yield from body
    if brief.apart:
        yield from _section("Reports about no happening", map(_source, brief.apart), paint)
    used = {int(number) for line in body for number in MARK.findall(line)}
    notes = [note for note in brief.notes if note.number in used]
    if notes:
        yield ""
        yield paint.dye("CITATIONS", "soft")
        yield from (_note(note, paint) for note in notes)
    if brief.skips:
        skips = (f"{skip.origin}: {skip.reason}" for skip in brief.skips)
        yield from _section("Skipped", skips, paint)


def _index(chapters: Sequence[Chapter], paint: Paint) -> Iterator[str]:
    yield paint.dye(plural(len(chapters), "story", "stories"), "bold")
    for number, chapter in enumerate(chapters, start=1):
        told = plural(chapter.tally.reports, "report")
        line = f"{chapter.title} · {chapter.dates or 'undated'} · {told}"
        after = f" · after {chapter.before.number}" if chapter.before else ""
        yield paint.fill(line + after, "    ", f"{number:>3} ")
    yield ""


def _chapter(chapter: Chapter, paint: Paint) -> Iterator[str]:
    yield paint.dye(paint.fill(chapter.title), "bold")
    yield paint.dye(paint.fill(tally_words(chapter.tally, chapter.dates)), "soft")
    if chapter.before is not None:
        yield paint.dye(paint.fill(before_words(chapter.before)), "soft")
    yield from _statements("What is reported", chapter.lead, paint)
    yield from figure_lines(chapter, paint)
    yield from _contests(chapter.contests, paint)
    moments = (
        f"{each.when}: {each.text} {marks(each.notes)}{f' — {each.by}' if each.by else ''}"
        for each in chapter.moments
    )
    yield from _section("Timeline", moments, paint)
    yield from _statements("Told by several", chapter.agreed, paint, MOST_SINGLE)
    yield from _statements("Told by one", chapter.single, paint, MOST_SINGLE)
    yield from _statements("Background", chapter.background, paint, MOST_BACKGROUND)
    yield from _voices(chapter, paint)
    yield from _states(chapter.states, paint)
    yield from _section("Reports", map(_source, chapter.sources), paint)


def tally_words(tally: Tally, dates: str) -> str:
    """The counts under a title."""
    parts = [
        dates or "undated",
        f"{plural(tally.reports, 'report')} from {plural(tally.outlets, 'outlet')}",
        f"{plural(tally.texts, 'text')} after copies",
        plural(tally.origins, "origin"),
        f"{tally.contested} contested",
    ]
    return " · ".join(parts)


def before_words(before: Before) -> str:
    """Which story came before, and what ties the two."""
    tie = f": both say {', '.join(f'“{word}”' for word in before.words)}" if before.words else ""
    return f"earlier: {before.number} {before.title}{tie}"


def _section(title: str, lines: Iterable[str], paint: Paint) -> Iterator[str]:
    told = [paint.fill(line, "    ", "  ") for line in lines]
    if told:
        yield ""
        yield paint.dye(title.upper(), "soft")
        yield from told


def _note(note: Note, paint: Paint) -> str:
    """A citation on one line: the whole words are in the report, and in the other formats."""
    line = f"  [{note.number}] {note.outlet}, {note.dated}: “{note.quote}”"
    return line if len(line) <= paint.width else f"{line[: paint.width - 2]}…”"


def _statements(
    title: str, told: Sequence[Statement], paint: Paint, most: int | None = None
) -> Iterator[str]:
    if not told:
        return
    yield ""
    yield paint.dye(title.upper(), "soft")
    for each in told[:most]:
        yield from _statement(each, paint)
    yield from _rest(len(told) - len(told[:most]), paint)


def _rest(count: int, paint: Paint) -> Iterator[str]:
    """How many were left out, and where they are."""
    if count > 0:
        yield paint.dye(f"{INDENT}and {count} more: see twosource findings", "soft")


def _statement(each: Statement, paint: Paint) -> Iterator[str]:
    glyph = "●" * each.dots.filled + "○" * each.dots.open
    plain = _is_plain(each)
    by = f" — {each.by[0]}" if plain else ""
    lines = paint.fill(f"{each.text} {marks(each.notes)}{by}", INDENT, f"{glyph:<6} ")
    yield lines.replace(glyph, paint.dots(each.dots), 1)
    if not plain:
        yield paint.dye(paint.fill(why_words(each), INDENT), "soft")
    yield from remark_lines(each.remarks, paint)


def _is_plain(each: Statement) -> bool:
    """Whether the reason says no more than the one origin's name."""
    name = each.by[0].removesuffix(" (party)") if each.by else ""
    return each.why == f"one origin ({name})"


def why_words(each: Statement) -> str:
    """The status and its reason, each said once."""
    status = STATUS[each.dots.status]
    if each.dots.status == "single_source" or each.why.startswith(status):
        return each.why
    return f"{status.partition(',')[0]}: {each.why}"


def _contests(contests: Sequence[Contest], paint: Paint) -> Iterator[str]:
    if not contests:
        return
    yield ""
    yield paint.dye("CONTESTED", "soft")
    for each in contests:
        glyph = paint.dots(each.dots)
        yield f"{glyph} {paint.dye(each.slot.replace('_', ' '), 'contested')}"
        yield from beside([_side(side) for side in each.sides], paint.width)
        yield paint.dye(paint.fill(f"why: {each.why}", "  "), "soft")
        yield from remark_lines(each.remarks, paint)


def _side(side: Side) -> str:
    words = "denies " * side.denies + " ".join(f"“{quote}”" for quote in side.quotes)
    who = ", ".join(side.who) or "no named origin"
    counts = f"{plural(side.origins, 'voice')}, {plural(side.outlets, 'outlet')}"
    return f"{words} {marks(side.notes)}\n{who}\n{counts}"


def beside(blocks: Sequence[str], width: int) -> Iterator[str]:
    """Blocks of words in columns of equal width, the second beside the first."""
    if not blocks:
        return
    each = max(20, (width - 2) // len(blocks) - 3)
    columns = [
        [piece for line in block.split("\n") for piece in Paint(width=each).fill(line).split("\n")]
        for block in blocks
    ]
    for number in range(max(map(len, columns))):
        row = [column[number] if number < len(column) else "" for column in columns]
        yield ("  " + " │ ".join(f"{cell:<{each}}" for cell in row)).rstrip()


def _voices(chapter: Chapter, paint: Paint) -> Iterator[str]:
    if not chapter.voices:
        return
    yield ""
    yield paint.dye("WHO SAID WHAT", "soft")
    for voice in chapter.voices[:MOST_SPEAKERS]:
        yield f"  {paint.dye(voice.name, 'bold')}"
        for word in voice.words[:MOST_WORDS]:
            cue = f"{word.cue}: " if word.cue else ""
            yield paint.fill(f"{cue}“{word.quote}” {marks(word.notes)}", "      ", "    ")
    yield from _rest(len(chapter.voices) - MOST_SPEAKERS, paint)


def _states(states: Sequence[State], paint: Paint) -> Iterator[str]:
    """Each theme with what tells its agreement, and who says what of it."""
    if states:
        yield ""
        yield paint.dye("SITUATION", "soft")
    for each in states:
        line = "; ".join([f"{each.theme}: {state_words(each)}", *each.details])
        notes = "" if each.words else f" {marks(each.notes)}"
        yield paint.fill(line + notes, "      ", "  ")
        for word in each.words:
            yield paint.fill(f"{said_words(word)} {marks(word.notes)}", "        ", "      ")


def said_words(word: Word) -> str:
    """A speaker's words with who says them, unless they name the speaker themselves."""
    told = f"“{word.quote}”"
    return told if word.who in word.quote else f"{word.who} {word.verb}: {told}"


def state_words(state: State) -> str:
    """How far a theme has got, and since when; for which day, where that is still to come."""
    return since_words(state.state, state.since, coming=state.coming)


def _source(source: Source) -> str:
    title = f" “{source.title}”" if source.title else ""
    kin = f" · {source.kin}" if source.kin else ""
    path = f" · {source.path}" if source.path != STANDARD_INPUT else ""
    return f"{source.outlet}, {source.published} ({source.how}){title}{kin}{path}"
