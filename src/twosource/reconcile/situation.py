"""The findings of a story in, the state of each theme out; those of an archive's stories in one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from twosource.base.records import Account, ReportId
from twosource.base.stories import Event, EventId, Finding, Situation, Story
from twosource.base.vocabulary import load_words
from twosource.reconcile.situation_reasons import say_reason
from twosource.reconcile.situation_terms import agreements_of, sharpen, tell_terms, terms_of
from twosource.reconcile.themes import Scene, carries, find_state, scenes_of

WHETHER = frozenset({"happened", "planned", "threatened"})
WORDED = frozenset({"happened", "planned", "threatened", "who", "when", "where", "terms"})


def describe_situation(
    story: Story,
    events: Sequence[Event],
    findings: Sequence[Finding],
    accounts: Sequence[Account],
) -> tuple[Situation, ...]:
    """The state of each theme that the story's reports carry, themes in a fixed order."""
    told = {account.report.id: account for account in accounts}
    scenes = [
        scene for event in events if event.scope == "current" for scene in scenes_of(event, told)
    ]
    live = [one for one in findings if one.lifecycle == "live" and one.scope == "current"]
    found = []
    for theme in load_words("twosource.reconcile", "themes")["themes"]:
        of_theme = [scene for scene in scenes if carries(theme, scene)]
        resting = [one for one in live if _rests(one, theme, of_theme)]
        if resting:
            found.append(_describe(story, theme, of_theme, resting, told))
    days = {event.id: event.when.start for event in events if event.when is not None}
    return tuple(_date(one, findings, days) for one in found)


def _date(one: Situation, findings: Sequence[Finding], days: Mapping[EventId, str]) -> Situation:
    """The situation since the first day of what its findings tell, when no words gave a day."""
    if one.since is not None:
        return one
    resting = [each.event for each in findings if each.id in one.findings]
    since = min((days[event] for event in resting if event in days), default=None)
    return replace(one, since=since)


def join_situations(situations: Sequence[Situation]) -> tuple[Situation, ...]:
    """The situation of a whole archive: one row a theme, of the story that tells of it last.

    The findings and terms of all stories stand behind it; the reason counts the stories.
    """
    themes: dict[str, list[Situation]] = defaultdict(list)
    for one in situations:
        themes[one.theme].append(one)
    order: list[str] = load_words("twosource.reconcile", "themes")["themes"]
    return tuple(_join(themes[theme]) for theme in order if theme in themes)


def _join(rows: Sequence[Situation]) -> Situation:
    last = max(rows, key=lambda one: (one.since or "", len(one.findings), one.story))
    count = f"told in {len(rows)} stories, the last of them: " if len(rows) > 1 else ""
    return Situation(
        story=last.story,
        theme=last.theme,
        state=last.state,
        reason=f"{count}{last.reason}",
        since=last.since,
        terms=tuple(sorted({term for one in rows for term in one.terms})),
        findings=tuple(sorted({name for one in rows for name in one.findings})),
    )


def _rests(finding: Finding, theme: str, scenes: Sequence[Scene]) -> bool:
    """Whether the finding is one of the theme's counts, or of an event that carries it."""
    table = load_words("twosource.reconcile", "themes")[theme]
    if "slots" in table:
        low = finding.value.low if finding.value is not None else None
        small = low is not None and low < table.get("least", 0)
        return finding.slot in table["slots"] and not small
    if finding.status == "unsupported" or finding.slot not in WORDED:
        return False
    if finding.event in {scene.event.id for scene in scenes}:
        return True
    return finding.slot in WHETHER and any(_tells(finding, scene) for scene in scenes)


def _tells(finding: Finding, scene: Scene) -> bool:
    """Whether the finding cites the words of the scene: a sentence is told with one event."""
    trigger = scene.mention.trigger
    return any(
        cited.report == scene.report and cited.start <= trigger.start and trigger.end <= cited.end
        for cited in finding.supports
    )


def _describe(
    story: Story,
    theme: str,
    scenes: Sequence[Scene],
    findings: Sequence[Finding],
    told: Mapping[ReportId, Account],
) -> Situation:
    state, why, since = find_state(theme, scenes, findings)
    binding = load_words("twosource.reconcile", "themes")[theme].get("binding", False)
    agreed = agreements_of(scenes, told) if binding else []
    worded = {one.text for one in findings if one.slot == "terms"}
    return Situation(
        story=story.id,
        theme=theme,
        state=state,
        reason="; ".join([say_reason(theme, scenes, findings, why), *tell_terms(agreed)]),
        since=sharpen(since, agreed),
        findings=tuple(sorted(one.id for one in findings)),
        terms=terms_of(agreed) or tuple(sorted(worded)),
    )
