"""Real reports in, many more out that are spread like theirs: GENERATED, for speed and size alone.

One report in sixteen is a real one, as it is; `real-...` and `generated-...` ids tell them apart.
Each generated happening takes a real text. It lies in one of `THEATRES` (a war, a province, a
town's crime), whose made-up names stand for half of the text's; numbers, years and the day move,
and most of its longer words are other real words, since no two happenings are told in the same
words. By a Zipf law most happenings are told once and few dozens of times: by copies, by copies
cut and reordered, and by reports with longer words of their own. The days grow with the pile, as
those of an archive do. No figure of quality rests on it.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from benchmarks.quality.common import Text

NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
NUMBER = re.compile(r"\b\d{1,3}\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
WORD = re.compile(r"\b[a-z]{5,}\b")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
SYLLABLES = ("ba", "dor", "el", "fen", "gra", "hul", "ist", "ka", "lom", "mar", "nev", "os", "pra",
             "quil", "ras", "sund", "tel", "ur", "vint", "zor")  # fmt: skip
REAL_EACH = 16  # one report in so many is a real one
THEATRES = 150  # by a Zipf law, too: the largest has a sixth of the happenings
MOST_TOLD = 60  # reports of a happening; a mean of about three
SENTENCES = 12  # of a generated report: about two hundred and fifty words
OTHER_WORDS = 0.6  # of a happening's longer words; of an own telling's, once more
COPY, CUT = 0.3, 0.6  # up to which a further report is a copy, a cut copy; the rest tell anew
FIRST_DAY = date(2020, 1, 1)
DAYS_PER_THOUSAND = 30
LEXICON = 400  # texts whose words stand in for others

Names = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Happening:
    sentences: tuple[str, ...]
    title: str
    day: date


def make_variants(texts: Sequence[Text], size: int, seed: int = 7) -> Iterator[Text]:
    """So many reports, in the order of their happenings; the same ones every time."""
    generated = _generate(texts, size, random.Random(seed))  # noqa: S311 - no secret
    real = iter(texts)
    for number in range(size):
        told = next(real, None) if number % REAL_EACH == 0 else None
        made = told or next(generated)
        yield replace(made, id=f"{'real' if told else 'generated'}-{number}")


def _generate(texts: Sequence[Text], size: int, chance: random.Random) -> Iterator[Text]:
    """Reports without end, happening after happening."""
    span = max(size * DAYS_PER_THOUSAND // 1000, 30)
    words = [
        word for text in texts[:: max(len(texts) // LEXICON, 1)] for word in WORD.findall(text.text)
    ]
    ranks = range(1, THEATRES + 1)
    theatres = chance.choices(ranks, [1 / rank for rank in ranks], k=size)
    counts = range(1, MOST_TOLD + 1)
    told = chance.choices(counts, [count**-2.0 for count in counts], k=size)
    names: dict[int, Names] = {}
    for theatre, count in zip(theatres, told, strict=True):
        day = FIRST_DAY + timedelta(days=chance.randrange(span))
        happening = _happen(chance.choice(texts), day, names.setdefault(theatre, {}), words, chance)
        yield from _tell(happening, count, words, chance)


def _happen(
    text: Text, day: date, names: Names, words: Sequence[str], chance: random.Random
) -> _Happening:
    """The happening of a text in a theatre, with other numbers and words, on another day."""
    sentences = SENTENCE_END.split(text.text.strip())[:SENTENCES]
    later = day.year - int((text.published or day.isoformat())[:4])
    moved = [_move(sentence, names, later, chance) for sentence in (text.title or "", *sentences)]
    title, *body = _reword(moved, words, chance)
    return _Happening(tuple(body), title, day)


def _move(sentence: str, names: Names, later: int, chance: random.Random) -> str:
    """Other names, numbers and years."""
    named = NAME.sub(lambda match: _rename(match[0], names, chance), sentence)
    counted = NUMBER.sub(lambda match: str(int(match[0]) + chance.randint(0, 9)), named)
    return YEAR.sub(lambda match: str(int(match[0]) + later), counted)


def _rename(name: str, names: Names, chance: random.Random) -> str:
    """One name in two is another one in this theatre; the others stay."""
    if name not in names:
        made = "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()
        names[name] = made if chance.random() < 1 / 2 else name
    return names[name]


def _reword(sentences: Sequence[str], words: Sequence[str], chance: random.Random) -> list[str]:
    """The sentences with some longer words changed, each for the same one throughout."""
    known: Names = {}

    def other(match: re.Match[str]) -> str:
        if match[0] not in known:
            keeps = not words or chance.random() >= OTHER_WORDS
            known[match[0]] = match[0] if keeps else chance.choice(words)
        return known[match[0]]

    return [WORD.sub(other, sentence) for sentence in sentences]


def _tell(
    happening: _Happening, count: int, words: Sequence[str], chance: random.Random
) -> Iterator[Text]:
    """The first report, its copies, its cut copies and tellings in other words."""
    for number in range(count):
        kind = chance.random() if number else 0.0
        told: Sequence[str] = happening.sentences
        if kind >= COPY:
            told = chance.sample(told, max(len(told) * 2 // 3, 1))
        if kind >= CUT:
            told = _reword(told, words, chance)
        day = happening.day + timedelta(days=chance.randint(0, 3))
        outlet = f"Outlet {chance.randint(1, 400)}"
        yield Text("", " ".join(told), day.isoformat(), happening.title, outlet)
