"""An id in, a report's page out: the text as published with its layers; and two side by side."""

from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import Response

from twosource.clean.language import why_unread
from twosource.render.lines import account_line, report_row
from twosource.serve.web.compare import build_compare, compare_row
from twosource.serve.web.negotiate import answer, json_answer, wants_json
from twosource.serve.web.opening import find_account, open_report
from twosource.serve.web.report_context import build_report
from twosource.serve.web.shell import ArchiveNow, DeskNow

router = APIRouter()


@router.get("/reports/{identity}")
def report(request: Request, desk: DeskNow, archive: ArchiveNow, identity: str) -> Response:
    """One report: what was read of it, beside its own words."""
    account, dossier = open_report(archive, identity)
    if wants_json(request):
        return json_answer(account_line(account))
    is_read = why_unread(account.report, desk.settings) is None
    is_partly = desk.settings.reads_figures_alone(account.report.language)
    context = replace(build_report(account, dossier), is_read=is_read, is_partly=is_partly)
    return answer(request, "report.html", context)


@router.get("/reports/{identity}/compare/{other}")
def compare_reports(request: Request, archive: ArchiveNow, identity: str, other: str) -> Response:
    """Two reports side by side, what differs marked."""
    left, dossier = open_report(archive, identity)
    right = find_account(dossier, other) or open_report(archive, other)[0]
    context = build_compare(left.report, right.report, dossier)
    if wants_json(request):
        row = compare_row(context)
        return json_answer(
            row | {"left": report_row(left.report), "right": report_row(right.report)}
        )
    return answer(request, "compare.html", context)
