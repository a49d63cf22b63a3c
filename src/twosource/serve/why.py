"""`why ID`: the way back from any id to the words it rests on."""

import sys

import click

from twosource.render.why import explain
from twosource.serve.gather import build_dossier, open_archive
from twosource.serve.options import Choice, Pile, with_pile
from twosource.serve.output import Log, write


@click.command()
@click.argument("identity", metavar="ID")
@with_pile
def why(pile: Pile, identity: str) -> None:
    """Print rule, origins, claims, quotes, offsets and item of an id: fin_…, rep_…, rep_…/f1."""
    log = Log()
    identity, choice = lead(pile, identity)
    lines = list(explain(build_dossier(pile, log, choice), identity))
    write("\n".join(lines) + "\n")
    sys.exit(log.status)


def lead(pile: Pile, identity: str) -> tuple[str, Choice | None]:
    """The id as it is now, and the one story of an archive that it is about, if it is known."""
    if pile.archive is None or pile.paths:
        return identity, None
    from twosource.base.archive_stories import current_id, story_of  # noqa: PLC0415 - heavy

    name, slash, part = identity.partition("/")
    with open_archive(pile) as archive:
        now, story = current_id(archive, name) or name, story_of(archive, name)
    choice = Choice(story=story) if story is not None else None
    return now + slash + part, choice
