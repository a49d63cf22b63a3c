"""One text in two languages is one family; the same happening told by somebody else is not."""

import random
import tomllib
from itertools import combinations
from pathlib import Path

import pytest

import make
from twosource.cluster.families import find_families
from twosource.cluster.growth import group_all
from twosource.cluster.sketches import make_sketch

FILE = Path(__file__).parents[1] / "cases" / "translations.toml"
LOUD = {"ar", "de"}  # any word may be a name in either: the two are joined through a third only
ROWS = tomllib.loads(FILE.read_text(encoding="utf-8"))["report"]


def happening(row):
    return row.get("happening", row["text_of"])


def report(row):
    return make.report(
        row["text"], given_id=row["name"], language=row["language"], outlet=row.get("outlet"),
        published="2031-06-05",
    )  # fmt: skip


PAIRS = [
    pytest.param(one, other, id=f"{one['name']} / {other['name']}")
    for one, other in combinations(ROWS, 2)
    if happening(one) == happening(other) and one["language"] != other["language"]
    if {one["language"], other["language"]} != LOUD
]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_a_translation_is_of_the_family_and_a_look_alike_is_not(one, other):
    families = find_families([report(one), report(other)])
    edges = [edge for each in families for edge in each.edges]
    if one["text_of"] == other["text_of"]:
        (edge,) = edges
        assert edge.relation == "translation"
        assert "names and numbers" in edge.reason
    else:
        assert edges == []


@pytest.mark.parametrize("seed", [1, 2])
def test_the_whole_pile_falls_into_its_texts(seed):
    reports = [report(row) for row in ROWS]
    of = {report(row).id: row["text_of"] for row in ROWS}
    random.Random(seed).shuffle(reports)  # noqa: S311 - a test
    found = find_families(reports)
    assert all(len({of[name] for name in each.reports}) == 1 for each in found)
    assert len(found) == len(set(of.values()))
    assert group_all([make_sketch(each) for each in reports]).groups.families == found
