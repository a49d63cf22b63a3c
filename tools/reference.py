"""The code in, the reference pages of the docs out.

python -m tools.reference          # write docs/reference/{cli,records,settings,steps}.md
python -m tools.reference --check  # exit 1 when a page is stale (CI)
"""

import dataclasses
import inspect
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from twosource.base import records, reports, stories, when_where
from twosource.base.settings import Settings
from twosource.base.step import GroupStep
from twosource.pipeline import STEPS
from twosource.serve.cli import VERBS, app

REFERENCE = Path(__file__).parents[1] / "docs" / "reference"
NOTE = "<!-- Made by `python -m tools.reference`. Change the code, not this page. -->\n"


def build(arguments: list[str]) -> int:
    """Write the pages, or with --check name those that are stale."""
    stale = []
    for name, make in PAGES.items():
        page, text = REFERENCE / f"{name}.md", f"{NOTE}\n{make()}"
        if "--check" not in arguments:
            page.write_text(text, encoding="utf-8")
        elif not page.exists() or page.read_text(encoding="utf-8") != text:
            stale.append(page.name)
    for name in stale:
        sys.stderr.write(f"docs/reference/{name} is stale: python -m tools.reference\n")
    return 1 if stale else 0


def make_cli() -> str:
    """Every verb with its help, as `twosource VERB --help` prints it."""
    parts = ["# Command line\n", _help(app, "twosource")]
    context = click.Context(app)
    for name in VERBS:
        command = app.get_command(context, name)
        if command is not None:
            parts += [f"\n## {name}\n", _help(command, f"twosource {name}")]
    return "\n".join(parts) + "\n"


def make_records() -> str:
    """Every record with its docstring and its fields."""
    parts = [
        "# Records\n",
        "The nouns of twosource. What they mean: [glossary](../concepts/glossary.md).\n",
    ]
    for module in (reports, when_where, records, stories):
        parts.append(f"## {module.__name__}\n\n{_first_line(module)}\n")
        parts += [_record(kind) for kind in _dataclasses(module)]
    return "\n".join(parts)


def make_settings() -> str:
    """Every setting with its default and the comment beside it in the code."""
    source = inspect.getsource(Settings)
    rows = ["| setting | default | meaning |", "|---|---|---|"]
    for field in dataclasses.fields(Settings):
        comment = re.search(rf"^    {field.name}:.*?#\s*(.+)$", source, re.MULTILINE)
        rows.append(
            f"| `{field.name}` | `{field.default!r}` | {comment.group(1) if comment else ''} |"
        )
    intro = (
        "# Settings\n\nA file `twosource.toml` in the current folder (or `--settings FILE`), "
        "`TWOSOURCE_<NAME>` in the environment, or a flag: flags win over the environment, "
        "the environment over the file.\n"
    )
    return intro + "\n" + "\n".join(rows) + "\n"


def make_steps() -> str:
    """The pipeline's list: what fills which table."""
    rows = ["| fills | step | kind | what comes out |", "|---|---|---|---|"]
    for step in STEPS:
        kind = f"per group: {step.by}" if isinstance(step, GroupStep) else "per report"
        where = f"{step.run.__module__.removeprefix('twosource.')}.{step.run.__name__}"
        rows.append(f"| {step.fills} | `{where}` | {kind} | {_first_line(step.run)} |")
    intro = "# Steps\n\nThe whole way, in order (`twosource steps` prints it).\n"
    return intro + "\n" + "\n".join(rows) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "cli": make_cli,
    "records": make_records,
    "settings": make_settings,
    "steps": make_steps,
}


def _help(command: click.Command, name: str) -> str:
    context = click.Context(command, info_name=name, max_content_width=88, terminal_width=88)
    return f"```text\n{command.get_help(context)}\n```"


def _dataclasses(module: Any) -> Iterator[type]:  # noqa: ANN401 - a module
    for kind in vars(module).values():
        if dataclasses.is_dataclass(kind) and inspect.getmodule(kind) is module:
            yield kind if isinstance(kind, type) else type(kind)


def _record(kind: type) -> str:
    lines = [f"### {kind.__name__}\n", inspect.cleandoc(kind.__doc__ or ""), ""]
    for field in dataclasses.fields(kind):
        told = field.type if isinstance(field.type, str) else inspect.formatannotation(field.type)
        told = re.sub(r"twosource\.base\.(?:reports|when_where|records)\.", "", told)
        lines.append(f"- `{field.name}`: `{told.replace('twosource.base.stories.', '')}`")
    return "\n".join(lines) + "\n"


def _first_line(thing: object) -> str:
    return (inspect.getdoc(thing) or "").split("\n", 1)[0]


if __name__ == "__main__":
    raise SystemExit(build(sys.argv[1:]))
