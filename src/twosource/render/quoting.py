"""Words of reports in, whether a sentence is made of them, and whether they deny, out."""

import re
from collections.abc import Sequence

from twosource.base.stories import Citation
from twosource.render.notes import Notebook

MOST_READ = 8  # quotes in which a sentence is looked for
UNMARKED = str.maketrans("", "", '“”"')
DENIED = re.compile(
    r"\b(?:no|not|none|nobody|never|without|den(?:y|ie[ds]|ying)|reject\w*|dismiss\w*|refut\w*)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
NAMED = re.compile(r"\[[^\]]*\]")  # whom a pronoun means, said in its place


def is_denying(words: str) -> bool:
    """Whether words say by themselves that something is not so.

    >>> is_denying("No civilians were harmed"), is_denying("soldiers had killed anyone")
    (True, False)
    """
    return DENIED.search(words) is not None


def is_quote(words: str, cited: Sequence[Citation], book: Notebook) -> bool:
    """Whether a sentence is a report's own words, save names in brackets and added marks."""
    parts = [re.escape(each) for each in NAMED.split(words.translate(UNMARKED))]
    pattern = re.compile(r"\w+".join(parts))
    return any(pattern.search(book.quote(each).translate(UNMARKED)) for each in cited[:MOST_READ])
