"""A phone's first screen, the map's corner, words beside happenings, and a way to decide on all."""

import re
from importlib import import_module

import pytest

from twosource.base.people import Person
from twosource.serve.web.marks import page_for
from web.desk.deciding import need_scripts

PAGE = (
    b"<p>read</p><!--may--><a>decide</a><!--/may-->"
    b"<!--by ann%20b--><form data-mine>undo</form><!--/by-->"
)
PHONE = 390


def biggest_story(client):
    told = client.get("/index.json").json()["stories"]
    return max(told, key=lambda row: row["reports"])["id"]


@pytest.mark.parametrize(
    ("name", "role", "seen"),
    [
        ("ann b", "reviewer", ["decide", "data-mine", "undo"]),
        ("bea", "reviewer", ["decide"]),
        ("root", "admin", ["decide", "undo"]),
        ("ann b", "reader", []),
    ],
)
def test_a_page_shows_each_person_what_they_may_do(name, role, seen):
    page = page_for(PAGE, Person(name, role)).decode()
    assert [each for each in ("decide", "data-mine", "undo") if each in page] == seen
    assert "read" in page
    assert "<!--by" not in page


@pytest.mark.parametrize("path", ["/", "/map", "/calendar", "/situation"])
def test_on_a_phone_the_filters_are_folded(open_page, path):
    page = open_page(path, width=PHONE)
    assert not page.locator("form.filters select").first.is_visible()
    page.locator(".filtering > summary").click()
    assert page.locator("form.filters select").first.is_visible()


def test_on_a_phone_the_first_story_stands_on_the_first_screen(open_page):
    page = open_page("/", width=PHONE)
    assert page.locator("ol.stories > li").first.bounding_box()["y"] < 420


def test_the_fold_says_what_is_filtered_by(open_page):
    page = open_page("/?place=Dolna&since=2031-05-12", width=PHONE, scripts=False)
    told = page.locator("#asked").inner_text()
    assert re.sub(r"\s+", " ", told).strip() == "from Mon 12 May 2031 place Dolna"


def test_what_is_filtered_by_follows_the_form(open_page):
    need_scripts()
    page = open_page("/", width=PHONE)
    page.locator(".filtering > summary").click()
    page.select_option("select[name=place]", "Harrow Bay")
    expect = import_module("playwright.sync_api").expect
    expect(page.locator("#asked")).to_contain_text("Harrow Bay")
    expect(page.locator("#clear a")).to_be_visible()


def test_on_a_wide_screen_nothing_is_folded(open_page):
    assert open_page("/", width=1440).locator("form.filters select").first.is_visible()


def test_a_map_of_open_sea_says_where_it_lies(open_page):
    need_scripts()
    page = open_page("/map", width=1440)
    page.wait_for_selector(".world path.frame")
    assert page.locator(".world canvas").count() == 1
    assert page.locator(".degrees").count() > 2
    assert page.locator(".leaflet-control-scale-line").inner_text().endswith("km")


@pytest.mark.parametrize("path", ["/map", "/calendar"])
def test_beside_a_happening_stand_the_words_of_a_report(client, path):
    page = client.get(path).text
    places = re.findall(r'class="said" href="/reports/(rep_\w+)#(c\d+-\d+)"', page)
    assert places
    for report, place in places[:5]:
        assert f'id="{place}"' in client.get(f"/reports/{report}").text


def test_every_finding_of_a_story_can_be_decided_on_where_it_stands(open_page, client):
    page = open_page(f"/stories/{biggest_story(client)}", scripts=False)
    told = page.locator("[data-finding]")
    names = set(told.evaluate_all("all => all.map((each) => each.dataset.finding)"))
    ways = set(
        page.locator("[data-decide]").evaluate_all("all => all.map((each) => each.dataset.decide)")
    )
    assert names <= ways
    assert page.locator("table.alone [data-decide]").count() > 0


def test_a_form_in_a_table_of_figures_is_as_wide_as_the_table(open_page, client):
    need_scripts()
    page = open_page(f"/stories/{biggest_story(client)}")
    page.wait_for_selector("html[data-keys]")
    page.locator("table.alone [data-decide]").first.click()
    form = page.wait_for_selector("tr.decide-slot form").bounding_box()
    table = page.locator("table.alone").first.bounding_box()
    assert form["width"] > 0.9 * table["width"]
    page.keyboard.press("Escape")
    assert page.locator("tr.decide-slot").count() == 0
    assert page.locator("table.alone tr.here").count() == 1


def test_stories_of_the_same_days_are_offered_for_a_merger(client):
    told = {row["id"]: row for row in client.get("/index.json").json()["stories"]}
    story = biggest_story(client)
    page = client.get("/decide", params={"target": story, "action": "merge"}).text
    offered = set(re.findall(r'<option value="(sto_\w+)"', page))
    assert offered
    assert story not in offered
    assert all(told[each]["start"] >= "2031-04" for each in offered)


def test_who_is_not_in_sees_no_way_to_pages(visit, demo_settings, request, tmp_path_factory):
    desks = import_module("web.desk.conftest")
    target = desks.new_target(request, tmp_path_factory, "sqlite")
    desks.fill(target, demo_settings, request.config.rootpath / "demo/two")
    with desks.running_desk(target, demo_settings, login=True) as desk:
        page = visit(f"{desk}/")
        assert page.locator("nav").count() == 0
        assert page.locator("[data-search]").count() == 0
        assert page.get_by_role("button", name="Log in").is_visible()
