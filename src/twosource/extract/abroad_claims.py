"""A reading in Spanish, French or Portuguese in, whose word its counts are out.

Only what stands in the sentence itself is read: "según la policía", "…, a indiqué la préfecture".
Any other count is the outlet's word. The speaker keeps the words of the report and no name: who
that is in another report's language nobody can tell here, so that the speaker never counts as an
origin of its own that is known to be another (docs/decisions/0270-figures-without-a-parser.md).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from twosource.base.reading import Reading
from twosource.base.records import Claim, Span, Speaker
from twosource.extract.abroad_counts import read_counts
from twosource.extract.abroad_words import fold, load_tongue

_LONGEST = 9  # words that tell a speaker; more are a clause


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who is said to speak: the whole attribution, its cue and the speaker, in the sentence."""

    whole: Span
    cue: Span
    speaker: Span


def find_claims_abroad(reading: Reading) -> Iterator[Claim]:
    """One claim for each sentence that counts people and says whose word that is."""
    code, text, told = reading.report.language or "", reading.report.text, 0
    for sentence in reading.passages:
        words = text[sentence.start_char : sentence.end_char]
        if not read_counts(words, code):
            continue
        voice = find_voice(words, code)
        if voice is not None:
            told += 1
            yield _to_claim(voice, words, f"c{told}", sentence.start_char, code)


def find_voice(sentence: str, code: str) -> _Voice | None:
    """The first attribution of a sentence; None when it names nobody."""
    folded = fold(sentence)
    for pattern in _patterns(code):
        for match in pattern.finditer(folded):
            speaker = Span(*match.span("who"))
            if 0 < len(match["who"].split()) <= _LONGEST:
                return _Voice(Span(*match.span()), Span(*match.span("cue")), speaker)
    return None


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], ...]:
    said = load_tongue(code).said
    who = r"(?P<who>[^\d.,;:()\"«»]+?)"
    end = rf"(?=[.,;:()]|$| (?:que|qui|{said['verbs']})\b| \d)"
    aside = rf"(?: (?:{said['aside']}))*"
    return (
        re.compile(
            rf"\b(?P<cue>(?:{said['leads']})(?: (?:{said['verbs']}))?)"
            rf"(?: |(?<='))(?!(?:{said['not_names']})\b){who}{end}"
        ),
        re.compile(rf", (?P<cue>{said['verbs']}){aside} {who} ?(?=[.;]|$|,)"),
    )


def _to_claim(voice: _Voice, sentence: str, name: str, offset: int, code: str) -> Claim:
    """The claim whose content is the sentence without the attribution."""
    pieces = (Span(0, voice.whole.start), Span(voice.whole.end, len(sentence)))
    content = tuple(
        _moved(each, offset) for each in (_trim(one, sentence) for one in pieces) if each
    )
    words = fold(voice.speaker.quote(sentence))
    unnamed = re.search(rf"\b(?:{load_tongue(code).said['unnamed']})\b", words) is not None
    return Claim(
        name, content, Speaker(_moved(voice.speaker, offset), None, None),
        _moved(voice.cue, offset), "unnamed" if unnamed else "institution",
    )  # fmt: skip


def _moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def _trim(span: Span, sentence: str) -> Span | None:
    """The span without blanks and marks at its ends; None when no letter is left."""
    words = span.quote(sentence)
    found = re.search(r"\w.*\w|\w", words, re.DOTALL)
    return Span(span.start + found.start(), span.start + found.end()) if found else None
