"""Language and signs of translation."""

import pytest

import make
from twosource.base.settings import Settings
from twosource.clean.language import find_language, why_unread
from twosource.clean.translation import find_translation

GERMAN = (
    "Nach Angaben des Bürgermeisters wurden bei dem Beschuss des Marktes drei Menschen getötet und"
    " mehrere verletzt. Die Armee erklärte, sie habe das Feuer erwidert. " * 3
)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("The army said that the road to the town had been closed by its men.", "en"),
        ("THE ARMY SAID THAT IT HAD CLOSED THE ROAD TO THE TOWN.", "en"),
        (GERMAN, "de"),
        ("Tarn: 3", None),
        ("", None),
    ],
)
def test_the_language_is_told_or_left_open(words, language):
    assert find_language(words) == language


def test_a_language_that_is_not_read_has_a_reason():
    assert why_unread(make.report("x", language="de"), Settings()) is not None
    assert why_unread(make.report("x", language="en"), Settings()) is None
    assert why_unread(make.report("x", language=None), Settings()) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mayor said „we are ready“ to all.", "suspected"),
        ("– We have taken the town and we will hold it.", "suspected"),
        ("Shells fell.\n\nsource site", "suspected"),
        ("He spoke at 2:49 a.m on Monday.", "no"),
        ("Talks begin at 9 a.m. in Tarn – if they begin at all.", "no"),
        ("“We are ready,” the mayor said.", "no"),
    ],
)
def test_signs_of_translation(text, value):
    found = find_translation(text, "en")
    assert found.value == value
    assert (found.reason is None) == (value == "no")


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Decenas de miles de personas han huido de sus hogares.", "es"),
        ("Deux casques bleus sont morts dans l'embuscade.", "fr"),
        ("Mais de 700 casas foram destruídas pelo ciclone.", "pt"),
        ("Nine dead in Los Alamos bus crash", None),
    ],
)
def test_a_short_text_is_told_by_its_commonest_words(words, language):
    assert find_language(words) == language


def test_languages_read_for_their_figures_have_a_reason_too():
    reason = why_unread(make.report("x", language="fr"), Settings())
    assert reason == "language fr is read for its figures alone; kept"
