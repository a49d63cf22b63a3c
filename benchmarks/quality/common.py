"""What every scorer shares: the gold folder, fixed samples, metrics, reading texts in process."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from twosource.base.ids import hash_bytes
from twosource.base.records import Account, GivenMention, Item, Report
from twosource.base.settings import Settings
from twosource.base.stories import Dossier
from twosource.clean.reports import clean_item
from twosource.pipeline import assemble, read_reports

Row = TypeVar("Row")
_CAPITALS: ContextVar[bool] = ContextVar("capitals", default=False)


@dataclass(frozen=True, slots=True)
class Metric:
    """One number of one capability: `value` in percent unless the name says otherwise."""

    name: str  # "times.news.value_f1"
    value: float
    count: int  # gold items behind it
    known: float | None = None  # best known elsewhere
    goal: float | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """One text to read, as it would come on standard input."""

    id: str
    text: str
    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    given: tuple[GivenMention, ...] = ()


def gold_folder() -> Path:
    """Where the public gold lies: TWOSOURCE_GOLD, or ../shared/data beside the checkout."""
    return Path(os.environ.get("TWOSOURCE_GOLD", "../shared/data"))


def sample(rows: Iterable[Row], key: Callable[[Row], str], limit: int | None) -> list[Row]:
    """All rows, or the `limit` rows whose keys hash lowest: the same ones every time."""
    ordered = sorted(rows, key=lambda row: blake2b(key(row).encode(), digest_size=8).digest())
    return ordered if limit is None else ordered[:limit]


@contextmanager
def in_capitals() -> Iterator[None]:
    """Within it every text is read as an old wire service would have sent it."""
    token = _CAPITALS.set(True)
    try:
        yield
    finally:
        _CAPITALS.reset(token)


def shout(words: str) -> str:
    """The words in capitals, of the same length: a letter that would become two stays small."""
    return "".join(each.upper() if len(each.upper()) == 1 else each for each in words)


def to_report(text: Text) -> Report:
    """The report that `twosource read - --text-only` makes of a line."""
    words = shout(text.text) if _CAPITALS.get() else text.text
    title = shout(text.title) if text.title and _CAPITALS.get() else text.title
    item = Item(
        hash_bytes(words.encode()), "-", "application/json", b"", text=words,
        given_id=text.id, title=title, outlet=text.outlet, published=text.published,
        given=text.given,
    )  # fmt: skip
    return clean_item(item, text_only=True)


def read_texts(texts: Sequence[Text]) -> Iterator[Account]:
    """One account for each text, in order."""
    yield from read_reports([to_report(text) for text in texts], Settings())


def findings_of(texts: Sequence[Text]) -> Dossier:
    """The dossier of the texts: what `twosource findings -` is printed from."""
    return assemble(list(read_texts(texts)), Settings())


def f1(right: float, predicted: float, gold: float) -> float:
    """F1 in percent from counts; 0 when nothing is predicted or nothing is gold."""
    return 200 * right / (predicted + gold) if predicted and gold else 0.0
