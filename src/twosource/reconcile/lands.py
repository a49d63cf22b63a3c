"""A state's office in, the land it is of by its own words out, where no gazetteer knows the land.

"The Defence Ministry of Tarkovia", "Tarkovia's government" and "the Tarkovian army" are one state.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from twosource.base.records import Account, Actor
from twosource.base.vocabulary import load_words

OWNER = re.compile(r"((?:[A-Z][\w-]+ )?[A-Z][\w-]{2,})['’]s\s+$")
OWNED = re.compile(r"([A-Z][\w-]{2,})['’]s ((?:[\w-]+ ?){1,3})")
LAND = re.compile(r"(?:ia|land|stan)$")  # a company has a president too
OF = re.compile(r"([\w-]+) ([\w-]+) of (?:the )?([A-Z][\w-]{2,})$")
OF_ANY = re.compile(r"(?:^|\s)([\w-]+) of (?:the )?([A-Z][\w-]{2,})$")
LAND_BEHIND = re.compile(r" of (?:the )?([A-Z][\w-]{2,})(?! [A-Z])")  # "the army of Tarkovia"
PORTFOLIO = re.compile(  # "Ministry of Health of Tarkovia", "the Tarkovian Ministry of Health"
    r"(?:([A-Z][\w-]*(?:an|ese|ish|i)) )?Ministry of (?:[\w,-]+ )+?of (?:the )?([A-Z][\w-]{2,})$"
    r"|([A-Z][\w-]*(?:an|ese|ish|i)) Ministry of "
)
PEOPLE = re.compile(r"([A-Z][\w-]+(?:an|ese|ish|i))\s")
PEOPLE_BEFORE = re.compile(r"([A-Z][\w-]+(?:an|ese|ish|i))\s+$")
ENDING = re.compile(r"(?:ians?|eans?|ans?|ese|ish|is?|ia|ya|[aeoy])$")
BEFORE = 40  # characters before an office in which its land may stand
SHORT = 3  # letters that are left of a land's name at least


def land_of(actor: Actor, account: Account) -> str | None:
    """The stem of the land's name; None where the words name none, or no office of a state."""
    text, span = account.report.text, actor.span
    words = span.quote(text)
    owner = OWNER.search(text, max(0, span.start - BEFORE), span.start)
    if owner is not None and _is_office(words):
        return stem(owner[1])
    before = PEOPLE_BEFORE.search(text, max(0, span.start - BEFORE), span.start)
    if before is not None and words.startswith("Ministry of "):
        return stem(before[1])
    people = PEOPLE.match(words)
    if people is not None and _is_office(words) and people[1].lower() not in _table("not_peoples"):
        return stem(people[1])
    behind = LAND_BEHIND.match(text, span.end)
    if behind is not None and _is_office(words):
        return stem(behind[1])
    return _land_behind(words)


def land_of_minister(actor: Actor, account: Account) -> str | None:
    """The stem of the land whose minister a person is: "Tarkovia's defence minister, N."."""
    text = account.report.text
    for each in account.actors if actor.kind == "person" else ():
        same = each is actor or (actor.name is not None and each.name == actor.name)
        if same and each.organisation == actor.organisation:
            owner = OWNER.search(text, max(0, each.span.start - BEFORE), each.span.start)
            land = land_in(text[owner.start() : each.span.end]) if owner is not None else None
            if land is not None:
                return land
    return None


def land_in(title: str) -> str | None:
    """The stem of the land whose office a title tells, None when it tells none.

    >>> land_in("chief of Tarkovia's general staff"), land_in("Acme's president")
    ('tarkov', None)
    """
    for told in OWNED.finditer(title):
        offices = set(told[2].lower().split())
        rules = offices & (_table("powers") | _table("ministers"))
        if rules or (offices & _table("heads") and LAND.search(told[1])):
            return stem(told[1])
    return None


def stem(name: str) -> str:
    """What a land and its people have in common.

    >>> stem("Tarkovia") == stem("Tarkovian"), stem("Karska") == stem("Karskan")
    (True, True)
    """
    cut = ENDING.sub("", name.lower())
    return cut if len(cut) >= SHORT else name.lower()


def find_land(accounts: Sequence[Account]) -> str | None:
    """The country in which most of what is told happens; None when no place is known."""
    counts: Counter[str] = Counter()
    for account in accounts:
        places = {place.id: place.placing.country for place in account.places}
        found = (places.get(mention.place or "") for mention in account.mentions)
        counts.update(country for country in found if country is not None)
    return min(counts, key=lambda country: (-counts[country], country), default=None)


def _land_behind(words: str) -> str | None:
    """The land of "the army of X" and "the Defence Ministry of X"; health is none."""
    portfolio = PORTFOLIO.search(words)
    if portfolio is not None:
        return stem(portfolio[2] or portfolio[3])
    told = OF.search(words)
    if told is not None and told[2].lower() == "ministry":
        return stem(told[3])
    told = OF_ANY.search(words)
    if told is None or told[1].lower() == "ministry" or told[1].lower() not in _table("powers"):
        return None
    return stem(told[2])


def _is_office(words: str) -> bool:
    return words.rsplit(maxsplit=1)[-1].lower() in _table("powers")


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(load_words("twosource.reconcile", "speakers")[name])
