"""A claim of a bare office or a pronoun in, the same with the one who is meant out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from twosource.base.records import Actor, Claim, Span
from twosource.extract.actor_words import pronoun_names
from twosource.extract.claim_names import office_nouns

PERSONAL = frozenset({"he", "she"})
NEAR = 250  # characters within which "it" is the body that spoke last


def name_holder(claim: Claim, actors: Iterable[Actor], text: str) -> Claim:
    """The claim of a bare office, as headlines have it, with the one person who holds it.

    "Raid kills two, governor says" above "regional governor Oleh Venn said".
    """
    speaker = claim.speaker
    if speaker is None or speaker.span is None or speaker.name or claim.attribution != "unnamed":
        return claim
    word = speaker.span.quote(text).lower()
    if word not in office_nouns() or text[: speaker.span.start].endswith(("the ", "a ", "an ")):
        return claim
    holders = {
        each.name: each
        for each in actors
        if each.kind == "person"
        and each.name
        and (each.office or "").lower().split()[-1:] == [word]
    }
    if len(holders) != 1:
        return claim
    name, row = holders.popitem()
    return replace(claim, speaker=replace(speaker, name=name, actor=row.id), attribution="named")


def take_up(claim: Claim, before: Sequence[Claim], text: str) -> Claim:
    """The claim of a nameless "he", "she" or "it" with the person or body that spoke last."""
    mention = claim.speaker.span if claim.speaker else None
    if claim.speaker is None or mention is None or claim.speaker.name is not None:
        return claim
    word = mention.quote(text).lower().replace("him", "he").replace("her", "she")
    if word == "it" and claim.speaker.actor is not None:
        return claim
    last = _last_person(before, word) if word in PERSONAL else _last_body(before, mention, word)
    if last is None or last.speaker is None:
        return claim
    named = replace(claim.speaker, name=last.speaker.name, actor=last.speaker.actor)
    return replace(claim, speaker=named, attribution=last.attribution)


def _last_person(before: Sequence[Claim], pronoun: str) -> Claim | None:
    """The last one named who spoke, unless another pronoun goes with the name."""
    last = next((each for each in reversed(before) if each.attribution == "named"), None)
    name = (last.speaker.name if last and last.speaker else None) or ""
    fits = pronoun_names().get(name.partition(" ")[0], pronoun) == pronoun
    return last if fits else None


def _last_body(before: Sequence[Claim], mention: Span, word: str) -> Claim | None:
    """Who spoke right before, when it is a body: "The Relief Agency said … It added …"."""
    last = before[-1] if before and word == "it" else None
    if last is None or last.attribution not in {"institution", "media"}:
        return None
    return last if 0 <= mention.start - _end(last) <= NEAR else None


def _end(claim: Claim) -> int:
    spans = [*claim.content, *([claim.cue] if claim.cue else [])]
    return max(span.end for span in spans)
