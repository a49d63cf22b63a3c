"""The two kinds of step. A step is named after the table that it fills."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ReportStep:
    """A pure function over one reading (or one account): needs nothing but its own report."""

    run: Callable[..., Any]
    fills: str


@dataclass(frozen=True, slots=True)
class GroupStep:
    """A pure function over all rows that share a key: a pile, a story, an event."""

    run: Callable[..., Any]
    by: str
    fills: str


Step = ReportStep | GroupStep
