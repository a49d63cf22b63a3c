"""Gold folders in, the real reports that large piles are made of out, with their days.

Each set comes in the order of its days (the news events, which have none, as they lie), and the
sets are mixed evenly, so that the first tenth of the reports has a tenth of each set's time.
"""

import csv
import io
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from benchmarks.quality.common import Text
from benchmarks.quality.stories import read_events

SHORTEST = 500  # characters


def read_originals(data: Path) -> list[Text]:
    """The reports of the gold sets that have whole texts."""
    sets = [
        list(_events(data)),
        _by_day(_lines(data / "gva_incidents/docs.jsonl", ("doc_id", "dct"))),
        _by_day(_lines(data / "timeline17/articles.jsonl", ("id", "pub_date"))),
        _by_day(_war(data / "fa_kes/FA-KES-Dataset.csv")),
    ]
    placed = [
        ((number + 0.5) / len(texts), order, text)
        for order, texts in enumerate(sets)
        for number, text in enumerate(texts)
    ]
    ordered = sorted(placed, key=lambda each: each[:2])
    return [text for *_, text in ordered if len(text.text.strip()) >= SHORTEST]


def _by_day(texts: Iterator[Text]) -> list[Text]:
    return sorted(texts, key=lambda each: (each.published or "", each.id))


def _events(data: Path) -> Iterator[Text]:
    for file in sorted((data / "news_event_clusters").glob("*.json")):
        yield from (told.text for told in read_events(file, None))


def _lines(file: Path, fields: tuple[str, str]) -> Iterator[Text]:
    """JSON Lines, of which two fields are the id and the day."""
    name, day = fields
    for line in _read(file).splitlines():
        row = json.loads(line)
        yield Text(str(row[name]), row["text"].strip(), row[day], row.get("title"))


def _war(file: Path) -> Iterator[Text]:
    """Reports of one war by many outlets; days are written month first."""
    for row in csv.DictReader(io.StringIO(_read(file, "latin-1"))):
        day = datetime.strptime(row["date"], "%m/%d/%Y").date()  # noqa: DTZ007 - a day only
        yield Text(
            row["unit_id"], row["article_content"].strip(), day.isoformat(),
            row["article_title"], row["source"],
        )  # fmt: skip


def _read(file: Path, encoding: str = "utf-8") -> str:
    return file.read_text(encoding=encoding) if file.exists() else ""
