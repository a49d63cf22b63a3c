"""Cases by writers who knew no rule of the program in, how many it gets right out.

`cases/SET-findings.toml`: invented reports and the finding that a reader would make of them by the
rules of status; `cases/SET-stories.toml`: piles of invented reports and the happening of each.
Every report goes the whole way of `twosource findings -`. A set is blind only until it is read for
mending: `cases/README.md` tells when each was, and what was right at first sight.
`python -m benchmarks.quality.blind FILE ...` prints the cases of findings that are wrong.
"""

import json
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.quality.clusters import b_cubed
from benchmarks.quality.common import Metric
from twosource.base.records import Account
from twosource.base.settings import Settings
from twosource.base.stories import Dossier, Finding
from twosource.capture.paths import capture_paths
from twosource.pipeline import assemble
from twosource.runners.local import read_pile

CASES = Path(__file__).with_name("cases")
Row = Mapping[str, Any]


def score(data: Path, limit: int | None) -> list[Metric]:
    """Findings and stories of each set; `data/blind` is scored too where it exists."""
    metrics = []
    for folder in (CASES, data / "blind"):
        for file in sorted(folder.glob("*-findings.toml")):
            metrics += score_findings(file.stem[: -len("-findings")], _rows(file, "case", limit))
        for file in sorted(folder.glob("*-stories.toml")):
            metrics.append(score_stories(file.stem[: -len("-stories")], _rows(file, "pile", limit)))
    return metrics


def score_findings(name: str, cases: Sequence[Row]) -> list[Metric]:
    """Shares of a set in percent: as expected, not falsely corroborated, not falsely contested."""
    tally = Counter(each for case in cases for each in judge(case, dossier_of(case).findings))
    count = len(cases)
    return [
        Metric(f"blind.{name}.right", 100 * tally["right"] / count, count),
        *(
            Metric(f"blind.{name}.not_falsely_{status}", 100 - 100 * tally[status] / count, count)
            for status in ("corroborated", "contested")
        ),
    ]


def judge(case: Row, findings: Sequence[Finding]) -> Iterator[str]:
    """`right` when a finding is as the case expects; each status that none of them should have."""
    told = pick(case, findings)
    expect = dict(case["expect"])
    banned = expect.pop("not_status", None)
    allowed = banned not in {one.status for one in told}
    if allowed and any(not list(differences(expect, one)) for one in told):
        yield "right"
    for status in ("corroborated", "contested"):
        wanted = status == expect.get("status") or not (banned == status or "status" in expect)
        if not wanted and any(one.status == status for one in told):
            yield status


def pick(case: Row, findings: Sequence[Finding]) -> list[Finding]:
    """The findings that the case speaks of: its slot, and its word where it names one."""
    slots = case["slot"] if isinstance(case["slot"], list) else [case["slot"]]
    word = case.get("text", "").lower()
    return [one for one in findings if one.slot in slots and word in one.text.lower()]


def differences(expect: Row, finding: Finding) -> Iterator[str]:
    """The names of what the finding does not have as expected."""
    seen = see(finding)
    yield from (name for name, wanted in expect.items() if seen[name] != wanted)


def see(finding: Finding) -> Row:
    """What a case may expect of a finding, by the names that cases give it."""
    value = finding.value
    return {
        "status": finding.status,
        "min": finding.independent_min,
        "max": finding.independent_max,
        "low": value.low if value else None,
        "best": value.best if value else None,
        "high": value.high if value else None,
        "rule": value.rule if value else None,
        "party": finding.interested_party,
        "scope": finding.scope,
        "lifecycle": finding.lifecycle,
    }


def score_stories(name: str, piles: Sequence[Row]) -> Metric:
    """B-cubed F1 over the reports of all piles of a set, each pile read by itself."""
    gold: dict[str, str] = {}
    found: dict[str, str] = {}
    for number, pile in enumerate(piles):
        dossier = dossier_of(pile)
        names = {each.report.id: f"{number} {each.report.given_id}" for each in dossier.accounts}
        gold |= {f"{number} {at}": f"{number} {row['story']}" for at, row in _numbered(pile)}
        found |= {names[one]: story.id for story in dossier.stories for one in story.reports}
    return Metric(f"blind.{name}.stories_b3_f1", b_cubed(gold, found)[2], len(gold))


def dossier_of(case: Row) -> Dossier:
    """What `twosource findings -` is printed from, for the reports of a case."""
    settings = Settings()
    with tempfile.TemporaryDirectory() as folder:
        lines = Path(folder, "case.jsonl")
        rows = ({**row, "id": str(at)} for at, row in _numbered(case))
        lines.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
        read = list(read_pile(capture_paths([str(lines)]), settings))
    return assemble([each for each in read if isinstance(each, Account)], settings)


def _numbered(case: Row) -> Iterator[tuple[int, dict[str, Any]]]:
    for at, row in enumerate(case["reports"]):
        yield at, dict(row)


def _rows(file: Path, table: str, limit: int | None) -> list[Row]:
    rows: list[Row] = tomllib.loads(file.read_text(encoding="utf-8"))[table]
    return rows if limit is None else rows[:limit]


def main(files: Sequence[str]) -> int:
    """Print each case that is not right: its name, what it expects, the findings it has."""
    for file in files:
        for case in _rows(Path(file), "case", None):
            findings = dossier_of(case).findings
            if "right" not in judge(case, findings):
                print(f"{case['name']}\n    expected {case['slot']} {case['expect']}")
                for one in pick(case, findings):
                    print(f"    {one.status} {one.independent_min} {one.value}: {one.text}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
