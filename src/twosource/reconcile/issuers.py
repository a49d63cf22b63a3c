"""An account in, the body whose own paper the whole text is out: "Communiqué of the Front."."""

import re

from twosource.base.records import Account
from twosource.reconcile.keys import key_of

HEAD = 300  # characters within which a paper says what it is
PAPER = re.compile(
    r"(?:^|(?<=[.\n]))\s*(?:[A-Z]\w+ )?(?i:communiqu[ée]|statement|press release|declaration)"
    r"(?: (?:no\.? ?)?\d+)? (?:of|by|from|issued by) (?:the )?([^.:\n,;]{3,90})(?=[.:\n])",
    re.M,
)


def find_issuer(account: Account) -> tuple[str, str] | None:
    """The name and the key of the body that issued the text; None where it does not say so."""
    head = PAPER.search(account.report.text, 0, HEAD)
    if head is None or not any(word[:1].isupper() for word in head[1].split()):
        return None
    named = [
        (actor, key)
        for actor in account.actors
        if head.start(1) <= actor.span.start and actor.span.end <= head.end(1)
        for key in [key_of(actor, account)]
        if key is not None
    ]
    if not named:
        return None
    actor, key = max(named, key=lambda row: (row[0].span.end, row[0].span))
    return actor.name or actor.span.quote(account.report.text), key
