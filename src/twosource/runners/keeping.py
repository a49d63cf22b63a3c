"""Items in, an archive with their reports in it out; and the archive's reports read back."""

from collections.abc import Iterable, Iterator

from twosource.base.archive import Archive
from twosource.base.archive_groups import list_unread, pieces, stream_reports
from twosource.base.records import Account, Item, Report, Skip
from twosource.base.settings import Settings
from twosource.runners.copies import adopt, analysis_key
from twosource.runners.local import CHUNK, Way, judge, read_lines, read_pile


def add_pile(
    items: Iterable[Item | Skip], settings: Settings, way: Way, archive: Archive
) -> Iterator[Account | Skip]:
    """Read the items into the archive; yields what was read, in order.

    Nothing is kept of an account before its item is. A text that the archive knows is not read.
    """
    skips: list[Skip] = []
    ready: list[Account] = []
    for each in read_pile(_keep_items(items, archive), settings, way, archive):
        if isinstance(each, Skip):
            skips.append(each)
        else:
            ready.append(each)
        if len(ready) >= CHUNK:
            _keep_accounts(ready, archive)
            ready = []
        yield each
    _keep_accounts(ready, archive)
    archive.keep_skips(skips)


def read_archive(archive: Archive, settings: Settings) -> Iterator[Account | Skip]:
    """Every report of the archive with its account; what another edition read is read anew."""
    lines = (judge(report, settings) for report in archive.reports())
    return read_lines(lines, settings, archive)


def read_kept(archive: Archive, reports: Iterable[Report], settings: Settings) -> Iterator[Account]:
    """What was read in these reports; what this edition did not read is read now, and kept."""
    missing: list[Report] = []
    for report in reports:
        account = archive.find(analysis_key(report))
        if account is None:
            missing.append(report)
        else:
            yield adopt(account, report)
    if missing:
        yield from _read_anew(archive, missing, settings)


def reread(archive: Archive, settings: Settings) -> None:
    """Read what another edition read, in as many processes as the settings tell."""
    with archive.reading() as connection:
        names = list_unread(connection, archive.edition)
        for piece in pieces(names):
            for _ in _read_anew(archive, list(stream_reports(connection, piece)), settings):
                pass


def _read_anew(archive: Archive, reports: list[Report], settings: Settings) -> Iterator[Account]:
    lines = (judge(report, settings) for report in reports)
    read = {
        each.report.id: each for each in read_lines(lines, settings) if isinstance(each, Account)
    }
    told = [read.get(report.id) or Account(report) for report in reports]
    _keep_accounts(told, archive)
    yield from told


def _keep_items(items: Iterable[Item | Skip], archive: Archive) -> Iterator[Item | Skip]:
    """The same items, each kept before it goes on."""
    waiting: list[Item | Skip] = []
    for item in items:
        waiting.append(item)
        if len(waiting) >= CHUNK:
            yield from _kept(waiting, archive)
            waiting = []
    yield from _kept(waiting, archive)


def _kept(waiting: list[Item | Skip], archive: Archive) -> list[Item | Skip]:
    archive.keep_items(each for each in waiting if isinstance(each, Item))
    return waiting


def _keep_accounts(ready: Iterable[Account], archive: Archive) -> None:
    archive.keep_accounts((analysis_key(each.report), each) for each in ready)
