"""A path or an address in, a database ready for the archive out."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, func, inspect, select
from sqlalchemy.exc import ArgumentError, DatabaseError, OperationalError

from twosource.base.archive_layout import ARCHIVE, METADATA, VERSION
from twosource.base.archive_upgrades import fill_new_tables
from twosource.base.errors import ArchiveError, MissingExtraError

LAYOUT = 20_310_512  # the lock under which tables are made
PATIENCE = 60  # seconds that a writer waits for another one


def open_engine(target: str, *, made_at: str | None) -> Engine:
    """The database of an archive; it is made when there is none and `made_at` says when.

    `target` is a file, or a SQLAlchemy address such as `postgresql+psycopg://…`.
    Raises ArchiveError when there is no archive, or the database holds something else.
    """
    address = "://" in target
    if not address and made_at is None and not Path(target).is_file():
        raise ArchiveError(f"{target}: no such archive. `twosource add` makes one")
    if not address:
        Path(target).absolute().parent.mkdir(parents=True, exist_ok=True)
    engine = _connect(target, address=address)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin_at_once)
    try:
        _prepare(engine, target, made_at)
    except (DatabaseError, OperationalError) as trouble:
        engine.dispose()
        what = "no answer from the database" if address else "not a twosource archive"
        raise ArchiveError(f"{target}: {what} ({trouble.orig})") from trouble
    return engine


def _connect(target: str, *, address: bool) -> Engine:
    """The engine; an address needs its driver, which is an optional part."""
    if not address:
        return create_engine(f"sqlite:///{target}", connect_args={"timeout": PATIENCE})
    try:
        return create_engine(target)
    except ModuleNotFoundError as trouble:
        raise MissingExtraError(
            "postgres", f"an archive at {target.split(':', maxsplit=1)[0]}:"
        ) from trouble
    except ArgumentError as trouble:
        raise ArchiveError(f"{target}: not a database address ({trouble})") from trouble


def _set_pragmas(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own
    """Several processes may write; a crash loses nothing. Transactions are begun by us."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _begin_at_once(connection: Any) -> None:  # noqa: ANN401 - SQLAlchemy's event
    """Writers queue up at the start of a transaction; none fails in the middle of one."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _bring_up(engine: Engine, version: int) -> None:
    """An older layout becomes this one. Layouts so far only added tables, columns, indexes."""
    with engine.execution_options(writes=True).begin() as connection:
        _make_tables(connection)
        if connection.execute(select(ARCHIVE.c.version)).scalar_one() == VERSION:
            return  # another process was quicker
        _add_columns(connection)
        for table in METADATA.sorted_tables:
            for index in sorted(table.indexes, key=lambda each: str(each.name)):
                index.create(connection, checkfirst=True)
        fill_new_tables(connection, version)
        connection.execute(
            ARCHIVE.update().where(ARCHIVE.c.version == version).values(version=VERSION)
        )


def _add_columns(connection: Connection) -> None:
    """The columns that came after a table was made; all may be empty."""
    looked = inspect(connection)
    for table in METADATA.sorted_tables:
        there = {each["name"] for each in looked.get_columns(table.name)}
        for column in table.columns:
            if column.name not in there:
                kind = column.type.compile(connection.dialect)
                words = f"ALTER TABLE {table.name} ADD COLUMN {column.name} {kind}"
                connection.exec_driver_sql(words)


def _prepare(engine: Engine, target: str, made_at: str | None) -> None:
    tables = set(inspect(engine).get_table_names())
    if ARCHIVE.name in tables:
        with engine.connect() as connection:
            version = connection.execute(select(ARCHIVE.c.version)).scalar_one()
        if version < VERSION:
            _bring_up(engine, version)
        elif version != VERSION:
            raise ArchiveError(f"{target}: made by another version (layout {version})")
        return
    if tables or made_at is None:
        raise ArchiveError(f"{target}: not a twosource archive")
    with engine.execution_options(writes=True).begin() as connection:
        _make_tables(connection)
        found = connection.execute(select(ARCHIVE.c.version)).scalar_one_or_none()
        if found is None:
            connection.execute(ARCHIVE.insert().values(version=VERSION, made_at=made_at))


def _make_tables(connection: Connection) -> None:
    """The tables that are missing. Of two processes at once, the second waits for the first."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(LAYOUT)))
    METADATA.create_all(connection)
