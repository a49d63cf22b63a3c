"""The scorers of events are honest: gold scores 100, nothing scores 0, a wrong string loses."""

from benchmarks.quality.event_types import accuracy
from benchmarks.quality.events import count_right
from benchmarks.quality.muc import plain, read_templates, read_texts

GOLD = (frozenset({"rebels", "guerrillas"}), frozenset({"jane roe", "mayor"}))
KEY = """0.  MESSAGE: ID                     DEV-MUC3-9999 (X)
1.  MESSAGE: TEMPLATE               1
9.  PERP: INDIVIDUAL ID             "REBELS" / "GUERRILLAS"
                                    "DRIVER"
"""


def told(*names):
    return [frozenset({name}) for name in names]


def test_gold_as_prediction_meets_every_entity():
    assert count_right(GOLD, told("rebels", "mayor")) == len(GOLD)


def test_nothing_meets_nothing():
    assert count_right(GOLD, []) == 0


def test_a_string_is_used_once_and_a_shifted_one_loses():
    assert count_right(GOLD, told("rebels", "rebels")) == 1
    assert count_right(GOLD, told("armed rebels")) == 0


def test_mentions_of_one_actor_are_one_entity():
    assert count_right(GOLD, [frozenset({"roe", "jane roe"})]) == 1


def test_strings_lose_articles_and_quotes():
    assert plain('The "Blue"  House') == "blue house"


def test_a_template_keeps_its_lines():
    (identity, template), *_ = read_templates(KEY)
    assert identity == "DEV-MUC3-9999"
    assert template["PERP: INDIVIDUAL ID"] == ['"REBELS" / "GUERRILLAS"', '"DRIVER"']


def test_texts_lose_their_headers():
    assert list(read_texts("DEV-MUC3-9999 (X)\n\n   A TEXT.\n")) == [
        ("DEV-MUC3-9999", "   A TEXT.")
    ]


def test_accuracy_counts_equal_classes():
    pairs = [("a", "AID"), ("b", "AGREE")]
    assert accuracy(pairs, ["AID", "AGREE"]) == 100.0
    assert accuracy(pairs, [None, None]) == 0.0
