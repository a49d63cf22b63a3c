"""Reports are strangers' words: whatever they hold, the desk shows it as text and nothing else."""

import json

import httpx
import pytest

from web.desk.conftest import fill, running_desk

SCRIPT = "<script>document.title='taken'</script>"
IMAGE = '"><img src=x onerror="document.title=\'taken\'">'
TURNED = "\u202eesrever\u202c"
BODY = (
    "Three people were killed in Dolna on Monday, the mayor said. {words}\n\n"
    "“{words}”, said the Free Orlan Front. The ministry said that five people were injured."
)
ASKED = [
    "' OR 1=1 --", '"', "*", "-", "NEAR(", "a AND", ") UNION SELECT 1", "%", "\\", "x" * 200,
    "words:market", "{{7*7}}", "\u202e", "a:* & !", "'; DROP TABLE stories; --",
]  # fmt: skip


def hostile_reports():
    """Reports whose every field is hostile."""
    for number, words in enumerate((SCRIPT, IMAGE, TURNED, "{{ 7 * 7 }} {% raw %}")):
        yield {
            "id": f"{words}{number}", "title": f"Dolna {words}", "outlet": f"Gazette {words}",
            "url": f"javascript:document.title='taken'//{number}", "published": "2031-05-12",
            "text": BODY.format(words=words),
        }  # fmt: skip


@pytest.fixture(scope="module")
def hostile_desk(tmp_path_factory, demo_settings):
    """A desk over such reports."""
    folder = tmp_path_factory.mktemp("hostile")
    lines = "\n".join(json.dumps(each) for each in hostile_reports())
    (folder / "in.jsonl").write_text(lines, encoding="utf-8")
    target = str(folder / "hostile.sqlite")
    fill(target, demo_settings, folder / "in.jsonl")
    with running_desk(target, demo_settings) as address:
        yield address


def every_address(address):
    """Each page on which words of these reports stand."""
    with httpx.Client(base_url=address, timeout=20) as client:
        stories = client.get("/index.json").json()["stories"]
        outlets = client.get("/outlets.json").json()["outlets"]
        told = [client.get(f"/stories/{each['id']}.json").json() for each in stories]
    yield from ("/", "/situation", "/map", "/calendar", "/changes", "/outlets", "/search?q=dolna")
    for each in outlets:
        yield "/outlets/" + httpx.URL("http://x", path="/" + each["name"]).raw_path.decode()[1:]
    for story in told:
        yield f"/stories/{story['stories'][0]['id']}"
        yield f"/stories/{story['stories'][0]['id']}/origins"
        yield from (f"/reports/{each['id']}" for each in story["reports"])
        yield from (f"/findings/{each['id']}" for each in story["findings"][:2])
        yield from (f"/events/{each['id']}" for each in story["events"][:1])


def test_no_page_holds_markup_of_a_report(hostile_desk):
    with httpx.Client(base_url=hostile_desk, timeout=20) as client:
        for path in every_address(hostile_desk):
            told = client.get(path)
            assert told.status_code == 200, path
            page = told.text.lower()
            assert SCRIPT.lower() not in page, path
            assert "<img src=x" not in page, path
            assert 'href="javascript:' not in page, path
            assert "{{ 7 * 7 }}" in told.text or " 49 " not in told.text, path


@pytest.mark.slow
def test_nothing_of_a_report_runs_in_a_browser(hostile_desk, visit):
    page = visit(hostile_desk + "/")
    for path in {path.split("/")[1]: path for path in every_address(hostile_desk)}.values():
        page.goto(hostile_desk + path)
        assert "taken" not in page.title().replace(SCRIPT, "").replace(IMAGE, ""), path
        assert page.locator("img").count() == page.locator("img.leaflet-tile").count(), path


@pytest.mark.parametrize("words", ASKED)
def test_any_search_is_answered(client, words):
    for path, name in (("/search", "q"), ("/", "words"), ("/", "place"), ("/map", "outlet")):
        told = client.get(path, params={name: words})
        assert told.status_code == 200, path
        assert "sqlalchemy" not in told.text.lower()


@pytest.mark.parametrize("name", ["page", "since", "until", "words"])
def test_a_wrong_value_is_told_and_not_run_into(client, name):
    told = client.get("/index.json", params={name: "-1' \x00" * 60})
    assert told.status_code == 422
    assert name in told.json()["error"]["message"]


def test_a_form_that_is_too_large_is_refused(client):
    told = client.post("/decide", content=b"x" * 300_000)
    assert told.status_code == 413
    assert told.json()["error"]["code"] == "content_too_large"


def test_a_form_from_elsewhere_is_refused(client):
    told = client.post("/decide", data={"action": "accept"}, headers={"Accept": "application/json"})
    assert 400 <= told.status_code < 500
    assert set(told.json()["error"]) == {"status", "code", "message", "remedy"}
