"""A report in, the armed groups out that no list knows: by what they are said to have done.

"The Sons of the Valley claimed the attack": a name that no word of a body's kind tells is that of
a group if it claims an attack, is blamed for one, or is told to have made it.
"""

import re
from collections.abc import Iterator
from functools import cache

from twosource.base.records import Account, Actor, Span
from twosource.base.vocabulary import load_words
from twosource.reconcile.identity import is_scrap
from twosource.reconcile.keys import key_of

PART = r"[A-Z][\w’'-]+"
NAME = rf"{PART}(?: {PART}| of(?: the)? {PART})*"
LISTED = re.compile(rf"(?:^|,|\band|\bor) (?P<name>(?:[Tt]he )?{NAME})")
LOOSE = frozenset({"civilians", "media", "unidentified", "ngo", "militia", "rebel_group"})
KIND = "militia"
LEAST = 2  # words of a name that is nobody's else


def with_unlisted(account: Account) -> tuple[Actor, ...]:
    """The report's actors with its unlisted groups, which take the place of what they overlap."""
    groups = list(_find(account))
    kept = [
        each for each in account.actors
        if not any(group.span.overlaps(each.span) for group in groups)
    ]  # fmt: skip
    return tuple(sorted((*kept, *groups), key=lambda each: (each.span, each.id)))


def is_unlisted(actor: Actor) -> bool:
    """Whether it is one of these groups."""
    return actor.id.startswith("group")


def _find(account: Account) -> Iterator[Actor]:
    taken: set[Span] = set()
    for span in sorted(set(_named(account)), key=lambda one: (one.start, -one.end)):
        if any(span.overlaps(each) for each in taken) or not _is_free(span, account):
            continue
        taken.add(span)
        name = " ".join(span.quote(account.report.text).split())
        yield Actor(f"group{span.start}", span, name, KIND, None, name)


def _named(account: Account) -> Iterator[Span]:
    """Names that stand where a group does; whatever is so named once is so everywhere."""
    text = account.report.text
    low = text.lower()
    if not any(stem in low for stem in load_words("twosource.reconcile", "responsible")["hints"]):
        return
    matches = [match["name"] for each in _patterns() for match in each.finditer(text)]
    for blamed in _blamed().finditer(text):
        matches += [match["name"] for match in LISTED.finditer(blamed["whom"])]
    names = {name[_articles(name) :] for name in matches}
    for name in sorted(filter(_is_name, names)):
        for match in re.finditer(rf"\b{re.escape(name)}\b", text):
            yield Span(*match.span())


def _articles(words: str) -> int:
    return 4 if words.lower().startswith("the ") else 0


def _is_name(words: str) -> bool:
    told = words.split()
    return len(told) >= LEAST and not any(map(is_scrap, told[1:]))


def _is_free(span: Span, account: Account) -> bool:
    """Whether the name is nobody's and no place's whom the reading knows."""
    for each in account.actors:
        if each.span.overlaps(span) and not _is_less(each, span, account):
            return False
    return not any(
        each.span.overlaps(span) and each.role in {"location", "government"}
        and not span.covers(each.span)
        for each in account.places
    )  # fmt: skip


def _is_less(actor: Actor, span: Span, account: Account) -> bool:
    """Whether the actor is only a part of the name: "Dawn" in the Dawn Movement."""
    inner = span.covers(actor.span) and actor.span != span
    return inner and (actor.kind in LOOSE or key_of(actor, account) is None)


@cache
def _blamed() -> re.Pattern[str]:
    """Whom somebody blames, with what follows: several names may stand there."""
    told: list[str] = load_words("twosource.reconcile", "responsible")["group_blamed"]
    blame = "|".join(map(re.escape, sorted(told, key=len, reverse=True)))
    return re.compile(rf"\b(?:{blame})(?P<whom> (?:the )?[A-Z][^.;:]{{0,120}})")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = load_words("twosource.reconcile", "responsible")
    own, kinds = (
        "|".join(map(re.escape, sorted(words[each], key=len, reverse=True)))
        for each in ("group_claims", "group_kinds")
    )
    deeds = "|".join(words["group_deeds"])
    aside = r"(?:,[^,.;]{3,80},)?(?: (?:later |also |has |have |had |on \w+day |\w+ly ){0,3})?"
    name = rf"(?P<name>(?:[Tt]he )?{NAME})"
    return (
        re.compile(rf"{name}{aside} ?(?:{own})\b"),
        re.compile(rf"{name}{aside} ?(?:(?:had|has|have) )?(?:{deeds})\b"),
        re.compile(
            rf"\b(?:{kinds}) (?:calling itself|called|known as|named|styling itself) {name}"
        ),
        re.compile(rf"{name} (?:{kinds})\b"),
        re.compile(rf"\battribut\w+ [^.,;]{{0,60}}? to {name}"),
        re.compile(rf"\b[Ii]t was (?:not )?{name} (?:that|which|who)\b"),
    )
