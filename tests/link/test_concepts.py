"""How alike trigger words are."""

import pytest

from twosource.link.concepts import is_general, is_pronoun, likeness, words_of


@pytest.mark.parametrize(
    ("left", "right", "value"),
    [
        ("arrest", "arrest", 1.0),
        ("investigate", "investigation", 0.9),
        ("shell", "shelling", 0.9),
        ("die", "death", 0.7),
        ("buy", "acquisition", 0.7),
        ("check into", "check", 1.0),
        ("arrest", "earthquake", 0.0),
    ],
)
def test_words_of_one_kind_are_alike(left, right, value):
    assert likeness(left, right) == likeness(right, left) == value


def test_particles_are_no_part_of_a_trigger():
    assert words_of("check herself into") == ("check",)


def test_words_that_point_back_or_name_anything_are_known():
    assert is_pronoun("It")
    assert is_general("the incident")
    assert not is_general("arrest")
