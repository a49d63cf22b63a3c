"""A contested count in a brief: each side's words, and what is denied is set down as denied."""

import pytest

from reconcile.findings_of import dossier_of
from twosource.render.notes import Notebook
from twosource.render.statements import make_statement

TOLD = "Shells hit Dolna on Monday. Three children were killed, the mayor, Ada Rell, said."


@pytest.mark.parametrize(
    ("denial", "words"),
    [
        ("The Kestrian Defence Ministry denied that civilians had been harmed.", "a denial that “"),
        ('"No civilians were harmed," the Kestrian Defence Ministry said.', "against “"),
    ],
)
def test_a_denial_is_told_as_one(denial, words):
    reports = [
        {"text": TOLD, "outlet": "Coast Daily", "published": "2031-05-13"},
        {
            "text": f"Shells hit Dolna on Monday. {denial}",
            "outlet": "News 7",
            "published": "2031-05-13",
        },
    ]
    dossier = dossier_of(reports)
    (found,) = [
        each for each in dossier.findings if each.status == "contested" and each.slot == "killed"
    ]
    assert words in make_statement(found, Notebook.of(dossier)).text
