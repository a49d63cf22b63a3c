"""An account in, one line of `twosource read` out: the contract's names, order and offsets."""

from collections.abc import Iterable

from twosource.base.records import (
    Account,
    Actor,
    Agreement,
    Claim,
    Figure,
    Main,
    Mention,
    Participant,
    Place,
    Report,
    Side,
    Span,
    Speaker,
    Term,
    Time,
    Total,
)
from twosource.render.values import Row, at, number, placing_row, quoted, when_row

BEYOND = {"freed": "other"}  # measures that the contract does not name, and what it calls them
CONTRACT = 1


def account_line(account: Account) -> Row:
    """The line of one report. `text[start:end] == quote` holds wherever a quote stands."""
    text = account.report.text
    return {
        "contract": CONTRACT,
        "report": report_row(account.report),
        "text": text,
        "furniture": [at(each.span) | {"kind": each.kind} for each in account.report.furniture],
        "times": [time_row(each, text) for each in account.times],
        "places": [place_row(each, text) for each in account.places],
        "actors": [actor_row(each, text) for each in account.actors],
        "figures": [figure_row(each, text) for each in account.figures],
        "claims": [claim_row(each, text) for each in account.claims],
        "totals": totals_row(account.totals),
        "main": main_row(account.main),
        "mentions": [mention_row(each, text) for each in account.mentions],
        "agreements": [agreement_row(each, text) for each in account.agreements],
        "sides": [side_row(each) for each in account.sides],
    }


def report_row(report: Report) -> Row:
    """Whose report it is, where it came from, when it appeared and how that is known."""
    dated = report.published
    return {
        "id": report.id,
        "given_id": report.given_id,
        "path": report.path,
        "url": report.url,
        "sha256": report.sha256,
        "outlet": report.outlet,
        "credit": report.credit,
        "credits": list(report.credits),
        "language": report.language,
        "title": title_row(report),
        "published": {
            "value": dated.value,
            "basis": dated.basis,
            **at(dated.span),
            "reason": dated.reason,
        },
        "translated": {
            "value": report.translated.value,
            "from": report.translated.source_language,
            "reason": report.translated.reason,
        },
    }


def title_row(report: Report) -> Row | None:
    """The title where it stands; without offsets when it came beside the text."""
    if report.title is not None:
        return quoted(report.title, report.text)
    if report.given_title is not None:
        return {"start": None, "end": None, "quote": report.given_title}
    return None


def time_row(time: Time, text: str) -> Row:
    """A TIMEX3 expression."""
    return {
        "id": time.id,
        **quoted(time.span, text),
        "type": time.type,
        "value": time.value,
        "anchor": time.anchor,
    }


def place_row(place: Place, text: str) -> Row:
    """A place name, its role, and where it was put on the map."""
    return {
        "id": place.id,
        **quoted(place.span, text),
        "role": place.role,
        **placing_row(place.placing),
    }


def actor_row(actor: Actor, text: str) -> Row:
    """Somebody who acts, speaks or suffers."""
    return {
        "id": actor.id,
        **quoted(actor.span, text),
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "organisation": actor.organisation,
        "office": actor.office,
    }


def side_row(side: Side) -> Row:
    """Who stands together, against whom, and the mentions that show it."""
    return {
        "id": side.id,
        "name": side.name,
        "members": list(side.members),
        "against": list(side.against),
        "mentions": list(side.mentions),
    }


def figure_row(figure: Figure, text: str) -> Row:
    """A count as told; whole numbers are printed as such."""
    return {
        "id": figure.id,
        **quoted(figure.span, text),
        "number": None if figure.number is None else at(figure.number),
        "measure": BEYOND.get(figure.measure, figure.measure),
        "victim_class": figure.victim_class,
        "qualifier": figure.qualifier,
        "value": number(figure.value),
        "low": number(figure.low),
        "high": number(figure.high),
        "unit": figure.unit,
        "subset_of": figure.subset_of,
        "cumulative": figure.cumulative,
        "as_of": figure.as_of,
        "scope": figure.scope,
        "claim": figure.claim,
        "mention": figure.mention,
        "place": figure.place,
        "side": figure.side,
        "superseded": figure.superseded,
    }


