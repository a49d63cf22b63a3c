"""Two reports and their story in, both texts side by side out, with what ties them."""

from dataclasses import dataclass
from typing import Any

from twosource.base.labels import label_of
from twosource.base.records import Report
from twosource.base.stories import Dossier
from twosource.render.common_words import say_common
from twosource.render.differences import Comparison, compare
from twosource.render.phrases import dated_words
from twosource.render.sources import title_of


@dataclass(frozen=True, slots=True)
class Compared:
    """One of the two reports."""

    report: Report
    outlet: str
    title: str | None
    published: str


@dataclass(frozen=True, slots=True)
class CompareContext:
    """Two reports side by side. `relation` None: nothing ties the two directly."""

    left: Compared
    right: Compared
    found: Comparison
    relation: str | None
    overlap: float | None
    reason: str
    same_text: bool  # of one family
    story: str | None


def build_compare(left: Report, right: Report, dossier: Dossier | None) -> CompareContext:
    """The page of two reports; `dossier` is the story of the first."""
    families = dossier.families if dossier is not None else ()
    pair = {left.id, right.id}
    edges = [each for family in families for each in family.edges]
    edge = next((each for each in edges if {each.left, each.right} == pair), None)
    same = any(pair <= set(family.reports) for family in families)
    third = "both are tied to a third report of the same text"
    reason = third if same else say_common(left, right)
    return CompareContext(
        _compared(left),
        _compared(right),
        compare(left.text, right.text),
        edge.relation if edge else None,
        edge.overlap if edge else None,
        edge.reason if edge else reason,
        same,
        dossier.stories[0].id if dossier is not None else None,
    )


def compare_row(context: CompareContext) -> dict[str, Any]:
    """The comparison as JSON, without the two reports."""
    found = context.found
    return {
        "relation": context.relation,
        "overlap": context.overlap,
        "reason": context.reason,
        "same_text": context.same_text,
        "words": {
            "shared": found.shared, "moved": found.moved,
            "only_left": found.own_left, "only_right": found.own_right,
        },
        "runs": {
            "left": [{"text": run.text, "kind": run.kind} for run in found.left],
            "right": [{"text": run.text, "kind": run.kind} for run in found.right],
        },
    }  # fmt: skip


def _compared(report: Report) -> Compared:
    return Compared(report, label_of(report), title_of(report), dated_words(report.published))
