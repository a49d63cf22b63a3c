"""Full text search: the same hits on SQLite and PostgreSQL, and no words that break it."""

import pytest
from sqlalchemy import delete, text

import make
from twosource.base.archive import Archive, Run
from twosource.base.archive_search import count_hits, index_missing, search_reports
from twosource.base.archive_search_tables import SEARCHED
from twosource.base.archive_stories import count_stories, list_stories
from twosource.base.archive_story_writes import Page, keep_page
from twosource.base.kept import StoryFilter, StoryRow
from twosource.base.records import Account, Item, Span
from twosource.base.stories import Dossier, Story, StoryId

RUN = Run("2031-05-12T10:00:00+00:00", "add demo", (("twosource", "0"),))
TEXTS = (
    ("Shells hit the market", "Shells hit the market of Çeşme. Two were killed.", "2031-05-01"),
    ("Exercise", "A drill with shells was held near the power station.", "2031-05-03"),
    (None, "The station has power again.\nNobody was killed in Dolna.", None),
)  # fmt: skip


@pytest.fixture
def archive(archive_target):
    with Archive.open(archive_target, RUN, create=True) as opened:
        for place, (title, body, published) in enumerate(TEXTS):
            report = make.report(body, published=published, given_title=title, path=f"{place}.txt")
            opened.keep_items([Item(report.sha256, report.path, "text/plain", body.encode())])
            opened.keep_accounts([(f"k{place}", Account(report))])
        yield opened


def paths(archive: Archive, words: str) -> list[str]:
    hits = search_reports(archive, words)
    assert count_hits(archive, words) == len(hits)
    titles = [title or body.splitlines()[0] for title, body, _ in TEXTS]
    return [str(titles.index(hit.title)) for hit in hits]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("shells", "10"),  # the newest first
        ("SHELLS market", "0"),
        ("shells -drill", "0"),
        ('"power station"', "1"),
        ('"station power"', ""),
        ("station power", "12"),
        ("kill*", "02"),
        ('"was kill*"', "2"),
        ("cesme", "0"),
        ("exercise", "1"),  # stands in the title alone
        ("-shells", ""),
        ("", ""),
    ],
)
def test_what_is_found(archive, words, found):
    assert paths(archive, words) == list(found)


@pytest.mark.parametrize(
    "words",
    ['"', "'", "market)", "NEAR(a b)", "a AND OR", "^ : * -", "body:x", "a & | !b", "\x00 \\"],
)
def test_no_words_break_a_search(archive, words):
    assert count_hits(archive, words) >= len(search_reports(archive, words, limit=1))


def test_a_hit_shows_the_words_in_their_place(archive):
    (hit,) = search_reports(archive, "killed market")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["market", "killed"]
    assert (hit.title, hit.published, hit.story) == ("Shells hit the market", "2031-05-01", None)


def test_pages_do_not_overlap(archive):
    pages = [search_reports(archive, "the", limit=1, offset=place) for place in range(3)]
    assert len({hit.report for page in pages for hit in page}) == 3


def test_what_an_older_version_added_is_indexed(archive):
    with archive.writing() as connection:
        connection.execute(delete(SEARCHED).where(SEARCHED.c.published == "2031-05-01"))
        if connection.dialect.name == "sqlite":
            connection.execute(text("INSERT INTO words(words) VALUES('delete-all')"))
            connection.execute(delete(SEARCHED))
    assert count_hits(archive, "market") == 0
    assert index_missing(archive) > 0
    assert index_missing(archive) == 0
    assert count_hits(archive, "market") == 1


def test_stories_are_found_by_the_words_of_their_reports(archive):
    report = next(each for each in archive.reports() if each.path == "0.txt")
    story = Story(StoryId("sto_1"), "Shells hit the market", (report.id,), "2031-05-01")
    row = StoryRow(story.id, story.title, story.start, None, 1, 1, 1, 1, (), (), (), RUN.now)
    page = Page(Dossier((Account(report),), stories=(story,)), row, (), "d")
    with archive.writing() as connection:
        keep_page(connection, page, "ed_1")
    assert [each.id for each in list_stories(archive, StoryFilter(words="market -drill"))] == [
        "sto_1"
    ]
    assert count_stories(archive, StoryFilter(words="drill")) == 0
    assert search_reports(archive, "market")[0].story == "sto_1"
    assert count_stories(archive, StoryFilter(changed_since="2031-05-12T10:00:00+00:00")) == 0
    assert count_stories(archive, StoryFilter(changed_since="2031-05-12T09:59:59+00:00")) == 1


def test_a_span_of_the_title_is_marked_when_the_body_lacks_the_word(archive):
    body = "Bridge closed\n\nTraffic stopped."
    report = make.report(body, title=Span(0, 13), path="9.txt")
    archive.keep_items([Item(report.sha256, report.path, "text/plain", body.encode())])
    archive.keep_accounts([("k9", Account(report))])
    (hit,) = search_reports(archive, "bridge")
    assert hit.snippet.startswith("Bridge closed")
