"""An account in, the same account with the days of its mentions and figures out."""

import re
from dataclasses import replace

from twosource.base.moments import to_when
from twosource.base.records import Account, Figure, Mention, Span, Time, When
from twosource.ground.as_ofs import begins, told_day
from twosource.ground.offsets import offset_days
from twosource.ground.onsets import lend_onset_days

SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[A-Z\"'“‘(])|\n\s*\n")


def set_whens(account: Account) -> Account:
    """The account with `when` set on mentions and `as_of` on figures, from their times.

    A mention without a time gets no day: what the report does not say is not filled in.
    """
    whens = {time.id: to_when(time.value) for time in account.times}
    mentions = tuple(
        replace(mention, when=whens.get(mention.time) if mention.time else None)
        for mention in account.mentions
    )
    dated = replace(account, mentions=lend_onset_days(offset_days(mentions, account), account))
    return replace(dated, figures=tuple(_set_as_of(figure, dated) for figure in account.figures))


def _set_as_of(figure: Figure, account: Account) -> Figure:
    """A figure holds as of the day its own words name, else its sentence, else the report.

    A figure of the background is not as of today: without a day of its own it has none.
    """
    when = (
        told_day(figure, account, _sentence(figure, account))
        or _day_of_mention(figure, account)
        or _day_in_sentence(figure, account)
    )
    if when is not None:
        return replace(figure, as_of=when.end)
    published = to_when(account.report.published.value)
    if published is None or figure.scope == "background":
        return replace(figure, as_of=None)
    return replace(figure, as_of=published.start)


def _day_of_mention(figure: Figure, account: Account) -> When | None:
    mention = _mention(figure, account)
    if mention is None or mention.time is None or not mention.sentence.covers(figure.span):
        return None
    time = next((time for time in account.times if time.id == mention.time), None)
    within = time is not None and mention.sentence.covers(time.span)
    if time is not None and begins(time, account.report.text):
        return None  # "since Monday 300 families have fled"
    return mention.when if within and _is_day(mention.when) else None


def _day_in_sentence(figure: Figure, account: Account) -> When | None:
    """The day nearest to the figure in its sentence."""
    sentence = _sentence(figure, account)
    near = sorted(
        (_distance(time, figure.span), time.span, time.value)
        for time in account.times
        if sentence.covers(time.span)
        and _is_day(to_when(time.value))
        and not begins(time, account.report.text)
    )
    return to_when(near[0][2]) if near else None


def _sentence(figure: Figure, account: Account) -> Span:
    """The sentence of the figure's mention, else what lies between two full stops around it."""
    mention = _mention(figure, account)
    if mention is not None and mention.sentence.covers(figure.span):
        return mention.sentence
    text, span = account.report.text, figure.span
    ends = [end.end() for end in SENTENCE_END.finditer(text)]
    start = max((end for end in ends if end <= span.start), default=0)
    return Span(start, min((end for end in ends if end >= span.end), default=len(text)))


def _mention(figure: Figure, account: Account) -> Mention | None:
    return next((each for each in account.mentions if each.id == figure.mention), None)


def _is_day(when: When | None) -> bool:
    return when is not None and when.precision in {"minute", "part", "day"}


def _distance(time: Time, span: Span) -> int:
    return max(time.span.start - span.end, span.start - time.span.end, 0)
