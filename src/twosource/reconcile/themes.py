"""Events in, the themes that they carry and how far each has got out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from twosource.base.records import Account, Mention, ReportId
from twosource.base.stories import Event, Finding
from twosource.base.vocabulary import load_words

WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
NAMED = re.compile(r" (?:of )?[^\W\d_a-z]\w+")  # a name right behind a word or phrase
ARMED = frozenset({
    "state_military", "rebel_group", "militia", "de_facto_military", "external_force",
})  # fmt: skip
AFRESH = {"announced": {"ended"}, "agreed": {"ended", "announced"}}  # what is new after these
# Since their own day or none.
LASTING = frozenset({"given_up", "extended", "ratified", "agreed", "called_off", "banned"})
TOLD = frozenset({"asserted", "claimed", "planned", "threatened"})


@dataclass(frozen=True, slots=True)
class Line:
    """Words that tell how far a theme has got: in small letters, of which report and day."""

    text: str
    published: str
    since: str | None  # ISO date; None when no day is told
    planned: bool = False
    trigger: str = ""  # the word of the mention, in small letters


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
    lead: str = ""  # what stands before its word in the sentence, in small letters
    named: bool = False  # whether a name stands right behind its word
    lands: int = 0  # how many its sentence names

    @property
    def line(self) -> Line:
        """Its words, with the day of the mention, else that of the event."""
        own = self.mention.when or self.event.when
        day = own.start if own is not None else None
        planned, lemma = self.mention.modality == "planned", self.mention.lemma.lower()
        return Line(self.text, self.published, day, planned, lemma)


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
    whole = account.report.text
    harmed = [each for each in mention.participants if each.role in {"recipient", "affected"}]
    text = " ".join(mention.sentence.quote(whole).lower().split())
    return Scene(
        event,
        mention,
        text,
        frozenset(actors[each.actor].kind for each in doing if each.actor in actors),
        any(each.klass == "person" for each in harmed),
        account.report.published.value or "",
        account.report.id,
        tuple(
            actors[each.actor].name or each.span.quote(whole)
            for each in doing
            if each.actor in actors
        ),
        whole[mention.sentence.start : mention.trigger.start].lower(),
        NAMED.match(whole, mention.trigger.end) is not None,
        len(_lands(mention, account)),
    )


def _lands(mention: Mention, account: Account) -> set[str]:
    """The countries that its sentence names."""
    told = [(each.span, each.country) for each in account.actors]
    told += [(each.span, each.placing.country) for each in account.places]
    return {land for span, land in told if land and mention.sentence.covers(span)}


def carries(theme: str, scene: Scene) -> bool:
    """Whether the mention's own word is of the theme, with the place and people that asks for."""
    table = load_words("twosource.reconcile", "themes")[theme]
    plover = scene.mention.plover
    if table.get("sought") and _is_sought(scene):
        return False
    told = set(plover.mode) & set(table.get("modes", ()))
    if told or (table.get("broken") and is_broken(scene.text)):
        return True
    words = set(WORD.findall(scene.mention.lemma.lower()))
    if not words & set(table.get("lemmas", ())):
        return False
    if "not" in table and _whole(tuple(table["not"])).search(scene.text):
        return False
    if "events" in table and plover.event not in {*table["events"], None}:
        return False
    return _fits(table, scene)


def _is_sought(scene: Scene) -> bool:
    """Whether it is only sought: "talks on a permanent ceasefire", "called for a truce"."""
    before: list[str] = load_words("twosource.reconcile", "themes")["sought"]["before"]
    return _before(tuple(before)).search(scene.lead) is not None


def is_term(scene: Scene) -> bool:
    """Whether its sentence tells what an agreement binds to: "agreed to withdraw"."""
    tables = load_words("twosource.reconcile", "themes")
    return _any(tuple(tables["binding"]["words"])).search(scene.text) is not None


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
    nowhere = scene.mention.place is None and not scene.named and "of" in table
    if nowhere and not _any(tuple(table["of"])).search(scene.text):  # type: ignore[arg-type]
        return False
    if table.get("settled") is False and is_term(scene):
        return False
    if table.get("persons") is False and scene.persons:
        return False
    if table.get("unarmed") and scene.doers & ARMED:
        return False
    actors, words = table.get("actors"), None if scene.persons else table.get("words")
    if isinstance(actors, list) and not _is_abroad(scene, set(actors)):
        return _whole(tuple(table["either"])).search(scene.text) is not None  # type: ignore[arg-type]
    return not isinstance(words, list) or _any(tuple(words)).search(scene.text) is not None


