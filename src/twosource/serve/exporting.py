"""`export csv` and `export geojson`: findings for other programs."""

import sys
from pathlib import Path

import click

from twosource.render.geojson import geojson_page
from twosource.render.tables import TABLES, to_csv
from twosource.render.values import to_page
from twosource.serve.gather import build_dossier
from twosource.serve.options import PATH, Pile, with_pile
from twosource.serve.output import Log, write


@click.group()
def export() -> None:
    """Write events, figures or findings for other programs."""


@export.command(name="csv")
@click.option("--table", type=click.Choice(list(TABLES)), default="events", show_default=True)
@click.option("-o", "--output", type=PATH, help="Write to a file.")
@with_pile
def write_csv(pile: Pile, table: str, output: Path | None) -> None:
    """One row for each event, each speaker's figure, or each finding."""
    log = Log()
    write(to_csv(TABLES[table](build_dossier(pile, log))), output)
    sys.exit(log.status)


@export.command(name="geojson")
@click.option("-o", "--output", type=PATH, help="Write to a file.")
@with_pile
def write_geojson(pile: Pile, output: Path | None) -> None:
    """A map: one feature for each event, without geometry where no place is known."""
    log = Log()
    write(to_page(geojson_page(build_dossier(pile, log))), output)
    sys.exit(log.status)
