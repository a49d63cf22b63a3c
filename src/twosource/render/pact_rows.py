"""A story in, its agreements as rows of JSON out: each part with its words and offsets."""

from twosource.base.stories import Dossier
from twosource.render.notes import Notebook
from twosource.render.pacts import make_pacts
from twosource.render.quoted_rows import quote_rows
from twosource.render.values import Row


def list_pacts(dossier: Dossier) -> list[Row]:
    """The agreements of the dossier's story, with quotes in place of the numbers of notes."""
    book = Notebook.of(dossier)
    rows: list[Row] = quote_rows(make_pacts(dossier, book), book)
    return rows
