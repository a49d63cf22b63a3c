"""An id in, a report's page out: the text as published with its layers; and two side by side."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from twosource.base.archive import Archive
from twosource.base.archive_stories import load_account, load_story, story_of
from twosource.base.errors import UnknownIdError
from twosource.base.records import Account
from twosource.base.stories import Dossier
from twosource.render.lines import account_line, report_row
from twosource.serve.web.compare import build_compare, compare_row
from twosource.serve.web.negotiate import answer, json_answer, wants_json
from twosource.serve.web.report_context import build_report
from twosource.serve.web.shell import ArchiveNow

router = APIRouter()


@router.get("/reports/{identity}")
def report(request: Request, archive: ArchiveNow, identity: str) -> Response:
    """One report: what was read of it, beside its own words."""
    account, dossier = open_report(archive, identity)
    if wants_json(request):
        return json_answer(account_line(account))
    return answer(request, "report.html", build_report(account, dossier))


@router.get("/reports/{identity}/compare/{other}")
def compare_reports(request: Request, archive: ArchiveNow, identity: str, other: str) -> Response:
    """Two reports side by side, what differs marked."""
    left, dossier = open_report(archive, identity)
    right = _find(dossier, other) or open_report(archive, other)[0]
    context = build_compare(left.report, right.report, dossier)
    if wants_json(request):
        row = compare_row(context)
        return json_answer(
            row | {"left": report_row(left.report), "right": report_row(right.report)}
        )
    return answer(request, "compare.html", context)


def open_report(archive: Archive, identity: str) -> tuple[Account, Dossier | None]:
    """A report with its story, if it has one. Raises UnknownIdError."""
    story = story_of(archive, identity)
    if story is None:
        return load_account(archive, identity), None
    dossier = load_story(archive, story)
    account = _find(dossier, identity)
    if account is None:
        raise UnknownIdError(f"no report has the id {identity!r}")
    return account, dossier


def _find(dossier: Dossier | None, identity: str) -> Account | None:
    told = dossier.accounts if dossier is not None else ()
    return next((each for each in told if each.report.id == identity), None)
