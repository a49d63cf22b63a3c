"""An actor in, the party of a conflict that it belongs to out; None for those who take no side."""

from collections.abc import Iterator
from dataclasses import dataclass

from twosource.base.countries import by_demonym, by_iso3
from twosource.base.records import Account, Actor, Participant
from twosource.base.vocabulary import load_words

_WORDS = load_words("twosource.ground", "sides")
_STATE = frozenset({"state_government", "state_military", "state_police"})
_BODIES = frozenset({
    "de_facto_authority", "de_facto_military", "rebel_group", "militia", "external_force",
})  # fmt: skip
_FACELESS = frozenset(_WORDS["faceless"]["words"])
_OF_STATE = "Government of "


@dataclass(frozen=True, slots=True)
class Party:
    """A state with its forces, or a body; `key` is equal for all who belong to it."""

    key: str
    name: str


def parties_at(participant: Participant, account: Account) -> Iterator[Party]:
    """The parties that a participant's words name, those with a name first.

    "The Front's fighters" are the Front's; "Karsk positions" are those of Karsk's state.
    """
    inside = [each for each in account.actors if participant.span.covers(each.span)]
    inside += [each for each in account.actors if each.id == participant.actor]
    found = [party for each in inside if (party := party_of(each, account))]
    named = [party for party in found if not party.key.startswith("group:")]
    if found:
        yield (named or found)[0]
        return
    for word in participant.span.quote(account.report.text).split():
        country = by_demonym(word) if word[:1].isupper() else None
        if country is not None and participant.klass == "object":
            yield Party(f"state:{country.iso3}", f"{_OF_STATE}{country.name}")
            return


def party_of(actor: Actor, account: Account) -> Party | None:
    """The party of an actor: its state, its body, or the words for a body without a name."""
    ruling = actor.kind in _STATE or (actor.organisation or "").startswith(_OF_STATE)
    if ruling and actor.country is not None:
        country = by_iso3(actor.country)
        return Party(f"state:{actor.country}", f"{_OF_STATE}{country.name if country else '?'}")
    if actor.kind in _BODIES and (actor.organisation or actor.name):
        name = actor.organisation or actor.name or ""
        return Party(f"body:{name.casefold()}", name)
    if actor.kind in _BODIES or actor.kind in _STATE:
        words = " ".join(actor.span.quote(account.report.text).split())
        return None if words.casefold() in _FACELESS else Party(f"group:{words.casefold()}", words)
    return None
