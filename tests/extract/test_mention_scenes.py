"""A trigger in, its time out: the day of what is told, not the day on which it is told."""
# ruff: noqa: E501 - tables read better on one line

import pytest

import make
from twosource.base.settings import Settings
from twosource.pipeline import read_reports


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("The Orvan Brigade said on Wednesday it had carried out the bombing of a bus.", "bombing", None),
        ("The Orvan Front on Friday claimed responsibility for the attack on a convoy.", "attack", None),
        ("The Orvan Front on Friday claimed the raid, saying it had killed 40 soldiers.", "killed", None),
        ("The army said Tuesday's attack killed six people.", "killed", "2031-06-10"),
        ("Rebels shelled the village on Monday, the army said on Tuesday.", "shelled", "2031-06-09"),
        ("The minister visited the wounded on Friday after six people were killed in Orvan.", "killed", None),
        ("Nine people died on Monday after a bus hit a mine near Orvan.", "hit", "2031-06-09"),
    ],
)  # fmt: skip
def test_the_day_of_the_telling_is_not_the_day_of_what_is_told(text, trigger, day):
    report = make.report(text, published="2031-06-13")
    account = next(iter(read_reports([report], Settings())))
    told = [each for each in account.mentions if each.trigger.quote(text) == trigger]
    assert [each.when.start if each.when else None for each in told] == [day]
