"""What kind of happening a sentence tells of, against PLOVER's gold records.

`python -m benchmarks.quality.event_types [--data FOLDER] [--limit N] [--cases]`

The type of a sentence is the PLOVER event of its main mention. The gold has 18 classes of an
earlier version; those that PLOVER has joined since are joined here (DEMAND is REQUEST, DISAPPROVE
and INVESTIGATE are ACCUSE, FIGHT is ASSAULT).
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.quality.common import Metric, Text, gold_folder, read_texts, sample
from twosource.base.records import Account

GOLD = Path("event_coding/plover_gsr/PLOVER_GSR_CAMEO.txt")
JOINED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
Pair = tuple[str, str]  # sentence, class


def score(data: Path, limit: int | None) -> list[Metric]:
    """Class accuracy over the sentences of the gold records."""
    if not (data / GOLD).is_file():
        return []
    pairs = sample(read_gold(data / GOLD), lambda pair: pair[0], limit)
    told = [type_of(account) for account in _read(pairs)]
    return [Metric("event_types.plover_accuracy", accuracy(pairs, told), len(pairs), None, 75.0)]


def accuracy(pairs: Sequence[Pair], told: Sequence[str | None]) -> float:
    """The share of sentences whose class was told, in percent.

    >>> accuracy([("a", "AGREE"), ("b", "AID")], ["AGREE", None])
    50.0
    """
    right = sum(gold == said for (_, gold), said in zip(pairs, told, strict=True))
    return 100 * right / max(len(pairs), 1)


def read_gold(path: Path) -> Iterator[Pair]:
    """The sentences with their classes, joined as above."""
    for record in json.loads(path.read_text(encoding="utf-8"))[1:]:
        text = record["text"].strip(" {}")
        yield text, JOINED.get(record["event"], record["event"])


def type_of(account: Account) -> str | None:
    """The PLOVER event of the main mention; None when there is none."""
    if account.main is None:
        return None
    main = next(each for each in account.mentions if each.id == account.main.mention)
    return main.plover.event


def _read(pairs: Sequence[Pair]) -> Iterator[Account]:
    yield from read_texts([Text(str(number), pair[0]) for number, pair in enumerate(pairs)])


def main() -> None:
    """Print the accuracy and, with --cases, every sentence that was told wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=gold_folder())
    parser.add_argument("--limit", type=int, default=None)
    parser.add_argument("--cases", action="store_true")
    options = parser.parse_args()
    pairs = sample(read_gold(options.data / GOLD), lambda pair: pair[0], options.limit)
    accounts = list(_read(pairs))
    told = [type_of(account) for account in accounts]
    print(f"event_types.plover_accuracy {accuracy(pairs, told):.1f} n={len(pairs)}")
    every = zip(pairs, told, accounts, strict=True)
    wrong = [(pair, said, account) for pair, said, account in every if pair[1] != said]
    print(Counter((pair[1], said) for pair, said, _ in wrong).most_common(25))
    for pair, said, account in wrong if options.cases else []:
        mentions = [(each.trigger.quote(pair[0]), each.plover.event, each.modality)
                    for each in account.mentions]  # fmt: skip
        print(f"{pair[1]} told {said}: {pair[0]}\n      {mentions}")


if __name__ == "__main__":
    main()
