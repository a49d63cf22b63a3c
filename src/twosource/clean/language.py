"""A report's words in, its language out, and whether we read that language."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from twosource.base.records import Report
from twosource.base.settings import Settings
from twosource.base.vocabulary import load_words

LOOKED_AT = 4000  # characters: more change nothing
ENGLISH_SHARE = 0.17  # English news has about 0.3 of these words; its neighbours under 0.1
SHORT = 60  # letters under which a language cannot be told
SURE = 0.9  # the probability that a short text must reach
COMMON_SHARE, COMMON_LEAST = 0.25, 2  # commonest words, from which a doubtful guess is taken
LONG = 400  # characters from which the best guess is taken
WORD = re.compile(r"[^\W\d_]+")


def find_language(body: str) -> str | None:
    """The ISO 639-1 code of the language; None when the text is too short to tell.

    >>> find_language("The army said that the road to the town had been closed by its men.")
    'en'
    """
    words = WORD.findall(body[:LOOKED_AT].lower())
    if not words:
        return None
    if sum(word in _english() for word in words) >= ENGLISH_SHARE * len(words):
        return "en"
    likely = _by_commonest(words)
    is_short = sum(map(len, words)) < SHORT
    if is_short and not likely:
        return None
    code, chance = _identifier().classify(body[:LOOKED_AT].lower())
    if not is_short and (len(body) >= LONG or chance >= SURE):
        return str(code)
    return str(code) if str(code) in likely else None


def why_unread(report: Report, settings: Settings) -> str | None:
    """None when the report's language is read; else why it is kept but not read, or in part."""
    if report.language is None or report.language in settings.languages:
        return None
    if settings.reads_figures_alone(report.language):
        return f"language {report.language} is read for its figures alone; kept"
    return f"language {report.language} is not read yet; kept"


def _by_commonest(words: Sequence[str]) -> frozenset[str]:
    """The languages whose commonest words are as frequent as in their news."""
    tables = load_words("twosource.clean", "languages")["others"]
    counts = {code: sum(word in common for word in words) for code, common in tables.items()}
    least = max(COMMON_LEAST, COMMON_SHARE * len(words))
    return frozenset(code for code, count in counts.items() if count >= least)


@cache
def _english() -> frozenset[str]:
    return frozenset(load_words("twosource.clean", "languages")["english"]["words"])


@cache
def _identifier() -> Any:  # noqa: ANN401 - the library has no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - slow to load

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
