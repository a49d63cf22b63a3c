"""Whom "he" and "she" mean: ECB+ reports in, how often the actor's name is that of the gold chain.

Gold: the chains of persons of EventCorefBank+ (Cybulska and Vossen 2014), within one report. A
pronoun counts when its chain is named there; an answer is right when it shares a word with a name
of the chain. `precision`: right among those that were given a name. `recall`: right among all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.quality.common import Metric, Text, f1, read_texts, sample
from benchmarks.quality.coreference import read_mentions
from twosource.base.records import Account, Span

PRONOUNS = frozenset({"he", "she"})


@dataclass(frozen=True, slots=True)
class Case:
    """A report, where its pronouns stand, and the words by which each is named elsewhere in it."""

    text: Text
    pronouns: Mapping[Span, frozenset[str]]


def score(data: Path, limit: int | None) -> list[Metric]:
    """Precision, recall and F1 of the names; `limit` counts reports."""
    folder = data / "ecbplus"
    if not folder.is_dir():
        return []
    cases = sample(read_cases(folder), lambda case: case.text.id, limit)
    accounts = read_texts([case.text for case in cases])
    pairs = [
        pair for case, told in zip(cases, accounts, strict=True) for pair in answers(case, told)
    ]
    return to_metrics(pairs)


def read_cases(folder: Path) -> Iterator[Case]:
    """The reports that hold a pronoun whose chain is named in them."""
    for text, rows in read_mentions(folder, "Entity"):
        words = {given.id: given.span.quote(text.text) for given in text.given}
        chains: dict[str, set[str]] = defaultdict(set)
        for given, row in zip(text.given, rows, strict=True):
            if row["mention_type"].startswith("HUM"):
                chains[str(row["coref_chain"])] |= names_in(words[given.id])
        found = {
            given.span: frozenset(chains[str(row["coref_chain"])])
            for given, row in zip(text.given, rows, strict=True)
            if words[given.id].lower() in PRONOUNS and chains[str(row["coref_chain"])]
        }
        if found:
            yield Case(Text(text.id, text.text), found)


def names_in(words: str) -> set[str]:
    """The words with a capital among those of a mention, in lower case; of a pronoun none."""
    if words.lower() in PRONOUNS | {"i", "his", "him", "her"}:
        return set()
    return {word.lower() for word in words.split() if word[:1].isupper() and len(word) > 1}


def answers(case: Case, account: Account) -> Iterator[tuple[frozenset[str], str | None]]:
    """For each pronoun of the case the gold words, and the name that was found; None: none."""
    named = {actor.span: actor.name for actor in account.actors}
    for span, gold in sorted(case.pronouns.items()):
        yield gold, named.get(span)


def to_metrics(pairs: Sequence[tuple[Iterable[str], str | None]]) -> list[Metric]:
    """The shares in percent."""
    told = [(set(gold), name) for gold, name in pairs if name is not None]
    right = sum(bool(gold & names_in(name)) for gold, name in told)
    rows: dict[str, Any] = {
        "precision": 100 * right / len(told) if told else 0.0,
        "recall": 100 * right / len(pairs) if pairs else 0.0,
        "f1": f1(right, len(told), len(pairs)),
    }
    return [Metric(f"pronouns.{name}", value, len(pairs)) for name, value in rows.items()]
