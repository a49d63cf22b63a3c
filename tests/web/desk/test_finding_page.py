"""Why a finding stands as it does, and the happening it belongs to."""

import pytest


@pytest.fixture(scope="session")
def findings(client):
    """All findings of the demo, as JSON."""
    rows = client.get("/index.json").json()["stories"]
    return [
        each for row in rows for each in client.get(f"/stories/{row['id']}.json").json()["findings"]
    ]


def test_every_finding_has_a_page_with_its_rule_and_reason(client, findings):
    for each in findings:
        page = client.get(f"/findings/{each['id']}", headers={"Accept": "text/html"})
        assert page.status_code == 200
        assert each["rule"].replace("-", " ").capitalize() in page.text


def test_every_rule_is_explained_in_words(client, findings):
    rules = {each["rule"]: each["id"] for each in findings}
    for name in rules.values():
        assert client.get(f"/findings/{name}.json").json()["rule_words"]


def test_the_twin_is_the_row_of_the_story(client, findings):
    told = client.get(f"/findings/{findings[0]['id']}.json").json()
    assert {key: told[key] for key in findings[0]} == findings[0]


def test_the_ties_bear_out_what_is_counted(client, findings):
    for each in findings:
        if each["rule"] != "two-origins-strict":
            continue
        ties = client.get(f"/findings/{each['id']}.json").json()["ties"]
        assert any(tie["verdict"] == "established" for tie in ties)


def test_a_quote_stands_in_its_context(client, findings):
    long = next(each for each in findings if each["slot"] == "killed" and each["supports"])
    page = client.get(f"/findings/{long['id']}").text
    assert 'class="around"' in page
    assert "<mark>" in page


def test_a_happening_lists_its_mentions_and_why_they_were_joined(client, findings):
    told = client.get(f"/events/{findings[0]['event']}.json").json()
    page = client.get(f"/events/{findings[0]['event']}").text
    assert told["mentions"]
    assert "joined:" in page
    assert {each["event"] for each in told["findings"]} == {findings[0]["event"]}


@pytest.mark.parametrize("path", ["/findings/fin_none", "/events/evt_none", "/reports/rep_none"])
def test_an_unknown_id_is_an_error_of_the_one_shape(client, path):
    told = client.get(f"{path}.json")
    assert told.status_code == 404
    assert told.json()["error"]["code"] == "not_found"


@pytest.mark.slow
def test_why_is_one_click_from_the_story(open_page, findings):
    contested = next(each for each in findings if each["status"] == "contested")
    page = open_page(f"/stories/{contested['story']}")
    page.locator(f"#{contested['id']}").get_by_role("link", name="why").first.click()
    assert page.url.endswith(f"/findings/{contested['id']}")
    assert page.get_by_text("Are they independent?").count() == 1


@pytest.mark.slow
@pytest.mark.parametrize("width", [390, 1440])
def test_the_pages_are_no_wider_than_the_screen(open_page, findings, width):
    contested = next(each for each in findings if each["status"] == "contested")
    for path in (f"/findings/{contested['id']}", f"/events/{contested['event']}"):
        page = open_page(path, width=width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
