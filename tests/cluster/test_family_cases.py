"""Piles of invented reports: copies, insertions, rewrites, shared statements and paragraphs."""

import tomllib
from pathlib import Path

import pytest

import make
from twosource.cluster.families import find_families

FILE = Path(__file__).parents[1] / "cases" / "families.toml"
TABLE = tomllib.loads(FILE.read_text(encoding="utf-8"))


def pile(case):
    """The reports of a case, each of an outlet of its own, of one day."""
    headings = case.get("headings", [""] * len(case["reports"]))
    bodies = ["\n\n".join(TABLE["parts"][name] for name in names) for names in case["reports"]]
    return [
        make.report(
            f"{heading}\n\n{body}" if heading else body, given_id=str(number),
            outlet=f"Paper {number}", published="2031-03-05",
        )
        for number, (heading, body) in enumerate(zip(headings, bodies, strict=True))
    ]  # fmt: skip


@pytest.mark.parametrize("case", TABLE["case"], ids=[case["name"] for case in TABLE["case"]])
@pytest.mark.parametrize("turned", [False, True])
def test_the_pile_comes_out_as_it_must(case, turned):
    reports = pile(case)
    numbers = {report.id: int(report.given_id) for report in reports}
    families = find_families(reports[::-1] if turned else reports)
    assert (
        sorted(sorted(numbers[one] for one in each.reports) for each in families)
        == (case["families"])
    )
    if "relation" in case:
        (edge,) = [edge for each in families for edge in each.edges]
        assert edge.relation == case["relation"]
