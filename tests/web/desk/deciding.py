"""What the journeys of decisions share: a small archive of invented reports, logging in, axe."""

from dataclasses import replace
from pathlib import Path

import httpx

import make
import postgres
from dolna import FIRST, OTHER, SECOND, THIRD
from twosource.base.archive import Archive, Run
from twosource.base.archive_people import add_user
from twosource.base.people import User
from twosource.base.settings import Settings
from twosource.runners.keeping import add_pile
from twosource.runners.local import Way
from twosource.runners.update import update_stories
from twosource.runners.versions import find_versions

NOW = "2031-05-18T06:00:00+00:00"
PASSWORD = "the dog barks at noon"  # noqa: S105 - of a test
AXE = Path(__file__).parents[3] / "web/node_modules/axe-core/axe.min.js"
SCRIPTS = Path(__file__).parents[3] / "src/twosource/serve/web/static/desk.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OUTLETS = {FIRST: "Norpress", SECOND: "Coast Daily", THIRD: "Orlan Voice", OTHER: "News 7"}


def put(target: str, *texts: str) -> None:
    """Read these reports into the archive, which is made when there is none."""
    items = [
        replace(make.item(text, origin=f"{outlet}.txt"), published="2031-05-13", outlet=outlet)
        for text, outlet in OUTLETS.items()
        if text in texts
    ]
    run = Run(NOW, "add", find_versions(Settings()))
    with Archive.open(target, run, create=True) as archive:
        for _ in add_pile(items, Settings(), Way(text_only=True), archive):
            pass
        update_stories(archive, Settings())


def invite(target: str, **roles: str) -> None:
    """Add users by name and role."""
    run = Run(NOW, "users", find_versions(Settings()))
    with Archive.open(target, run) as archive:
        for name, role in roles.items():
            add_user(archive, User(name, role, disabled=False, made_at=NOW), PASSWORD)


def log_in(base: str, name: str, password: str = PASSWORD) -> httpx.Client:
    """A client that logged in, or tried to."""
    client = httpx.Client(base_url=base, timeout=20, follow_redirects=True)
    page = client.get("/login").text
    told = {"name": name, "password": password, "token": token_in(page)}
    client.post("/login", data=told)
    return client


def token_in(page: str) -> str:
    """The token of the forms on a page."""
    return page.split('name="token" value="', 1)[1].split('"', 1)[0]


def decide(client: httpx.Client, target: str, action: str, **fields) -> httpx.Response:
    """A decision as the form sends it, answered in JSON."""
    page = client.get("/decide", params={"target": target})
    told = {"target": target, "action": action, "reason": "read it twice", **fields}
    return client.post(
        "/decide", data={"token": token_in(page.text), **told},
        headers={"Accept": "application/json"},
    )  # fmt: skip


def finding_of(client: httpx.Client, slot: str = "killed") -> dict:
    """The finding of a slot in the story of Dolna."""
    for row in client.get("/index.json").json()["stories"]:
        if "Dolna" in row["title"]:
            told = client.get(f"/stories/{row['id']}.json").json()["findings"]
            return next(each for each in told if each["slot"] == slot)
    raise AssertionError(slot)


def need_scripts() -> None:
    """Skip, or fail where all is required, when the desk's scripts are not built."""
    if not SCRIPTS.is_file():
        postgres.skip_or_fail("the desk's scripts are not built: make assets")


def ready(page) -> None:
    """Until the page hears keys."""
    page.wait_for_selector("html[data-keys]")


def find_faults(page) -> list[str]:
    """What axe finds wrong with the page."""
    if not AXE.is_file():
        postgres.skip_or_fail("no axe-core: make assets")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "tags => axe.run({runOnly: {type: 'tag', values: tags}})"
        ".then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | ')))",
        TAGS,
    )
    return [each[:400] for each in found]
