"""A report's own toll."""

from dataclasses import replace

import pytest

from make import account, reading
from twosource.extract.figures import find_figures
from twosource.extract.total_titles import totals_of_title
from twosource.extract.totals import sum_totals


def totals(text: str) -> dict[str, tuple]:
    read = reading(text)
    account = replace(read.account, figures=tuple(find_figures(read)))
    return {each.measure: (each.low, each.best, each.high) for each in sum_totals(account)}


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Three people were killed. The three victims were named.", (3, 3, 3)),
        ("At least 200 deaths were reported, including ten civilians.", (200, 200, None)),
        ("The mayor was murdered. He died at the scene.", (1, 1, 1)),
        ("A woman and a boy were killed.", (2, 2, 2)),
        ("Nobody was killed.", (0, 0, 0)),
        ("A man killed a 4-year-old boy. The man died later.", (2, 2, 2)),
        ("A boy was killed in a murder-suicide.", (2, 2, 2)),
        ("No casualties were reported.", (0, 0, 0)),
        ("Dozens of people were killed.", (12, None, None)),
    ],
)
def test_killed(text, killed):
    assert totals(text)["killed"] == killed


def test_silence_has_no_total():
    assert "killed" not in totals("The council met on Monday.")


def test_one_who_was_shot_and_died_is_not_also_injured():
    found = totals("A man was shot on Elm Street. He died in hospital.")
    assert found["killed"] == (1, 1, 1)
    assert "injured" not in found


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("Six children and two adults were killed.", "killed", (8, 8, 8)),
        ("A man killed seven people before killing himself.", "killed", (8, 8, 8)),
        ("Five people were shot, one fatally.", "injured", (4, 4, 4)),
        (
            "At least 13 people were killed. Another agency spoke of 21 dead.",
            "killed",
            (13, 21, 21),
        ),
        ("Nine people died. 130 people were killed elsewhere.", "killed", (9, 9, 9)),
        ("A man was charged in the triple homicide.", "killed", (3, 3, 3)),
    ],
)
def test_sums_parts_and_ranges(text, measure, expected):
    assert totals(text)[measure] == expected


def test_a_title_beside_a_text_without_figures_gives_its_toll():
    read = reading("Sign in to read on.")
    account = replace(read.account, report=replace(read.report, given_title="5 dead in Karsk"))
    assert [(each.measure, each.best) for each in sum_totals(account)] == [("killed", 5)]


def test_others_who_were_hurt_are_not_of_the_dead():
    text = "One man was killed and four other people were hurt. Later three were still ill."
    assert totals(text)["injured"][1] == 4


@pytest.mark.parametrize(
    ("text", "measure", "best"),
    [
        ("A small child was shot on Sunday. The 5-year-old shot herself.", "injured", 1),
        ("Three men died at the scene. A second person was also injured.", "injured", 1),
        ("A teen was killed and a child was injured.", "injured", 1),
        ("Boy and man found shot dead. A man and a boy were shot dead on Elm Road.", "killed", 2),
        ("Four others, three women and one man, were hurt.", "injured", 4),
        ("Keith Bowers was shot in the groin.", "injured", 1),
        ("A cook was killed in Karsk. Nine other members of his family were killed.", "killed", 10),
        ("A cook was killed and two others were shot. Two others were killed.", "killed", 3),
        ("Ola Venn, 67, was killed by a shell and his son Teo Ola Venn was killed.", "killed", 2),
        ("The wife of Ola Venn (Umm Teo) was killed alongside her four sons.", "killed", 5),
    ],
)
def test_persons_told_one_by_one(text, measure, best):
    assert totals(text)[measure][1] == best


def test_who_was_shot_before_he_is_told_dead_is_not_also_injured():
    found = totals("A man accidentally shot another man. He was taken to hospital, where he died.")
    assert "injured" not in found


def test_a_title_tells_what_the_text_is_silent_on():
    read = reading("Two men were killed on Elm Road.")
    figures = tuple(find_figures(read))
    report = replace(read.report, given_title="Three dead, one wounded in Karsk")
    found = sum_totals(replace(read.account, figures=figures, report=report))
    assert [(each.measure, each.best) for each in found] == [("injured", 1), ("killed", 2)]


def test_a_daughter_with_her_name_is_one_person():
    text = "He mourns the death of his daughter, Ada Marie Bell. Ada Rose Bell died at home."
    assert totals(text)["killed"] == (1, 1, 1)


def test_warrants_are_not_killed():
    assert "killed" not in totals("Police executed 17 search warrants on Monday.")


def test_another_shooting_beside_the_reports_own_is_left_out():
    text = "Two men were hurt on Monday. The incident follows a shooting that killed four people."
    assert "killed" not in totals(text)


def test_a_count_of_an_earlier_day_is_left_out():
    text = "One man was killed on 3 May 2031. On 2 March 2031 a guard, Otto Bell, was killed."
    found = account(text, "2031-05-04")
    assert [each.best for each in found.totals if each.measure == "killed"] == [1]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Four shot, one fatally, in Karsk", {"killed": 1, "injured": 3}),
        ("Teen charged in shooting death of girl", {"killed": 1}),
        ("Torda attack kills 2, wounds 5", {"killed": 2, "injured": 5}),
        ("Police name victims of triple homicide", {"killed": 3}),
        ("Boy in critical condition after fall", {"injured": 1}),
        ("Boy shot dead", {"killed": 1}),
        ("Death of 12-year-old girl ruled a homicide", {"killed": 1}),
        ("Couple charged in non-fatal shooting of son", {}),
        ("Council meets on Monday", {}),
    ],
)
def test_tolls_of_titles(title, expected):
    assert {each.measure: each.best for each in totals_of_title(title)} == expected


@pytest.mark.parametrize(
    ("text", "measure", "best"),
    [
        ("The hospital, which had earlier reported 12 deaths, said 19 people died.", "killed", 19),
        ("Authorities revised the toll from 31 down to 28.", "killed", 28),
        ("The ministry lowered its count of the dead to 9 from 12.", "killed", 9),
        ("Police earlier put the number of injured at 40. It is 25 injured now.", "injured", 25),
        ("Officials had initially said 20 people were killed.", "killed", 20),
    ],
)
def test_a_count_of_before_gives_way(text, measure, best):
    assert totals(text)[measure] == (best, best, best)


def test_a_count_of_before_is_marked():
    found = find_figures(reading("The toll rose to 46, up from 39 on Monday."))
    assert [(each.value, each.superseded) for each in found] == [(46, False), (39, True)]


def test_parts_behind_a_colon_are_not_added():
    text = "Fourteen people were killed: nine civilians and five fighters."
    assert totals(text)["killed"] == (14, 14, 14)


@pytest.mark.parametrize(
    "text",
    [
        "The blast nearly killed his father.",
        "He was charged with planning to harm or kill a neighbour.",
        "A weather warning issued on Monday, expiring on Friday.",
    ],
)
def test_what_did_not_happen_kills_nobody(text):
    assert "killed" not in totals(text)


def test_a_common_noun_with_a_capital_is_no_name():
    text = "Teenager dead in Karsk. A teenager was shot dead. 19-year-old Otto Bell died there."
    assert totals(text)["killed"] == (1, 1, 1)
