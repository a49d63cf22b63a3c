from twosource.base.anchoring import Told, anchor_forms, is_history, tell

YEARS = ["1931", "1932", "1933-05", "1934-02"]


def values(*forms, published=None):
    return [found.value for found in anchor_forms([Told(form) for form in forms], published)]


def anchors(*forms, published=None):
    return [found.anchor for found in anchor_forms([Told(form) for form in forms], published)]


def test_a_relative_form_takes_the_publication_day():
    assert values("day-1", "XXXX-WXX-2<", published="2023-09-21") == ["2023-09-20", "2023-09-19"]


def test_nothing_is_anchored_on_nothing():
    assert values("day-1", "XXXX-WXX-2<") == ["XXXX-XX-XX", "XXXX-WXX-2"]
    assert anchors("day-1", "2023-09-19", "P6W") == ["none", "explicit", "none"]


def test_the_next_day_counts_from_the_last_day_named():
    assert values("2021-03-04", "@day+1", published="2023-09-21") == ["2021-03-04", "2021-03-05"]
    assert anchors("2021-03-04", "@day+1", published="2023-09-21") == ["explicit", "text"]


def test_the_next_day_does_not_reach_over_an_unknown_day():
    assert values("2021-03-04", "XXXX-WXX-2<", "@day+1")[-1] == "XXXX-XX-XX"


def test_a_year_ago_after_a_quarter_is_that_quarter():
    assert values("2022-Q3", "&year-1", published="2022-10-20") == ["2022-Q3", "2021-Q3"]


def test_a_history_names_its_years():
    assert is_history(YEARS, "2009-12-19")
    assert is_history(YEARS, None)
    assert not is_history([*YEARS, "day-1"], "2009-12-19")
    assert not is_history(YEARS, "1934-08-01")


def test_in_a_history_a_month_belongs_to_the_year_told_of():
    assert values(*YEARS, "XXXX-06<", published="2009-12-19")[-1] == "1934-06"


def test_in_a_history_january_after_november_is_of_the_next_year():
    assert values(*YEARS, "1934-11", "XXXX-01<")[-1] == "1935-01"


def test_a_year_in_passing_does_not_turn_the_story():
    told = [*(Told(form, leads=True) for form in YEARS), Told("1934-02"), Told("1940")]
    assert anchor_forms([*told, Told("XXXX-03<")], None)[-1].value == "1934-03"
    told[-1] = Told("1940", leads=True)
    assert anchor_forms([*told, Told("XXXX-03<")], None)[-1].value == "1940-03"


def test_a_weekday_in_a_history_stays_open():
    assert values(*YEARS, "1934-02-03", "XXXX-WXX-5<")[-1] == "XXXX-WXX-5"


def test_a_form_leads_when_it_opens_its_sentence():
    text = "It rained. In 1942 the army left; by then, men of 1943 had come."
    assert tell("1942", text, text.index("1942")).leads
    assert not tell("1943", text, text.index("1943")).leads
