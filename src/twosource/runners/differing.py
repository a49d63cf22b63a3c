"""The stories before and after an update in, what changed out: in words, and by whose word.

A further copy changes nothing. A finding that moved to another event, or was joined with one that
cites the same words, did not change. What is only told in new words did not change either.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from twosource.base.body import body_spans
from twosource.base.kept import Change, ChangeKind
from twosource.base.labels import label_of
from twosource.base.records import ReportId, Span
from twosource.base.stories import (
    Citation,
    Dossier,
    Event,
    EventId,
    Finding,
    Story,
    StoryId,
    Told,
    Value,
)
from twosource.base.withdrawals import find_withdrawn
from twosource.reconcile.timeline_days import find_sentences
from twosource.render.phrases import plural, range_words
from twosource.runners.matching import cited_words, match_events, match_findings, match_stories

ORDER = ("new_story", "joined", "split", "status", "revised", "new_event", "new_finding", "gone")
TOLLS = frozenset(
    {"killed", "injured", "missing", "displaced", "evacuated", "detained", "captured", "freed"}
)
DETAILS = frozenset({"when", "where", "who", "weapon", "participants"})  # of an event, not news

SENTENCES = 3  # of a new story that are told
TITLE = 60  # characters by which a report without a title is called

Moved = tuple[str | None, str | None]  # from and to, in words


@dataclass(frozen=True, slots=True)
class Pages:
    """The events and findings of the stories that have reports in common, before and after."""

    story: Story
    before: tuple[Dossier, ...]
    after: Dossier
    elsewhere: tuple[Finding, ...]  # findings of the other stories that its former ones became
    now: str

    @property
    def former(self) -> tuple[Finding, ...]:
        """All findings before."""
        return tuple(one for part in self.before for one in part.findings)


def find_changes(
    before: Sequence[Dossier], after: Sequence[Dossier], now: str
) -> tuple[Change, ...]:
    """What changed between two states of the same stories, story by story; `now` dates it.

    `before` holds every former story that shares a report with a story of `after`.
    """
    pages = list(_open_pages(before, after, now))
    found = [change for page in pages for change in _compare(page)]
    found += _splits(pages, now)
    return tuple(sorted(found, key=_order))


def _open_pages(before: Sequence[Dossier], after: Sequence[Dossier], now: str) -> Iterator[Pages]:
    former = match_stories([one.stories[0] for one in before], [one.stories[0] for one in after])
    by_id = {part.stories[0].id: part for part in before}
    heirs: dict[StoryId, list[Dossier]] = defaultdict(list)
    for part in after:
        for name in former[part.stories[0].id]:
            heirs[name].append(part)
    for part in after:
        story = part.stories[0]
        olds = former[story.id]
        others = (one for name in olds for one in heirs[name] if one is not part)
        elsewhere = tuple(finding for one in others for finding in one.findings)
        yield Pages(story, tuple(by_id[name] for name in olds), part, elsewhere, now)


def _compare(page: Pages) -> Iterator[Change]:
    """What changed in one story. Of a new story only that it is new, and what it tells most."""
    if not page.before:
        told = plural(len(page.story.reports), "report")
        words = " ".join(_first_words(page))
        reason = f"{told}: {words}" if words else told
        yield Change("new_story", page.story.id, page.now, page.story.title, reason=reason)
        return
    yield from _taken_back(page)
    if len(page.before) > 1:
        titles = [f"“{part.stories[0].title}”" for part in page.before]
        text = f"{', '.join(titles[:-1])} and {titles[-1]} are one story now"
        yield Change("joined", page.story.id, page.now, text)
    events = match_events([e for part in page.before for e in part.events], page.after.events)
    news = {each.id: each for each in page.after.events if each.id not in events}
    yield from _findings(page, news)


def _taken_back(page: Pages) -> Iterator[Change]:
    """The reports that their outlet took back since."""
    known = {name for part in page.before for name in part.stories[0].reports}
    reports = {each.report.id: each.report for each in page.after.accounts}
    for name, notice in sorted(find_withdrawn(page.after.accounts).items()):
        if name != notice and not {name, notice} <= known:
            report = reports[name]
            title = report.title.quote(report.text) if report.title else report.text[:TITLE]
            reason = f"{label_of(report)} took this report back"
            yield Change("gone", page.story.id, page.now, " ".join(title.split()), reason=reason)


def _first_words(page: Pages) -> list[str]:
    """The sentences that most reports of a story bear out, then those that its text begins with."""
    told = [one for one in page.after.findings if _is_news(one) and one.slot == "happened"]
    told = sorted(
        (one for one in told if one.status != "unsupported"),
        key=lambda one: (-len(one.supports), min(at.start for at in one.supports), one.id),
    )
    first = min(
        (each.report for each in page.after.accounts),
        key=lambda each: (each.published.value or "", each.id),
    )
    opening = [
        " ".join(sentence.quote(first.text).split())
        for body in body_spans(first)
        for sentence in islice(find_sentences(first.text, body), SENTENCES)
    ]
    words = dict.fromkeys([*(one.text for one in told), *opening])
    return [each for each in words if each != page.story.title][:SENTENCES]


def _findings(page: Pages, news: Mapping[EventId, Event]) -> Iterator[Change]:
    by_id = {one.id: one for one in page.former}
    pairs = match_findings(page.former, page.after.findings)
    known = cited_words(page.former)
    for one in page.after.findings:
        if one.id in pairs:
            yield from _moves(by_id[pairs[one.id]], one, page)
        elif _is_news(one) and not known & cited_words([one]) and not _is_headline(one, page):
            yield _new(one, news, page)
    told = cited_words((*page.after.findings, *page.elsewhere))
    for one in page.former:
        if one.id not in pairs.values() and _is_news(one) and not told & cited_words([one]):
            yield _change(
                "gone", one, page, (one.status, None), "no report that stands tells it any more"
            )


def _is_headline(finding: Finding, page: Pages) -> bool:
    """Whether it is told in headlines alone, of texts that tell something below them."""
    titles = {each.report.id: each.report.title for each in page.after.accounts}
    below = {
        at.report
        for one in page.after.findings
        for at in one.supports
        if _is_news(one) and not _in_title(at, titles)
    }
    return all(_in_title(at, titles) and at.report in below for at in finding.supports)


def _in_title(at: Citation, titles: Mapping[ReportId, Span | None]) -> bool:
    title = titles[at.report]
    return title is not None and title.start <= at.start and at.end <= title.end


def _moves(before: Finding, after: Finding, page: Pages) -> Iterator[Change]:
    """How one finding moved: its status, its life, its value."""
    if before.lifecycle != after.lifecycle:
        yield _change("status", after, page, (before.lifecycle, after.lifecycle), after.reason)
    elif _is_moved(before, after):
        yield _change("status", after, page, (before.status, after.status), after.reason)
    old, new = tell_value(before.value), tell_value(after.value)
    moved = old is not None and new is not None and old != new
    if moved and after.lifecycle == "live" and after.slot not in DETAILS:
        yield _change("revised", after, page, (old, new), by_whom(before, after))


def _is_moved(before: Finding, after: Finding) -> bool:
    """Whether its status is another; of details only that they became contested, or are not."""
    if before.status == after.status or after.lifecycle != "live":
        return False
    return after.slot not in DETAILS or "contested" in {before.status, after.status}


def tell_value(value: Value | None) -> str | None:
    """A value in words; None where there is none.

    >>> tell_value(Value(7, 7, None)), tell_value(Value(text="2031-05-12"))
    ('7 or more', '2031-05-12')
    """
    if value is None:
        return None
    if value.low is None and value.high is None:
        return value.text
    told = range_words(value.low, value.high)
    inner = (
        value.low is not None and value.low != value.high and value.best not in {None, value.low}
    )
    return f"{told} (best {range_words(value.best, value.best)})" if inner else told


def by_whom(before: Finding, after: Finding) -> str:
    """Whose word made the difference: what each says now, and what it said before."""
    was, now = _words_of(before), _words_of(after)
    against = {origin.name for origin in after.origins if origin.side == "denies"}
    told = []
    for name in sorted(now):
        if now[name] == was.get(name):
            continue
        said = ", ".join(sorted(now[name]))
        earlier = ", ".join(sorted(was.get(name, ())))
        who = f"{name} (against it)" if name in against else name
        told.append(f"{who}: {said}" + (f" (before: {earlier})" if earlier else ""))
    gone = [
        f"{name}: {', '.join(sorted(was[name]))} stands no more"
        for name in sorted(was)
        if name not in now
    ]
    rule = after.value.rule if after.value is not None else None
    return "; ".join(told + gone) or rule or after.reason


def _words_of(finding: Finding) -> dict[str, set[str]]:
    """What each origin says of the slot, as far as it stands."""
    found: dict[str, set[str]] = defaultdict(set)
    for origin in finding.origins:
        for told in origin.values:
            if told.lifecycle == "live":
                found[origin.name].add(_told_words(told))
    return dict(found)


def _told_words(told: Told) -> str:
    if told.low is None and told.high is None:
        return told.text or "no number"
    return range_words(told.low, told.high)


def _is_news(finding: Finding) -> bool:
    current = finding.lifecycle == "live" and finding.scope == "current"
    return current and finding.slot not in DETAILS


def _new(finding: Finding, news: Mapping[EventId, Event], page: Pages) -> Change:
    """A new event is told by what happened; its counts are told beside it."""
    kind: ChangeKind = (
        "new_event" if finding.event in news and finding.slot not in TOLLS else "new_finding"
    )
    after = tell_value(finding.value) if finding.slot in TOLLS else finding.status
    return _change(kind, finding, page, (None, after), finding.reason)


def _change(
    kind: ChangeKind,
    finding: Finding,
    page: Pages,
    moved: tuple[str | None, str | None],
    reason: str,
) -> Change:
    target = finding.event if kind == "new_event" else finding.id
    return Change(
        kind,
        page.story.id,
        page.now,
        finding.text,
        target,
        finding.slot,
        *moved,
        reason,
    )


def _splits(pages: Sequence[Pages], now: str) -> Iterator[Change]:
    """Former stories whose reports are in several stories now."""
    heirs: dict[StoryId, list[Story]] = defaultdict(list)
    for page in pages:
        for part in page.before:
            heirs[part.stories[0].id].append(page.story)
    for stories in heirs.values():
        if len(stories) > 1:
            ordered = sorted(stories, key=lambda each: (-len(each.reports), each.id))
            titles = [f"“{each.title}”" for each in ordered]
            text = f"{', '.join(titles[:-1])} and {titles[-1]} are told apart now"
            yield Change("split", ordered[0].id, now, text)


def _order(change: Change) -> tuple[str, int, str, str, str]:
    kind = ORDER.index(change.kind)
    return change.story, kind, change.slot or "", change.text, change.target or ""
