"""An id in, a story's page out: what stands, what does not, and the words it rests on."""

import zlib
from contextlib import suppress

from fastapi import APIRouter, BackgroundTasks, Request
from fastapi.responses import Response
from sqlalchemy.exc import DBAPIError

from twosource.base.archive import Archive
from twosource.base.archive_prints import Stand, find_print, keep_prints
from twosource.render.dossier import dossier_page, timeline_page
from twosource.render.map_places import make_spots, spots_page
from twosource.render.pact_rows import list_pacts
from twosource.serve.web.look import look_of
from twosource.serve.web.negotiate import answer, json_answer, wants_json
from twosource.serve.web.opening import moved, open_story
from twosource.serve.web.prints import pack_page, story_words
from twosource.serve.web.remembering import print_answer
from twosource.serve.web.shell import ArchiveNow, DeskNow
from twosource.serve.web.story_context import build_story, statuses

router = APIRouter()


@router.get("/stories/{identity}")
def story(
    request: Request, archive: ArchiveNow, desk: DeskNow, work: BackgroundTasks, identity: str
) -> Response:
    """One story: findings, contested points, figures, timeline, map, actors, reports."""
    printed = find_print(archive, identity, look_of())
    if printed is None or wants_json(request):
        found = open_story(archive, identity)
        if isinstance(found, str):
            return moved(request, f"/stories/{found}")
        return json_answer(dossier_page(found) | {"agreements": list_pacts(found)})
    if printed.body is not None:
        return print_answer(request, zlib.decompress(printed.body))
    page = story_words(archive, identity)
    if desk.prints:
        work.add_task(_keep, archive, identity, printed.stand, page)
    return print_answer(request, page)


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


def _keep(archive: Archive, story: str, stand: Stand, page: bytes) -> None:
    """Keep what a reader waited for as the story's print; a busy archive does without."""
    with suppress(DBAPIError):
        keep_prints(archive, look_of(), [(story, stand, pack_page(page))])
