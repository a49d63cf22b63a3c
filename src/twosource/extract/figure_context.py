"""A figure in, the same figure with its claim, mention, place, side and scope out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span as Words

from twosource.base.reading import Reading, span_of
from twosource.base.records import Account, Actor, Figure, Mention, Place, Scope, Span
from twosource.base.vocabulary import load_words
from twosource.extract.figure_counts import Hit

_WORDS = load_words("twosource.extract", "figures")["background"]
_PHRASES = re.compile(r"\b(?:" + "|".join(map(re.escape, _WORDS["phrases"])) + r")\b")
_OTHER = re.compile(r"\W*in that (?:\w+ )?(?:" + "|".join(_WORDS["others"]) + r")\b")
_APART = re.compile("|".join(_WORDS["apart"]))
_DASHES = re.compile(r" ?-- ?| - | ?— ?")
_ASIDE = 3  # pieces of a sentence that holds an aside between two dashes
_YEAR = re.compile(
    r"\b(?:in|since|during|from|until|between|[jfmasond][a-z]{2,8})\s+((?:19|20)\d\d)\b(?! block)"
)
_BARE_YEAR = re.compile(r"\b(?:in|since|during) (?:19|20)\d\d\b(?! block)")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Context:
    """What a report says round its figures.

    `year` is that of publication, else of the first full date in the text; None when neither is
    known: a bare year is then taken for history, because news seldom names its own.
    """

    account: Account
    year: int | None


def make_context(reading: Reading) -> Context:
    """The context of a reading's figures."""
    account = reading.account
    published = account.report.published.value
    values = [published] if published else []
    values += [time.value for time in account.times if time.type in {"DATE", "TIME"}]
    years = [int(value[:4]) for value in values if _ISO_DAY.match(value)]
    return Context(account, years[0] if years else None)


def place_in_context(figure: Figure, hit: Hit, sentence: Words, context: Context) -> Figure:
    """The figure with what stands round it."""
    account, here = context.account, span_of(sentence)
    cue = span_of(hit.cue)
    return replace(
        figure,
        claim=_find_claim(figure.span, account),
        mention=_find_mention(cue, here, account.mentions),
        place=_find_place(figure.span, here, account.places),
        side=_find_side(figure.span, account.actors),
        scope=_find_scope(_part_with(figure.span, sentence), context),
    )


def _find_claim(span: Span, account: Account) -> str | None:
    """The innermost claim whose content covers the figure."""
    fitting = [
        (content.end - content.start, claim.id)
        for claim in account.claims
        for content in claim.content
        if content.covers(span)
    ]
    return min(fitting)[1] if fitting else None


def _find_mention(cue: Span, sentence: Span, mentions: Sequence[Mention]) -> str | None:
    """The mention that the cue is the trigger of, else the nearest in the sentence."""
    inside = [each for each in mentions if sentence.covers(each.trigger)]
    if not inside:
        return None
    return min(inside, key=lambda each: (abs(each.trigger.start - cue.start), each.id)).id


def _find_place(span: Span, sentence: Span, places: Sequence[Place]) -> str | None:
    inside = [each for each in places if each.role == "location" and sentence.covers(each.span)]
    if not inside:
        return None
    return min(inside, key=lambda each: (abs(each.span.start - span.start), each.id)).id


def _find_side(span: Span, actors: Sequence[Actor]) -> str | None:
    """The actor within the counted words, unless it is one of the persons themselves."""
    inside = [each for each in actors if each.span.overlaps(span) and each.kind != "person"]
    return inside[0].id if inside else None


def _part_with(span: Span, sentence: Words) -> str:
    """The sentence without the asides between dashes that do not hold the figure."""
    text, place = sentence.text, span.start - sentence.start_char
    pieces = _DASHES.split(text)
    if len(pieces) < _ASIDE:
        return text
    start = 0
    for number, piece in enumerate(pieces):
        start = text.index(piece, start)
        if start <= place < start + len(piece):
            return piece if number % 2 else " ".join(pieces[::2])
        start += len(piece)
    return text


def _find_scope(words: str, context: Context) -> Scope:
    text = words.lower()
    if _PHRASES.search(text) or _OTHER.match(text) or _APART.search(text):
        return "background"
    if context.year is None:
        return "background" if _BARE_YEAR.search(text) else "current"
    years = [int(found) for found in _YEAR.findall(text)]
    if years and max(years) < context.year:
        return "background"
    return "current"
