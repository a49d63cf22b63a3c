"""A dossier in, the JSON object that `twosource findings` prints out."""

from twosource.base.records import Report
from twosource.base.stories import (
    Belonging,
    Dossier,
    Entry,
    Event,
    EventParticipant,
    Family,
    Finding,
    Origin,
    Situation,
    Story,
    Told,
    Value,
)
from twosource.render.decided import decision_row
from twosource.render.lines import CONTRACT, title_row
from twosource.render.values import Row, Texts, cited, number, placing_row, when_row


def dossier_page(dossier: Dossier) -> Row:
    """The whole dossier by the contract, each citation with its words."""
    texts = texts_of(dossier)
    return {
        "contract": CONTRACT,
        "reports": [_report_row(account.report) for account in dossier.accounts],
        "families": [family_row(family) for family in dossier.families],
        "stories": [story_row(story) for story in dossier.stories],
        "events": [event_row(event, texts) for event in dossier.events],
        "findings": [finding_row(finding, texts) for finding in dossier.findings],
        "timeline": [entry_row(entry, texts) for entry in dossier.timeline],
        "situation": [situation_row(each) for each in dossier.situation],
        "skips": [
            {"step": skip.step, "origin": skip.origin, "reason": skip.reason}
            for skip in dossier.skips
        ],
    }


def timeline_page(dossier: Dossier) -> Row:
    """The timeline alone."""
    texts = texts_of(dossier)
    return {
        "contract": CONTRACT,
        "timeline": [entry_row(entry, texts) for entry in dossier.timeline],
    }


def texts_of(dossier: Dossier) -> Texts:
    """The text of each report, by its id."""
    return {account.report.id: account.report.text for account in dossier.accounts}


def event_row(event: Event, texts: Texts) -> Row:
    """One happening, with every mention that tells of it and why it was joined."""
    return {
        "id": event.id,
        "story": event.story,
        "title": event.title,
        "acled": {
            "event_type": event.acled.event_type,
            "sub_event_type": event.acled.sub_event_type,
        },
        "plover": {
            "event": event.plover.event,
            "mode": list(event.plover.mode),
            "context": list(event.plover.context),
        },
        "when": when_row(event.when),
        "place": None if event.place is None else placing_row(event.place),
        "participants": [_participant_row(each, texts) for each in event.participants],
        "modality": event.modality,
        "scope": event.scope,
        "mentions": [
            {
                "report": joined.report,
                "mention": joined.mention,
                "given_id": joined.given_id,
                "reason": joined.reason,
            }
            for joined in event.mentions
        ],
        "parent": event.parent,
        "kind": event.kind,
    }


def finding_row(finding: Finding, texts: Texts) -> Row:
    """Where one slot of one event stands, and why."""
    return {
        "id": finding.id,
        "event": finding.event,
        "slot": finding.slot,
        "text": finding.text,
        "status": finding.status,
        "lifecycle": finding.lifecycle,
        "value": _value_row(finding.value),
        "origins": [origin_row(origin, texts) for origin in finding.origins],
        "independent_min": finding.independent_min,
        "independent_max": finding.independent_max,
        "supports": [cited(each, texts) for each in finding.supports],
        "denies": [cited(each, texts) for each in finding.denies],
        "reason": finding.reason,
        "rule": finding.rule,
        "remarks": [
            cited(each.citation, texts) | {"value": each.value} for each in finding.remarks
        ],
        "interested_party": finding.interested_party,
        "scope": finding.scope,
        "story": finding.story,
        "decisions": [decision_row(each) for each in finding.decisions],
    }


def origin_row(origin: Origin, texts: Texts) -> Row:
    """One voucher, the reports that carried it, and what it said as of when."""
    return {
        "name": origin.name,
        "kind": origin.kind,
        "party": origin.party,
        "reports": list(origin.reports),
        "values": [_told_row(told, texts) for told in origin.values],
        "as_of": origin.as_of,
        "side": origin.side,
    }


def entry_row(entry: Entry, texts: Texts) -> Row:
    """One line of the timeline."""
    return {
        "when": when_row(entry.when),
        "weight": entry.weight,
        "events": list(entry.events),
        "text": entry.text,
        "supports": [cited(each, texts) for each in entry.supports],
        "story": entry.story,
    }


def situation_row(situation: Situation) -> Row:
    """The state of one theme of one story."""
    return {
        "story": situation.story,
        "theme": situation.theme,
        "state": situation.state,
        "since": situation.since,
        "terms": list(situation.terms),
        "findings": list(situation.findings),
        "reason": situation.reason,
        "details": list(situation.details),
        "stances": [
            {
                "name": each.name,
                "verb": each.verb,
                "text": each.text,
                "supports": [
                    {"report": one.report, "start": one.start, "end": one.end}
                    for one in each.citations
                ],
            }
            for each in situation.stances
        ],
    }


def _report_row(report: Report) -> Row:
    dated = report.published
    return {
        "id": report.id,
        "given_id": report.given_id,
        "path": report.path,
        "outlet": report.outlet,
        "published": {"value": dated.value, "basis": dated.basis, "reason": dated.reason},
        "title": title_row(report),
        "url": report.url,
        "language": report.language,
        "credit": report.credit,
        "sha256": report.sha256,
    }


def family_row(family: Family) -> Row:
    """A family with its edges, each with its reason."""
    return {
        "id": family.id,
        "reports": list(family.reports),
        "edges": [
            {
                "left": edge.left,
                "right": edge.right,
                "relation": edge.relation,
                "reason": edge.reason,
                "overlap": edge.overlap,
            }
            for edge in family.edges
        ],
    }


def story_row(story: Story) -> Row:
    """A story with its reports, and why each of them belongs to it."""
    return {
        "id": story.id,
        "title": story.title,
        "reports": list(story.reports),
        "start": story.start,
        "end": story.end,
        "why": [_belonging_row(each) for each in story.why],
    }


def _belonging_row(tie: Belonging) -> Row:
    return {
        "report": tie.report,
        "tied_to": tie.tied_to,
        "likeness": tie.likeness,
        "words": list(tie.words),
        "places": list(tie.places),
        "days": list(tie.days),
        "figures": list(tie.figures),
        "reason": tie.reason,
    }


def _participant_row(participant: EventParticipant, texts: Texts) -> Row:
    return {
        "name": participant.name,
        "kind": participant.kind,
        "country": participant.country,
        "role": participant.role,
        "supports": [cited(each, texts) for each in participant.citations],
    }


def _value_row(value: Value | None) -> Row | None:
    if value is None:
        return None
    return {
        "low": number(value.low),
        "best": number(value.best),
        "high": number(value.high),
        "text": value.text,
        "rule": value.rule,
    }


def _told_row(told: Told, texts: Texts) -> Row:
    return {
        "text": told.text,
        "low": number(told.low),
        "high": number(told.high),
        "qualifier": told.qualifier,
        "as_of": told.as_of,
        "lifecycle": told.lifecycle,
        "supports": [cited(each, texts) for each in told.citations],
    }
