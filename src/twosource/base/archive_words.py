"""A report in, its row in the index of words out, on SQLite and on PostgreSQL."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, insert, text

from twosource.base.archive_search_tables import SEARCHED
from twosource.base.records import Report
from twosource.base.searching import LONGEST, find_words

MOST_PLACES = 16_383  # PostgreSQL counts no word's place beyond
PLACES_OF_A_WORD = 255


def index_report(connection: Connection, report: Report) -> None:
    """Put one report in the index of words; the caller sees to it that it is there once."""
    words = [word.folded for word in find_words(words_of(report))]
    index_words(connection, report.id, report.published.value, words)


def index_words(
    connection: Connection, report: str, published: str | None, words: Sequence[str]
) -> None:
    """Put the folded words of one report in the index."""
    row = {"report": report, "published": published}
    if connection.dialect.name == "sqlite":
        made = connection.execute(insert(SEARCHED).values(**row)).inserted_primary_key
        statement = text("INSERT INTO words (rowid, body) VALUES (:id, :body)")
        connection.execute(statement, {"id": made[0] if made else None, "body": " ".join(words)})
        return
    statement = text(
        "INSERT INTO searched (report, published, body) "
        "VALUES (:report, :published, CAST(:body AS tsvector))"
    )
    connection.execute(statement, row | {"body": _vector(words)})


def words_of(report: Report) -> str:
    """What is searched of a report: its text, with a title that came beside it."""
    beside = f"{report.given_title}\n" if report.given_title else ""
    return (beside + report.text)[:LONGEST]


def _vector(words: Iterable[str]) -> str:
    """A tsvector as text: each word and its places, so that no parser of the database cuts it."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(words, start=1):
        if len(places[word]) < PLACES_OF_A_WORD:
            places[word].append(min(place, MOST_PLACES))
    return " ".join(f"'{word}':{','.join(map(str, at))}" for word, at in places.items())
