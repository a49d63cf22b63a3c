"""`judge`: what people decide, written down, listed, undone and verified."""

import getpass
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import wraps
from typing import TYPE_CHECKING, Any, get_args

import click

from twosource.base.errors import InputError
from twosource.base.judgements import Action, Judgement
from twosource.base.settings import Settings
from twosource.serve.gather import open_archive
from twosource.serve.options import Pile, with_settings
from twosource.serve.output import write

if TYPE_CHECKING:
    from twosource.base.archive import Archive

Command = Callable[..., Any]
ACTIONS = tuple(each for each in get_args(Action) if each != "undo")


@click.group()
def judge() -> None:
    """Write down, list, undo and verify what people decide; nothing is ever overwritten."""


def with_archive(command: Command) -> Command:
    """Add --archive and the settings; the command gets them as `pile`."""

    @click.option("--archive", metavar="FILE", help="The archive: a file or an address.")
    @with_settings
    @wraps(command)
    def run(archive: str | None, settings: Settings, **told: object) -> None:
        if archive is None:
            raise InputError("no archive is named", remedy="Say --archive FILE")
        command(pile=Pile(settings, archive=archive), **told)

    return run


def now() -> str:
    """The moment, ISO 8601, UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@contextmanager
def opened(pile: Pile) -> Iterator["Archive"]:
    """The pile's archive, for reading and writing."""
    with open_archive(pile, now=now()) as archive:
        yield archive


@judge.command()
@click.argument("action", type=click.Choice(ACTIONS))
@click.argument("target")
@click.option("--reason", required=True, help="Why, in a few words.")
@click.option("--value", "values", multiple=True, metavar="NAME=VALUE", help="Such as low=7.")
@click.option("--with", "others", multiple=True, metavar="ID", help="The other party.")
@click.option("--by", default=getpass.getuser, show_default="your name here", help="Who decides.")
@with_archive
def add(pile: Pile, action: Action, target: str, **told: Any) -> None:  # noqa: ANN401 - as click calls it
    """Write a decision on TARGET down and renew the stories it touches; prints its id.

    TARGET is fin_…, evt_…, sto_…, rep_…, a part of a report (rep_…/f1), words of a report
    (rep_…@12-40), actor:NAME, place:NAME or outlet:NAME.
    """
    from twosource.runners.deciding import decide_now  # noqa: PLC0415 - the database is heavy
    from twosource.runners.judging_drafts import Ask  # noqa: PLC0415 - goes with it
    from twosource.runners.judging_wants import parse_want  # noqa: PLC0415 - goes with it

    wanted = parse_want(_pair(each) for each in told["values"])
    ask = Ask(action, target, told["by"], told["reason"], wanted, tuple(told["others"]))
    with opened(pile) as archive:
        write(decide_now(archive, pile.settings, ask, now()).id + "\n")


@judge.command()
@click.argument("identity", metavar="ID")
@click.option("--reason", default="undone", show_default=True, help="Why, in a few words.")
@click.option("--by", default=getpass.getuser, show_default="your name here", help="Who decides.")
@with_archive
def undo(pile: Pile, identity: str, reason: str, by: str) -> None:
    """Take a decision back; both stay in the chain. Undoing an undoing restores."""
    from twosource.runners.deciding import decide_now  # noqa: PLC0415 - the database is heavy
    from twosource.runners.judging_drafts import Ask  # noqa: PLC0415 - goes with it

    with opened(pile) as archive:
        made = decide_now(archive, pile.settings, Ask("undo", identity, by, reason), now())
        write(made.id + "\n")


@judge.command(name="list")
@click.option("--by", help="Those of one person.")
@click.option("--action", type=click.Choice([*ACTIONS, "undo"]), help="Those of one kind.")
@click.option("--target", help="Those on one record.")
@with_archive
def list_all(pile: Pile, **wanted: Any) -> None:  # noqa: ANN401 - as click calls it
    """One line for each decision, the latest first."""
    from twosource.base.archive_judgements import Search, list_judgements  # noqa: PLC0415 - heavy

    with opened(pile) as archive:
        for each in list_judgements(archive, Search(**wanted)):
            write(describe(each) + "\n")


@judge.command()
@click.option("--head", help="A hash noted earlier: is it still part of the chain?")
@with_archive
def verify(pile: Pile, head: str | None) -> None:
    """Whether the chain of decisions is whole. Exit status 1 names the first broken link."""
    from twosource.base import archive_judgements as kept  # noqa: PLC0415 - the database is heavy

    with opened(pile) as archive:
        broken = kept.verify_chain(archive)
        if broken is not None:
            sys.stderr.write(f"broken at {broken.number}: {broken.reason}\n")
            sys.exit(1)
        told = kept.list_judgements(archive)
    if head is not None and head not in {each.hash for each in told}:
        sys.stderr.write(f"no judgement has the hash {head}: the end of the chain is missing\n")
        sys.exit(1)
    write(f"{len(told)} decisions, the chain is whole; head {told[0].hash if told else 'none'}\n")


@judge.command()
@with_archive
def export(pile: Pile) -> None:
    """Every decision as JSON Lines, the oldest first: the sealed records with id and hash."""
    from twosource.base.archive_judgements import lines_of, list_judgements  # noqa: PLC0415 - heavy

    with opened(pile) as archive:
        for line in lines_of(reversed(list_judgements(archive))):
            write(line)


def describe(each: Judgement) -> str:
    """A decision in one line: when, who, what, on what, why."""
    about = f" “{each.aim.name}”" if each.aim.name else ""
    return (
        f"{each.number:>5}  {each.id}  {each.made_at}  {each.by}  {each.action}  "
        f"{each.target}{about}: {each.reason}"
    )


def _pair(words: str) -> tuple[str, str]:
    name, sign, value = words.partition("=")
    if not sign:
        raise InputError(f"{words!r} is no value", remedy="Say NAME=VALUE, such as low=7")
    return name, value
