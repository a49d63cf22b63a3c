"""ACLED's sub-event types on invented snippets: each is typed by its main happening."""

import tomllib
from pathlib import Path

import pytest

import make

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "acled.toml").read_text())["case"]
ROWS = [(case["sub_type"], text) for case in CASES for text in case["texts"]]
WRONG = [
    pytest.param(case["sub_type"], text, marks=pytest.mark.xfail(strict=True))
    for case in CASES for text in case.get("fails", ())
]  # fmt: skip


@pytest.mark.parametrize(("sub_type", "text"), [*ROWS, *WRONG])
def test_the_main_happening_is_coded_as(sub_type, text):
    account = make.account(text)
    wanted = account.main.mention if account.main else "m1"
    main = next(each for each in account.mentions if each.id == wanted)
    assert main.acled.sub_event_type == sub_type


def test_every_sub_type_has_snippets():
    assert len({sub_type for sub_type, _ in ROWS}) == 25
