"""A sentence and its citations in, whether it is a report's own words out: those are set apart."""

import re
from collections.abc import Sequence

from twosource.base.stories import Citation
from twosource.render.notes import Notebook

MOST_READ = 8  # quotes in which a sentence is looked for
UNMARKED = str.maketrans("", "", '“”"')
NAMED = re.compile(r"\[[^\]]*\]")  # whom a pronoun means, said in its place


def is_quote(words: str, cited: Sequence[Citation], book: Notebook) -> bool:
    """Whether a sentence is a report's own words, save names in brackets and added marks."""
    parts = [re.escape(each) for each in NAMED.split(words.translate(UNMARKED))]
    pattern = re.compile(r"\w+".join(parts))
    return any(pattern.search(book.quote(each).translate(UNMARKED)) for each in cited[:MOST_READ])
