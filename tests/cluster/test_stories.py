"""Which reports tell of one happening."""

import random

import make
from twosource.cluster.families import find_families
from twosource.cluster.stories import find_stories

SHELLING = (
    "Shells hit the market of Marrowby on Monday and killed three traders, doctors said.",
    "Doctors in Marrowby counted three dead traders after shells struck the market there.",
    "The shelling of Marrowby market killed three traders, the hospital of Marrowby reported.",
)
FLOOD = (
    "Floods drove families from the lower districts of Port Ellery, the relief office said.",
    "In Port Ellery the relief office is housing families whose districts the river Ell flooded.",
)


def stories_of(*texts, **fields):
    reports = [make.report(text, given_id=str(n), **fields) for n, text in enumerate(texts)]
    stories = find_stories(reports, find_families(reports))
    ids = {report.id: report.given_id for report in reports}
    return sorted(sorted(ids[name] for name in story.reports) for story in stories)


def test_reports_of_one_happening_are_one_story():
    assert stories_of(*SHELLING, *FLOOD) == [["0", "1", "2"], ["3", "4"]]


def test_a_lone_report_is_a_story_of_its_own():
    assert stories_of(SHELLING[0]) == [["0"]]
    assert find_stories([], []) == ()


def test_the_order_of_the_reports_changes_nothing():
    reports = [make.report(text, given_id=str(n)) for n, text in enumerate(SHELLING + FLOOD)]
    first = find_stories(reports, find_families(reports))
    random.Random(3).shuffle(reports)  # noqa: S311 - a test
    assert find_stories(reports, find_families(reports)) == first


def test_a_family_lies_within_one_story():
    reports = [make.report(text, given_id=str(n)) for n, text in enumerate(SHELLING + FLOOD)]
    families = find_families([*reports, make.report(SHELLING[0], given_id="copy")])
    stories = find_stories([*reports, make.report(SHELLING[0], given_id="copy")], families)
    for family in families:
        assert sum(set(family.reports) <= set(story.reports) for story in stories) == 1


def test_look_alikes_that_appeared_years_apart_are_two_stories():
    old = [make.report(text, published="2018-04-01", given_id=text[:9]) for text in SHELLING[:2]]
    new = [
        make.report(text.replace("three", "nine"), published="2021-05-03", given_id=f"n{text[:9]}")
        for text in SHELLING[:2]
    ]
    other = [make.report(text, published="2021-05-03") for text in FLOOD]
    reports = old + new + other
    stories = find_stories(reports, [])
    homes = [next(s.id for s in stories if report.id in s.reports) for report in reports]
    assert homes[0] == homes[1] != homes[2] == homes[3]


def test_a_story_is_titled_and_dated_from_its_reports():
    dated = [
        make.report(text, published=f"2021-05-0{n + 3}T10:00", given_title=f"Market hit, {n}")
        for n, text in enumerate(SHELLING)
    ]
    (story,) = find_stories(dated, [])
    assert (story.start, story.end) == ("2021-05-03", "2021-05-05")
    assert story.title.startswith("Market hit")


def test_without_a_headline_the_first_sentence_is_the_title():
    (story,) = find_stories([make.report("Shells fell on Tarn. Nobody was hurt.")], [])
    assert story.title == "Shells fell on Tarn."


def test_two_reports_of_two_happenings_stay_apart_in_a_pile_of_two():
    assert stories_of(SHELLING[0], FLOOD[0]) == [["0"], ["1"]]
