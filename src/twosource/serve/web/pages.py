"""A count and a wish in, a page of a long list out."""

from dataclasses import dataclass

SIZE = 30


@dataclass(frozen=True, slots=True)
class Pager:
    """Which page of how many; `total` counts all that fit."""

    page: int
    pages: int
    total: int
    size: int = SIZE

    @property
    def offset(self) -> int:
        """How many come before this page."""
        return (self.page - 1) * self.size


def turn(total: int, page: int, size: int = SIZE) -> Pager:
    """The page asked for, or the last one.

    >>> turn(61, 9).page, turn(0, 1).pages
    (3, 1)
    """
    pages = max(1, -(-total // size))
    return Pager(min(max(page, 1), pages), pages, total, size)
