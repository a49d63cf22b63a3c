"""A dossier in, the rows of the CSV exports out.

`events` has the columns that users of UCDP GED know, our own prefixed `x_`; `figures` has one row
for each speaker and number; `findings` one row for each finding.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator

from twosource.base.labels import label_of
from twosource.base.stories import Dossier, Finding, Origin, Told
from twosource.render.decided import decided_words
from twosource.render.event_facts import (
    EventFacts,
    claimers,
    date_precision,
    edtf,
    happenings,
    participants,
    place_precision,
)
from twosource.render.notes import Notebook
from twosource.render.sources import title_of
from twosource.render.values import Row, number

RISKY = ("=", "+", "@", "\t", "\r")  # a spreadsheet would run such a cell


def events_table(dossier: Dossier) -> Iterator[Row]:
    """One row for each happening."""
    book = Notebook.of(dossier)
    for facts in happenings(dossier):
        yield _sides(facts) | _sources(facts, book) | _where(facts) | _when(facts) | _deaths(facts)


def figures_table(dossier: Dossier) -> Iterator[Row]:
    """One row for each speaker's number, superseded ones included."""
    book = Notebook.of(dossier)
    for finding in dossier.findings:
        for origin in finding.origins:
            for told in origin.values:
                if told.low is not None or told.high is not None:
                    yield _figure(finding, origin, told, book)


def findings_table(dossier: Dossier) -> Iterator[Row]:
    """One row for each finding."""
    book = Notebook.of(dossier)
    for each in dossier.findings:
        value = each.value
        yield {
            "id": each.id,
            "event_id": each.event,
            "story_id": each.story,
            "slot": each.slot,
            "text": each.text,
            "status": each.status,
            "lifecycle": each.lifecycle,
            "scope": each.scope,
            "low": number(value.low) if value else None,
            "best": number(value.best) if value else None,
            "high": number(value.high) if value else None,
            "origins": _joined(book.plain(origin.name) for origin in each.origins),
            "origins_min": each.independent_min,
            "origins_max": each.independent_max,
            "reports": len({cited.report for cited in each.supports}),
            "interested_party": int(each.interested_party),
            "rule": each.rule,
            "reason": book.plain(each.reason),
            "decisions": _joined(decided_words(one) for one in each.decisions),
        }


TABLES: dict[str, Callable[[Dossier], Iterator[Row]]] = {
    "events": events_table,
    "figures": figures_table,
    "findings": findings_table,
}


def to_csv(rows: Iterable[Row]) -> str:
    """The rows as CSV with a header; empty when there are none."""
    told = list(rows)
    out = io.StringIO()
    if told:
        writer = csv.DictWriter(out, list(told[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({key: safe_cell(value) for key, value in row.items()} for row in told)
    return out.getvalue()


def safe_cell(value: object) -> object:
    """The value; words that a spreadsheet would take for a formula get an apostrophe before them.

    >>> safe_cell("=1+1"), safe_cell(-3), safe_cell(None)
    ("'=1+1", -3, '')
    """
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and value.startswith(RISKY) else value


def _sides(facts: EventFacts) -> Row:
    event = facts.event
    side_a, side_b = participants(event, "actor"), participants(event, "recipient")
    dyad = f"{_joined(side_a)} - {_joined(side_b)}" if side_a and side_b else None
    return {
        "id": event.id,
        "x_title": event.title,
        "x_story": event.story,
        "year": int(event.when.start[:4]) if event.when else None,
        "x_acled_event_type": event.acled.event_type,
        "x_acled_sub_event_type": event.acled.sub_event_type,
        "x_plover": event.plover.event,
        "side_a": _joined(side_a),
        "side_b": _joined(side_b),
        "dyad_name": dyad,
    }


def _sources(facts: EventFacts, book: Notebook) -> Row:
    reports = [book.reports[each] for each in facts.reports]
    articles = (
        ",".join((label_of(each), each.published.value or "", title_of(each) or ""))
        for each in reports
    )
    least, most = facts.origins()
    return {
        "number_of_sources": len(reports),
        "source_original": _joined(claimers(facts, book)),
        "source_office": _joined(sorted({label_of(each) for each in reports})),
        "source_article": _joined(articles),
        "x_origins_min": least,
        "x_origins_max": most,
        "x_status": facts.status(),
        "x_scope": facts.event.scope,
    }


def _where(facts: EventFacts) -> Row:
    place = facts.event.place
    return {
        "where_prec": place_precision(facts.event),
        "where_coordinates": place.name if place else None,
        "adm_1": place.admin1 if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "country": place.country if place else None,
    }


def _when(facts: EventFacts) -> Row:
    when = facts.event.when
    return {
        "date_prec": date_precision(facts.event),
        "date_start": when.start if when else None,
        "date_end": when.end if when else None,
        "x_edtf": edtf(facts.event),
    }


def _deaths(facts: EventFacts) -> Row:
    """UCDP's low, best, high. An open end has no number: high is then best, and a flag says so."""
    killed, injured = facts.toll("killed"), facts.toll("injured")
    open_end = killed.low is not None and killed.high is None
    return {
        "best": number(killed.best),
        "low": number(killed.low),
        "high": number(killed.best if open_end else killed.high),
        "x_high_open": int(open_end),
        "x_injured_low": number(injured.low),
        "x_injured_best": number(injured.best),
        "x_injured_high": number(injured.high),
    }


def _figure(finding: Finding, origin: Origin, told: Told, book: Notebook) -> Row:
    cited = told.citations or finding.supports
    return {
        "finding_id": finding.id,
        "event_id": finding.event,
        "measure": finding.slot,
        "speaker": book.plain(origin.name),
        "speaker_kind": origin.kind,
        "party": int(origin.party),
        "low": number(told.low),
        "high": number(told.high),
        "qualifier": told.qualifier,
        "as_of": told.as_of or origin.as_of,
        "lifecycle": told.lifecycle,
        "status": finding.status,
        "reports": len({each.report for each in cited}),
        "outlets": _joined(sorted({label_of(book.reports[each.report]) for each in cited})),
        "quote": book.quote(cited[0]) if cited else None,
        "report_id": cited[0].report if cited else None,
        "start": cited[0].start if cited else None,
        "end": cited[0].end if cited else None,
    }


def _joined(words: Iterable[str]) -> str:
    return "; ".join(words)