def _is_abroad(scene: Scene, actors: set[str]) -> bool:
    """Whether one of these acts on another land: a body of many lands always does."""
    return "igo" in scene.doers & actors or (scene.lands > 1 and bool(scene.doers & actors))


def find_state(
    theme: str, lines: Sequence[Line], findings: Sequence[Finding]
) -> tuple[str, str, str | None]:
    """How far the theme has got by the latest report that tells, the words, and since when."""
    if any(one.slot == theme and one.status == "contested" for one in findings):
        return "contested", "what is said of it cannot all be true", _first_day(lines)
    told = _latest(theme, lines)
    if told is not None:
        state, word, line = told
        return state, f'a report says "{word}"', _since(state, word, line, lines)
    if lines and all(line.planned for line in lines):
        return "announced", "it is told as planned", _first_day(lines)
    if any(one.status == "contested" for one in findings):
        return "contested", "what is said of it cannot all be true", _first_day(lines)
    return "reported", "it is told so", _first_day(lines)


def _latest(theme: str, lines: Sequence[Line]) -> tuple[str, str, Line] | None:
    """What the latest report tells; that something is to come or agreed takes nothing back.

    Talks are the exception: another round that is announced is news.
    """
    renewed = load_words("twosource.reconcile", "themes")[theme].get("renewed", False)
    coming = None
    for published in sorted({line.published for line in lines}, reverse=True):
        told = _furthest(theme, [line for line in lines if line.published == published])
        if told is None:
            continue
        if coming is not None and told[0] in AFRESH[coming[0]]:
            return coming
        if told[0] not in AFRESH or renewed:
            return told
        coming = told if coming is None or told[0] == "agreed" else coming
    return coming


def _first_day(lines: Sequence[Line]) -> str | None:
    return min(_past_days(lines), default=None)


def _past_days(lines: Sequence[Line]) -> list[str]:
    """The days that lines tell, without those after their report."""
    return [
        line.since
        for line in lines
        if line.since is not None and (not line.published or line.since <= f"{line.published}~")
    ]


def _furthest(theme: str, lines: Sequence[Line]) -> tuple[str, str, Line] | None:
    tables = load_words("twosource.reconcile", "themes")
    without = _any(tuple(tables["states"]["without"]))
    for state in tables[theme].get("states", ()):
        able = [line for line in lines if not line.planned or state in tables["states"]["planned"]]
        words = _any(tuple(tables["states"][state]))
        told = [
            (match.group(0), line)
            for line in able
            for match in [words.search(without.sub("", line.text))]
            if match is not None
        ]
        if told:
            word, line = min(told, key=lambda row: row[1].trigger[:4] not in row[0])
            return state, word, line
    return None


def _since(state: str, word: str, line: Line, lines: Sequence[Line]) -> str | None:
    """The day of the words that tell the state, else the first day that any of them tells.

    That a truce is holding tells no day on which it began.
    """
    if state == "announced":
        return line.since
    if word in load_words("twosource.reconcile", "themes")["states"]["lasting"]:
        began = _any(("effect", "force"))
        lines = [each for each in lines if began.search(each.text)]
        return max(_past_days(lines), default=None)
    told = _past_days([line])
    if told or state in LASTING:
        return told[0] if told else None
    if state in {"in_force", "ended"}:
        return max(_past_days(lines), default=None)
    same = [each for each in lines if each.published == line.published]
    return min(_past_days(same), default=None)


@cache
def _any(words: tuple[str, ...]) -> re.Pattern[str]:
    """The words, whole; … stands for up to four others."""
    told = "|".join(re.escape(word).replace(r"…\ ", r"(?:\S+ ){0,4}") for word in words)
    return re.compile(rf"\b(?:{told})\b")


@cache
def _whole(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b")


@cache
def _before(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One of these, and up to four words between it and the end."""
    return re.compile(rf"\b(?:{'|'.join(patterns)})(?: [\w'’-]+){{0,4}} ?$")
