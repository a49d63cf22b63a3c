"""An id in, the origins of a story out: which outlets hang on which origin, and why."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from twosource.serve.web.negotiate import answer, json_answer, wants_json
from twosource.serve.web.opening import moved, open_story
from twosource.serve.web.origins_context import OriginsContext, Root, build_origins
from twosource.serve.web.shell import ArchiveNow, DeskNow
from twosource.serve.web.story_reports import ReportRow

router = APIRouter()


@router.get("/stories/{identity}/origins")
def origins(request: Request, archive: ArchiveNow, desk: DeskNow, identity: str) -> Response:
    """The origins of one story, and the texts and outlets that carry each."""
    found = open_story(archive, identity)
    if isinstance(found, str):
        return moved(request, f"/stories/{found}/origins")
    context = build_origins(found, desk.settings)
    if wants_json(request):
        return json_answer(origins_row(context))
    return answer(request, "origins.html", context)


def origins_row(context: OriginsContext) -> dict[str, Any]:
    """The page as JSON."""
    return {"story": context.id, "origins": [_root_row(root) for root in context.roots]}


def _root_row(root: Root) -> dict[str, Any]:
    return {
        "name": root.name,
        "also": root.also,
        "kind": root.kind,
        "party": root.party,
        "reports": root.reports,
        "outlets": root.outlets,
        "findings": dict(root.statuses),
        "texts": [
            {
                "family": each.text.family,
                "reason": each.reason,
                "quote": each.quote,
                "reports": [_report_row(row) for row in (each.text.first, *each.text.others)],
            }
            for each in root.branches
        ],
    }


def _report_row(row: ReportRow) -> dict[str, Any]:
    kin = row.kin
    edge = None
    if kin is not None:
        edge = {
            "to": kin.report, "relation": kin.relation, "overlap": kin.overlap,
            "reason": kin.reason,
        }  # fmt: skip
    return {"report": row.id, "outlet": row.outlet, "published": row.published, "edge": edge}
