"""Real reports in, many more out that look like theirs: GENERATED, for speed and size alone.

Each generated happening takes a real text, gives its names new ones, moves its numbers and its day,
and is told by one to eight reports: the text itself, its sentences in part and in another order,
and copies. Nothing generated is kept, and no figure of quality rests on it.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from benchmarks.quality.common import Text

NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
NUMBER = re.compile(r"\b\d{1,3}\b")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
SYLLABLES = ("ba", "dor", "el", "fen", "gra", "hul", "ist", "ka", "lom", "mar", "nev", "os", "pra",
             "quil", "ras", "sund", "tel", "ur", "vint", "zor")  # fmt: skip
SENTENCE_LIMIT = 14  # sentences of a generated report: about three hundred words
FIRST_DAY = date(2020, 1, 1)
DAYS_PER_THOUSAND = 30  # the pile's days grow with it, as those of an archive do


@dataclass(frozen=True, slots=True)
class _Happening:
    sentences: tuple[str, ...]
    title: str
    day: date


def make_variants(texts: Sequence[Text], size: int, seed: int = 7) -> Iterator[Text]:
    """So many reports, in the order of their happenings; the same ones every time."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    span = max(size * DAYS_PER_THOUSAND // 1000, 30)
    made = 0
    while made < size:
        happening = _happen(chance.choice(texts), span, chance)
        for text in _tell(happening, min(chance.choice((1, 1, 2, 3, 5, 8)), size - made), chance):
            yield replace(text, id=f"generated-{made}")
            made += 1


def _happen(text: Text, span: int, chance: random.Random) -> _Happening:
    """The happening of a text under other names, with other numbers, on another day."""
    names: dict[str, str] = {}
    body = NAME.sub(lambda match: _rename(match[0], names, chance), text.text.strip()[:6000])
    body = NUMBER.sub(lambda match: str(int(match[0]) + chance.randint(0, 9)), body)
    title = NAME.sub(lambda match: _rename(match[0], names, chance), text.title or "")
    sentences = SENTENCE_END.split(body)[:SENTENCE_LIMIT]
    day = FIRST_DAY + timedelta(days=chance.randrange(span))
    return _Happening(tuple(sentences), title, day)


def _rename(name: str, names: dict[str, str], chance: random.Random) -> str:
    """One name in two is another one in this happening; the others stay."""
    if name not in names:
        made = "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()
        names[name] = made if chance.random() < 1 / 2 else name
    return names[name]


def _tell(happening: _Happening, count: int, chance: random.Random) -> Iterator[Text]:
    whole = " ".join(happening.sentences)
    for number in range(count):
        words = whole
        if number and chance.random() < 2 / 3:
            part = max(len(happening.sentences) * 2 // 3, 1)
            words = " ".join(chance.sample(happening.sentences, part))
        day = happening.day + timedelta(days=chance.randint(0, 3))
        yield Text("", words, day.isoformat(), happening.title, f"Outlet {chance.randint(1, 400)}")
