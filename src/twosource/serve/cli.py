"""The command line: `twosource VERB`. Heavy parts are imported by the verb that needs them."""

import gc
import os
import sys
from importlib import import_module

import click

from twosource import __version__
from twosource.base.errors import TwosourceError

WRONG_USAGE = 2
BROKEN_PIPE = 141
INTERRUPTED = 130
RARELY = (500_000, 50, 50)  # new objects between collections: a short run has none
VERBS = {  # verb: its module, and what it does
    "brief": ("brief", "The main job: who said what, what agrees, where they part."),
    "read": ("reading", "What each report says: JSON Lines, one line a report."),
    "findings": ("reading", "Families, stories, events and findings: one JSON object."),
    "timeline": ("reading", "The dated entries alone: one JSON object."),
    "why": ("why", "The way back from any id to the words it rests on."),
    "add": ("keeping", "Read reports into an archive."),
    "changes": ("changes", "What differs since a day or the last update, and by whose word."),
    "watch": ("watch", "Add what is new in folders, files and feeds, again and again."),
    "desk": ("desk", "Read, check and decide in a browser."),
    "judge": ("judge", "Decide: accept, reject, edit, merge, split; kept, chained, undoable."),
    "users": ("users", "Who may read, review and administer a desk."),
    "export": ("exporting", "CSV or GeoJSON for other programs."),
    "show": ("keeping", "One table of one report, such as its claims."),
    "steps": ("reading", "The way from a file to a finding, step by step."),
}


class Verbs(click.Group):
    """A group that imports a verb's module when the verb is asked for, and not for the help."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        """The verbs, the main job first."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as click calls it
        """The command of this name; None when there is none."""
        if cmd_name not in VERBS:
            return None
        module = import_module(f"twosource.serve.{VERBS[cmd_name][0]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as click calls it
        """The list of verbs, written without importing any of them."""
        with formatter.section("Verbs"):
            formatter.write_dl([(verb, says) for verb, (_, says) in VERBS.items()])


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="twosource")
def app() -> None:
    """Read the news reports of an event: who said what, and where they part.

    Exit status: 0 when every report was read, 1 when some were skipped (each is named on
    standard error), 2 for wrong usage.
    """


def main() -> None:
    """Run the command line; every mistake of the user ends in one line and status 2.

    Garbage is sought rarely, and not at the end: looking through the model and the vocabulary again
    and again costs a fifth of a cold `brief`, and a process that ends gives all its memory back.
    """
    gc.set_threshold(*RARELY)
    try:
        app(prog_name="twosource")
    except TwosourceError as trouble:
        sys.stderr.write(f"twosource: {trouble}\n")
        sys.exit(WRONG_USAGE)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(BROKEN_PIPE)
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
