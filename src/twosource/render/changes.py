"""What changed in, text for a terminal or rows of JSON out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby

from twosource.base.kept import Change
from twosource.render.lines import CONTRACT
from twosource.render.paint import Paint
from twosource.render.phrases import STATUS, day_words
from twosource.render.values import Row

SIGNS = {
    "new_story": "+", "joined": "=", "split": "/", "new_event": "+", "new_finding": "+",
    "revised": "~", "status": "~", "gone": "-",
}  # fmt: skip
SHORT = {**STATUS, "multiple_reports": "several reports"}


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
        blocks = [tuple(_lines(each, paint)) for each in rows]
        for block in dict.fromkeys(blocks):  # one sentence may tell two findings
            lines += block
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
    return f"{slot} {before} → {after}" if change.kind == "revised" else f"{before} → {after}"
