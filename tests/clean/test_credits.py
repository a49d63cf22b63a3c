"""Which agencies a report credits, wherever the line stands and however it is worded."""

import pytest

import make
from twosource.clean.outlets import UNNAMED
from twosource.clean.reports import clean_item

BODY = (
    "Shells fell on the market of Marrowby on Monday, killing three traders, the mayor said.\n\n"
    "The army returned fire from the hills above the river until nightfall, a driver said.\n\n"
    "Shops stayed closed."
)


def credits_at_the_foot(line):
    text = f"Tarn Voice\n\nShells hit the market of Marrowby\n\n{BODY}\n\n{line}\n"
    return set(clean_item(make.item(text)).credits)


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("(Reuters)", {"Reuters"}),
        ("Source: Reuters/AP", {"AP", "Reuters"}),
        ("With inputs from PTI and Reuters", {"PTI", "Reuters"}),
        ("With reporting from AFP", {"AFP"}),
        ("AP and Reuters contributed reporting.", {"AP", "Reuters"}),
        ("This report includes material from Agence France-Presse.", {"AFP"}),
        ("The Ellwire news agency contributed to this report.", {"Ellwire"}),
        ("Agence France-Presse in Marrowby", {"AFP"}),
        ("Ilse Tarrow | Reuters", {"Reuters"}),
        ("[Reuters]", {"Reuters"}),
        ("With agency reports", {UNNAMED}),
        ("(Agencies)", {UNNAMED}),
        ("(Upland Press)", {"Upland Press"}),
        ("Trains stood still. (Upland News Agency)", {"Upland News Agency"}),
        ("She works for a sister (Upland Press) of the paper.", set()),
        ("The mayor spoke to Reuters in the town hall.", set()),
        ("Reporting by Ilse Tarrow in Marrowby", set()),
    ],
)
def test_agencies_credited_at_the_foot(line, agencies):
    assert credits_at_the_foot(line) == agencies


@pytest.mark.parametrize("head", ["MARROWBY, May 3 (Upland Wire) - ", "By Ilse Tarrow, AFP\n\n"])
def test_an_agency_credited_at_the_head(head):
    report = clean_item(make.item(f"Shells hit the market of Marrowby\n\n{head}{BODY}\n"))
    assert report.credits == (report.credit,)
