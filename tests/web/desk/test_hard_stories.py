"""Stories that are hard to show: hostile words, right-to-left script, no dates, 200 reports."""

import json
import time

import httpx
import pytest

from twosource.base.archive import Archive, Run
from twosource.base.settings import Settings
from twosource.serve.web.opening import open_story
from web.desk.conftest import fill, running_desk

HOSTILE = (
    "<script>alert(1)</script> shells hit Oslo\n\n"
    'Two people were killed in Oslo on Monday, "<img src=x onerror=alert(2)> the mayor" said. '
    "The {{ 7 * 7 }} figure could not be independently verified, O'Brien & Sons </textarea> said."
)
RIGHT_TO_LEFT = "قال مكتب الصحة إن سبعة أشخاص قتلوا يوم الاثنين في المدينة.\n\n" * 8
QUIET = (
    "Talks in Bergen\n\nThe foreign minister of Norway met his colleague in Bergen. "
    "They talked about fish."
)
TEXTS = 12


def shelling(number):
    """One of some reports on one happening, each worded in its own way."""
    killed = 5 + number % 4
    return (
        f"Shelling of Tromso: report {number}\n\n"
        f"Shells hit the market of Tromso on Monday and killed {killed} people, "
        f"the mayor of Tromso, Nils Vik{number}, said. "
        f"The Health Office of district {number} said that at least {killed + 2} people were "
        f"injured in Tromso on Monday. Witness {number} told reporters that the market burned "
        f"for {number + 2} hours. The army of Norway denied that it fired the shells at Tromso. "
        f"Number {number} of the stalls was destroyed, a trader of street {number * 7} said."
    )


def rows():
    yield {
        "id": "hostile",
        "text": HOSTILE,
        "outlet": "<b>Bold</b> & Co",
        "published": "2031-05-13",
    }
    yield {
        "id": "rtl",
        "text": RIGHT_TO_LEFT,
        "outlet": "الجزيرة الصغيرة",
        "published": "2031-01-02",
    }
    yield {"id": "quiet", "text": QUIET, "outlet": "Fjord Post"}
    for number in range(200):
        text = shelling(number % TEXTS)
        yield {
            "id": f"s{number}",
            "text": text,
            "outlet": f"Outlet {number}",
            "published": "2031-08-05",
        }


@pytest.fixture(scope="module")
def hard(tmp_path_factory):
    """A client of a desk over these reports, in process, and the ids of its stories by report."""
    folder = tmp_path_factory.mktemp("hard")
    (folder / "reports.jsonl").write_text("\n".join(json.dumps(row) for row in rows()))
    target = str(folder / "a.sqlite")
    fill(target, Settings(), folder / "reports.jsonl")
    with running_desk(target, Settings()) as address, httpx.Client(base_url=address) as client:
        client.headers["X-Archive"] = target
        yield client


def page_of(client, path):
    told = client.get(path, headers={"Accept": "text/html"})
    assert told.status_code == 200
    return told.text


def stories_with(client, words):
    rows = client.get("/index.json").json()["stories"]
    found = [client.get(f"/stories/{row['id']}.json").json() for row in rows]
    return [each for each in found if any(words in str(one["outlet"]) for one in each["reports"])]


@pytest.mark.slow
def test_hostile_words_are_only_words(hard):
    (story,) = stories_with(hard, "Bold")
    report = next(each["id"] for each in story["reports"] if "Bold" in each["outlet"])
    paths = [
        f"/stories/{story['stories'][0]['id']}{part}" for part in ("", "/origins", "/findings")
    ]
    paths += [f"/reports/{report}", f"/reports/{report}/compare/{report}"]
    paths += [f"/findings/{each['id']}" for each in story["findings"]]
    paths += [f"/events/{each['id']}" for each in story["events"]]
    for path in paths:
        page = page_of(hard, path)
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "<b>Bold</b>" not in page
    assert "{{ 7 * 7 }}" in page_of(hard, f"/reports/{report}")


@pytest.mark.slow
def test_a_right_to_left_text_is_set_from_right_to_left(hard):
    (story,) = stories_with(hard, "الجزيرة")
    page = page_of(hard, f"/reports/{story['reports'][0]['id']}")
    assert 'dir="rtl"' in page or 'dir="auto"' in page
    assert "Kept as published, and not read: its language (ar)" in page
    assert 'class="legend stands"' not in page_of(hard, f"/stories/{story['stories'][0]['id']}")


@pytest.mark.slow
def test_of_many_copies_only_the_first_are_unfolded(hard):
    story = max(stories_with(hard, "Outlet"), key=lambda each: len(each["reports"]))
    copies = max((each["reports"] for each in story["families"]), key=len)
    page = page_of(hard, f"/reports/{copies[0]}")
    assert f"<summary>{len(copies) - 9} more</summary>" in page


@pytest.mark.slow
def test_a_story_without_figures_or_dates_reads_on(hard):
    (story,) = stories_with(hard, "Fjord Post")
    page = page_of(hard, f"/stories/{story['stories'][0]['id']}")
    assert "undated" in page
    assert 'id="figures"' not in page
    assert "None" not in page.replace("None of it enters", "")


@pytest.mark.slow
def test_a_story_of_200_reports_opens_fast_and_folds(hard):
    story = max(stories_with(hard, "Outlet"), key=lambda each: len(each["reports"]))
    assert len(story["reports"]) == 200
    path = f"/stories/{story['stories'][0]['id']}"
    page = page_of(hard, path)  # templates are compiled once
    took = []
    for _ in range(3):
        began = time.process_time()
        page_of(hard, path)
        took.append(time.process_time() - began)
    assert min(took) < 0.3
    assert "<details" in page
    assert len(page) < 1_500_000


@pytest.mark.slow
def test_a_story_that_did_not_change_is_unpacked_once(hard):
    story = stories_with(hard, "Fjord Post")[0]["stories"][0]["id"]
    with Archive.open(hard.headers["X-Archive"], Run("", "", ())) as archive:
        assert open_story(archive, story) is open_story(archive, story)
