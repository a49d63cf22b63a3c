"""What every page of the desk has: a twin in JSON, strict headers, one shape of errors."""

import httpx
import pytest


def test_the_index_lists_the_newest_story_first(client):
    told = client.get("/index.json").json()
    ends = [row["end"] for row in told["stories"] if row["end"]]
    assert ends == sorted(ends, reverse=True)
    assert told["pager"]["total"] == len(told["stories"])


def test_json_is_told_by_suffix_or_by_what_is_accepted(client):
    by_suffix = client.get("/index.json")
    by_header = client.get("/", headers={"Accept": "application/json"})
    assert by_suffix.json() == by_header.json()
    assert by_header.headers["vary"] == "Accept"


def test_a_browser_gets_a_page(client):
    told = client.get("/", headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert told.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("path", ["/nowhere", "/stories/sto_none", "/?since=someday"])
def test_every_error_has_one_shape(client, path):
    told = client.get(path, headers={"Accept": "application/json"})
    error = told.json()["error"]
    assert told.status_code == error["status"] >= 400
    assert set(error) == {"status", "code", "message", "remedy"}
    assert error["message"]
    assert error["remedy"]
    assert "<h1>" in client.get(path, headers={"Accept": "text/html"}).text


def test_another_host_name_is_refused(client):
    told = client.get("/", headers={"Host": "elsewhere.example"})
    assert told.status_code == 421
    assert told.json()["error"]["code"] == "misdirected_request"


def test_scripts_and_styles_come_from_the_desk_alone(client):
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    "path", ["/assets/..%2fapp.py", "/static/../app.py", "/assets/%2e%2e/app.py"]
)
def test_files_beside_the_assets_are_out_of_reach(client, path):
    raw = httpx.URL(str(client.base_url).rstrip("/") + path)
    told = client.get(raw)
    assert told.status_code in {400, 404}
    assert "create_app" not in told.text
