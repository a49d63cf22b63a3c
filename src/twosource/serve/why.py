"""`why ID`: the way back from any id to the words it rests on."""

import sys

import click

from twosource.render.why import explain
from twosource.serve.gather import build_dossier
from twosource.serve.options import Pile, with_pile
from twosource.serve.output import Log, write


@click.command()
@click.argument("identity", metavar="ID")
@with_pile
def why(pile: Pile, identity: str) -> None:
    """Print rule, origins, claims, quotes, offsets and item of an id: fin_…, rep_…, rep_…/f1."""
    log = Log()
    lines = list(explain(build_dossier(pile, log), identity))
    write("\n".join(lines) + "\n")
    sys.exit(log.status)
