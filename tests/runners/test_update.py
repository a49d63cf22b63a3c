"""An archive that grows: report by report in any order it becomes what one pile gives."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import delete, func, insert, select

import make
from twosource.base.archive import Archive, Run
from twosource.base.archive_changes import list_changes, states
from twosource.base.archive_group_tables import KEYS, PENDING, PLANNED, SKETCHES
from twosource.base.archive_stories import (
    count_stories,
    current_id,
    list_facets,
    list_stories,
    story_of,
    stream_stories,
)
from twosource.base.archive_tables import REPORTS
from twosource.base.kept import StoryFilter
from twosource.base.packing import pack
from twosource.base.settings import Settings
from twosource.cluster.sketches import VERSION
from twosource.render.dossier import dossier_page
from twosource.render.values import to_page
from twosource.runners.basis import sketches_of
from twosource.runners.grouping import is_fresh
from twosource.runners.keeping import add_pile, read_archive
from twosource.runners.local import Way, assemble_pile
from twosource.runners.update import Update, update_stories
from twosource.runners.whole import load_shown, narrow

PARTS = (("twosource", "0"),)
WIRE = (
    "Shells hit the market of Dolna on Monday. Nine people were killed, the Valley Health Office "
    "said. Homes burned in the lower town and rescuers dug for hours in the rubble of the market."
)
LATER = (
    "Rescuers still dig in the rubble of the market of Dolna, hit by shells on Monday. Seven "
    "people were killed, the Valley Health Office said on Tuesday. Homes burned there."
)
DENIAL = (
    "The Defence Ministry denied that it shelled the market of Dolna on Monday. Nobody was "
    "killed at the market of Dolna, the Defence Ministry said. Rescuers left the rubble."
)
BAKERY = (
    "A gas cylinder exploded in a bakery of Harrow Bay on Friday. Two people were injured, the "
    "fire brigade said. The bakery was closed and the street remains blocked to traffic."
)
STREET = (
    "Two people were injured when a gas cylinder exploded in a bakery of Harrow Bay on Friday, "
    "the police said. The street with the bakery was opened to traffic again."
)
TEXTS = (
    (WIRE, "2031-05-12", "Norpress"),
    (WIRE + "\n", "2031-05-12", "Coast Daily"),
    (LATER, "2031-05-13", "Valley Radio"),
    (DENIAL, "2031-05-13", "Herald"),
    (BAKERY, "2031-05-16", "Lakes Today"),
    (STREET, "2031-05-17", "Harbour Post"),
)
NOBODYS = 7  # a key that no report has
ORDERS = ((0, 1, 2, 3, 4, 5), (5, 3, 1, 4, 2, 0), (2, 0, 4, 1, 5, 3))


def add(target: str, *numbers: int, minute: int = 0) -> Update:
    run = Run(f"2031-05-20T10:{minute:02d}:00+00:00", "add", PARTS)
    with Archive.open(target, run, create=True) as archive:
        keep(archive, *numbers)
        return update_stories(archive, Settings())


def keep(archive: Archive, *numbers: int) -> None:
    items = [
        replace(make.item(text, origin=f"{number}.txt"), published=day, outlet=outlet)
        for number in numbers
        for text, day, outlet in [TEXTS[number]]
    ]
    for _ in add_pile(items, Settings(), Way(text_only=True), archive):
        pass


def shown(archive: Archive) -> dict[str, bytes]:
    return {dossier.stories[0].id: pack(dossier) for dossier in stream_stories(archive)}


def opened(target: str) -> Archive:
    return Archive.open(target, Run("2031-05-20T11:00:00+00:00", "look", PARTS), create=True)


@pytest.fixture(scope="module")
def pile(tmp_path_factory):
    """What one pile gives: the stories, and the whole page."""
    target = str(tmp_path_factory.mktemp("pile") / "a.sqlite")
    add(target, *range(len(TEXTS)))
    with opened(target) as archive:
        assert len(list_stories(archive)) == 2
        return shown(archive)


@pytest.mark.parametrize("order", ORDERS)
def test_one_by_one_in_any_order_gives_what_one_pile_gives(archive_target, order, pile):
    for minute, number in enumerate(order):
        add(archive_target, number, minute=minute)
    with opened(archive_target) as archive:
        assert shown(archive) == pile


def test_what_is_kept_is_to_the_byte_what_assembling_gives(archive_target):
    for minute, numbers in enumerate(((4, 0), (3, 2, 1, 5))):
        add(archive_target, *numbers, minute=minute)
    with opened(archive_target) as archive:
        assert is_fresh(archive, Settings())
        anew = assemble_pile(read_archive(archive, Settings()), Settings())
        assert to_page(dossier_page(load_shown(archive))) == to_page(dossier_page(anew))


def test_only_what_is_touched_is_written(archive_target):
    add(archive_target, 0, 4)
    done = add(archive_target, 5, minute=1)
    assert (done.written, done.kept, done.dropped) == (1, 0, 0)
    assert add(archive_target, 5, minute=2) == Update("2031-05-20T10:02:00+00:00")
    with opened(archive_target) as archive:
        assert len(states(archive)) == 2


def test_a_copy_changes_nothing_but_the_count(archive_target):
    add(archive_target, 0, 4)
    done = add(archive_target, 1, minute=1)
    assert (done.written, done.changes) == (1, 0)
    with opened(archive_target) as archive:
        (row,) = [each for each in list_stories(archive) if each.reports == 2]
        assert (row.texts, row.changed_at) == (1, "2031-05-20T10:01:00+00:00")


def test_what_changed_is_told(archive_target):
    add(archive_target, 0)
    add(archive_target, 2, minute=1)
    with opened(archive_target) as archive:
        (revised,) = [each for each in list_changes(archive, 1) if each.slot == "killed"]
        assert (revised.kind, revised.before, revised.after) == ("revised", "9", "7")


def test_former_ids_lead_on(archive_target):
    add(archive_target, 2, 3)
    with opened(archive_target) as archive:
        before = list(stream_stories(archive))
    names = [e.id for d in before for rows in (d.stories, d.events, d.findings) for e in rows]
    add(archive_target, 0, 1, minute=1)
    with opened(archive_target) as archive:
        after = shown(archive)
        assert {story_of(archive, name) for name in names} <= set(after)
        assert all(story_of(archive, name) for name in names)
        led = [current_id(archive, name) for name in names]
        assert all(story_of(archive, name) for name in led if name)
        assert sum(name is not None for name in led) > len(names) / 2


def test_other_settings_work_all_out_again(archive_target):
    add(archive_target, 0, 2, 4)
    with opened(archive_target) as archive:
        assert not is_fresh(archive, Settings(policy="presumed"))
        done = update_stories(archive, Settings(policy="presumed"))
        assert done.written + done.kept == 2
        assert is_fresh(archive, Settings(policy="presumed"))


def test_another_edition_reads_anew(archive_target, pile):
    add(archive_target, *range(len(TEXTS)))
    later = Run("2031-05-21T10:00:00+00:00", "add", (("twosource", "1"),))
    with Archive.open(archive_target, later) as archive:
        done = update_stories(archive, Settings())
        assert (done.written, done.kept) == (0, 2)
        assert shown(archive) == pile
        assert is_fresh(archive, Settings())


@pytest.mark.parametrize(("new", "many"), [((3,), 500), ((3,), 1), ((), 500)])
def test_sketches_of_another_version_are_made_anew(archive_target, monkeypatch, pile, new, many):
    monkeypatch.setattr("twosource.runners.basis.VERSION", VERSION - 1)
    add(archive_target, *sorted({0, 1, 2, 3, 4, 5} - {*new}))
    make_old(archive_target, 0, 2, 5)
    monkeypatch.undo()
    monkeypatch.setattr("twosource.runners.growing.MANY", many)
    add(archive_target, *new, minute=1)
    with opened(archive_target) as archive:
        assert shown(archive) == pile
        with archive.reading() as connection:
            kept = connection.execute(select(SKETCHES.c.version)).scalars().all()
            assert kept == [sketches_of(archive)] * len(TEXTS)
            assert NOBODYS not in connection.execute(select(KEYS.c.key)).scalars().all()


def make_old(target: str, *numbers: int) -> None:
    """Have the sketches of these reports be of an older version, which nobody can read."""
    with opened(target) as archive, archive.writing() as connection:
        outlets = {TEXTS[number][2] for number in numbers}
        names = [each.id for each in archive.reports() if each.outlet in outlets]
        assert len(names) == len(numbers)
        for table in (SKETCHES, KEYS):
            connection.execute(delete(table).where(table.c.report.in_(names)))
        for name in names:
            old = {"report": name, "version": VERSION - 1, "record": b"old"}
            connection.execute(insert(SKETCHES).values(old))
            connection.execute(insert(KEYS).values(key=NOBODYS, rank=1, report=name))


def test_what_a_crash_leaves_is_done_by_the_next_update(archive_target, monkeypatch, pile):
    add(archive_target, 0, 4)
    monkeypatch.setattr("twosource.runners.update.find_changes", _crash)
    with pytest.raises(RuntimeError):
        add(archive_target, 1, 2, 3, 5, minute=1)
    monkeypatch.undo()
    with opened(archive_target) as archive:
        assert not is_fresh(archive, Settings())
        assert {each.reports for each in list_stories(archive)} == {1}
    add(archive_target, minute=2)
    with opened(archive_target) as archive:
        assert shown(archive) == pile


def test_several_may_update_at_once(archive_target, pile):
    with opened(archive_target):
        pass
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda number: add(archive_target, number), ORDERS[1]))
    with opened(archive_target) as archive:
        assert shown(archive) == pile
        with archive.reading() as connection:
            for query in (
                select(func.count()).select_from(PENDING),
                select(func.count()).where(PLANNED.c.due.is_not(None)),
            ):
                assert connection.execute(query).scalar_one() == 0
            assert connection.execute(select(func.count()).select_from(REPORTS)).scalar_one() == 6


@pytest.mark.slow
def test_two_processes_may_add_at_once(archive_target, tmp_path):
    for number, (text, _, _) in enumerate(TEXTS):
        (tmp_path / f"{number % 2}").mkdir(exist_ok=True)
        (tmp_path / f"{number % 2}" / f"{number}.txt").write_text(text)
    told = [sys.executable, "-m", "twosource.serve.cli", "add", "--archive", archive_target]
    told += ["--published", "2031-05-13"]
    running = [subprocess.Popen([*told, str(tmp_path / name)]) for name in ("0", "1")]
    assert [each.wait() for each in running] == [0, 0]
    alone = str(tmp_path / "alone.archive")
    for name in ("1", "0"):
        subprocess.run([*told[:5], alone, *told[6:], str(tmp_path / name)], check=True)
    stories = []
    for target in (archive_target, alone):
        with opened(target) as archive:
            stories.append(shown(archive))
            assert len(stories[-1]) > 1
    assert stories[0] == stories[1]


def _crash(*_told):
    raise RuntimeError


def test_stories_of_an_archive_are_chosen_by_id_and_day(archive_target):
    add(archive_target, *range(len(TEXTS)))
    with opened(archive_target) as archive:
        new, old = list_stories(archive)
        anew = assemble_pile(read_archive(archive, Settings()), Settings())
        for wanted, limit, names in (
            (StoryFilter(), 1, {new.id}),
            (StoryFilter(story=old.id), None, {old.id}),
            (StoryFilter(since="2031-05-15"), None, {new.id}),
            (StoryFilter(until="2031-05-15"), 5, {old.id}),
            (StoryFilter(until="2031-05-01"), 5, set()),
        ):
            dossier = load_shown(archive, wanted, limit)
            assert {story.id for story in dossier.stories} == names
            assert dossier_page(dossier) == dossier_page(narrow(anew, wanted, limit))


def test_facets_are_counted_anew_after_an_update(archive_target):
    add(archive_target, 0)
    with opened(archive_target) as archive:
        assert [each.value for each in list_facets(archive, "outlet")] == ["Norpress"]
        assert list_facets(archive, "outlet") is list_facets(archive, "outlet")
        assert count_stories(archive) == 1
        add(archive_target, 4, minute=1)
        assert len(list_facets(archive, "outlet")) == 2
        assert count_stories(archive) == 2
