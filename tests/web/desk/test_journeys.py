"""What people do at the desk, in a real browser, on SQLite and on PostgreSQL."""

import re
from importlib import import_module

import httpx
import pytest

pytestmark = pytest.mark.slow


def biggest_story(address):
    """The id of the story with most reports."""
    told = httpx.get(f"{address}/index.json", timeout=20).json()["stories"]
    return max(told, key=lambda row: row["reports"])["id"]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_from_the_index_to_the_words_of_a_report(open_page, desk_address, scripts):
    page = open_page("/", scripts=scripts)
    page.click(f'a[href="/stories/{biggest_story(desk_address)}"]')
    assert page.locator("#reported [data-finding]").count() > 0
    link = page.locator("main a[href*='/reports/rep_'][href*='#c']").first
    place = link.get_attribute("href").partition("#")[2]
    link.click()
    page.wait_for_url(re.compile(r"/reports/rep_\w+#c\d+-\d+"))
    assert page.locator(f"[id='{place}']").inner_text().strip()
    assert page.locator(f"[id='{place}']").is_visible()


def test_the_list_is_filtered_in_place(open_page):
    page = open_page("/")
    before = page.locator("[data-row]").count()
    assert before > 1
    page.select_option("select[name=place]", "Harrow Bay")
    expect = import_module("playwright.sync_api").expect
    page.wait_for_url(re.compile("place=Harrow"))
    expect(page.locator("[data-row]")).to_have_count(1)
    page.go_back()
    expect(page.locator("[data-row]")).to_have_count(before)


def test_the_list_is_filtered_without_scripts(open_page):
    page = open_page("/", scripts=False)
    page.select_option("select[name=status]", "contested")
    page.click("form.filters button")
    assert "status=contested" in page.url
    assert 0 < page.locator("[data-row]").count() < 4


def test_words_are_found_and_marked(open_page):
    page = open_page("/")
    page.keyboard.press("/")
    page.keyboard.type('"market quarter" -correction')
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/search"))
    assert {each.lower() for each in page.locator("mark").all_inner_texts()} == {"market quarter"}
    page.locator(".hits a").first.click()
    page.wait_for_url(re.compile("/reports/rep_"))
    assert "market quarter" in page.locator("#text").inner_text()


def test_a_list_is_walked_by_keys(open_page):
    page = open_page("/")
    for key in "jjk":
        page.keyboard.press(key)
    here = page.locator("[data-row].here")
    assert here.get_attribute("data-row") == page.locator("[data-row]").first.get_attribute(
        "data-row"
    )
    page.keyboard.press("o")
    page.wait_for_url(re.compile("/stories/sto_"))


def test_changes_lead_to_their_stories(open_page):
    page = open_page("/changes")
    assert page.locator(".changes li").count() > 0
    page.locator(".changed-story h2 a").first.click()
    page.wait_for_url(re.compile("/stories/sto_"))


def test_a_map_draws_what_is_known_and_lists_the_rest(open_page):
    page = open_page("/map")
    page.wait_for_selector("path.spot.dot", state="attached")
    dots = page.locator("path.spot").count()
    listed = page.locator(".two section").first.locator("li[data-row]").count()
    assert dots == listed
    spot = page.locator("path.spot.dot").first
    spot.focus()
    page.keyboard.press("Enter")
    assert page.locator(".leaflet-popup-content a").first.is_visible()


def test_the_map_reads_without_scripts(open_page):
    page = open_page("/map", scripts=False)
    assert page.locator(".places li[data-row]").count() > 0
    assert not page.locator("[data-map]").is_visible()


def test_a_day_of_the_calendar_leads_to_its_happening(open_page):
    page = open_page("/calendar")
    page.locator("td.has a").first.click()
    page.wait_for_url(re.compile("/events/evt_"))


def test_an_outlet_tells_with_whom_it_shares_texts(open_page):
    page = open_page("/outlets")
    page.click("text=Coast Daily")
    page.get_by_role("link", name="side by side").first.click()
    page.wait_for_url(re.compile("/compare/"))


def test_the_desk_asks_no_other_host_for_anything(open_page, desk_address):
    page = open_page("/")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("/", "/map", f"/stories/{biggest_story(desk_address)}"):
        page.goto(desk_address + path, wait_until="networkidle")
    assert [url for url in asked if not url.startswith((desk_address, "data:"))] == []
