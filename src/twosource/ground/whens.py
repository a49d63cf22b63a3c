"""An account in, the same account with the days of its mentions and figures out."""

from dataclasses import replace

from twosource.base.moments import to_when
from twosource.base.records import Account, Figure, Mention, Span, Time, When


def set_whens(account: Account) -> Account:
    """The account with `when` set on mentions and `as_of` on figures, from their times.

    A mention without a time gets no day: what the report does not say is not filled in.
    """
    whens = {time.id: to_when(time.value) for time in account.times}
    mentions = tuple(
        replace(mention, when=whens.get(mention.time) if mention.time else None)
        for mention in account.mentions
    )
    dated = replace(account, mentions=mentions)
    return replace(dated, figures=tuple(_set_as_of(figure, dated) for figure in account.figures))


def _set_as_of(figure: Figure, account: Account) -> Figure:
    """A figure holds as of the day its own sentence names, else as of the publication day."""
    when = _day_of_mention(figure, account) or _day_in_sentence(figure, account)
    published = to_when(account.report.published.value)
    if when is not None:
        return replace(figure, as_of=when.end)
    return replace(figure, as_of=published.start if published else None)


def _day_of_mention(figure: Figure, account: Account) -> When | None:
    mention = _mention(figure, account)
    if mention is None or mention.time is None or not mention.sentence.covers(figure.span):
        return None
    time = next((time for time in account.times if time.id == mention.time), None)
    within = time is not None and mention.sentence.covers(time.span)
    return mention.when if within and _is_day(mention.when) else None


def _day_in_sentence(figure: Figure, account: Account) -> When | None:
    """The day nearest to the figure in the sentence of its mention or claim."""
    mention = _mention(figure, account)
    if mention is None or not mention.sentence.covers(figure.span):
        return None
    near = sorted(
        (_distance(time, figure.span), time.span, time.value)
        for time in account.times
        if mention.sentence.covers(time.span) and _is_day(to_when(time.value))
    )
    return to_when(near[0][2]) if near else None


def _mention(figure: Figure, account: Account) -> Mention | None:
    return next((each for each in account.mentions if each.id == figure.mention), None)


def _is_day(when: When | None) -> bool:
    return when is not None and when.precision in {"minute", "part", "day"}


def _distance(time: Time, span: Span) -> int:
    return max(time.span.start - span.end, span.start - time.span.end, 0)
