from dataclasses import replace

import make
from twosource.base.records import Figure, Mention, Span, When
from twosource.extract.times import find_times
from twosource.ground.whens import set_whens

TEXT = "Twelve people were killed on Tuesday."


def account(published="2023-09-21", *, time="t1"):
    reading = make.reading(TEXT, published)
    mention = Mention("m1", Span(19, 25), Span(0, len(TEXT)), "kill", time=time)
    figure = Figure("f1", Span(0, 13), "killed", "exact", mention="m1")
    times = tuple(find_times(reading))
    return replace(reading.account, times=times, mentions=(mention,), figures=(figure,))


def test_a_mention_takes_the_day_of_its_time():
    found = set_whens(account())
    assert found.mentions[0].when == When("2023-09-19", "2023-09-19", "day")
    assert found.figures[0].as_of == "2023-09-19"


def test_a_mention_without_a_time_has_no_day():
    assert set_whens(account(time=None)).mentions[0].when is None


def test_an_unanchored_weekday_gives_no_day():
    found = set_whens(account(None))
    assert found.mentions[0].when is None
    assert found.figures[0].as_of is None


def test_a_figure_in_a_sentence_without_a_day_holds_as_of_the_publication():
    read = replace(account(time=None), times=())
    assert set_whens(read).figures[0].as_of == "2023-09-21"


def test_a_figure_of_the_background_is_not_as_of_today():
    read = replace(account(time=None), times=())
    figure = replace(read.figures[0], scope="background", mention=None)
    assert set_whens(replace(read, figures=(figure,))).figures[0].as_of is None


def test_a_figure_without_a_mention_takes_the_day_of_its_sentence():
    read = account(time=None)
    figure = replace(read.figures[0], mention=None)
    assert set_whens(replace(read, figures=(figure,))).figures[0].as_of == "2023-09-19"
