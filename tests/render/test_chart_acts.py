"""Who acts on whom, drawn: actors in a column, arcs beside it."""

import pytest

from twosource.render.chart_acts import MOST_ACTORS, MOST_ARCS, WIDTH, Deed, draw_acts

DEEDS = [
    Deed("e1", ("Front",), ("Army",), "ASSAULT", claimed=True),
    Deed("e2", ("Front",), ("Army",), "COERCE", claimed=False),
    Deed("e3", ("Army",), ("Front",), "ACCUSE", claimed=False),
    Deed("e4", ("Lakes Union",), ("Front", "Army"), "CONSULT", claimed=False),
    Deed("e5", ("Army",), ("Army",), "ASSAULT", claimed=False),
    Deed("e6", ("Army",), (), "ASSAULT", claimed=False),
]


def test_each_tie_is_an_arrow_with_its_count_and_family():
    graph = draw_acts(DEEDS)
    told = {(arc.who, arc.whom, arc.family): arc.count for arc in graph.arcs}
    assert told == {
        ("Front", "Army", "force"): 2,
        ("Army", "Front", "words"): 1,
        ("Lakes Union", "Front", "dealings"): 1,
        ("Lakes Union", "Army", "dealings"): 1,
    }
    assert [name for name, _ in graph.families] == ["force", "words", "dealings"]


def test_what_only_somebody_claims_is_told_so():
    (arc,) = draw_acts(DEEDS[:1]).arcs
    assert arc.claimed
    assert "claim" in arc.says
    (both,) = draw_acts(DEEDS[:2]).arcs
    assert not both.claimed


def test_the_order_of_the_deeds_changes_nothing():
    assert draw_acts(DEEDS[::-1]) == draw_acts(DEEDS)


def test_nobody_who_acts_on_nobody_is_drawn():
    assert draw_acts(DEEDS[4:]) is None
    assert draw_acts([Deed("e1", ("A",), ("B",), None, claimed=False)]) is None


def test_arcs_of_the_same_two_do_not_lie_on_each_other():
    arcs = draw_acts(DEEDS).arcs
    assert len({(arc.x, arc.y) for arc in arcs}) == len(arcs)


@pytest.mark.parametrize("size", [2, 9, 30])
def test_it_stays_as_narrow_as_a_phone(size):
    names = [f"Some Body of Number {number}" for number in range(size)]
    deeds = [
        Deed(f"e{one}{two}", (names[one],), (names[two],), "ASSAULT", claimed=False)
        for one in range(size)
        for two in range(size)
        if one != two
    ]
    graph = draw_acts(deeds)
    assert len(graph.nodes) <= MOST_ACTORS
    assert len(graph.arcs) <= MOST_ARCS
    assert graph.width <= WIDTH
    assert all(0 < node.y < graph.height for node in graph.nodes)
    assert all(arc.x <= graph.width for arc in graph.arcs)
    assert graph.left_out == len(deeds) - len(graph.arcs)
