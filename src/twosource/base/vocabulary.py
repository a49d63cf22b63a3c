"""A word list's file in, its tables out. Word lists are data: `words/*.toml` of each stage."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_words(package: str, name: str) -> dict[str, Any]:
    """The tables of `<package>/words/<name>.toml`, e.g. `load_words("twosource.extract", "cues")`.

    Raises FileNotFoundError when the package ships no such list.
    """
    resource = files(package).joinpath("words", f"{name}.toml")
    return tomllib.loads(resource.read_text(encoding="utf-8"))
