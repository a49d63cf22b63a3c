"""The figures of a chapter in, plain text for a terminal out: who gives which number."""

from collections.abc import Iterable, Iterator, Sequence

from twosource.render.paint import Paint, marks
from twosource.render.parts import Chapter, Count, Line, Remark, Spoken, Toll
from twosource.render.phrases import STATUS, day_words, range_words, rule_words

INDENT = "       "


def figure_lines(chapter: Chapter, paint: Paint) -> Iterator[str]:
    """The counts that several speakers give, then what each gives alone."""
    yield from _tolls(chapter.tolls, paint)
    yield from _spoken(chapter.spoken, "OTHER FIGURES" if chapter.tolls else "FIGURES", paint)


def best_words(toll: Toll) -> str:
    """The best count and why it is the best, where there is more than one."""
    if toll.best is None or toll.low == toll.high:
        return ""
    rule = f" ({rule_words(toll.rule)})" if toll.rule else ""
    return f", best {range_words(toll.best, toll.best)}{rule}"


def remark_lines(remarks: Iterable[Remark], paint: Paint) -> Iterator[str]:
    """What the reports say of verification, in their words."""
    for remark in remarks:
        yield f"{INDENT}{paint.dye(f'“{remark.quote}”', 'mark')} {marks(remark.notes)}"


def _tolls(tolls: Sequence[Toll], paint: Paint) -> Iterator[str]:
    for toll in tolls:
        yield ""
        yield paint.dye(f"FIGURES: {toll.measure.upper()}", "soft")
        yield paint.fill(f"{toll.text} {marks(toll.notes)}", "  ")
        said = range_words(toll.low, toll.high)
        glyph = "●" * toll.dots.filled + "○" * toll.dots.open
        line = f"{glyph} {STATUS[toll.dots.status]} · range {said}{best_words(toll)}"
        yield paint.fill(line, "    ", "  ").replace(glyph, paint.dots(toll.dots), 1)
        for count in toll.counts:
            yield from _count(count, paint)


def _count(count: Count, paint: Paint) -> Iterator[str]:
    stands = "" if count.lifecycle == "live" else f" · {count.lifecycle}"
    as_of = f" · as of {day_words(count.as_of)}" if count.as_of else ""
    said = range_words(count.low, count.high)
    words = "denies " * count.denies + f"“{count.quote}” {marks(count.notes)}"
    line = f"{_name(count)}: {said}{as_of}{stands} · {words}"
    yield paint.fill(line, "      ", "    ")
    yield from remark_lines([count.remark] if count.remark else [], paint)


def _spoken(spoken: Sequence[Spoken[Count]], title: str, paint: Paint) -> Iterator[str]:
    """A line for each speaker: all that this one counts, parts behind their wholes."""
    if spoken:
        yield ""
        yield paint.dye(title, "soft")
    for each in spoken:
        stands = "" if each.lifecycle == "live" else f" · {each.lifecycle}"
        as_of = f" · as of {day_words(each.as_of)}" if each.as_of else ""
        told = "; ".join(map(_line, each.lines))
        yield paint.fill(f"{_name(each)}: {told}{as_of}{stands}", "      ", "    ")
        yield from remark_lines(each.remarks, paint)


def _line(line: Line[Count]) -> str:
    parts = "".join(f", of these {_said(each)}" for each in line.parts)
    return f"{line.told.measure} {_said(line.told)}{parts}"


def _said(count: Count) -> str:
    number = range_words(count.low, count.high)
    quote = "" if count.quote == number else f"{' denies' * count.denies} “{count.quote}”"
    return f"{number}{quote} {marks(count.notes)}"


def _name(told: Count | Spoken[Count]) -> str:
    return f"{told.who} (party)" if told.party else told.who
