"""Several reports of one incident in, how well the fused count of them meets the gold out.

gva_incidents: incidents with two reports or more, each incident's reports read as one pile. The
fused count is `best` of the finding that gives the toll most texts come to (its reason says so),
else of the finding that most reports stand behind; beside it stand the first report's own total,
the largest total of any report, and the total nearest to the gold (an oracle: no rule can choose
better among the reports).
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.common import Metric, Text, findings_of, sample
from benchmarks.quality.figures import Pair, exact_share, mean_error, read_total
from twosource.base.stories import Dossier, Finding
from twosource.reconcile.story_tolls import Votes, count_votes, find_toll

SLOTS = ("killed", "injured")


@dataclass(frozen=True, slots=True)
class Incident:
    """An incident's reports, oldest first, and its gold counts of killed and injured."""

    id: str
    texts: tuple[Text, ...]
    gold: Mapping[str, float]


def score(data: Path, limit: int | None) -> list[Metric]:
    """Exact share and mean error of killed and injured; `limit` counts incidents."""
    incidents = sample(_read(data / "gva_incidents"), lambda one: one.id, limit)
    pairs: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for incident in incidents:
        dossier = findings_of(incident.texts)
        for slot in SLOTS:
            for name, value in compare(dossier, incident, slot).items():
                pairs[slot, name].append(Pair(incident.gold[slot], value))
    return [metric for key, rows in pairs.items() for metric in _to_metrics(*key, rows)]


def compare(dossier: Dossier, incident: Incident, slot: str) -> dict[str, float | None]:
    """The count by each way of choosing one; None: nothing is said, taken as none."""
    accounts = {account.report.given_id: account for account in dossier.accounts}
    totals = [read_total(accounts[text.id], slot) for text in incident.texts]
    told = [total for total in totals if total is not None]
    gold = incident.gold[slot]
    return {
        "fused": fused(dossier.findings, slot, _votes(dossier, slot)),
        "first": totals[0],
        "maximum": max(told, default=None),
        "oracle": min(totals, key=lambda total: abs((total or 0.0) - gold)),
    }


def fused(
    findings: Sequence[Finding], slot: str, votes: Mapping[float, Votes] | None = None
) -> float | None:
    """The best value of the finding that most texts come to, else that most reports tell."""
    leading = find_toll(slot, findings, votes or {})
    if leading is not None:
        return _best(leading)
    live = [one for one in findings if (one.scope, one.lifecycle) == ("current", "live")]
    able = [one for one in live if one.slot == slot and _best(one)]
    chosen = min(able, key=_rank, default=None)
    return _best(chosen) if chosen is not None else None


def _votes(dossier: Dossier, slot: str) -> dict[float, Votes]:
    families = {report: family.id for family in dossier.families for report in family.reports}
    return count_votes(slot, {each.report.id: each for each in dossier.accounts}, families)


def _rank(finding: Finding) -> tuple[int, float, str]:
    return -len({each.report for each in finding.supports}), -(_best(finding) or 0.0), finding.id


def _best(finding: Finding) -> float | None:
    return finding.value.best if finding.value is not None else None


def _to_metrics(slot: str, name: str, pairs: Sequence[Pair]) -> list[Metric]:
    return [
        Metric(f"fusion.{slot}.{name}.exact", exact_share(pairs), len(pairs)),
        Metric(f"fusion.{slot}.{name}.mae", mean_error(pairs), len(pairs)),
    ]


def _read(folder: Path) -> list[Incident]:
    gold = {
        row["incident_uri"]: {slot: float(row[f"num_{slot}"]) for slot in SLOTS}
        for row in map(json.loads, _lines(folder / "incidents.jsonl"))
    }
    texts: dict[str, list[Text]] = defaultdict(list)
    for row in map(json.loads, _lines(folder / "docs.jsonl")):
        if row["text"].strip():
            text = Text(row["doc_id"], row["text"], row["dct"])
            texts[row["incident_id"]].append(text)
    return [
        Incident(
            name, tuple(sorted(rows, key=lambda text: (text.published or "", text.id))), gold[name]
        )
        for name, rows in texts.items()
        if len(rows) > 1 and name in gold
    ]


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []
