"""The piles that speed is measured on are what they say, and the measuring is honest."""

import json
import re
import sqlite3
from datetime import date
from itertools import groupby

import pytest
from benchmarks.quality.common import Text, to_report
from benchmarks.speed.copies_of_archives import ID, multiply
from benchmarks.speed.copies_of_texts import find_table, respell
from benchmarks.speed.desk import line_of, percentile
from benchmarks.speed.desk_pages import pages_of
from benchmarks.speed.originals import read_originals
from benchmarks.speed.scale import measure
from benchmarks.speed.shelf import Shelf
from benchmarks.speed.variants import REAL_EACH, make_variants

from twosource.base.archive import Archive
from twosource.base.archive_happenings import count_spots
from twosource.base.archive_search import count_hits
from twosource.base.archive_stories import count_stories, list_stories, load_story
from twosource.cluster.growth import group_all, grow
from twosource.cluster.sketches import make_sketch
from twosource.serve.web.prints import print_ahead
from web.desk.deciding import FIRST, NOW, OTHER, SECOND, put

TEXTS = [
    Text("one", f"{FIRST} The road to Varda stayed closed for 12 days.", title="Market shelled"),
    Text("two", f"{OTHER} The street was cleared by 40 workers.", title="Bakery explodes"),
]


def test_variants_are_the_same_ones_every_time_and_as_many_as_asked_for():
    made = list(make_variants(TEXTS, 40))
    real = {0: "real-0", REAL_EACH: f"real-{REAL_EACH}"}
    assert [each.id for each in made] == [real.get(n, f"generated-{n}") for n in range(40)]
    assert made[REAL_EACH].text == TEXTS[1].text
    assert made == list(make_variants(TEXTS, 40))
    assert made != list(make_variants(TEXTS, 40, seed=8))


def test_most_happenings_are_told_once_and_few_often():
    generated = [each for each in make_variants(TEXTS, 400) if each.id.startswith("generated")]
    assert all(date.fromisoformat(each.published or "") for each in generated)
    runs = [len(list(run)) for _, run in groupby(generated, key=lambda each: each.title)]
    assert runs.count(1) > len(runs) / 3
    assert max(runs) > 5


def test_two_happenings_of_one_text_share_few_words():
    texts = [Text("one", f"{FIRST} Engineers repaired seventeen houses before winter.")] * 3
    words = [set(re.findall("[a-z]{5,}", each.text)) for each in make_variants(texts, 12)]
    assert min(len(one & other) / len(one) for one in words for other in words if one) < 1 / 2


def test_originals_are_mixed_so_that_each_set_keeps_its_pace(tmp_path):
    rows = [{"doc_id": str(n), "dct": f"2030-01-{9 - n:02}", "title": "", "text": FIRST * 9}
            for n in range(4)]  # fmt: skip
    (tmp_path / "gva_incidents").mkdir()
    lines = "".join(f"{json.dumps(row)}\n" for row in rows)
    (tmp_path / "gva_incidents/docs.jsonl").write_text(lines, encoding="utf-8")
    (tmp_path / "timeline17").mkdir()
    line = json.dumps({"id": "t", "pub_date": "2031-01-01", "title": "", "text": OTHER * 9})
    (tmp_path / "timeline17/articles.jsonl").write_text(line, encoding="utf-8")
    assert [each.id for each in read_originals(tmp_path)] == ["3", "2", "t", "1", "0"]


def test_respelt_texts_keep_their_length_and_the_first_world_its_words():
    assert respell(FIRST, find_table(0)) == FIRST
    told = respell(FIRST, find_table(3))
    assert len(told) == len(FIRST)
    assert told != FIRST
    assert told == respell(FIRST, find_table(3))


def test_a_shelf_that_grows_one_by_one_holds_the_links_of_the_pile():
    sketches = [make_sketch(to_report(text)) for text in make_variants(TEXTS, 24)]
    shelf = Shelf()
    for sketch in sketches:
        shelf.write([sketch], grow([sketch], shelf))
    pile = group_all(sketches)
    kept = shelf.links([each.id for each in sketches])
    wanted = {(link.left, link.right): link.grade for link in pile.added}
    assert wanted
    assert {
        (left, right): grade
        for left, near in kept.items() for right, grade in near.items() if left < right
    } == wanted  # fmt: skip


def test_a_cost_names_its_size():
    cost = measure(TEXTS, 12, added=3)
    assert (cost.size, cost.memory > 0, cost.touched >= 1) == (12, True, True)


def test_percentiles_are_those_of_the_slow_end():
    times = [float(each) for each in range(1, 101)]
    assert percentile(times) == pytest.approx(95, abs=0.2)
    assert percentile([7.0]) == 7.0
    assert line_of("a page", [(10.0, 20.0)] * 5).endswith("ratio 0.50")


@pytest.fixture
def archive_file(tmp_path):
    """An archive of two stories, one of them printed."""
    target = str(tmp_path / "few.archive")
    put(target, FIRST, SECOND)
    with Archive.open(target, _run()) as archive:
        assert print_ahead(archive) == 1
    put(target, OTHER)
    return target


def _run():
    from twosource.base.archive import Run  # noqa: PLC0415 - only here

    return Run(NOW, "test", ())


def test_printed_stories_are_asked_for_apart_from_those_that_are_not(archive_file):
    connection = sqlite3.connect(archive_file)
    kinds = pages_of(connection, "few", 10)
    connection.close()
    printed, made = kinds["a printed story"], kinds["a story made when asked"]
    assert [len(printed), len(made)] == [1, 1]
    for ours, theirs in printed + made:
        assert theirs == f"/few{ours}"
    assert len({pair for pairs in kinds.values() for pair in pairs}) == sum(
        map(len, kinds.values())
    )


def test_a_copied_archive_is_the_same_many_times_under_other_ids(archive_file):
    with Archive.open(archive_file, _run()) as archive:
        before = count_stories(archive), count_hits(archive, "market"), count_spots(archive)[1]
    assert multiply(archive_file, 2) == 9
    with Archive.open(archive_file, _run()) as archive:
        after = count_stories(archive), count_hits(archive, "market"), count_spots(archive)[1]
        rows = list_stories(archive)
        assert all(load_story(archive, row.id).stories[0].id == row.id for row in rows)
    assert after == tuple(3 * each for each in before)
    assert all(ID.fullmatch(row.id.encode()) for row in rows)
    connection = sqlite3.connect(archive_file)
    assert len(pages_of(connection, "few", 10)["a printed story"]) == 3
    connection.close()
