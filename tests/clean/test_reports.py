"""Items in, reports out: what the report says of itself, and nothing it does not say."""

import pytest

import make
from twosource.base.body import body_of
from twosource.base.errors import InputError, UnreadableError
from twosource.base.ids import hash_bytes
from twosource.base.records import Item
from twosource.clean.reports import LIMIT, clean_item

STORY = """Three killed as rebels shell Marrowby market

Published: 3 May 2021, 14:05 GMT

MARROWBY (Reuters) - Rebels shelled the market of Marrowby on Monday, the mayor said.

What the army says

The army said that it had returned fire and that three people had been killed. (AFP)

See also  Floods cut the road to Lower Tarn
"""


def kinds(report):
    return [(piece.kind, piece.span.quote(report.text)) for piece in report.furniture]


def test_a_story_is_marked_and_never_cut():
    report = clean_item(make.item(STORY))
    assert report.text == STORY
    assert report.title.quote(report.text) == "Three killed as rebels shell Marrowby market"
    assert kinds(report) == [
        ("dateline", "Published: 3 May 2021, 14:05 GMT"),
        ("dateline", "MARROWBY (Reuters) -"),
        ("subhead", "What the army says"),
        ("credit", "(AFP)"),
        ("teaser", "See also  Floods cut the road to Lower Tarn"),
    ]
    assert report.credit == "Reuters"


def test_the_stated_date_is_explicit_and_has_its_words():
    published = clean_item(make.item(STORY)).published
    assert (published.value, published.basis) == ("2021-05-03T14:05", "explicit")
    assert published.span.quote(STORY) == "3 May 2021, 14:05 GMT"


def test_text_only_marks_nothing_and_looks_for_no_date():
    report = clean_item(make.item(STORY), text_only=True)
    assert report.furniture == ()
    assert report.title is None
    assert report.published.value is None
    assert report.published.basis == "none"


def test_a_date_that_came_with_the_report_wins_and_the_flag_comes_last():
    given = clean_item(make.item(STORY, published="2021-05-04T06:00:00Z"), published="2020-01-01")
    flagged = clean_item(make.item("Shells fell on Marrowby."), published="2020-01-01")
    assert (given.published.value, given.published.basis) == ("2021-05-04T06:00", "given")
    assert (flagged.published.value, flagged.published.basis) == ("2020-01-01", "given")


def test_a_given_date_that_is_none_is_told_not_guessed():
    report = clean_item(make.item("Shells fell on Marrowby.", published="last week"))
    assert report.published.value is None
    assert "last week" in report.published.reason
    with pytest.raises(InputError, match="--published"):
        clean_item(make.item("Shells fell."), published="soon")


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on Marrowby.\n\nThe truce of 3 May 2021 was broken.\n\n© 2021 Valley Courier",
        "Shells fell on Marrowby.\n\nThe offer expires on 3 May 2021.\n\nCopyright 2019",
        "Shells fell on Marrowby, May 3, the army said.",
    ],
)
def test_a_date_in_the_story_or_the_footer_dates_no_report(text):
    assert clean_item(make.item(text)).published.value is None


def test_a_repeated_headline_shows_what_the_nameplate_is():
    head = "Upland Daily Record\n\nTarn falls to rebels\n\nTarn falls to rebels\n\n"
    report = clean_item(make.item(head + "Rebels took the town of Tarn on Monday, they said."))
    assert report.outlet == "Upland Daily Record"
    assert [kind for kind, _ in kinds(report)] == ["nameplate", "repeated_headline"]
    assert report.title.quote(report.text) == "Tarn falls to rebels"


def test_an_agency_named_in_a_sentence_is_no_credit():
    text = "Stones were thrown in Tarn, an AFP journalist reported. The police told Reuters."
    report = clean_item(make.item(text))
    assert report.credit is None
    assert report.furniture == ()


@pytest.mark.parametrize("text", ["", "  \n", "\ufeff\n"])
def test_an_empty_text_is_no_report(text):
    with pytest.raises(UnreadableError, match="empty"):
        clean_item(make.item(text))


def test_furniture_alone_is_no_report():
    with pytest.raises(UnreadableError, match="furniture"):
        clean_item(make.item("Share on Facebook\n\nPublished: 3 May 2021\n\nRead more: Tarn"))


def test_a_text_over_the_limit_is_named_with_the_limit():
    with pytest.raises(UnreadableError, match="1,000,000"):
        clean_item(make.item("a" * (LIMIT + 1)))


def test_wrapped_lines_are_no_subheads():
    text = (
        "MARROWBY, MAY 3 -- THE ARMY OF THE UPLAND REPUBLIC SAID TODAY THAT IT\n"
        "HAD TAKEN THE TOWN OF TARN AFTER FIVE DAYS OF FIGHTING IN WHICH MANY\n"
        "REBELS DIED. THE REBELS DENIED IT AND SAID THAT THEIR MEN STILL HELD\n"
        "THE BRIDGE. THE MAYOR\n"
        "OF TARN COULD NOT BE REACHED.\n"
    )
    report = clean_item(make.item(text))
    assert {kind for kind, _ in kinds(report)} <= {"dateline"}
    assert report.title is None


def test_the_body_leaves_headline_and_furniture_out():
    body = body_of(clean_item(make.item(STORY)))
    assert "See also" not in body
    assert "Three killed as rebels" not in body
    assert "Rebels shelled the market" in body


def test_ids_and_hashes_come_from_the_bytes_and_the_given_id():
    one, same = clean_item(make.item("Shells fell.")), clean_item(make.item("Shells fell."))
    other = clean_item(make.item("Shells fell.", given_id="x"))
    assert one.id == same.id != other.id
    assert one.sha256 == hash_bytes(b"Shells fell.")


def test_a_page_gives_body_title_outlet_and_its_own_date():
    markup = """<!DOCTYPE html><html><head><title>Tarn | Courier</title>
    <meta property="og:title" content="Three killed in Tarn">
    <meta property="og:site_name" content="Valley Courier">
    <meta property="article:published_time" content="2021-05-03T14:05:33+02:00">
    </head><body><nav>Home News Sport</nav><article><h1>Three killed in Tarn</h1>
    <p>Rebels shelled the market of Tarn on Monday, the mayor of the town said.</p>
    <p>The army said that it had returned fire, and that three people had been killed.</p>
    </article><footer>© 2019 Valley Courier</footer></body></html>"""
    data = markup.encode()
    report = clean_item(Item(hash_bytes(data), "a.html", "text/html", data))
    assert "Rebels shelled the market" in report.text
    assert "Home News Sport" not in report.text
    assert report.outlet == "Valley Courier"
    assert (report.published.value, report.published.basis) == ("2021-05-03T14:05", "metadata")
    assert "article:published_time" in report.published.reason


def test_a_page_without_a_date_of_its_own_is_undated():
    markup = """<html><head><meta name="expires" content="2031-01-01"></head><body><article>
    <p>Rebels shelled the market of Tarn on Monday, the mayor of the town said.</p>
    <p>The army said that it had returned fire, and that three people had been killed.</p>
    </article><footer>© 2019-2021 Valley Courier. Updated daily.</footer></body></html>"""
    data = markup.encode()
    report = clean_item(Item(hash_bytes(data), "2021/05/03/a.html", "text/html", data))
    assert report.published.value is None
