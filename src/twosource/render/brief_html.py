"""A brief in, one self-contained page out: no network, no script, every note on the same page."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from twosource.render.marked import mark_text
from twosource.render.notes import tidy
from twosource.render.parts import Brief, Count, Note, Tally, Toll
from twosource.render.phrases import STATUS, day_words, plural, range_words, rule_words, since_words
from twosource.render.sources import report_order, title_of

RIGHT_TO_LEFT = {"ar", "fa", "he", "ps", "ur", "yi"}  # ISO 639-1


def brief_html(brief: Brief) -> str:
    """The page. All words of others are escaped."""
    page = environment().from_string(_resource("brief.html"))
    return page.render(
        brief=brief,
        css=Markup(_resource("brief.css")),  # noqa: S704 - our own file
        notes={note.number: note for note in brief.notes},
        texts=[
            (report, title_of(report), mark_text(report, brief.notes))
            for report in sorted((each.report for each in brief.accounts), key=report_order)
        ],
    )


@cache
def environment() -> Environment:
    """Jinja as the page needs it: everything escaped, nothing undefined."""
    made = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.globals.update(STATUS=STATUS, bar=bar, counted=counted, hint=hint)
    made.filters.update(day=day_words, plural=plural, span=range_words, aim=direction)
    made.filters.update(rule=rule_words, tidy=tidy, since=since_words)
    return made


def direction(language: str | None) -> str:
    """The direction of a language's script: rtl, ltr, or auto when it is not known."""
    if language is None:
        return "auto"
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def counted(tally: Tally, dates: str) -> str:
    """The counts under a title, without those that say nothing more."""
    parts = [dates or "undated"]
    parts += [f"{plural(tally.reports, 'report')} from {plural(tally.outlets, 'outlet')}"]
    parts += [f"{plural(tally.texts, 'text')} after copies"] * (tally.texts < tally.reports)
    parts += [plural(tally.origins, "origin")]
    parts += [f"{tally.contested} contested"] * bool(tally.contested)
    return " · ".join(parts)


def hint(note: Note) -> str:
    """What a note says when the pointer rests on it."""
    return f"{note.outlet}, {note.dated}: “{note.quote}”"


def bar(toll: Toll, count: Count) -> dict[str, str | bool]:
    """Where a speaker's figure stands on the scale of its toll, in percent of the width."""
    ends = [end for each in toll.counts for end in (each.low, each.high) if end is not None]
    top = max([*ends, 1.0]) * 1.12
    low = count.low if count.low is not None else 0.0
    high = count.high if count.high is not None else top
    return {
        "left": f"{100 * low / top:.1f}",
        "width": f"{100 * (high - low) / top:.1f}",
        "open": count.high is None,
        "point": count.low == count.high,
    }


def _resource(name: str) -> str:
    return files("twosource.render").joinpath("templates", name).read_text(encoding="utf-8")
