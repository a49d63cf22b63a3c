"""A contested count in a brief: each side's words, and what is denied is set down as denied."""

import re

import pytest

from reconcile.findings_of import dossier_of
from twosource.render.brief import make_brief
from twosource.render.brief_html import brief_html
from twosource.render.brief_markdown import brief_markdown
from twosource.render.brief_text import brief_text
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
    dossier = told_with(denial)
    (found,) = [
        each for each in dossier.findings if each.status == "contested" and each.slot == "killed"
    ]
    assert words in make_statement(found, Notebook.of(dossier)).text


@pytest.mark.parametrize("print_brief", [brief_text, brief_markdown, brief_html])
def test_no_printer_shows_what_is_denied_as_said(print_brief):
    denial = "The Kestrian Defence Ministry denied that civilians had been harmed."
    printed = print_brief(make_brief(told_with(denial))).partition("REPORTS")[0]
    plain = " ".join(re.sub(r"<[^>]*>", "", printed).split())
    quoted = list(re.finditer(r"(\w+ \w+) “civilians had been harmed”", plain))
    assert quoted
    assert all(each[1].endswith(("denies", "denial that")) for each in quoted)


def told_with(denial):
    reports = [
        {"text": TOLD, "outlet": "Coast Daily", "published": "2031-05-13"},
        {
            "text": f"Shells hit Dolna on Monday. {denial}",
            "outlet": "News 7",
            "published": "2031-05-13",
        },
    ]
    return dossier_of(reports)
