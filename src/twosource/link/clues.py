"""The accounts of a story in, what tells its mentions apart out: one clue for each mention."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from spacy.lang.en.stop_words import STOP_WORDS

from twosource.base.records import Account, Mention, Placing, ReportId, When
from twosource.base.stated_days import is_of_other_days
from twosource.link.concepts import WORD, is_empty, stem_of
from twosource.link.topics import past_by_place, topic_of

Weights = Mapping[str, float]
DAY = 10  # characters of an ISO date
RECENT = 45  # days before the report within which a happening is still its news
HARM = frozenset({"killed", "injured", "missing"})
REACH = 400  # characters from an attack within which its dead are counted
NEAR = 5  # words either side of a trigger that count as its company
DOER = re.compile(r"[^\W\d_]{3}(?:er|or|ist)s?$")  # demonstrators, strikers
FLOOR = 1.5  # weight of a word that every passage holds; tried 0, 0.3, 1, 1.5
EMPTY = 0.02


@dataclass(frozen=True, slots=True)
class Clue:
    """One mention with all that linking asks of it."""

    report: ReportId
    mention: Mention
    lemma: str
    form: str  # the trigger as it stands in the text, in lower case
    sentence: Weights  # words of its sentence, by how telling they are
    company: Weights  # the words near the trigger
    text: Weights  # words of the whole report
    actors: frozenset[tuple[str, str]]  # (role, who): its participants
    when: When | None
    place: str | None  # the name on the map, else None
    placing: Placing | None  # where that is
    position: int  # which mention of the report it is
    counts: frozenset[tuple[str, str, float | None, float | None]]  # measure, class, low, high
    past: bool  # history: by the report's word, or since its date lies long before the report
    published: date | None  # the day its report appeared
    leads: bool = False  # it tells of what its report is about
    doers: frozenset[str] = frozenset()  # stems of the words near it that name who does


def read_clues(accounts: Sequence[Account]) -> list[Clue]:
    """The clues of all mentions, in the order of report id and place in the text."""
    accounts = sorted(accounts, key=lambda account: account.report.id)
    sentences = [_stems(each) for account in accounts for each in _sentences(account)]
    rare = weigh_words(sentences)
    texts = [Counter(_stems(account.report.text)) for account in accounts]
    rare_text = weigh_words([list(words) for words in texts])
    return [
        clue
        for account, words in zip(accounts, texts, strict=True)
        for clue in _clues_of(account, rare, normalise(words, rare_text))
    ]


def weigh_words(passages: Sequence[Sequence[str]]) -> dict[str, float]:
    """How telling each word is among the passages: the fewer hold it, the more.

    What all passages of a story share still tells (FLOOR); function words tell nothing.
    """
    held = Counter(word for words in passages for word in set(words))
    every = len(passages) + 1
    return {
        word: EMPTY if word in stop_stems() else FLOOR + math.log(every / (n + 0.5))
        for word, n in sorted(held.items())
    }


@cache
def stop_stems() -> frozenset[str]:
    """The stems of English function words and of the verb that news says most."""
    return frozenset(stem_of(word) for word in (*STOP_WORDS, "said"))


def normalise(words: Mapping[str, float], rare: Mapping[str, float]) -> dict[str, float]:
    """The words' weights, scaled to length one."""
    raw = {
        word: (1 + math.log(n)) * max(rare.get(word, 0.0), 0.01)
        for word, n in sorted(words.items())
    }
    length = math.sqrt(math.fsum(value * value for value in raw.values()))
    return {word: value / length for word, value in raw.items()} if length else {}


def cosine(left: Weights, right: Weights) -> float:
    """How much two weighted word lists share: 0 to 1."""
    if len(right) < len(left):
        left, right = right, left
    return math.fsum(value * right[word] for word, value in left.items() if word in right)


def _clues_of(account: Account, rare: Weights, text: Weights) -> list[Clue]:
    mentions = sorted(account.mentions, key=lambda each: (each.trigger, each.id))
    places = {place.id: place.placing for place in account.places}
    published = published_day(account)
    found = []
    lent = lend_days(account, mentions)
    past = find_past(account, mentions)
    leading = find_leading(account, mentions) - past
    for position, mention in enumerate(mentions):
        words = account.report.text
        before = words[mention.sentence.start : mention.trigger.start]
        after = words[mention.trigger.end : mention.sentence.end]
        placing = places.get(mention.place or "")
        company = Counter([*_stems(before)[-NEAR:], *_stems(after)[:NEAR]])
        clue = Clue(
            account.report.id,
            mention,
            topic_of(account, mention),
            mention.trigger.quote(words).lower(),
            normalise(Counter(_stems(before) + _stems(after)), rare),
            normalise(company, rare),
            text,
            _participants(account, mention),
            mention.when or lent.get(mention.id),
            placing.name if placing is not None else None,
            placing,
            position,
            _counts(account, mention),
            mention.id in past,
            published,
            mention.id in leading,
            find_doers([*_words(before)[-NEAR:], *_words(after)[:NEAR]]),
        )
        found.append(clue)
    return found


