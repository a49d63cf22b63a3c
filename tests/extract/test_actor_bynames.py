"""Further names that a report explains, with invented bodies."""

import pytest

import make


def names(text: str) -> list[tuple[str, str | None]]:
    return [(each.span.quote(text), each.name) for each in make.account(text).actors]


@pytest.mark.parametrize(
    "text",
    [
        "The Karsk Liberation Front (KLF) denied it. The KLF attacked the bank.",
        "KLF [Karsk Liberation Front] denied it. The KLF attacked the bank.",
    ],
)
def test_a_short_form_in_brackets_is_the_body_from_then_on(text):
    assert ("KLF", "Karsk Liberation Front") in names(text)


def test_letters_in_brackets_that_cannot_stand_for_the_name_are_no_short_form():
    text = "The Karsk Liberation Front (XYW) denied it. The XYW attacked the bank."
    assert ("XYW", "Karsk Liberation Front") not in names(text)


def test_a_body_known_as_another_bears_its_name():
    text = "The opposition coalition, known as the June Movement, called for calm."
    assert ("opposition coalition", "June Movement") in names(text)
