"""`brief`: the main job, as text, Markdown, a page or JSON."""

import os
import shutil
import sys
from pathlib import Path

import click

from twosource.base.stories import Dossier
from twosource.pipeline import link_stories
from twosource.render.brief import make_brief
from twosource.render.brief_markdown import brief_markdown
from twosource.render.brief_text import brief_text
from twosource.render.paint import Paint
from twosource.serve.gather import build_dossier
from twosource.serve.options import PATH, Choice, Pile, with_choice, with_pile
from twosource.serve.output import Log, write

FORMATS = ("text", "md", "html", "json")
WIDEST = 100  # columns; longer lines are hard to read


@click.command()
@click.option("--format", "form", type=click.Choice(FORMATS), help="Default: by the file's name.")
@click.option("-o", "--output", type=PATH, help="Write to a file.")
@with_choice
@with_pile
def brief(pile: Pile, choice: Choice, form: str | None, output: Path | None) -> None:
    """Print who said what, what agrees, and where the reports part."""
    log = Log()
    dossier = build_dossier(pile, log, choice)
    write(print_brief(dossier, form or guess_format(output), to_file=output is not None), output)
    sys.exit(log.status)


def guess_format(output: Path | None) -> str:
    """The form that a file's name asks for; text when it asks for none."""
    suffix = output.suffix.lower().lstrip(".") if output else ""
    return {"htm": "html", "markdown": "md"}.get(suffix, suffix if suffix in FORMATS else "text")


def print_brief(dossier: Dossier, form: str, *, to_file: bool) -> str | bytes:
    """The brief in the form asked for."""
    told = make_brief(dossier, link_stories(dossier))
    if form == "html":
        from twosource.render.brief_html import brief_html  # noqa: PLC0415 - only a page needs Jinja

        return brief_html(told)
    if form == "md":
        return brief_markdown(told)
    if form == "json":
        from twosource.render.brief_json import brief_page  # noqa: PLC0415 - only JSON needs it
        from twosource.render.values import to_page  # noqa: PLC0415 - goes with it

        return to_page(brief_page(told))
    return brief_text(told, Paint() if to_file else terminal_paint())


def terminal_paint() -> Paint:
    """Colour and width of the terminal; neither when the output goes elsewhere."""
    if not sys.stdout.isatty():
        return Paint()
    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Paint(colour, min(WIDEST, shutil.get_terminal_size().columns))
