"""A filter in, the situation of all stories that fit out: by theme, with what each side says."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import Field

from twosource.serve.web.negotiate import json_answer, wants_json
from twosource.serve.web.remembering import remember, shown_stamp
from twosource.serve.web.shell import ArchiveNow
from twosource.serve.web.situation_context import THEMES, build_situation, situation_page
from twosource.serve.web.story_query import StoriesQuery

router = APIRouter()
THEME = Field(max_length=20, pattern=f"^({'|'.join(THEMES)})?$")


class SituationQuery(StoriesQuery):
    """A theme, and which stories' situations are wanted."""

    theme: Annotated[str, THEME] = ""


@router.get("/situation")
def situation(
    request: Request, archive: ArchiveNow, asked: Annotated[SituationQuery, Query()]
) -> Response:
    """The state of each theme over the stories that fit, and who says, admits or denies what."""
    wanted, theme = asked.wanted(), asked.theme or None
    if wants_json(request):
        return json_answer(situation_page(build_situation(archive, wanted, theme)))
    stamp = shown_stamp(archive)
    return remember(
        request, "situation.html", stamp, lambda: build_situation(archive, wanted, theme)
    )
