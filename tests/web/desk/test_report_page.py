"""A report's page: the text as published, its layers, and two reports side by side."""

import re

import pytest


@pytest.fixture(scope="session")
def copied(client):
    """A report of the demo that others copy, and the closest of those."""
    story = max(client.get("/index.json").json()["stories"], key=lambda row: row["reports"])["id"]
    families = client.get(f"/stories/{story}.json").json()["families"]
    edge = max(
        (e for f in families for e in f["edges"] if e["overlap"] < 1), key=lambda e: e["overlap"]
    )
    return edge["left"], edge["right"]


def test_the_twin_is_the_line_of_the_contract(client, copied):
    told = client.get(f"/reports/{copied[0]}.json").json()
    assert told["contract"] == 1
    assert told["report"]["id"] == copied[0]
    assert all(
        told["text"][c["start"] : c["end"]] == c["quote"]
        for claim in told["claims"]
        for c in claim["content"]
    )


def test_every_claim_and_figure_of_the_twin_has_an_anchor(client, copied):
    told = client.get(f"/reports/{copied[0]}.json").json()
    page = client.get(f"/reports/{copied[0]}").text
    spans = [one for claim in told["claims"] for one in claim["content"]] + told["figures"]
    assert all(f'id="c{each["start"]}-{each["end"]}"' in page for each in spans)


def test_an_anchor_stands_once(client, copied):
    anchors = re.findall(r' id="(c\d+-\d+)"', client.get(f"/reports/{copied[0]}").text)
    assert len(anchors) == len(set(anchors)) > 20


def test_where_it_came_from_is_told(client, copied):
    told = client.get(f"/reports/{copied[0]}.json").json()["report"]
    page = client.get(f"/reports/{copied[0]}").text
    assert told["sha256"] in page
    assert told["path"] in page


def test_side_by_side_tells_relation_and_reason(client, copied):
    told = client.get("/reports/{}/compare/{}.json".format(*copied)).json()
    page = client.get("/reports/{}/compare/{}".format(*copied)).text
    assert told["relation"] in {"copy", "rewrite", "credit", "translation"}
    assert told["words"]["shared"] > told["words"]["only_left"]
    assert 0 < told["overlap"] < 1
    assert told["relation"] in page
    for side in ("left", "right"):
        text = client.get(f"/reports/{told[side]['id']}.json").json()["text"]
        assert "".join(run["text"] for run in told["runs"][side]) == text


def test_reports_that_share_nothing_can_be_compared_too(client, copied):
    rows = client.get("/index.json").json()["stories"]
    other = next(row["id"] for row in rows if row["reports"] == 1)
    report = client.get(f"/stories/{other}.json").json()["reports"][0]["id"]
    told = client.get(f"/reports/{copied[0]}/compare/{report}.json").json()
    assert told["relation"] is None
    assert told["same_text"] is False


@pytest.mark.slow
def test_layers_are_switched_without_scripts(open_page, copied):
    page = open_page(f"/reports/{copied[0]}", scripts=False)
    first = page.locator(".text .l-figures").first
    look = "each => getComputedStyle(each).backgroundColor"
    shown = first.evaluate(look)
    page.get_by_role("checkbox", name="Figures").uncheck()
    assert first.evaluate(look) != shown
    place = page.locator(".text .l-places").first
    plain = place.evaluate(look)
    page.get_by_role("checkbox", name="Places").check()
    assert place.evaluate(look) != plain


@pytest.mark.slow
def test_the_text_on_the_page_is_the_text_as_published(open_page, client, copied):
    page = open_page(f"/reports/{copied[0]}", scripts=False)
    page.evaluate("document.querySelectorAll('.aside-note').forEach((each) => each.remove())")
    shown = page.locator("#text").evaluate("each => each.textContent")
    assert shown == client.get(f"/reports/{copied[0]}.json").json()["text"]


@pytest.mark.slow
@pytest.mark.parametrize("width", [390, 1440])
def test_neither_page_is_wider_than_the_screen(open_page, copied, width):
    for path in (f"/reports/{copied[0]}", "/reports/{}/compare/{}".format(*copied)):
        page = open_page(path, width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.slow
def test_on_a_phone_the_two_texts_stand_one_below_the_other(open_page, copied):
    page = open_page("/reports/{}/compare/{}".format(*copied), width=390)
    left, right = (each.bounding_box() for each in page.locator(".half").all())
    assert right["y"] >= left["y"] + left["height"]
