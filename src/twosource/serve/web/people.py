"""A request in, whoever asks out. On loopback without login it is the desk itself."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Depends, Request

Role = Literal["reader", "reviewer", "admin"]


@dataclass(frozen=True, slots=True)
class Person:
    """Who reads or decides."""

    name: str
    role: Role


DESK = Person("desk", "admin")


def current_user(request: Request) -> Person:  # noqa: ARG001 - the request names the person once there is a login
    """Whoever asks."""
    return DESK


UserNow = Annotated[Person, Depends(current_user)]
