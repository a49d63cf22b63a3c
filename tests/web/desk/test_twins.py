"""Every page is also JSON, as the description at /openapi.json says."""

import jsonschema
import pytest

from twosource.serve.web.routes import ROUTERS
from web.desk.described import answer_as_described

PEOPLE = {"/login", "/users"}  # their answers depend on who asks; tested with them


@pytest.fixture(scope="module")
def described(client):
    """The description, as a program would fetch it."""
    return client.get("/openapi.json").json()


@pytest.fixture(scope="module")
def ids(client):
    """What to put into the addresses: ids of the demo."""
    story = max(client.get("/index.json").json()["stories"], key=lambda row: row["reports"])["id"]
    told = client.get(f"/stories/{story}.json").json()
    copies = next(family for family in told["families"] if len(family["reports"]) > 1)["reports"]
    return {
        "/stories": story, "/findings": told["findings"][0]["id"],
        "/events": told["events"][0]["id"], "/reports": copies[0], "other": copies[1],
        "/outlets": "Coast Daily",
    }  # fmt: skip


def address(path, ids):
    """A path of the description with ids of the demo in it."""
    head = "/" + path.split("/")[1]
    for name in ("{identity}", "{name}"):
        path = path.replace(name, ids.get(head, ""))
    return path.replace("{other}", ids["other"])


def test_every_page_answers_in_json_as_described(client, described, ids):
    pages = [path for path, methods in described["paths"].items() if "get" in methods]
    assert len(pages) > 12
    for path in pages:
        if path in PEOPLE or "{" in address(path, ids) or path == "/decide":
            continue
        answer_as_described(client, described, path, address(path, ids))


def test_the_form_of_a_decision_answers_as_described(client, described, ids):
    for head in ("/stories", "/findings", "/events", "/reports"):
        answer_as_described(client, described, "/decide", f"/decide?target={ids[head]}")


def test_every_page_answers_by_suffix_and_in_html(client, described, ids):
    pages = [path for path, methods in described["paths"].items() if "get" in methods]
    for path in pages:
        if path in PEOPLE or path == "/decide":
            continue
        where = address(path, ids)
        by_suffix = client.get("/index.json" if where == "/" else f"{where}.json")
        assert by_suffix.headers["content-type"] == "application/json", path
        page = client.get(where, headers={"Accept": "text/html"})
        assert page.headers["content-type"].startswith("text/html"), path
        assert page.text.count("<h1") == 1, path


def test_the_description_names_every_route(described):
    known = {route.path.replace(":path", "") for router in ROUTERS for route in router.routes}
    assert known == set(described["paths"])


def test_every_error_is_described(described):
    shape = described["components"]["schemas"]["ErrorAnswer"]
    jsonschema.Draft202012Validator.check_schema(shape)
    for methods in described["paths"].values():
        for operation in methods.values():
            assert "default" in operation["responses"]
            assert "422" not in operation["responses"]


def test_the_packaged_contract_is_the_documented_one(root):
    packaged = root / "src/twosource/render/contract.schema.json"
    documented = root / "docs/reference/contract.schema.json"
    assert packaged.read_bytes() == documented.read_bytes()
