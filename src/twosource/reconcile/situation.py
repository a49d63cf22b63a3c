"""The findings of a story in, the state of each theme out; those of an archive's stories in one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.base.moments import to_when
from twosource.base.records import Account, ReportId
from twosource.base.stories import Event, EventId, Finding, Situation, Story
from twosource.base.vocabulary import load_words
from twosource.base.withdrawals import find_withdrawn, keep_standing
from twosource.reconcile.situation_reasons import say_blame, say_details, say_reason, tell_breaches
from twosource.reconcile.situation_terms import (
    agreements_of,
    last_state,
    sharpen,
    tell_mediators,
    tell_terms,
    terms_of,
)
from twosource.reconcile.stances import (
    is_disputed,
    latest_stances,
    stances_of_findings,
    tell_stances,
)
from twosource.reconcile.tellings import (
    Spot,
    spot_denials,
    spot_mention,
    spot_phrases,
    stands_alone,
)
from twosource.reconcile.themes import (
    LASTING,
    Line,
    Scene,
    carries,
    find_state,
    is_broken,
    scenes_of,
)

WHETHER = frozenset({"happened", "planned", "threatened"})
WORDED = frozenset({"happened", "planned", "threatened", "who", "when", "where", "terms"})


def describe_situation(
    story: Story,
    events: Sequence[Event],
    findings: Sequence[Finding],
    accounts: Sequence[Account],
) -> tuple[Situation, ...]:
    """The state of each theme that the story's reports carry, themes in a fixed order."""
    if gone := find_withdrawn(accounts):
        events, accounts = keep_standing(events, accounts, gone)
    told = {account.report.id: account for account in accounts}
    scenes = [
        scene for event in events if event.scope == "current" for scene in scenes_of(event, told)
    ]
    live = [one for one in findings if one.lifecycle == "live" and one.scope == "current"]
    tables = load_words("twosource.reconcile", "themes")
    found: list[Situation] = []
    for theme in tables["themes"]:
        if any(one.theme == tables[theme].get("without") for one in found):
            continue
        of_theme = [scene for scene in scenes if carries(theme, scene)]
        resting = [one for one in live if _rests(one, theme, of_theme)]
        spots = list(spot_phrases(theme, told.values()))
        if resting or (spots and stands_alone(theme, spots)):
            said = [spot_mention(each.mention, told[each.report]) for each in of_theme]
            themed = {each.event.id for each in of_theme} | _events_at(spots, events, told)
            said += spot_denials(events, themed, told)
            blamed = [one for one in live if _breaks(one, of_theme)]
            about = Theme(theme, of_theme, spots, said, blamed)
            found.append(_describe(about, story, resting, told))
    days = {event.id: event.when.start for event in events if event.when is not None}
    ended = f"{story.end}~" if story.end else ""
    days = {event: day for event, day in days.items() if not ended or day <= ended}
    found = [_say_once(one, found) for one in found if not _is_idle(one)]
    return tuple(_date(one, findings, days) for one in found)


def _say_once(one: Situation, found: Sequence[Situation]) -> Situation:
    """A theme without what stands under those it leaves it to, where other words are left."""
    aside = load_words("twosource.reconcile", "themes")[one.theme].get("aside", ())
    told = {
        (each.name, each.text) for other in found if other.theme in aside for each in other.stances
    }
    own = tuple(each for each in one.stances if (each.name, each.text) not in told)
    return replace(one, stances=own or one.stances)


def _is_idle(one: Situation) -> bool:
    """Whether nothing is told of an agreement but its name: "a march against the deal"."""
    return one.theme == "agreement" and one.state == "reported" and not one.details


def _date(one: Situation, findings: Sequence[Finding], days: Mapping[EventId, str]) -> Situation:
    """The situation since the first day of what its findings tell, when no words gave a day."""
    if one.since is not None or one.state in LASTING | {"in_force"}:
        return one
    resting = [each.event for each in findings if each.id in one.findings]
    since = min((days[event] for event in resting if event in days), default=None)
    return replace(one, since=since)


def join_situations(
    situations: Sequence[Situation], stories: Iterable[Story] = ()
) -> tuple[Situation, ...]:
    """The situation of a whole archive: one row a theme, of the story that tells of it last.

    The findings, terms, details and stances of all stories stand behind it; the reason counts the
    stories. Which story is the last is told by `stories`, else by the days of the states.
    """
    ends = {story.id: story.end or "" for story in stories}
    themes: dict[str, list[Situation]] = defaultdict(list)
    for one in sorted(
        situations, key=lambda one: (ends.get(one.story, ""), one.since or "", one.story)
    ):
        themes[one.theme].append(one)
    order: list[str] = load_words("twosource.reconcile", "themes")["themes"]
    return tuple(_join(themes[theme]) for theme in order if theme in themes)


