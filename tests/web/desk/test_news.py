"""Who was here yesterday sees first what changed since, told in words with both values."""

import httpx
import pytest

from web.desk.conftest import fill, new_target, running_desk


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request, tmp_path_factory):
    """A place for an archive."""
    return new_target(request, tmp_path_factory)


def test_what_changed_since_the_last_visit_comes_first(target, demo_settings, root, visit):
    fill(target, demo_settings, root / "demo/two")
    clock = ["2031-05-17T08:00:00+00:00"]
    with running_desk(target, demo_settings, clock=lambda: clock[0]) as address:
        assert "Since you were last here" not in httpx.get(f"{address}/", timeout=20).text
        fill(target, demo_settings, root / "demo/reports")  # kept on 18 May
        clock[0] = "2031-05-18T09:00:00+00:00"
        page = visit(address + "/", width=390)
        news = page.locator(".news")
        assert "Since you were last here, Sat 17 May 2031" in news.inner_text()
        assert news.locator("li").count() == 5
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.click(".news p a")
        assert "since=2031-05-17" in page.url
        told = httpx.get(f"{address}/changes.json?since=2031-05-17T08:00:00%2B00:00", timeout=20)
    assert told.json()["pager"]["total"] > 5
    assert {"new_story", "status"} <= {each["kind"] for each in told.json()["changes"]}
