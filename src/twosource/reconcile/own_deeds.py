"""An account in, the attacks out that a speaker tells as its own: "its drones had struck"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from twosource.base.records import Account, Claim, Mention
from twosource.base.vocabulary import load_words
from twosource.reconcile.bodies import Bodies
from twosource.reconcile.keys import SOME_STATE, key_of

VIOLENT = "ASSAULT"
TOLD = frozenset({"asserted", "claimed"})
AND = re.compile(r"\b(?:and|but) (?:that )?")


def find_own_deeds(account: Account) -> Iterator[tuple[Mention, Claim]]:
    """Each attack that a claim's speaker says to have made, in the order of the text."""
    claims = {claim.id: claim for claim in account.claims if claim.speaker is not None}
    for mention in account.mentions:
        claim = claims.get(mention.claim or "")
        if claim is None or mention.plover.event != VIOLENT or mention.modality not in TOLD:
            continue
        if _is_own(mention, claim, account.report.text):
            yield mention, claim


def find_owners(accounts: Sequence[Account], bodies: Bodies) -> set[str]:
    """The keys of those who tell an attack as their own."""
    found = set()
    for account in accounts:
        actors = {actor.id: actor for actor in account.actors}
        for _, claim in find_own_deeds(account):
            actor = actors.get((claim.speaker.actor if claim.speaker else None) or "")
            key = key_of(actor, account) if actor is not None else None
            if actor is not None and key == SOME_STATE:
                known = bodies.find(actor.span.quote(account.report.text))
                key = f"body:{known}" if known is not None else key
            if key is not None:
                found.add(bodies.key(key))
    return found


def _is_own(mention: Mention, claim: Claim, text: str) -> bool:
    """Whether the words before the deed in its clause are "it", or what the speaker commands."""
    content = next((each for each in claim.content if each.covers(mention.trigger)), None)
    if content is None:
        return False
    words = " ".join(text[content.start : mention.trigger.start].lower().split()) + " "
    return _pattern().fullmatch(AND.split(words)[-1]) is not None


@cache
def _pattern() -> re.Pattern[str]:
    table = load_words("twosource.reconcile", "responsible")
    forces, done = ("|".join(map(re.escape, table[name])) for name in ("commanded", "made"))
    doer = rf"(?:it|they|we|he|(?:its|their|our|his)(?: [\w-]+)? (?:{forces}))"
    when = r"(?:that )?(?:(?:on|late|early|since) )*(?:\w+day )?"
    return re.compile(
        rf"{when}{doer} (?:ha[dsve]+ )?(?:also |now |\w+ly )?(?:(?:{done}) (?:[^;:,]+ )?)?"
    )
