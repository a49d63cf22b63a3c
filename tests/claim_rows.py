"""A claim as a row of plain values, for tables of cases."""


def row_of(claim, text):
    """What the claim tells, each value as the case files write it; no speaker is ""."""
    speaker = claim.speaker
    return {
        "speaker": speaker.span.quote(text) if speaker and speaker.span else "",
        "speaker_name": speaker.name if speaker else None,
        "cue": claim.cue.quote(text) if claim.cue else None,
        "content": " / ".join(span.quote(text) for span in claim.content),
        "attribution": claim.attribution,
        "direct": claim.direct,
        "polarity": claim.polarity,
        "hedges": [span.quote(text) for span in claim.hedges],
        "factuality": claim.factuality_speaker,
        "remarks": [remark.value for remark in claim.verification],
        "via": len(claim.via),
        "carry": claim.carry_over,
        "also": [each.span.quote(text) for each in claim.also if each.span],
    }
