"""An id in, a story's page out: what stands, what does not, and the words it rests on."""

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from twosource.base.archive import Archive
from twosource.base.archive_changes import list_changes
from twosource.base.archive_stories import load_story, story_of
from twosource.base.errors import UnknownIdError
from twosource.base.stories import Dossier
from twosource.render.dossier import dossier_page
from twosource.render.map_places import spots_page
from twosource.serve.web.negotiate import answer, json_answer, wants_json
from twosource.serve.web.shell import ArchiveNow
from twosource.serve.web.story_context import build_story

router = APIRouter()
MOST_CHANGES = 8  # looked through for what changed last


def open_story(archive: Archive, identity: str) -> Dossier | str:
    """The story, or the id that it has now. Raises UnknownIdError."""
    now = story_of(archive, identity)
    if now is None:
        raise UnknownIdError(f"no story has the id {identity!r}")
    return load_story(archive, identity) if now == identity else str(now)


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


@router.get("/stories/{identity}/map")
def story_map(request: Request, archive: ArchiveNow, identity: str) -> Response:
    """The places of a story as GeoJSON: what is not known to a place has no geometry."""
    found = open_story(archive, identity)
    if isinstance(found, str):
        return moved(request, f"/stories/{found}/map")
    context = build_story(found)
    if wants_json(request):
        return json_answer(spots_page(context.spots))
    return answer(request, "story_map.html", context)


def moved(request: Request, path: str) -> Response:
    """Where a former id leads; JSON stays JSON."""
    return RedirectResponse(f"{path}.json" if wants_json(request) else path, status_code=308)
