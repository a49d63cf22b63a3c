"""Of those who were struck, those who died are not also hurt."""

import pytest

import make

CASES = [
    ("Five people were shot at a bus stop on Tuesday. Two of them died at the scene.", 2, 3),
    ("One man was killed and four people were shot in the raid.", 1, 4),
    ("One of five people wounded in the raid has died.", 1, 4),
    ("Shells killed four soldiers and wounded six. Two of the wounded later died.", 4, 4),
    ("One person was killed and another wounded. Another person who was hurt is at home.", 1, 1),
    ("A boy was killed in Karsk. His brother was also hurt in the leg.", 1, 1),
]


def best(text, measure):
    return next((t.best for t in make.account(text).totals if t.measure == measure), None)


@pytest.mark.parametrize(("text", "killed", "injured"), CASES)
def test_the_dead_are_not_also_hurt(text, killed, injured):
    assert (best(text, "killed"), best(text, "injured")) == (killed, injured)
