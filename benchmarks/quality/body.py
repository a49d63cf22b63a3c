"""Body text of web pages: 4-gram shingles of the text without furniture against the gold body.

Metric of the scrapinghub article-extraction benchmark: precision and recall of 4-word shingles,
each page's own, averaged over the pages; F1 of the two means.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from benchmarks.quality.common import Metric, sample
from twosource.base.body import body_of
from twosource.base.errors import UnreadableError
from twosource.base.ids import hash_bytes
from twosource.base.records import Item
from twosource.clean.reports import clean_item

FOLDER = "article_extraction"
SHINGLE = 4
READ = ("subhead", "dateline")
WORD = re.compile(r"\w+")


def score(data: Path, limit: int | None) -> list[Metric]:
    """The shingle F1 over the pages of `ground-truth.json`."""
    folder = data / FOLDER
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    names = sample(truth, str, limit)
    gold = {name: truth[name]["articleBody"] for name in names}
    found = {name: read_body(folder / "html" / f"{name}.html.gz") for name in names}
    precision, recall, f1 = shingle_scores(found, gold)
    return [
        Metric("body.shingle_f1", f1, len(gold), known=95.8, goal=96.5),
        Metric("body.shingle_precision", precision, len(gold)),
        Metric("body.shingle_recall", recall, len(gold)),
    ]


def read_body(file: Path) -> str:
    """The text of a page without headline and furniture; empty when the program finds none.

    Subheads and datelines stay: the gold bodies hold them, and a person reads them.
    """
    data = gzip.decompress(file.read_bytes())
    item = Item(hash_bytes(data), file.name, "text/html", data)
    try:
        report = clean_item(item)
    except UnreadableError:
        return ""
    outside = tuple(piece for piece in report.furniture if piece.kind not in READ)
    return body_of(replace(report, furniture=outside))


def shingle_scores(found: Mapping[str, str], gold: Mapping[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent; a page with no text found has precision 0."""
    precisions, recalls = [], []
    for name, body in gold.items():
        right = shingles(body)
        taken = shingles(found.get(name, ""))
        shared = sum((right & taken).values())
        precisions.append(shared / sum(taken.values()) if taken else float(not right))
        recalls.append(shared / sum(right.values()) if right else 1.0)
    if not gold:
        return 0.0, 0.0, 0.0
    precision, recall = sum(precisions) / len(gold), sum(recalls) / len(gold)
    both = precision + recall
    return 100 * precision, 100 * recall, 200 * precision * recall / both if both else 0.0


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The 4-word shingles of a text; a shorter text is one shingle, an empty one none."""
    words = WORD.findall(text)
    count = max(1, len(words) - SHINGLE + 1) if words else 0
    return Counter(tuple(words[place : place + SHINGLE]) for place in range(count))
