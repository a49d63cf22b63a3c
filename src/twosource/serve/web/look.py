"""Templates in, what fills them out; and one word for how all pages look now.

Nothing here needs a server, so that pages can be printed ahead by any process.
"""

from collections.abc import Mapping, Sized
from dataclasses import asdict
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from twosource import __version__
from twosource.base.decisions import stand_of
from twosource.base.kept import Facet, StoryFilter
from twosource.render.brief_html import direction
from twosource.render.decided import decided_words
from twosource.render.notes import tidy
from twosource.render.phrases import (
    STATUS,
    day_words,
    group,
    plural,
    range_words,
    rule_words,
    since_words,
    span_words,
)
from twosource.serve.web.glyphs import SHORT, glyph, sign, spark, tally

HERE = Path(__file__).parent
PACKAGE = HERE.parent.parent
ASSETS = HERE / "assets"  # our own files, committed
STATIC = HERE / "static"  # built by npm, not committed
MADE_OF = ("render/**/*.py", "serve/web/*.py", "serve/web/templates/*.html", "base/*.py")
MODALITY = {  # how a happening is told of
    "asserted": "what happened",
    "claimed": "what somebody claims",
    "planned": "a plan",
    "threatened": "a threat",
    "negated": "what did not happen",
    "hypothetical": "what may happen",
}
FILTERS = {"since": "from", "until": "to"}  # what else is not called by its own name
NAVIGATION = (  # address, and what it is called
    ("/", "Stories"),
    ("/situation", "Situation"),
    ("/map", "Map"),
    ("/calendar", "Calendar"),
    ("/changes", "Changes"),
    ("/outlets", "Outlets"),
    ("/decisions", "Decisions"),
)


@cache
def environment() -> Environment:
    """Jinja as the desk needs it: all escaped, nothing undefined, each template read once."""
    made = Environment(
        loader=PackageLoader("twosource.serve.web", "templates"), auto_reload=False,
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    made.globals.update(
        STATUS=STATUS, SHORT=SHORT, MODALITY=MODALITY, NAVIGATION=NAVIGATION, version=__version__
    )
    made.globals.update(sheets=sheets(), options_of=options_of)
    made.globals.update(glyph=glyph, sign=sign, tally_drawn=tally, spark=spark)
    made.filters.update(day=day_words, plural=plural, span=range_words, aim=direction)
    made.filters.update(days=span_words, thousands=group, plural_of=plural_of)
    made.filters.update(told_filters=told_filters, rule=rule_words, tidy=tidy)
    made.filters.update(since=since_words)
    made.filters.update(decided=decided_words, stand=stand_of)
    return made


def html_words(template: str, page: object, shell: Mapping[str, Any]) -> str:
    """The template with `page` (the context) and `shell` (what all pages share)."""
    return environment().get_template(template).render(page=page, shell=shell)


@cache
def look_of() -> str:
    """A hash of all that pages are made with: templates and program. Another one, other pages."""
    told = sha256(f"{__version__} {has_static('desk.js')}".encode())
    for pattern in MADE_OF:
        for file in sorted(PACKAGE.glob(pattern)):
            told.update(file.name.encode() + file.read_bytes())
    return told.hexdigest()[:32]


@lru_cache(maxsize=64)
def options_of(kind: str, facets: tuple[Facet, ...]) -> Markup:
    """What a list of the filters offers, none of it chosen: the same on page after page."""
    told = environment().get_template("_options.html")
    return Markup(told.render(kind=kind, facets=facets, chosen=""))  # noqa: S704 - escaped there


def told_filters(wanted: StoryFilter) -> list[tuple[str, str]]:
    """What a list is filtered by, each with its value in words.

    >>> told_filters(StoryFilter(place="Dolna", since="2031-05-12"))
    [('from', 'Mon 12 May 2031'), ('place', 'Dolna')]
    """
    return [
        (FILTERS.get(name, name.replace("_", " ")), _filter_words(name, value))
        for name, value in asdict(wanted).items()
        if value
    ]


def _filter_words(name: str, value: str) -> str:
    if name in {"since", "until", "changed_since"}:
        return day_words(value[:10])
    return STATUS.get(value, value)


def plural_of(things: Sized, one: str, many: str | None = None) -> str:
    """How many there are, with their noun."""
    return plural(len(things), one, many)


@cache
def sheets() -> tuple[str, ...]:
    """Our style sheets, the shell's first: each part of the desk keeps its own file."""
    names = sorted(file.name for file in ASSETS.glob("*.css"))
    return tuple(sorted(names, key=lambda name: name != "desk.css"))


def has_static(name: str) -> bool:
    """Whether the npm build left this file; pages read well without it."""
    return (STATIC / name).is_file()
