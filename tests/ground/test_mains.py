"""The main happening, on invented reports."""

import make


def main_of(text: str):
    account = make.account(text, "2023-09-21")
    if account.main is None:
        return None, None
    chosen = next(each for each in account.mentions if each.id == account.main.mention)
    return chosen.trigger.quote(text), account.main.when


def test_the_first_violence_is_the_main_happening():
    text = (
        "Gunmen killed two farmers on Tuesday. The governor called on residents to stay calm. "
        "In 2020 the army shelled the region."
    )
    trigger, when = main_of(text)
    assert trigger == "killed"
    assert when is not None
    assert when.start == "2023-09-19"


def test_a_report_about_nothing_has_none():
    assert main_of("The weather stays warm. The harvest is good.") == (None, None)
