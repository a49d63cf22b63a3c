"""A report's words in, its language out, and whether we read that language."""

import re
from functools import cache
from typing import Any

from twosource.base.records import Report
from twosource.base.settings import Settings
from twosource.base.vocabulary import load_words

LOOKED_AT = 4000  # characters: more change nothing
ENGLISH_SHARE = 0.17  # English news has about 0.3 of these words; its neighbours under 0.1
SHORT = 60  # letters under which a language cannot be told
SURE = 0.9  # the probability that a short text must reach
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
    if sum(map(len, words)) < SHORT:
        return None
    code, chance = _identifier().classify(body[:LOOKED_AT].lower())
    return str(code) if len(body) >= LONG or chance >= SURE else None


def why_unread(report: Report, settings: Settings) -> str | None:
    """None when the report's language is read; else the reason why it is kept but not read."""
    if report.language is None or report.language in settings.languages:
        return None
    return f"language {report.language} is not read yet; kept"


@cache
def _english() -> frozenset[str]:
    return frozenset(load_words("twosource.clean", "languages")["english"]["words"])


@cache
def _identifier() -> Any:  # noqa: ANN401 - the library has no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - slow to load

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
