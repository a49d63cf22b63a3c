"""An id in, why a finding stands as it does out; and the page of a happening."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from twosource.render.dossier import event_row, finding_row, texts_of
from twosource.serve.web.event_context import build_event
from twosource.serve.web.finding_context import build_finding
from twosource.serve.web.negotiate import answer, json_answer, wants_json
from twosource.serve.web.opening import moved, open_part
from twosource.serve.web.shell import ArchiveNow

router = APIRouter()


@router.get("/findings/{identity}")
def finding(request: Request, archive: ArchiveNow, identity: str) -> Response:
    """One finding: rule, origins and what ties them, quotes in context, remarks."""
    dossier, now = open_part(archive, identity)
    found = next((each for each in dossier.findings if each.id == now), None)
    if found is None or now != identity:
        return moved(request, f"/findings/{now}" if found else f"/stories/{dossier.stories[0].id}")
    if wants_json(request):
        row = finding_row(found, texts_of(dossier))
        context = build_finding(found, dossier)
        return json_answer(row | {"rule_words": context.rule_words, "ties": context.ties})
    return answer(request, "finding.html", build_finding(found, dossier))


@router.get("/events/{identity}")
def event(request: Request, archive: ArchiveNow, identity: str) -> Response:
    """One happening: every mention of it, why they were joined, and its findings."""
    dossier, now = open_part(archive, identity)
    found = next((each for each in dossier.events if each.id == now), None)
    if found is None or now != identity:
        return moved(request, f"/events/{now}" if found else f"/stories/{dossier.stories[0].id}")
    if wants_json(request):
        texts = texts_of(dossier)
        rows = [finding_row(each, texts) for each in dossier.findings if each.event == found.id]
        return json_answer(event_row(found, texts) | {"findings": rows})
    return answer(request, "event.html", build_event(found, dossier))
