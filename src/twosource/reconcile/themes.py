"""Events in, the themes that they carry and how far each has got out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.base.records import Account, Mention, ReportId
from twosource.base.stories import Event, Finding
from twosource.base.vocabulary import load_words

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
ARMED = frozenset({
    "state_military", "rebel_group", "militia", "de_facto_military", "external_force",
})  # fmt: skip
TOLD = frozenset({"asserted", "claimed", "planned", "threatened"})


@dataclass(frozen=True, slots=True)
class Scene:
    """One mention of an event: its sentence in small letters, who acts, who is acted on."""

    event: Event
    mention: Mention
    text: str
    doers: frozenset[str]  # kinds of the actors
    persons: bool  # whether it is done to a person
    published: str
    report: ReportId
    doing: tuple[str, ...] = ()  # names of those who do it


def scenes_of(event: Event, accounts: Mapping[ReportId, Account]) -> list[Scene]:
    """The mentions of an event that tell it as done or to come."""
    return [
        _scene(event, mention, accounts[joined.report])
        for joined in event.mentions
        for mention in accounts[joined.report].mentions
        if mention.id == joined.mention and mention.modality in TOLD
    ]


def _scene(event: Event, mention: Mention, account: Account) -> Scene:
    actors = {actor.id: actor for actor in account.actors}
    doing = [each for each in mention.participants if each.role == "actor"]
    harmed = [each for each in mention.participants if each.role in {"recipient", "affected"}]
    text = " ".join(mention.sentence.quote(account.report.text).lower().split())
    return Scene(
        event,
        mention,
        text,
        frozenset(actors[each.actor].kind for each in doing if each.actor in actors),
        any(each.klass == "person" for each in harmed),
        account.report.published.value or "",
        account.report.id,
        tuple(
            actors[each.actor].name or each.span.quote(account.report.text)
            for each in doing
            if each.actor in actors
        ),
    )


def carries(theme: str, scene: Scene) -> bool:
    """Whether the mention's own word is of the theme, with the place and people that asks for."""
    table = load_words("twosource.reconcile", "themes")[theme]
    plover = scene.mention.plover
    if set(plover.mode) & set(table.get("modes", ())):
        return True
    if table.get("broken") and is_broken(scene.text):
        return True
    words = set(WORD.findall(scene.mention.lemma.lower()))
    if not words & set(table.get("lemmas", ())):
        return False
    if "events" in table and plover.event not in {*table["events"], None}:
        return False
    return _fits(table, scene)


def is_broken(text: str) -> bool:
    """Whether the lower-cased words say that a ceasefire was broken.

    >>> is_broken("she accused the army of breaking the truce"), is_broken("a breach in the wall")
    (True, False)
    """
    tables = load_words("twosource.reconcile", "themes")
    kept = _any(tuple(tables["ceasefire"]["lemmas"])).search(text)
    return kept is not None and _any(tuple(tables["breaches"]["words"])).search(text) is not None


def _fits(table: Mapping[str, object], scene: Scene) -> bool:
    """Whether the theme's further conditions hold."""
    if table.get("place") and scene.mention.place is None:
        return False
    if table.get("persons") is False and scene.persons:
        return False
    if table.get("unarmed") and scene.doers & ARMED:
        return False
    actors, words = table.get("actors"), table.get("words")
    if isinstance(actors, list) and not scene.doers & set(actors):
        return False
    return not isinstance(words, list) or _any(tuple(words)).search(scene.text) is not None


def find_state(
    theme: str, scenes: Sequence[Scene], findings: Sequence[Finding]
) -> tuple[str, str, str | None]:
    """How far the theme has got by the latest report that tells, the words, and since when."""
    for published in sorted({scene.published for scene in scenes}, reverse=True):
        late = [scene for scene in scenes if scene.published == published]
        told = _furthest(theme, late)
        if told is not None:
            state, word, scene = told
            return state, f'a report says "{word}"', _since(state, scene, scenes)
    days = [scene.event.when.start for scene in scenes if scene.event.when is not None]
    since = min(days, default=None)
    if scenes and all(scene.mention.modality == "planned" for scene in scenes):
        return "announced", "it is told as planned", since
    if any(one.status == "contested" for one in findings):
        return "contested", "what is said of it cannot all be true", since
    return "reported", "it is told so", since


def _furthest(theme: str, scenes: Sequence[Scene]) -> tuple[str, str, Scene] | None:
    tables = load_words("twosource.reconcile", "themes")
    for state in tables[theme].get("states", ()):
        for scene in scenes:
            match = _any(tuple(tables["states"][state])).search(scene.text)
            planned = scene.mention.modality == "planned" and state != "announced"
            if match is not None and not planned:
                return state, match.group(0), scene
    return None


def _since(state: str, scene: Scene, scenes: Sequence[Scene]) -> str | None:
    """The day of the words that tell the state, else the first day that any of them tells."""
    own = scene.mention.when or scene.event.when
    if own is not None:
        return own.start
    days = [each.event.when.start for each in scenes if each.event.when is not None]
    return (max if state in {"in_force", "ended"} else min)(days, default=None)


@cache
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in words)})\b")
