"""The nouns of a team: who reads, reviews or administers, and a visit to the desk."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["reader", "reviewer", "admin"]
ROLES: tuple[Role, ...] = ("reader", "reviewer", "admin")  # each may do what those before it may


@dataclass(frozen=True, slots=True)
class Person:
    """Who reads or decides."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether this person has at least that role."""
        return ROLES.index(self.role) >= ROLES.index(role)


@dataclass(frozen=True, slots=True)
class User:
    """A person whom the archive knows, with when they were added and whether they may log in."""

    name: str
    role: Role
    disabled: bool
    made_at: str


@dataclass(frozen=True, slots=True)
class Visit:
    """When somebody was last here: the latest page, and the end of the visit before this one.

    `before` is None on the first visit. What changed "since you were here" is since `before`.
    """

    seen_at: str
    before: str | None
