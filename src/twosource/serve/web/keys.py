"""Nothing in, the keys of the desk and the legend out."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from fastapi import APIRouter, Request
from fastapi.responses import Response

from twosource.serve.web.negotiate import answer

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Key:
    """A key and what it does."""

    key: str
    does: str
    where: str


@dataclass(frozen=True, slots=True)
class KeysContext:
    """All keys."""

    keys: tuple[Key, ...]


@cache
def load_keys() -> KeysContext:
    """The keys as `keys.toml` tells them."""
    told = files("twosource.serve.web").joinpath("keys.toml").read_text(encoding="utf-8")
    return KeysContext(tuple(Key(**each) for each in tomllib.loads(told)["key"]))


@router.get("/keys", response_model=KeysContext)
def keys(request: Request) -> Response:
    """The keys of the desk."""
    return answer(request, "keys.html", load_keys())
