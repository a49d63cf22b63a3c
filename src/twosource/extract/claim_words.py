"""The word list of claims in, quick look-ups out: which frames a word takes, and its class."""

from functools import cache
from typing import Any

from twosource.base.vocabulary import load_words

Frames = dict[str, str]  # frame -> class of the cue in that frame


@cache
def frames_of(part: str) -> dict[str, Frames]:
    """For "verbs", "nouns" or "adjectives": lemma -> frame -> class; what is listed first wins."""
    found: dict[str, Frames] = {}
    for group in tables()[part]:
        for word in group["words"]:
            frames = found.setdefault(word, {})
            for frame in group["frames"]:
                frames.setdefault(frame, group["class"])
    return found


@cache
def word_set(table: str, key: str = "words") -> frozenset[str]:
    """The words of a plain table, e.g. `word_set("venues")`."""
    return frozenset(tables()[table][key])


@cache
def tables() -> dict[str, Any]:
    """The whole file `words/claims.toml`."""
    return load_words("twosource.extract", "claims")