def _join(rows: Sequence[Situation]) -> Situation:
    """One row of all, which stand in the order of their stories' ends."""
    _, last = max(enumerate(rows), key=lambda row: (_says_more(row[1]), row[0]))
    count = f"told in {len(rows)} stories, the last of them: " if len(rows) > 1 else ""
    return Situation(
        story=last.story,
        theme=last.theme,
        state=last.state,
        reason=f"{count}{last.reason}",
        since=last.since,
        terms=tuple(sorted({term for one in rows for term in one.terms})),
        findings=tuple(sorted({name for one in rows for name in one.findings})),
        details=tuple(dict.fromkeys(each for one in rows[::-1] for each in one.details)),
        stances=latest_stances([each for one in rows for each in one.stances]),
    )


def _says_more(one: Situation) -> int:
    """How much its state tells: nothing, that there is an agreement, or how far things have got."""
    if one.state == "reported":
        return 0
    return 1 if one.state == "agreed" and one.since is None else 2


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of a story: the mentions that carry it, and where its state or a denial is told."""

    name: str
    scenes: Sequence[Scene]
    states: Sequence[Spot]
    said: Sequence[Spot]
    blamed: Sequence[Finding] = ()  # who is said to have broken an agreement


def _rests(finding: Finding, theme: str, scenes: Sequence[Scene]) -> bool:
    """Whether the finding is one of the theme's counts, or of an event that carries it."""
    table = load_words("twosource.reconcile", "themes")[theme]
    if finding.slot == theme:
        return True
    if finding.slot in table.get("slots", ()):
        low = finding.value.low if finding.value is not None else None
        return low is None or low >= table.get("least", 0)
    if finding.status == "unsupported" or finding.slot not in WORDED:
        return False
    if finding.event in {scene.event.id for scene in scenes}:
        return True
    return finding.slot in WHETHER and any(_tells(finding, scene) for scene in scenes)


def _breaks(finding: Finding, scenes: Sequence[Scene]) -> bool:
    """Whether it tells who broke an agreement: its words are a scene's that says it was broken."""
    return finding.slot == "responsible" and any(
        is_broken(scene.text) and _tells(finding, scene) for scene in scenes
    )


def _tells(finding: Finding, scene: Scene) -> bool:
    """Whether the finding cites the words of the scene: a sentence is told with one event."""
    trigger = scene.mention.trigger
    return any(
        cited.report == scene.report and cited.start <= trigger.start and trigger.end <= cited.end
        for cited in finding.supports
    )


def _describe(
    theme: Theme, story: Story, findings: Sequence[Finding], told: Mapping[ReportId, Account]
) -> Situation:
    table = load_words("twosource.reconcile", "themes")[theme.name]
    lines = [*(scene.line for scene in theme.scenes), *map(_line, theme.states)]
    state, why, since = find_state(theme.name, lines, findings)
    if theme.name == "control" and is_disputed(theme.states, theme.said):
        state, why = "contested", "one says that it is so, another that it is not"
    if theme.name == "responsibility" and state == "reported":
        state = say_blame(findings)
    agreed = agreements_of(theme.scenes, told) if table.get("binding") else []
    if state == "reported" and agreed:
        state = last_state(agreed)
        since = None if state in LASTING else since
    worded = {one.text for one in findings if one.slot == "terms"}
    details = (*say_details(theme.name, findings, theme.scenes), *tell_terms(agreed))
    if not any(each.startswith("mediated by") for each in details):
        details = (*tell_mediators(agreed), *details)
    denied = [one for one in findings if one.slot in WHETHER and one.status == "contested"]
    more = (
        *stances_of_findings(denied, told, "denies"),
        *stances_of_findings(theme.blamed, told),
    )
    said = tell_stances([*theme.said, *theme.states], more)
    if theme.name == "ceasefire" and not any(each.startswith("breaches") for each in details):
        details = (*details, *tell_breaches(said))
    return Situation(
        story=story.id,
        theme=theme.name,
        state=state,
        reason="; ".join(
            [say_reason(theme.name, theme.scenes, findings, why), *tell_terms(agreed)]
        ),
        since=sharpen(since, agreed),
        findings=tuple(sorted(one.id for one in findings)),
        terms=terms_of(agreed) or tuple(sorted(worded)),
        details=details,
        stances=said or stances_of_findings(findings, told),
    )


def _events_at(
    spots: Sequence[Spot], events: Sequence[Event], told: Mapping[ReportId, Account]
) -> set[EventId]:
    """The events that are told in the sentences of some states."""
    sentences = {(spot.account.report.id, spot.sentence) for spot in spots}
    return {
        event.id
        for event in events
        if sentences
        for joined in event.mentions
        for mention in told[joined.report].mentions
        if mention.id == joined.mention
        if any(name == joined.report and at.covers(mention.trigger) for name, at in sentences)
    }


def _line(spot: Spot) -> Line:
    """The sentence of a state told: since the day it names, else since nobody knows when."""
    account, sentence = spot.account, spot.sentence
    days = [
        when.start
        for time in account.times
        if sentence.covers(time.span)
        for when in [to_when(time.value)]
        if when is not None and when.start == when.end
    ]
    text = " ".join(sentence.quote(account.report.text).lower().split())
    return Line(text, account.report.published.value or "", min(days, default=None))
