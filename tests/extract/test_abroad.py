"""Figures of reports in languages without a parser: numbers, and the words that stand by them."""

import tomllib
from pathlib import Path

import pytest

import make
from twosource.base.settings import Settings
from twosource.extract.abroad_claims import find_voice
from twosource.extract.abroad_numbers import find_amounts
from twosource.extract.abroad_words import fold, load_tongue
from twosource.pipeline import assemble, read_reports

FILE = Path(__file__).parents[1] / "cases/abroad.toml"
CASES = tomllib.loads(FILE.read_text("utf-8"))["case"]
LANGUAGES = ("es", "fr", "pt")


def account(text, language, published="2031-03-05"):
    return next(
        read_reports([make.report(text, language=language, published=published)], Settings())
    )


def rows(told):
    """What a case says of each figure, from an account."""
    text = told.report.text
    speakers = {each.id: each.speaker.span.quote(text) for each in told.claims}
    for figure in told.figures:
        marks = {figure.victim_class, figure.unit, f"by {speakers.get(figure.claim)}"}
        marks |= {"part"} if figure.subset_of else set()
        marks |= set() if figure.cumulative else {"new"}
        marks |= {"past"} if figure.scope == "background" else set()
        bounds = ["" if each is None else each for each in (figure.low, figure.high)]
        yield [figure.measure, *bounds], marks


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_the_figures_of_a_sentence(case, request):
    if "fails" in case:
        request.applymarker(pytest.mark.xfail(reason=case["fails"], strict=True))
    found = list(rows(account(case["text"], case["language"])))
    assert sorted(map(str, (row for row, _ in found))) == sorted(str(r[:3]) for r in case["rows"])
    for row in case["rows"]:
        assert any(each == row[:3] and set(row[3:]) <= marks for each, marks in found), row


@pytest.mark.parametrize(
    ("words", "language", "value"),
    [
        ("doscientas treinta y cuatro", "es", 234),
        ("medio millón", "es", 500_000),
        ("12 000", "fr", 12_000),
        ("quatre-vingt-dix-sept", "fr", 97),
        ("cent vingt mille", "fr", 120_000),
        ("cento e vinte e três", "pt", 123),
        ("2.300", "pt", 2300),
    ],
)
def test_numbers_are_read_as_written(words, language, value):
    (amount,) = find_amounts(fold(words), language)
    assert amount.value == value
    assert (amount.first, amount.last) == (0, len(words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_languages_have_the_same_tables(language):
    tongue, spanish = load_tongue(language), load_tongue("es")
    assert set(tongue.words) == set(spanish.words)
    assert set(tongue.around) == set(spanish.around)


def test_letters_lost_in_a_broken_encoding_are_borne():
    told = account("M\ufffds de cincuenta familias desalojadas por el hurac\ufffdn.", "es")
    assert [row for row, _ in rows(told)] == [["displaced", 50, ""]]


def test_a_total_is_the_reports_own_toll():
    told = account(
        "El sismo dejó 12 muertos. Los 12 fallecidos vivían en Osso; hay 40 heridos.", "es"
    )
    assert [(each.measure, each.best) for each in told.totals] == [("killed", 12), ("injured", 40)]
    assert (told.main, told.mentions, told.places) == (None, (), ())


def test_every_quote_is_the_reports_words():
    text = "Unas 300 familias huyeron, según la policía."
    told = account(text, "es")
    assert told.figures[0].span.quote(text) == "Unas 300 familias"
    assert told.figures[0].number.quote(text) == "300"
    assert told.claims[0].content[0].quote(text) == "Unas 300 familias huyeron"


def test_nobody_is_named_by_a_clause():
    assert find_voice("12 muertos, según lo previsto", "es") is None


def test_a_ministry_in_two_languages_does_not_corroborate():
    pile = [
        (
            "A bomb killed at least 12 people in the market of Kabul, the Defence Ministry said.",
            "en",
        ),
        ("Una bomba mató a 12 personas en Kabul, según el Ministerio de Defensa.", "es"),
        ("Une bombe a tué 12 personnes à Kaboul, selon le ministère de la Défense.", "fr"),
    ]
    reports = [
        make.report(text, language=code, published="2031-03-05", outlet=f"Outlet {code}")
        for text, code in pile
    ]
    findings = assemble(list(read_reports(reports, Settings())), Settings()).findings
    assert all(each.status != "corroborated" for each in findings)


def test_settings_may_turn_it_off():
    settings = Settings(figures_in=())
    assert not settings.reads_figures_alone("es")
    assert not Settings(languages=("en", "es")).reads_figures_alone("es")
