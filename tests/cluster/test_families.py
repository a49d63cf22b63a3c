"""Which texts descend from one text."""

import random

import pytest

import make
from twosource.cluster.families import find_families

WIRE = (
    "Rebels shelled the market of Marrowby on Monday morning, killing three traders and wounding"
    " eleven other people, the mayor of the town said. The army returned fire from the hills above"
    " the river, and the shooting went on until nightfall. Shops stayed closed and the road to the"
    " coast was blocked by burning lorries, a driver who had waited there for hours said."
)
OTHER = (
    "Heavy rain has flooded the lower districts of Port Ellery, where boats carried families from"
    " their roofs. Officials opened schools as shelters and asked people to boil water before they"
    " drink it. Forecasters expect the river to fall slowly from Thursday, when the wind turns."
)
SAME_DAY = (
    "Three people died when shells hit a busy square in Marrowby, according to doctors at the"
    " hospital there. Witnesses described smoke over the stalls and a long exchange of gunfire that"
    " kept ambulances away. Nobody has claimed the attack, which local leaders called a massacre."
)


def groups(*texts, **fields):
    reports = [make.report(text, given_id=str(n), **fields) for n, text in enumerate(texts)]
    ids = {report.id: report.given_id for report in reports}
    families = find_families(reports)
    return sorted(sorted(ids[name] for name in family.reports) for family in families)


def the_edge(*texts):
    reports = [make.report(text, given_id=str(n)) for n, text in enumerate(texts)]
    (edge,) = [edge for family in find_families(reports) for edge in family.edges]
    return edge


def test_a_wire_copied_twice_is_one_family():
    assert groups(WIRE, WIRE, OTHER) == [["0", "1"], ["2"]]
    edge = the_edge(WIRE, WIRE)
    assert (edge.relation, edge.overlap) == ("copy", 1.0)


def test_a_copy_in_part_with_words_of_its_own_is_still_a_copy():
    part = WIRE[:260] + " Our reporter saw two of the lorries. " + OTHER[:120]
    edge = the_edge(WIRE, part)
    assert edge.relation == "copy"
    assert "longest shared passage" in edge.reason


def test_a_reworded_text_is_a_rewrite():
    reworded = (
        "The mayor of the town said rebels had killed three traders and wounded eleven other"
        " people in Marrowby. Burning lorries blocked the road to the coast. Until nightfall the"
        " shooting went on, and shops stayed closed while the army fired from the hills."
    )
    assert the_edge(WIRE, reworded).relation in {"rewrite", "copy"}


def test_two_reports_of_one_happening_in_other_words_are_two_families():
    assert groups(WIRE, SAME_DAY) == [["0"], ["1"]]


def test_one_speech_quoted_by_two_reports_makes_no_family():
    speech = (
        " “We shall not leave this valley until every one of our prisoners has come home, and we"
        " shall rebuild each house that was burnt this week with our own hands,” she said."
    )
    assert groups(OTHER + speech, SAME_DAY + speech) == [["0"], ["1"]]


def test_every_report_is_in_one_family_and_order_is_no_matter():
    texts = [WIRE, OTHER, SAME_DAY, WIRE + " It rained.", OTHER[:150]]
    reports = [make.report(text, given_id=str(n)) for n, text in enumerate(texts)]
    first = find_families(reports)
    random.Random(7).shuffle(reports)  # noqa: S311 - a test
    assert find_families(reports) == first
    names = [name for family in first for name in family.reports]
    assert sorted(names) == sorted(report.id for report in reports)


def test_two_files_of_the_same_bytes_are_one_member():
    report = make.report(WIRE)
    (family,) = find_families([report, report])
    assert family.reports == (report.id,)


def test_short_equal_texts_are_one_family():
    assert groups("Shells fell on Tarn.", "Shells fell on Tarn!", "Rain fell.") == [
        ["0", "1"],
        ["2"],
    ]


@pytest.mark.parametrize("reports", [[], [make.report("Shells fell.")]])
def test_few_or_no_reports_are_no_trouble(reports):
    assert len(find_families(reports)) == len(reports)


def test_a_text_that_a_hundred_outlets_copied_is_one_family():
    texts = [f"{WIRE} Desk {number}." for number in range(100)]
    assert len(groups(*texts)) == 1
