"""Everybody can read the desk: axe finds nothing serious, keys reach all, phones show it whole."""

import json

import httpx
import pytest

import postgres

ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BY_LOOK = ["color-contrast", "target-size", "link-in-text-block", "scrollable-region-focusable"]
GRAVE = {"serious", "critical"}
LOOKS = {  # how the page is shown, and the rules that are held: the look does not change the others
    "light-desktop": ({"width": 1440}, ALL),
    "dark-phone": ({"width": 390, "dark": True}, BY_LOOK),
}


@pytest.fixture(scope="module")
def axe(root):
    """The checker's own script, from npm."""
    file = root / "web/node_modules/axe-core/axe.min.js"
    if not file.is_file():
        postgres.skip_or_fail("axe-core is not there: make assets")
    return file.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pages(demo_desk):
    """Each kind of page, on the demo."""
    with httpx.Client(base_url=demo_desk("sqlite"), timeout=20) as client:
        story = max(client.get("/index.json").json()["stories"], key=lambda row: row["reports"])
        told = client.get(f"/stories/{story['id']}.json").json()
    copies = next(each["reports"] for each in told["families"] if len(each["reports"]) > 1)
    return (
        "/", "/?status=contested", "/?place=Nowhere", "/situation", "/map", "/calendar", "/changes",
        "/outlets", "/outlets/Coast%20Daily", "/search", "/search?q=market", "/keys", "/nowhere",
        "/decisions",
        f"/stories/{story['id']}", f"/stories/{story['id']}/origins", f"/reports/{copies[0]}",
        f"/reports/{copies[0]}/compare/{copies[1]}", f"/findings/{told['findings'][0]['id']}",
        f"/events/{told['events'][0]['id']}",
    )  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing_serious(visit, demo_desk, pages, axe, look):
    found = []
    shown, rules = LOOKS[look]
    page = visit(demo_desk("sqlite") + "/keys", **shown)
    for path in pages:
        page.goto(demo_desk("sqlite") + path)
        page.evaluate(axe)
        told = page.evaluate(f"axe.run(document, {json.dumps({'runOnly': rules})})")
        for each in told["violations"]:
            if each["impact"] in GRAVE:
                nodes = [node["html"][:160] for node in each["nodes"][:3]]
                found.append(f"{path}: {each['id']}: {each['help']}: {nodes}")
    assert found == []


@pytest.mark.slow
@pytest.mark.parametrize("width", [390, 1600])
def test_no_page_is_wider_than_the_screen(visit, demo_desk, pages, width):
    page = visit(demo_desk("sqlite") + "/keys", width=width)
    wide = []
    for path in pages:
        page.goto(demo_desk("sqlite") + path)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path)
    assert wide == []


@pytest.mark.slow
def test_the_first_key_skips_to_the_page(visit, demo_desk):
    page = visit(demo_desk("sqlite") + "/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


@pytest.mark.slow
def test_words_from_right_to_left_are_shown_so(visit, demo_desk):
    page = visit(demo_desk("sqlite") + "/search?q=%D7%A9%D7%9C%D7%95%D7%9D")
    field = page.locator("[data-search]")
    assert field.evaluate("each => getComputedStyle(each).direction") == "rtl"
