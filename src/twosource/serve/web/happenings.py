"""A happening in, the same out as a page draws it."""

import re
from dataclasses import replace

from twosource.base.kept import Shown

YEAR = re.compile(r"\d{4}$")


def undated(shown: Shown) -> Shown:
    """A happening without the date in its title: what stands beside it says when."""
    head, _, tail = shown.title.rpartition(", ")
    return replace(shown, title=head) if head and YEAR.search(tail) else shown
