"""A sentence and its citations in, whether it is a report's own words out: those are set apart."""

from collections.abc import Sequence

from twosource.base.stories import Citation
from twosource.render.notes import Notebook

MOST_READ = 8  # quotes in which a sentence is looked for
UNMARKED = str.maketrans("", "", '“”"')


def is_quote(words: str, cited: Sequence[Citation], book: Notebook) -> bool:
    """Whether a sentence is a report's own words, save the marks around loaded ones."""
    bare = words.translate(UNMARKED)
    return any(bare in book.quote(each).translate(UNMARKED) for each in cited[:MOST_READ])
