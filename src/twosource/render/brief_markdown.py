"""A brief in, Markdown out: the same parts in the same order, notes at the end."""

from collections.abc import Iterable, Iterator, Sequence

from twosource.render.brief_text import before_words, said_words, state_words, tally_words
from twosource.render.brief_text_figures import best_words
from twosource.render.paint import marks
from twosource.render.parts import (
    Brief,
    Chapter,
    Contest,
    Count,
    Dots,
    Remark,
    Side,
    Source,
    Spoken,
    State,
    Statement,
    Toll,
    Words,
)
from twosource.render.phrases import STATUS, day_words, plural, range_words

HEADS = "| who | what | words | range | as of | status | remark |\n|---|---|---|---|---|---|---|"
SPECIAL = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>|#"})


def brief_markdown(brief: Brief) -> str:
    """The whole brief. Words from reports are escaped: they never become markup."""
    return "\n".join(_lines(brief)).strip() + "\n"


def _lines(brief: Brief) -> Iterator[str]:
    if len(brief.chapters) > 1:
        yield f"**{plural(len(brief.chapters), 'story', 'stories')}**\n"
        for number, chapter in enumerate(brief.chapters, start=1):
            told = plural(chapter.tally.reports, "report")
            after = f" · after {chapter.before.number}" if chapter.before else ""
            yield f"{number}. {safe(chapter.title)} · {chapter.dates or 'undated'} · {told}{after}"
    for chapter in brief.chapters:
        yield from _chapter(chapter)
    if brief.apart:
        yield from _list("## Reports about no happening", map(_source, brief.apart))
    notes = (
        f"[{each.number}] {safe(each.outlet)}, {each.dated}: “{safe(each.quote)}”"
        for each in brief.notes
    )
    yield from _list("## Citations", notes)
    skips = (f"{safe(skip.origin)}: {safe(skip.reason)}" for skip in brief.skips)
    yield from _list("## Skipped", skips)


def safe(words: str) -> str:
    """Words of others, with Markdown's own signs escaped."""
    return words.translate(SPECIAL)


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield f"\n# {safe(chapter.title)}\n\n{tally_words(chapter.tally, chapter.dates)}"
    if chapter.before is not None:
        yield f"\n{safe(before_words(chapter.before))}"
    yield from _list("## What is reported", map(_statement, chapter.lead))
    for toll in chapter.tolls:
        yield from _toll(toll)
    if chapter.spoken:
        yield "\n## Other figures\n" if chapter.tolls else "\n## Figures\n"
        yield from _counts(chapter.spoken)
    if chapter.contests:
        yield "\n## Contested"
    for contest in chapter.contests:
        yield from _contest(contest)
    moments = (
        f"**{each.when}** {safe(each.text)} {marks(each.notes)}"
        f"{f' — {safe(each.by)}' if each.by else ''}"
        for each in chapter.moments
    )
    yield from _list("## Timeline", moments)
    yield from _list("## Told by several", map(_statement, chapter.agreed))
    yield from _list("## Told by one", map(_statement, chapter.single))
    yield from _list("## Background", map(_statement, chapter.background))
    if chapter.voices:
        yield "\n## Who said what"
    for voice in chapter.voices:
        words = (f"{_cue(word)}“{safe(word.quote)}” {marks(word.notes)}" for word in voice.words)
        yield from _list(f"**{safe(voice.name)}**", words)
    yield from _list("## Situation", map(_state, chapter.states))
    yield from _list("## Reports", map(_source, chapter.sources))


def _state(state: State) -> str:
    told = "; ".join([state_words(state), *map(safe, state.details)])
    words = "".join(f"  \n  {safe(said_words(each))} {marks(each.notes)}" for each in state.words)
    return f"**{state.theme}**: {told} {marks(state.notes)}{words}"


def _list(title: str, lines: Iterable[str]) -> Iterator[str]:
    told = [f"- {line}" for line in lines]
    if told:
        yield f"\n{title}\n"
        yield from told


def _cue(word: Words) -> str:
    return f"{safe(word.cue)}: " if word.cue else ""


def _dots(dots: Dots) -> str:
    return "●" * dots.filled + "○" * dots.open


def _statement(each: Statement) -> str:
    line = f"{_dots(each.dots)} {safe(each.text)} {marks(each.notes)}"
    why = f"  \n  *{STATUS[each.dots.status]}*: {safe(each.why)}"
    remarks = "".join(
        f"  \n  the report adds: “{safe(one.quote)}” {marks(one.notes)}" for one in each.remarks
    )
    return line + why + remarks


def _toll(toll: Toll) -> Iterator[str]:
    yield f"\n## Figures: {toll.measure}\n"
    yield f"{_dots(toll.dots)} {safe(toll.text)} {marks(toll.notes)}"
    yield f"range {range_words(toll.low, toll.high)}{safe(best_words(toll))}\n"
    yield HEADS
    for count in toll.counts:
        yield _row(count, count.measure, [count.remark] if count.remark else [])


def _counts(spoken: Iterable[Spoken[Count]]) -> Iterator[str]:
    """A row for each count; a part below its whole, a remark once for each speaker."""
    yield HEADS
    for each in spoken:
        rows = [
            (count, f"of these {count.measure}" if place else count.measure)
            for line in each.lines
            for place, count in enumerate((line.told, *line.parts))
        ]
        for place, (count, what) in enumerate(rows):
            yield _row(count, what, () if place else each.remarks)


def _row(count: Count, what: str, remarks: Iterable[Remark]) -> str:
    cells = (
        safe(f"{count.who} (party)" if count.party else count.who),
        what,
        "denies " * count.denies + f"“{safe(count.quote)}” {marks(count.notes)}",
        range_words(count.low, count.high),
        day_words(count.as_of),
        count.lifecycle,
        " ".join(f"“{safe(each.quote)}” {marks(each.notes)}" for each in remarks),
    )
    return f"| {' | '.join(cells)} |"


def _contest(contest: Contest) -> Iterator[str]:
    yield f"\n**{contest.slot.replace('_', ' ')}** {_dots(contest.dots)}\n"
    heads = [safe(", ".join(side.who)) or "no named origin" for side in contest.sides]
    cells = [_side(side) for side in contest.sides]
    yield from _table(heads, cells)
    yield f"\nWhy: {safe(contest.why)}"
    for remark in contest.remarks:
        yield f"\nThe report adds: “{safe(remark.quote)}” {marks(remark.notes)}"


def _side(side: Side) -> str:
    words = "denies " * side.denies + " ".join(f"“{safe(quote)}”" for quote in side.quotes)
    counts = f"{plural(side.origins, 'voice')}, {plural(side.outlets, 'outlet')}"
    return f"{words} {marks(side.notes)} ({counts})"


def _table(heads: Sequence[str], cells: Sequence[str]) -> Iterator[str]:
    if heads:
        yield f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}\n| {' | '.join(cells)} |"


def _source(source: Source) -> str:
    title = f" “{safe(source.title)}”" if source.title else ""
    kin = f" · {safe(source.kin)}" if source.kin else ""
    told = f"{safe(source.outlet)}, {source.published} ({safe(source.how)})"
    return f"{told}{title}{kin} · `{source.path}`"
