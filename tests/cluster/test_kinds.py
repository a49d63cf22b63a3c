"""What two reports share: names alone, words alone."""

import make
from twosource.cluster.evidence import NO_NAMES, weigh_evidence
from twosource.cluster.kinds import find_alone
from twosource.cluster.similarity import find_alike
from twosource.cluster.sketches import make_sketch


def sketches(*texts):
    return [make_sketch(make.report(text)) for text in texts]


def test_names_alone_are_one_conflict_and_a_shared_day_adds_nothing():
    shelling = (
        "Shells hit the market on Monday and killed twelve traders as people bought bread before "
        "sunrise, Sanna Merow of the Orlan Front said in Dolna. Guns on a ridge fired at crowds."
    )
    buses = (
        "Since Monday many families left by bus and now sleep in school halls with blankets and "
        "soup, Sanna Merow of the Orlan Front said in Dolna. Volunteers cook for small children."
    )
    again = (
        "Twelve traders were killed on Monday when shells hit the market as people bought bread, "
        "Sanna Merow of the Orlan Front said in Dolna. Crowds fled from guns on a ridge."
    )
    alone = find_alone(sketches(shelling, buses, again)).names
    assert alone[0, 1]
    assert not alone[0, 2]


def test_deeds_of_one_kind_with_hardly_a_name_in_common_count_less():
    one = "A boy was hurt when a thief fired at a shop in Tarn, said Ada Brenn of the Tarn police. "
    other = (
        "A boy was hurt when a thief fired at a shop in Fell, said Karl Vess of the Fell guard. "
    )
    rest = "The thief fled with cash, said {}, and a dog lost the trail by the river near {}."
    told = sketches(one + rest.format("Mayor Ines Harrow", "Odel"),
                    other + rest.format("Judge Olof Brand", "Miro"))  # fmt: skip
    assert find_alone(told).words[0, 1]
    words = find_alike(told)
    assert weigh_evidence(words, told)[0, 1] == NO_NAMES * words[0, 1]


def test_a_report_with_few_names_is_not_judged_by_them():
    told = sketches("A thief fired at a shop in Tarn.", "A thief fired at a shop.")
    assert not find_alone(told).words[0, 1]
