"""The brief as a page, in a real Chromium: it reads on a phone, and a citation shows its quote."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from twosource.serve.cli import app


@pytest.fixture(scope="module")
def page_file(tmp_path_factory, root):
    """The brief of two demo reports, as a page."""
    file = tmp_path_factory.mktemp("page") / "brief.html"
    settings = str(root / "demo/twosource.toml")
    done = CliRunner().invoke(
        app, ["brief", str(root / "demo/two"), "-o", str(file), "--settings", settings]
    )
    assert done.exit_code == 0, done.output
    return file


@pytest.mark.slow
@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_is_no_wider_than_the_screen(browser, page_file, width):
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(Path(page_file).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.slow
def test_a_citation_leads_to_the_marked_quote(browser, page_file):
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(Path(page_file).as_uri())
    page.locator("sup a").first.click()
    marked = "document.querySelector(':target').closest('mark').innerText"
    assert page.evaluate(marked).strip()
    page.close()


@pytest.mark.slow
def test_the_page_asks_the_network_for_nothing(browser, page_file):
    asked = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(Path(page_file).as_uri())
    assert [url for url in asked if not url.startswith("file:")] == []
    page.close()
