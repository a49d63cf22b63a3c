"""What changed in, text for a terminal or rows of JSON out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby

from twosource.base.kept import Change
from twosource.base.numbers import parse_number
from twosource.render.lines import CONTRACT
from twosource.render.paint import Paint
from twosource.render.phrases import STATUS, day_words
from twosource.render.values import Row

SIGNS = {
    "new_story": "+", "joined": "=", "split": "/", "new_event": "+", "new_finding": "+",
    "revised": "~", "status": "~", "gone": "-",
}  # fmt: skip
SHORT = {**STATUS, "multiple_reports": "several reports", "unsupported": "only denied"}
NUMBER = re.compile(r"(?:up to )?([\d,.]+).*")


def changes_text(changes: Sequence[Change], titles: Mapping[str, str], paint: Paint) -> str:
    """What changed, the latest first, by update and story. `titles` are those of the stories."""
    if not changes:
        return "Nothing changed.\n"
    lines: list[str] = []
    for (made_at, story), told in groupby(changes, key=lambda each: (each.made_at, each.story)):
        rows = list(told)
        title = titles.get(story) or next((x.text for x in rows if x.kind == "new_story"), story)
        lines.append(paint.dye(title, "bold"))
        lines.append(paint.dye(f"{day_words(made_at[:16])} UTC · {story}", "soft"))
        blocks: dict[str, list[str]] = {}  # a sentence once: it may tell two findings or moves
        for each in rows:
            head, *how = _lines(each, paint)
            known = blocks.setdefault(head, [])
            known += [line for line in how if line not in known]
        for head, how in blocks.items():
            lines += [head, *how]
        lines.append("")
    return "\n".join(lines)


def changes_page(changes: Sequence[Change], since: str | None) -> Row:
    """What changed as JSON."""
    return {
        "contract": CONTRACT,
        "since": since,
        "changes": [asdict(each) for each in changes],
    }


def _lines(change: Change, paint: Paint) -> Iterator[str]:
    """The change in one sentence, and below it how it moved and by whose word."""
    yield paint.fill(_says(change), "    ", f"  {SIGNS[change.kind]} ")
    told = ": ".join(each for each in (_moved(change), change.reason) if each)
    if told and change.kind != "new_story":
        yield paint.fill(paint.dye(told, "soft"), "      ")


def _says(change: Change) -> str:
    if change.kind == "new_story":
        return f"new story, {change.reason}"
    return f"told no more: {change.text}" if change.kind == "gone" else change.text


def _moved(change: Change) -> str:
    """From what to what, in words; empty for what is new."""
    if change.before is None or change.after is None:
        return ""
    before, after = (SHORT.get(each, each) for each in (change.before, change.after))
    slot = (change.slot or "").replace("_", " ")
    if change.kind != "revised":
        return f"{before} → {after}"
    return f"{slot} {before} → {after}{_way(change.before, change.after)}"


def _way(before: str, after: str) -> str:
    """Whether a figure rose or fell, by its lowest number; empty where that is the same."""
    low, now = (parse_number(NUMBER.sub(r"\1", each)) for each in (before, after))
    if low is None or now is None or low == now:
        return ""
    return ", up" if now > low else ", down"
