"""A story's page: what stands and what does not, each word and number one click from its quote."""

import re

import pytest

from twosource.render.phrases import STATUS

CITED = re.compile(r'href="/reports/(rep_\w+)#c(\d+)-(\d+)"')


@pytest.fixture(scope="session")
def shelling(client):
    """The id of the demo's largest story."""
    rows = client.get("/index.json").json()["stories"]
    return max(rows, key=lambda row: row["reports"])["id"]


def test_the_twin_has_the_rows_of_the_contract(client, shelling):
    told = client.get(f"/stories/{shelling}.json").json()
    assert told["contract"] == 1
    assert [story["id"] for story in told["stories"]] == [shelling]
    assert {each["story"] for each in told["findings"]} == {shelling}
    texts = {
        each["id"]: client.get(f"/reports/{each['id']}.json").json()["text"]
        for each in told["reports"]
    }
    cited = [one for each in told["findings"] for one in each["supports"] + each["denies"]]
    assert all(texts[one["report"]][one["start"] : one["end"]] == one["quote"] for one in cited)


def test_the_page_shows_each_contested_finding_of_the_twin(client, shelling):
    told = client.get(f"/stories/{shelling}.json").json()
    page = client.get(f"/stories/{shelling}").text
    live = [each for each in told["findings"] if each["lifecycle"] == "live"]
    contested = [
        each["id"] for each in live if each["status"] == "contested" and each["scope"] == "current"
    ]
    assert contested
    assert all(f'id="{name}"' in page for name in contested)


def test_the_index_and_the_page_count_the_same_findings(client, shelling):
    rows = {row["id"]: row for row in client.get("/index.json").json()["stories"]}
    page = client.get(f"/stories/{shelling}").text
    stands = page[page.index('class="legend stands"') :].partition("</p>")[0]
    counts = [int(each) for each in re.findall(r'<b class="num">(\d+)</b>', stands)]
    assert sum(counts) == sum(count for _, count in rows[shelling]["statuses"])


def test_every_citation_leads_to_an_anchor_of_its_report(client, shelling):
    pages = {}
    cited = set(CITED.findall(client.get(f"/stories/{shelling}").text))
    assert len(cited) > 50
    for report, start, end in cited:
        page = pages.setdefault(report, client.get(f"/reports/{report}").text)
        assert f'id="c{start}-{end}"' in page


def test_the_glyph_is_told_in_words_too(client, shelling):
    page = client.get(f"/stories/{shelling}").text
    labels = re.findall(r'class="o \w+" role="img" aria-label="([^"]+)"', page)
    assert labels
    assert all(label.startswith(tuple(STATUS.values())) for label in labels)


def test_a_count_stands_with_its_speakers_and_its_open_end(client, shelling):
    page = client.get(f"/stories/{shelling}").text
    assert "7 or more" in page
    assert "revised down from 9" in page
    assert "as of" in page


def test_a_story_of_one_report_with_nothing_read_says_so(client):
    rows = client.get("/index.json").json()["stories"]
    bare = [row["id"] for row in rows if not row["statuses"]]
    assert bare
    page = client.get(f"/stories/{bare[0]}").text
    assert "Nothing was read from this report" in page


@pytest.mark.parametrize("part", ["", "/origins", "/timeline", "/map", "/findings"])
def test_each_part_is_a_page_and_json(client, shelling, part):
    page = client.get(f"/stories/{shelling}{part}", headers={"Accept": "text/html"})
    assert page.status_code == 200
    assert "<h1" in page.text
    twin = client.get(f"/stories/{shelling}{part}.json")
    assert twin.status_code == 200
    assert twin.json()


def test_the_map_gives_no_pin_to_a_country(client, shelling):
    features = client.get(f"/stories/{shelling}/map.json").json()["features"]
    assert features
    for each in features:
        drawn = each["properties"]["form"] in {"dot", "wash"}
        assert (each["geometry"] is not None) is drawn


def test_findings_are_listed_page_by_page(client, shelling):
    told = client.get(
        f"/stories/{shelling}/findings.json", params={"status": "single_source"}
    ).json()
    assert {each["status"] for each in told["findings"]} == {"single_source"}
    assert told["pager"]["total"] >= len(told["findings"])
    assert client.get(f"/stories/{shelling}/findings?status=<b>").status_code == 422


@pytest.mark.slow
@pytest.mark.parametrize("width", [390, 1440])
def test_the_page_is_no_wider_than_the_screen(open_page, shelling, width):
    for part in ("", "/origins", "/timeline"):
        page = open_page(f"/stories/{shelling}{part}", width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.slow
def test_a_number_leads_to_its_quote_in_one_click(open_page, shelling):
    page = open_page(f"/stories/{shelling}", scripts=False)
    count = page.locator(".speaker").first
    number = re.search(r"\d+", count.locator("b").inner_text())[0]
    count.locator("sup a").first.click()
    target = page.locator(":target")
    assert target.count() == 1
    spelt = {"6": "six", "7": "seven", "9": "nine"}
    assert {number, spelt.get(number, number)} & set(target.inner_text().lower().split())
    colour = target.evaluate("each => getComputedStyle(each).backgroundColor")
    assert colour != "rgba(0, 0, 0, 0)"


@pytest.mark.slow
def test_both_sides_have_the_same_width(open_page, shelling):
    page = open_page(f"/stories/{shelling}")
    boxes = [each.bounding_box() for each in page.locator(".dispute").first.locator(".side").all()]
    tops = {round(box["y"]) for box in boxes}
    assert len(boxes) == 2
    assert len(tops) == 1
    assert abs(boxes[0]["width"] - boxes[1]["width"]) < 24


@pytest.mark.slow
def test_the_page_reads_without_scripts(open_page, shelling):
    page = open_page(f"/stories/{shelling}", scripts=False)
    assert page.locator("#where .spots li").count() > 0
    assert page.locator(".map").first.is_hidden()
    assert page.locator("table.chart").count() > 0
    page.locator("details.more summary").first.click()
    assert page.locator("details.more[open]").count() > 0


def test_the_page_and_its_twin_say_why_its_reports_are_one_story(client, shelling):
    (story,) = client.get(f"/stories/{shelling}.json").json()["stories"]
    page = client.get(f"/stories/{shelling}").text
    assert len(story["why"]) == len(story["reports"]) - 1
    assert "Why these reports are one story" in page
    texts = [tie for tie in story["why"] if tie["words"]]
    assert texts
    assert all(f"/reports/{tie['report']}/compare/{tie['tied_to']}" in page for tie in texts)
