"""The accounts of a story in, which reports an outlet took back, and by which notice, out.

"Horn Wire has withdrawn its report of 11 February": what that report told stands no more, nor what
its copies told. A notice that repeats it vouches for nothing either.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from twosource.base.labels import label_of
from twosource.base.moments import to_when
from twosource.base.records import Account, ReportId, Span
from twosource.base.stories import Event, Family
from twosource.base.vocabulary import load_words

DAY = 10  # characters of an ISO date
HEAD = 2000  # characters in which a notice says what it is
NAMED = 60  # characters before the verb in which the outlet is named


def find_withdrawn(
    accounts: Sequence[Account], families: Iterable[Family] = ()
) -> dict[ReportId, ReportId]:
    """Each report that was taken back, with the notice that does so; each notice with itself.

    A copy of one, by the `families`, goes with it.
    """
    notices = {each.report.id: at for each in accounts if (at := find_notice(each)) is not None}
    found = {notice: notice for notice in notices}
    for account in accounts:
        sentence = notices.get(account.report.id)
        if sentence is not None:
            former = [one for one in accounts if one.report.id not in notices]
            for one in _meant(account, sentence, former):
                found[one.report.id] = account.report.id
    for family in families if found else ():
        gone = [each for each in family.reports if each in found and each not in notices]
        for each in family.reports if gone else ():
            found.setdefault(each, found[gone[0]])
    return found


def find_notice(account: Account) -> Span | None:
    """Where a report says that another was taken back; None where it does not.

    Only its title or its first sentences make a notice: news of another's retraction is news.
    """
    text, title = account.report.text, account.report.title
    head = text[:HEAD].lower()
    if not any(stem in head for stem in load_words("twosource.base", "withdrawals")["stems"]):
        return None
    match = _pattern().search(text, 0, HEAD)
    headed = title is not None and _heads().match(title.quote(text)) is not None
    if match is None:
        return title if headed else None
    before = text[max(0, match.start() - NAMED) : match.start()].lower()
    ours = not _is_quoted(text[: match.start()]) and (
        before.endswith("we ") or match["whose"].lower() == "our"
    )
    own = ours or label_of(account.report).lower() in before
    return Span(*match.span()) if headed or own else None


def _is_quoted(before: str) -> bool:
    """Whether a quotation that begins in these words is still open at their end."""
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def keep_standing(
    events: Sequence[Event], accounts: Sequence[Account], gone: Mapping[ReportId, ReportId]
) -> tuple[list[Event], list[Account]]:
    """Events and accounts as told without what was taken back, and without the notices.

    An event that nothing else tells is left out.
    """
    told = [
        replace(event, mentions=kept)
        for event in events
        if (kept := tuple(each for each in event.mentions if each.report not in gone))
    ]
    return told, [each for each in accounts if each.report.id not in gone]


def _meant(notice: Account, sentence: Span, former: Iterable[Account]) -> list[Account]:
    """The reports that a notice means: its outlet's of the day it names, else the last of them."""
    said = sorted(
        (one for one in former if _is_before(one, notice)),
        key=lambda one: (one.report.published.value or "", one.report.id),
    )
    end = notice.report.text.find("\n", sentence.end)
    around = Span(sentence.start, end if end > 0 else len(notice.report.text))
    days = {
        when.start[:DAY]
        for time in notice.times
        if around.covers(time.span) and (when := to_when(time.value)) is not None
    }
    dated = [one for one in said if (one.report.published.value or "")[:DAY] in days]
    return dated or said[-1:]


def _is_before(one: Account, notice: Account) -> bool:
    same = label_of(one.report).casefold() == label_of(notice.report).casefold()
    return same and (one.report.published.value or "") <= (notice.report.published.value or "")


@cache
def _pattern() -> re.Pattern[str]:
    words = load_words("twosource.base", "withdrawals")
    verbs, papers = "|".join(words["verbs"]), "|".join(words["papers"])
    return re.compile(
        rf"\b(?:{verbs}) (?P<whose>its|our|the|an|a)(?: \w+){{0,2}} (?:{papers})\b",
        re.IGNORECASE,
    )


@cache
def _heads() -> re.Pattern[str]:
    words = load_words("twosource.base", "withdrawals")
    return re.compile(rf"(?:{'|'.join(words['titles'])})\b\s*[:—–-]", re.IGNORECASE)
