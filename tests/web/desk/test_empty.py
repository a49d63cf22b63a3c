"""An archive that holds nothing yet: its pages say what to do, and offer nothing to filter by."""

import httpx
import pytest

from twosource.base.archive import Archive, Run
from twosource.base.settings import Settings
from twosource.runners.update import update_stories
from twosource.runners.versions import find_versions
from web.desk.conftest import NOW, new_target, running_desk
from web.desk.described import answer_as_described

PAGES = ("/", "/situation", "/map", "/calendar", "/changes", "/outlets", "/decisions", "/search")


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def empty(request, tmp_path_factory):
    """A client of a desk over an archive without reports."""
    target = new_target(request, tmp_path_factory)
    with Archive.open(target, Run(NOW, "add", find_versions(Settings())), create=True) as archive:
        update_stories(archive, Settings())
    with running_desk(target, Settings()) as address, httpx.Client(base_url=address) as client:
        yield client


@pytest.mark.parametrize("path", PAGES)
def test_an_empty_archive_answers_as_described(empty, path):
    described = empty.get("/openapi.json").json()
    assert answer_as_described(empty, described, path, path)


@pytest.mark.parametrize("path", ["/", "/situation", "/map", "/calendar"])
def test_an_empty_archive_says_what_to_do_and_offers_no_filter(empty, path):
    page = empty.get(path).text
    assert "twosource add FOLDER" in page
    assert 'class="filters"' not in page
    assert 'class="legend"' not in page


def test_a_filter_that_nothing_fits_can_be_taken_away(empty):
    page = empty.get("/", params={"place": "Dolna"}).text
    assert 'class="filters"' in page
    assert 'id="clear"' in page
