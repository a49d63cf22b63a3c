"""What two reports share though they are two texts."""

import make
from twosource.render.common_words import say_common

SHARED = "Six people were killed on Monday when a rocket hit the grain market in the old quarter."


def test_a_shared_passage_is_told_with_its_words():
    left = make.report(f"Rain fell on the hills. {SHARED}")
    right = make.report(f"{SHARED} Parliament meets today.")
    told = say_common(left, right)
    assert told.startswith("two texts that share one passage")
    assert "“Six people were killed" in told
    assert "17 words" in told


def test_a_shared_credit_is_told():
    left = make.report("Rain fell.", credit="Ellwire")
    right = make.report("Snow fell.", credits=("Ellwire", "Upland Wire"))
    assert say_common(left, right) == (
        "both credit Ellwire: not independent, save for whom they name"
    )


def test_nothing_shared_is_said_so():
    assert say_common(make.report("Rain fell."), make.report("Snow fell.")) == "no text is shared"
