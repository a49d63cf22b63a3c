"""A theme's scenes and the accounts in, what their agreements bind to and since when out."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from twosource.base.records import Account, Agreement, ReportId, Span
from twosource.base.vocabulary import load_words
from twosource.reconcile.themes import Scene

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
OWNER = r" of (?:the )?[^\W\d_a-z][\w-]+(?: [^\W\d_a-z][\w-]+)?"  # "of Norway"
SHORTEST = 3  # words of a term
STARTS = 4  # of the loose words, those that no term begins with
FEW = 3  # parties and terms told before the rest is counted
Told = tuple[Account, Agreement]


def agreements_of(scenes: Sequence[Scene], accounts: Mapping[ReportId, Account]) -> list[Told]:
    """The agreements that a mention of the scenes tells of, each with its report's account."""
    held = {(joined.report, joined.mention) for scene in scenes for joined in scene.event.mentions}
    return [
        (account, each)
        for account in accounts.values()
        for each in account.agreements
        if any((account.report.id, name) in held for name in each.mentions)
    ]


def last_state(told: Sequence[Told]) -> str:
    """How far the latest report that tells of it says it has come; one only planned is announced.

    That somebody will keep it takes nothing back.
    """
    real = [row for row in told if row[1].modality in {"asserted", "claimed"}]
    if not real:
        return "announced"
    return max(real, key=lambda row: (row[0].report.published.value or "", row[1].id))[1].state


def terms_of(told: Sequence[Told]) -> tuple[str, ...]:
    """What the agreements bind to, in the reports' words, each once; who is bound before it."""
    bound: dict[str, tuple[str, set[str]]] = {}
    for account, agreement in told:
        for term in agreement.obligations:
            words = " ".join(term.span.quote(account.report.text).split())
            if is_scrap(words) or _is_person(account, term.party):
                continue
            _, parties = bound.setdefault(words.lower(), (words, set()))
            parties.update({_name(account, term.party, None)} - {""})
    return tuple(
        f"{_list(_distinct(parties))}: {words}" if parties else words
        for _, (words, parties) in sorted(bound.items())
    )


def _is_person(account: Account, actor: str | None) -> bool:
    """Whether one person is bound: what a spokesman says that "we" shall do is no term."""
    return any(each.id == actor and each.kind == "person" for each in account.actors)


def is_scrap(words: str) -> bool:
    """Whether the words are no term: too few, or broken off.

    >>> is_scrap("of"), is_scrap("to withdraw from the"), is_scrap("must leave Velda")
    (True, True, False)
    """
    told = words.lower().split()
    loose: list[str] = load_words("twosource.reconcile", "themes")["binding"]["loose"]
    return len(told) < SHORTEST or told[-1].strip(",;:") in loose or told[0] in loose[:STARTS]


def _distinct(names: Iterable[str]) -> list[str]:
    """The names in order without the ends and beginnings of longer ones: "the Front".

    Beside two names, who is only described is left out.
    """
    whole = sorted(names)
    named = [each for each in whole if each[:1].isupper()]
    whole = named if len(named) > 1 else whole
    return [each for each in whole if not any(_is_part(each, other) for other in whole)]


def _is_part(name: str, other: str) -> bool:
    """Whether the name is the end of the other, or two words or more of its beginning."""
    return other.endswith(f" {name}") or (" " in name and other.startswith(f"{name} "))


def tell_terms(told: Sequence[Told]) -> Iterator[str]:
    """Between whom the agreements are and what they bind to, for a reason."""
    parties = _distinct(
        {_name(account, each.actor, each.span) for account, pact in told for each in pact.parties}
    )
    if len(parties) > 1 or any(_is_joint(each) for each in parties):
        yield f"between {_list(parties)}"
    terms = [f"“{each}”" for each in terms_of(told)]
    if terms:
        yield f"terms: {_list(terms)}"


def _is_joint(name: str) -> bool:
    """Whether one party's words name several: "the Amber and Velsk clans"."""
    return " and " in name and name[-1:] == "s" and name.rsplit(maxsplit=1)[-1].islower()


def tell_mediators(told: Sequence[Told]) -> Iterator[str]:
    """Who mediates the agreements."""
    names = _distinct(
        {_name(account, each.actor, each.span) for account, pact in told for each in pact.mediators}
    )
    if names:
        yield f"mediated by {', '.join(names)}"


def _list(words: Sequence[str]) -> str:
    """Words in a row, at most three before the rest is counted."""
    shown, rest = words[:FEW], len(words) - FEW
    if rest > 0:
        return f"{', '.join(shown)} and {rest} more"
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))


def _name(account: Account, actor: str | None, span: Span | None) -> str:
    """The name of somebody in a report, else the words for it; "" for nobody."""
    found = next((each for each in account.actors if each.id == actor), None)
    if found is not None and found.name:
        return found.name
    span = span or (found.span if found is not None else None)
    if span is None:
        return ""
    words = span.quote(account.report.text)
    whose = re.match(OWNER, account.report.text[span.end :]) if words.islower() else None
    return f"{words}{whose.group()}" if whose else words


def sharpen(since: str | None, told: Sequence[Told]) -> str | None:
    """The day with the hour at which an agreement took effect, where a report tells it.

    Without a day, the day on which one took effect.
    """
    values = sorted({
        time.value
        for account, agreement in told
        for time in account.times
        if time.id == agreement.in_force and time.value[:1].isdigit()
    })  # fmt: skip
    if since is None:
        return next((each for each in values if len(each) >= len("2031-05-12")), None)
    return next((each for each in values if MOMENT.match(each) and each[:10] == since), since)
