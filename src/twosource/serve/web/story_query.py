"""An address in, the stories that it asks for out: for the index, the map, the calendar."""

from dataclasses import asdict, fields
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Query
from pydantic import BaseModel, ConfigDict, Field

from twosource.base.archive import Archive
from twosource.base.archive_stories import list_choices
from twosource.base.kept import Facet, StoryFilter

DAY = Field(max_length=10, pattern=r"^(\d{4}-\d{2}-\d{2})?$")
WORDS = Field(max_length=200)
KINDS = {  # what stories are filtered by, and what the form calls it
    "place": "Place",
    "actor": "Actor",
    "event_type": "Event type",
    "status": "Status",
    "outlet": "Outlet",
}
Choices = dict[str, tuple[Facet, ...]]


class StoriesQuery(BaseModel):
    """What the form asks for; an empty field asks for nothing."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    since: Annotated[str, DAY] = ""
    until: Annotated[str, DAY] = ""
    place: Annotated[str, WORDS] = ""
    actor: Annotated[str, WORDS] = ""
    event_type: Annotated[str, WORDS] = ""
    status: Annotated[str, WORDS] = ""
    outlet: Annotated[str, WORDS] = ""
    country: Annotated[str, WORDS] = ""
    words: Annotated[str, WORDS] = ""
    changed_since: Annotated[str, Field(max_length=40)] = ""
    page: Annotated[int, Field(ge=1, le=100_000)] = 1

    def wanted(self) -> StoryFilter:
        """The filter, without what else the address asks for."""
        told = self.model_dump(include={each.name for each in fields(StoryFilter)})
        return StoryFilter(**{name: value or None for name, value in told.items()})


StoriesAsked = Annotated[StoriesQuery, Query()]


def choices_of(archive: Archive) -> Choices:
    """What the form offers: the values that most stories carry."""
    return list_choices(archive, tuple(KINDS))


def address_of(wanted: StoryFilter) -> str:
    """The filter as a query that something can be added to.

    >>> address_of(StoryFilter(place="Lower Varda"))
    'place=Lower+Varda&'
    """
    told = {name: value for name, value in asdict(wanted).items() if value}
    return urlencode(told) + "&" if told else ""