def claim_row(claim: Claim, text: str) -> Row:
    """A speaker's word: who, by which cue, what, and what the report says of it."""
    return {
        "id": claim.id,
        "speaker": _speaker_row(claim, text),
        "cue": None if claim.cue is None else quoted(claim.cue, text),
        "content": _all_quoted(claim.content, text),
        "attribution": claim.attribution,
        "direct": claim.direct,
        "via": list(claim.via),
        "polarity": claim.polarity,
        "hedges": _all_quoted(claim.hedges, text),
        "verification": [
            quoted(each.span, text) | {"value": each.value} for each in claim.verification
        ],
        "factuality_speaker": claim.factuality_speaker,
        "factuality_author": claim.factuality_author,
        "carry_over": claim.carry_over,
        "headline": claim.headline,
        "also": [_said_by(each, text) for each in claim.also],
    }


def mention_row(mention: Mention, text: str) -> Row:
    """One report's telling of one event."""
    return {
        "id": mention.id,
        "given_id": mention.given_id,
        "trigger": quoted(mention.trigger, text),
        "acled": {
            "event_type": mention.acled.event_type,
            "sub_event_type": mention.acled.sub_event_type,
        },
        "plover": {
            "event": mention.plover.event,
            "mode": list(mention.plover.mode),
            "context": list(mention.plover.context),
        },
        "participants": [_participant_row(each, text) for each in mention.participants],
        "weapons": _all_quoted(mention.weapons, text),
        "time": mention.time,
        "when": when_row(mention.when),
        "place": mention.place,
        "modality": mention.modality,
        "scope": mention.scope,
        "kind": mention.kind,
        "claim": mention.claim,
        "sentence": at(mention.sentence),
    }


def agreement_row(agreement: Agreement, text: str) -> Row:
    """An agreement with its parties and terms."""
    return {
        "id": agreement.id,
        **quoted(agreement.span, text),
        "kind": agreement.kind,
        "mentions": list(agreement.mentions),
        "parties": [_participant_row(each, text) for each in agreement.parties],
        "mediators": [_participant_row(each, text) for each in agreement.mediators],
        "in_force": agreement.in_force,
        "until": agreement.until,
        "obligations": [_term_row(each, text) for each in agreement.obligations],
        "breaches": [_term_row(each, text) for each in agreement.breaches],
        "modality": agreement.modality,
        "state": agreement.state,
    }


def _term_row(term: Term, text: str) -> Row:
    return {**quoted(term.span, text), "party": term.party, "claim": term.claim}


def totals_row(totals: Iterable[Total]) -> Row:
    """The report's own toll, by measure."""
    return {
        total.measure: {
            "low": number(total.low),
            "best": number(total.best),
            "high": number(total.high),
        }
        for total in totals
        if total.measure not in BEYOND
    }


def main_row(main: Main | None) -> Row | None:
    """The happening that the report is about."""
    if main is None:
        return None
    return {"mention": main.mention, "when": when_row(main.when), "place": main.place}


def _speaker_row(claim: Claim, text: str) -> Row | None:
    return _said_by(claim.speaker, text) if claim.speaker is not None else None


def _said_by(speaker: Speaker, text: str) -> Row:
    return {**quoted(speaker.span, text), "name": speaker.name, "actor": speaker.actor}


def _participant_row(participant: Participant, text: str) -> Row:
    return {
        **quoted(participant.span, text),
        "actor": participant.actor,
        "role": participant.role,
        "class": participant.klass,
        "claim": participant.claim,
    }


def _all_quoted(spans: Iterable[Span], text: str) -> list[Row]:
    return [quoted(span, text) for span in spans]