def lend_days(account: Account, mentions: Sequence[Mention]) -> dict[str, When]:
    """The day of the attack told just before, for each undated mention that counts its victims.

    Of a sentence that tells two, the later is its news: "stormed it, a day after a bomb fell".
    """
    counted = {figure.mention for figure in account.figures if figure.measure in HARM}
    lent: dict[str, When] = {}
    day: When | None = None
    end, sentence = 0, None
    for mention in mentions:
        if mention.plover.event != "ASSAULT" or mention.scope != "current":
            continue
        if mention.when is not None:
            if day is None or sentence != mention.sentence or day.start <= mention.when.start:
                day = mention.when
            end, sentence = mention.trigger.end, mention.sentence
        elif (
            day is not None
            and mention.id in counted
            and mention.trigger.start - end <= REACH
            and not is_of_other_days(mention.sentence, account, day)
        ):
            lent[mention.id] = day
    return lent


def find_leading(account: Account, mentions: Sequence[Mention]) -> frozenset[str]:
    """The mentions that tell, in the word of the main one, of what the report is about."""
    main = next(
        (each for each in mentions if account.main and each.id == account.main.mention), None
    )
    if main is None or main.given_id is not None:
        return frozenset()
    return frozenset(
        each.id
        for each in mentions
        if each.lemma == main.lemma and each.plover.event == main.plover.event
    )


def find_past(account: Account, mentions: Sequence[Mention]) -> frozenset[str]:
    """The mentions that tell history: by date or scope, or within a paragraph of it."""
    dated = frozenset(each.id for each in mentions if is_past(account, each))
    return dated | past_by_place(mentions, account.report.text, dated)


def is_past(account: Account, mention: Mention) -> bool:
    """Whether the mention tells of what was over long before its report appeared."""
    if mention.scope == "background" and mention.given_id is None:  # who gives one, means it
        return True
    published = published_day(account)
    if mention.when is None or published is None:
        return False
    end = day_of(mention.when.end)
    return end is not None and end < published - timedelta(days=RECENT)


def published_day(account: Account) -> date | None:
    """The day the report appeared, None when it is not known to the day."""
    return day_of(account.report.published.value or "")


def day_of(value: str) -> date | None:
    """The day of an ISO date or moment, None when it is none."""
    try:
        return date.fromisoformat(value[:DAY]) if len(value) >= DAY else None
    except ValueError:
        return None


def _counts(
    account: Account, mention: Mention
) -> frozenset[tuple[str, str, float | None, float | None]]:
    return frozenset(
        (figure.measure, figure.victim_class, figure.low, figure.high)
        for figure in account.figures
        if figure.mention == mention.id and figure.low is not None
    )


def _sentences(account: Account) -> list[str]:
    spans = sorted({mention.sentence for mention in account.mentions})
    return [span.quote(account.report.text) for span in spans]


def _stems(text: str) -> list[str]:
    return [stem_of(word) for word in _words(text)]


def _words(text: str) -> list[str]:
    return [word for word in WORD.findall(text.lower()) if not is_empty(word)]


def find_doers(words: Sequence[str]) -> frozenset[str]:
    """The stems that stand among the words only as a name for who does it.

    >>> sorted(find_doers(["thousands", "of", "demonstrators", "in"]))
    ['demonstr']
    """
    doing = {stem_of(word) for word in words if DOER.search(word)}
    return frozenset(doing.difference(stem_of(word) for word in words if not DOER.search(word)))


def _participants(account: Account, mention: Mention) -> frozenset[tuple[str, str]]:
    actors = {actor.id: actor for actor in account.actors}
    found = set()
    for each in mention.participants:
        actor = actors.get(each.actor or "")
        words = _stems(each.span.quote(account.report.text))
        name = actor.name if actor is not None and actor.name else (words[-1] if words else "")
        if name:
            found.add((each.role, name.lower()))
    return frozenset(found)
