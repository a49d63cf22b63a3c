"""`read`, `findings`, `timeline`, `steps`: the contract's output on standard output."""

import sys
from dataclasses import replace

import click

from twosource.base.records import Skip
from twosource.base.step import GroupStep
from twosource.pipeline import STEPS
from twosource.reconcile.timeline_joined import join_timelines
from twosource.render.dossier import dossier_page, timeline_page
from twosource.render.lines import account_line
from twosource.render.values import to_line, to_page
from twosource.serve.gather import build_dossier, read_accounts
from twosource.serve.options import Choice, Pile, with_choice, with_pile
from twosource.serve.output import Log, write


@click.command()
@with_pile
def read(pile: Pile) -> None:
    """Print what each report says: JSON Lines, one line a report."""
    log = Log()
    for each in log.follow(read_accounts(pile)):
        if not isinstance(each, Skip):
            write(to_line(account_line(each)))
    sys.exit(log.status)


@click.command()
@with_pile
def findings(pile: Pile) -> None:
    """Print families, stories, events, findings and timeline: one JSON object."""
    log = Log()
    write(to_page(dossier_page(build_dossier(pile, log))))
    sys.exit(log.status)


@click.command()
@with_choice
@with_pile
def timeline(pile: Pile, choice: Choice) -> None:
    """Print the dated entries of the timeline: one JSON object."""
    log = Log()
    dossier = build_dossier(pile, log, choice)
    joined = join_timelines(dossier.timeline, dossier.events)
    write(to_page(timeline_page(replace(dossier, timeline=joined))))
    sys.exit(log.status)


@click.command()
def steps() -> None:
    """Print the way from a file to a finding: every step, its kind, what it fills."""
    rows = [
        (step.run.__name__, f"per {step.by}" if isinstance(step, GroupStep) else "per report",
         step.fills, (step.run.__doc__ or "").split("\n")[0])
        for step in STEPS
    ]  # fmt: skip
    for name, kind, fills, says in [("step", "kind", "fills", "what comes out"), *rows]:
        click.echo(f"{name:<20} {kind:<11} {fills:<10} {says}".rstrip())
