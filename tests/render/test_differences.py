from hypothesis import given
from hypothesis import strategies as st

from twosource.render.differences import compare

HOMES = "Homes were struck too, locals told us."
LEFT = f"The market was hit on Monday. Nine people died, the office said. {HOMES}"
RIGHT = f"{HOMES} The market was hit on Monday. Seven people died, the office said."


def of_kind(runs, kind):
    return [run.text.strip() for run in runs if run.kind == kind]


def test_a_changed_word_is_only_here():
    found = compare(LEFT, RIGHT)
    assert "Nine" in of_kind(found.left, "own")
    assert "Seven" in of_kind(found.right, "own")


def test_a_passage_at_another_place_is_moved_not_missing():
    found = compare(LEFT, RIGHT)
    assert any("Homes were struck too" in text for text in of_kind(found.left, "moved"))
    assert any("Homes were struck too" in text for text in of_kind(found.right, "moved"))


def test_equal_texts_share_every_word():
    found = compare(LEFT, LEFT)
    assert found.own_left == found.own_right == found.moved == 0
    assert {run.kind for run in found.left} == {"shared"}


def test_texts_with_nothing_in_common_share_nothing():
    found = compare("Alpha beta gamma delta.", "One two three four!")
    assert found.shared == 0


@given(st.text(max_size=200), st.text(max_size=200))
def test_both_texts_come_out_as_they_went_in(left, right):
    found = compare(left, right)
    assert "".join(run.text for run in found.left) == left
    assert "".join(run.text for run in found.right) == right


@given(st.text(alphabet="ab cd.", max_size=80), st.text(alphabet="ab cd.", max_size=80))
def test_what_is_shared_are_the_same_words_on_both_sides(left, right):
    found = compare(left, right)
    shared = [
        "".join(run.text for run in runs if run.kind == "shared").split()
        for runs in (found.left, found.right)
    ]
    assert "".join(shared[0]) == "".join(shared[1])
