"""Real reports in, as many labelled variants as wanted out: worlds that share no happening.

World 0 holds the texts as they are. In each further world every name and every word of six letters
or more is spelt with other letters, vowels for vowels and consonants for consonants, and all days
are moved alike. So a world has the same copies, rewrites and stories as the real one, of the same
sizes, and none with another world. Lengths stay, so that what was read in the original (spans,
figures, events) is the account of each variant: no variant is parsed. Names in the accounts stay
those of the originals. Paths say `world 7/...`: nobody can take a variant for a report.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from twosource.base.ids import hash_bytes, make_id
from twosource.base.records import Account, Item, Published, ReportId

WORD = re.compile(r"\b(?:[A-Z][A-Za-z]{2,}|[a-z]{6,})\b")
VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"
DAYS = 37  # by which a world lies before the one before it
REACH = 3650  # days; then they come round again


def make_worlds(originals: Sequence[Account], count: int) -> Iterator[tuple[Item, Account]]:
    """This many reports with their items, world after world."""
    made = 0
    for world in range(-(-count // len(originals))):
        table = find_table(world)
        for original in originals:
            if made == count:
                return
            yield make_variant(original, world, table)
            made += 1


def find_table(world: int) -> dict[int, int]:
    """Which letter stands for which in this world; world 0 changes none."""
    if world == 0:
        return {}
    chance = random.Random(world)  # noqa: S311 - no secret: the same worlds every time
    told: dict[int, int] = {}
    for letters in (VOWELS, CONSONANTS):
        mixed = "".join(chance.sample(letters, len(letters)))
        told |= str.maketrans(letters + letters.upper(), mixed + mixed.upper())
    return told


def make_variant(original: Account, world: int, table: dict[int, int]) -> tuple[Item, Account]:
    """The report of one world, and what was read in it."""
    report = original.report
    text = respell(report.text, table)
    data = (
        f"{world} {report.given_id}\n{text}".encode()
    )  # copies of one text are items of their own
    sha = hash_bytes(data)
    path = f"world {world}/{report.given_id or report.path}"
    told = replace(
        report,
        id=ReportId(make_id("rep", sha)), sha256=sha, path=path, text=text,
        given_title=respell(report.given_title, table) if report.given_title else None,
        published=_move(report.published, world),
    )  # fmt: skip
    return Item(sha, path, "text/plain", data), replace(original, report=told)


def respell(text: str, table: dict[int, int]) -> str:
    """The text with its names and longer words spelt otherwise, of the same length."""
    return WORD.sub(lambda match: match[0].translate(table), text) if table else text


def _move(published: Published, world: int) -> Published:
    if published.value is None:
        return published
    day = date.fromisoformat(published.value[:10]) - timedelta(DAYS * world % REACH)
    return replace(published, value=day.isoformat() + published.value[10:])
