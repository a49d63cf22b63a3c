"""The findings of a story in, the state of each theme out."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from twosource.base.records import Account, ReportId
from twosource.base.stories import Event, EventId, Finding, Situation, Story
from twosource.base.vocabulary import load_words


def describe_situation(
    story: Story,
    events: Sequence[Event],
    findings: Sequence[Finding],
    accounts: Sequence[Account],
) -> tuple[Situation, ...]:
    """The state of each theme that the story's reports carry, themes in a fixed order."""
    told = {account.report.id: account for account in accounts}
    texts = {event.id: _text_of(event, told) for event in events}
    live = [one for one in findings if one.lifecycle == "live" and one.status != "unsupported"]
    found = []
    for theme in load_words("twosource.reconcile", "themes")["themes"]:
        of_theme = [
            event for event in events if event.scope == "current" and _carries(theme, event)
        ]
        resting = [one for one in live if _rests(one, theme, of_theme)]
        if resting:
            found.append(_describe(story, theme, of_theme, resting, texts))
    return tuple(found)


def _describe(
    story: Story,
    theme: str,
    events: Sequence[Event],
    findings: Sequence[Finding],
    texts: Mapping[EventId, str],
) -> Situation:
    state, word = _state(theme, events, texts)
    dated = [event.when.start for event in events if event.when is not None]
    since = max(dated, default=None) if state in {"in_force", "ended"} else min(dated, default=None)
    return Situation(
        story=story.id,
        theme=theme,
        state=state,
        reason=f"{_count(len(findings))} on it; {word}",
        since=since,
        findings=tuple(sorted(one.id for one in findings)),
        terms=tuple(sorted({one.text for one in findings if one.slot == "terms"})),
    )


def _count(findings: int) -> str:
    return "1 finding rests" if findings == 1 else f"{findings} findings rest"


def _state(theme: str, events: Sequence[Event], texts: Mapping[EventId, str]) -> tuple[str, str]:
    """The furthest state that the words of its events tell, and the words."""
    words: dict[str, list[str]] = load_words("twosource.reconcile", "themes")["states"]
    for state in load_words("twosource.reconcile", "themes")[theme].get("states", ()):
        for event in events:
            match = _pattern(tuple(words[state])).search(texts[event.id])
            if match is not None:
                return state, f'a report says "{match.group(0)}"'
    planned = events and all(event.modality == "planned" for event in events)
    return ("announced", "it is told as planned") if planned else ("reported", "it is told so")


def _carries(theme: str, event: Event) -> bool:
    """Whether the event's class or the words of its triggers are of the theme."""
    table = load_words("twosource.reconcile", "themes")[theme]
    plover = event.plover
    if plover.event is not None and plover.event in table.get("events", ()):
        return True
    if set(plover.mode) & set(table.get("modes", ())):
        return True
    return bool(_pattern(tuple(table["words"])).search(event.title.lower()))


def _rests(finding: Finding, theme: str, events: Sequence[Event]) -> bool:
    slots = load_words("twosource.reconcile", "themes")[theme].get("slots")
    if finding.scope == "background":
        return False
    if slots:
        return finding.slot in slots
    return finding.event in {event.id for event in events}


def _text_of(event: Event, accounts: Mapping[ReportId, Account]) -> str:
    parts = [
        mention.sentence.quote(accounts[each.report].report.text).lower()
        for each in event.mentions
        for mention in accounts[each.report].mentions
        if mention.id == each.mention
    ]
    return " ".join(" ".join(parts).split())


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in words)})")
