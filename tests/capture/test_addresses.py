"""Addresses in, items out: pages and feeds of a site on this machine."""

import pytest

from capture.serving import FIRST, SECOND, news_site
from twosource.base.errors import UnreadableError
from twosource.base.ids import hash_bytes
from twosource.base.records import Item, Skip
from twosource.capture.addresses import Visited, capture_addresses
from twosource.capture.feeds import item_of, read_feed
from twosource.capture.fetching import Fetcher, Limits, check_address
from twosource.capture.paths import capture_paths
from twosource.clean.reports import clean_item

QUICK = Limits(pause=0, seconds=5, size=100_000)


@pytest.fixture
def site(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with news_site() as made:
        yield made


def capture(*addresses, visited=None):
    with Fetcher(QUICK) as fetcher:
        return list(capture_addresses(addresses, fetcher, visited))


def test_a_page_is_kept_byte_for_byte(site):
    (item,) = capture(f"{site.address}/one")
    assert item.sha256 == hash_bytes(item.data)
    assert item.data.startswith(b"<!doctype html>")
    report = clean_item(item)
    assert FIRST in report.text
    assert (report.outlet, report.url) == ("Coast Daily", f"{site.address}/one")
    assert all("twosource" in agent for agent in site.agents)


def test_a_feed_leads_to_its_pages_and_dates_them(site):
    site.texts["/two"] = SECOND
    items = capture(f"{site.address}/feed")
    reports = [clean_item(item) for item in items]
    assert [FIRST in reports[0].text, SECOND in reports[1].text] == [True, True]
    assert {report.published.value for report in reports} == {"2031-05-13T16:45"}
    assert {report.published.basis for report in reports} == {"feed"}


def test_what_was_fetched_is_not_asked_for_again(site):
    visited = Visited()
    assert len(capture(f"{site.address}/feed", visited=visited)) == 1
    assert capture(f"{site.address}/feed", visited=visited) == []
    assert site.asked == ["/feed", "/one", "/feed"]
    site.texts["/two"] = SECOND
    (item,) = capture(f"{site.address}/feed", visited=visited)
    assert item.url == f"{site.address}/two"
    assert site.asked.count("/one") == 1


def test_what_somebody_keeps_is_not_fetched(site):
    visited = Visited(find_kept=frozenset)
    assert capture(f"{site.address}/feed", visited=visited) == []
    assert site.asked == ["/feed"]


def test_a_redirect_is_followed(site):
    (item,) = capture(f"{site.address}/moved")
    assert isinstance(item, Item)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/gone", "404"), ("/round", "leads on"), ("/away", "not an http"), ("/large", "longer"),
    ],
)  # fmt: skip
def test_trouble_is_a_skip_with_its_reason(site, path, reason):
    (skip,) = capture(f"{site.address}{path}")
    assert isinstance(skip, Skip)
    assert reason in skip.reason


@pytest.mark.usefixtures("site")
def test_nobody_there_is_a_skip():
    (skip,) = capture("http://127.0.0.1:9/")
    assert "no answer" in skip.reason


def test_requests_to_one_host_are_apart(site):
    waits = []
    with Fetcher(Limits(pause=2.0), clock=lambda: 100.0, sleep=waits.append) as fetcher:
        fetcher.fetch(f"{site.address}/one")
        fetcher.fetch(f"{site.address}/one")
    assert waits == [2.0]


def test_a_feed_does_not_lead_into_a_private_network(site):
    page = site.feed().replace(site.address, "http://10.0.0.7")
    (entry,) = read_feed(page.encode(), "https://news.example/feed")
    assert entry.link == "http://10.0.0.7/one"
    visited = Visited()
    from twosource.capture.addresses import _follow  # noqa: PLC0415 - what a feed elsewhere does

    with Fetcher(QUICK) as fetcher:
        (skip,) = _follow([entry], fetcher, visited)
    assert "private network" in skip.reason


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://a.example/", "http://", "x"])
def test_only_http_is_asked(address):
    with pytest.raises(UnreadableError):
        check_address(address)


def test_a_saved_feed_gives_the_words_of_its_entries(site, tmp_path):
    file = tmp_path / "saved.xml"
    file.write_text(site.feed())
    (item,) = capture_paths([str(file)])
    report = clean_item(item)
    assert report.text == FIRST
    assert report.outlet == "Coast Daily"
    assert report.published.basis == "feed"
    assert site.asked == []


def test_an_atom_feed_is_read_too():
    atom = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Valley Radio</title>
    <entry><title>Truce</title><id>1</id><updated>2031-05-13T16:45:00Z</updated>
    <content type="html">&lt;p&gt;{SECOND}&lt;/p&gt;</content></entry></feed>"""
    (entry,) = read_feed(atom.encode(), "saved.atom")
    assert (entry.outlet, entry.published) == ("Valley Radio", "2031-05-13T16:45:00Z")
    assert item_of(entry).text == SECOND


def test_what_is_no_feed_is_told_so():
    with pytest.raises(UnreadableError, match="not a feed"):
        read_feed(b"<rss><p>no", "a.xml")
