"""An archive in, the addresses that are asked of the desk and of datasette out, kind by kind."""

import sqlite3
from urllib.parse import quote, urlencode

from twosource.serve.web.look import look_of

WORDS = ("police", "fire", "market shooting", "army", "truce", "hospital", '"the police"', "kill*",
         "government", "bomb*", "people", "school", "car crash", "church", "president", "gun",
         "city council", "border", "strike -union", "water")  # fmt: skip
SIZE = 30  # stories on a page of the index
MONTHS = 24

Pair = tuple[str, str]  # a page of the desk and its like in datasette


def pages_of(connection: sqlite3.Connection, name: str, count: int) -> dict[str, list[Pair]]:
    """The addresses of each kind: at most `count`, none twice. `name`: the archive in datasette."""
    (reports,) = connection.execute("SELECT count(*) FROM searched").fetchone()
    return {
        f"index of {reports:,} reports": _index(connection, name, count),
        "a printed story": _stories(connection, name, count, printed=True),
        "a story made when asked": _stories(connection, name, count, printed=False),
        "a search": _searches(name, count),
        "the map": [("/map", f"/{name}/story_happenings?_facet=place&_size=100")],
        "a month": _months(connection, name, count),
    }


def _index(connection: sqlite3.Connection, name: str, count: int) -> list[Pair]:
    (stories,) = connection.execute("SELECT count(*) FROM stories").fetchone()
    table = f"/{name}/stories?_sort_desc=ended&_size={SIZE}"
    pages = range(min(count, max(1, stories // SIZE)))
    return [(f"/?page={page + 1}", f"{table}&_next={page * SIZE}") for page in pages]


def _stories(connection: sqlite3.Connection, name: str, count: int, *, printed: bool) -> list[Pair]:
    """Stories by a hash, so that large and small ones, new and old ones come as they are."""
    rows = connection.execute(
        "SELECT id FROM stories LEFT JOIN story_prints ON story = id "
        "WHERE coalesce(story_prints.body IS NOT NULL AND story_prints.look = ?, 0) = ? "
        "ORDER BY stories.digest LIMIT ?", (look_of(), int(printed), count),
    )  # fmt: skip
    return [(f"/stories/{row[0]}", f"/{name}/stories/{row[0]}") for row in rows]


def _searches(name: str, count: int) -> list[Pair]:
    words = f"/{name}/searched?_fts_table=words&_fts_pk=id&_size=20&_search="
    return [(f"/search?q={quote(each)}", words + quote(each)) for each in WORDS[:count]]


def _months(connection: sqlite3.Connection, name: str, count: int) -> list[Pair]:
    rows = connection.execute(
        "SELECT substr(started, 1, 7) AS month FROM story_happenings WHERE started IS NOT NULL "
        "GROUP BY month ORDER BY count(*) DESC LIMIT ?", (min(count, MONTHS),)
    )  # fmt: skip
    table = f"/{name}/story_happenings?_facet=started&_size=100&"
    return [
        (f"/calendar?month={row[0]}", table + urlencode({"started__startswith": row[0]}))
        for row in rows
    ]
