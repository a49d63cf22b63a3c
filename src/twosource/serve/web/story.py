"""An id in, a story's page out: what stands, what does not, and the words it rests on."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from twosource.base.archive_changes import list_changes
from twosource.render.dossier import dossier_page, timeline_page
from twosource.render.map_places import make_spots, spots_page
from twosource.serve.web.negotiate import answer, json_answer, wants_json
from twosource.serve.web.opening import moved, open_story
from twosource.serve.web.shell import ArchiveNow
from twosource.serve.web.story_context import build_story, statuses

router = APIRouter()
MOST_CHANGES = 8  # looked through for what changed last


@router.get("/stories/{identity}")
def story(request: Request, archive: ArchiveNow, identity: str) -> Response:
    """One story: findings, contested points, figures, timeline, map, actors, reports."""
    found = open_story(archive, identity)
    if isinstance(found, str):
        return moved(request, f"/stories/{found}")
    if wants_json(request):
        return json_answer(dossier_page(found))
    changes = list_changes(archive, story=identity, limit=MOST_CHANGES)
    return answer(request, "story.html", build_story(found, changes))


@router.get("/stories/{identity}/timeline")
def story_timeline(request: Request, archive: ArchiveNow, identity: str) -> Response:
    """The timeline of a story alone."""
    found = open_story(archive, identity)
    if isinstance(found, str):
        return moved(request, f"/stories/{found}/timeline")
    if wants_json(request):
        return json_answer(timeline_page(found))
    return answer(request, "story_timeline.html", build_story(found))


@router.get("/stories/{identity}/map")
def story_map(request: Request, archive: ArchiveNow, identity: str) -> Response:
    """The places of a story as GeoJSON: what is not known to a place has no geometry."""
    found = open_story(archive, identity)
    if isinstance(found, str):
        return moved(request, f"/stories/{found}/map")
    if wants_json(request):
        live = [each for each in found.findings if each.lifecycle == "live"]
        events = [each for each in found.events if each.scope == "current"]
        return json_answer(spots_page(make_spots(events, statuses(live))))
    return answer(request, "story_map.html", build_story(found))
