"""A dossier in, a GeoJSON map of its happenings out (RFC 7946: longitude first, WGS 84)."""

from twosource.base.stories import Dossier
from twosource.render.event_facts import (
    EventFacts,
    date_precision,
    edtf,
    happenings,
    place_precision,
)
from twosource.render.values import Row, number


def geojson_page(dossier: Dossier) -> Row:
    """One feature for each happening; `geometry` is null when nobody says where it was."""
    return {
        "type": "FeatureCollection",
        "features": [_feature(facts) for facts in happenings(dossier)],
    }


def _feature(facts: EventFacts) -> Row:
    event, place = facts.event, facts.event.place
    least, most = facts.origins()
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": _geometry(facts),
        "properties": {
            "id": event.id,
            "title": event.title,
            "story": event.story,
            "type": event.acled.sub_event_type or event.acled.event_type or event.plover.event,
            "edtf": edtf(event),
            "date_prec": date_precision(event),
            "status": facts.status(),
            "origins_min": least,
            "origins_max": most,
            "scope": event.scope,
            "place": place.name if place else None,
            "names": list(place.names) if place else [],
            "country": place.country if place else None,
            "precision": place.precision if place else None,
            "where_prec": place_precision(event),
            "figures": _figures(facts),
            "findings": [each.id for each in facts.findings],
            "reports": list(facts.reports),
        },
    }


def _geometry(facts: EventFacts) -> Row | None:
    place = facts.event.place
    if place is None or place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


def _figures(facts: EventFacts) -> Row:
    told = {}
    for slot in ("killed", "injured", "displaced", "detained"):
        value = facts.toll(slot)
        if value.low is not None or value.high is not None:
            told[slot] = {
                "low": number(value.low),
                "best": number(value.best),
                "high": number(value.high),
            }
    return told
