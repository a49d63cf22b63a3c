"""A story is called by a headline that names the happening in nobody's words."""

import pytest
from tests import make

from twosource.cluster.sketches import make_sketch
from twosource.cluster.titles import choose_title, is_plain


def sketch(title: str, published: str):
    return make_sketch(
        make.report(f"{title}\n\nShells hit Orvan.", given_title=title, published=published)
    )


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Shells hit market in Orvan, nine dead", True),
        ("Harrow Bay: faulty valve caused market explosion", True),
        ("Army says it hit a depot", False),
        ("Nine dead - rebels", False),
        ("UN: 40 dead in Orvan", False),
        ("Orvan earthquake: Flash Update No. 2", False),
    ],
)
def test_headlines_of_one_side_and_of_a_series_are_not_plain(title, plain):
    assert is_plain(title) is plain


def test_the_earliest_plain_headline_stands_in_for_one_sides_word():
    centre = sketch("Army says it hit a depot", "2031-03-04")
    late, early = sketch("Orvan shelled again", "2031-03-05"), sketch("Orvan shelled", "2031-03-04")
    assert choose_title(centre, [centre, late, early]) == "Orvan shelled"
    assert choose_title(centre, [centre]) == "Army says it hit a depot"
    assert choose_title(late, [centre, late, early]) == "Orvan shelled again"
