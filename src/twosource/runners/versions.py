"""Settings in, the versions and hashes of all that a reading depends on out."""

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from twosource import __version__
from twosource.base.errors import InputError
from twosource.base.gazetteer_build import index_path
from twosource.base.ids import hash_bytes
from twosource.base.settings import Settings

SHORT = 16  # hex digits of a hash that are kept


def find_versions(settings: Settings) -> tuple[tuple[str, str], ...]:
    """Part and version, sorted: program, model, gazetteer, the user's places."""
    told = {
        "twosource": __version__,
        "model": f"{settings.model} {_model_version(settings.model)}",
        "gazetteer": index_path().stem,
        "places": hash_file(settings.places),
        "names": hash_file(settings.names),
        "languages": ",".join(settings.languages),
        "figures_in": ",".join(settings.figures_in),
    }
    return tuple(sorted(told.items()))


def _model_version(name: str) -> str:
    """The version and the hash of the file list of an installed model; empty for a folder."""
    try:
        found = distribution(name.replace("_", "-"))
    except PackageNotFoundError:
        return ""
    files = (found.read_text("RECORD") or "").encode()
    return f"{found.version} {hash_bytes(files)[:SHORT]}"


def hash_file(file: str | None) -> str:
    """The hash of a file that the settings name; empty for none. Raises InputError."""
    if not file:
        return ""
    try:
        return hash_bytes(Path(file).read_bytes())[:SHORT]
    except OSError as trouble:
        raise InputError(f"cannot be read: {trouble.strerror}", where=file) from trouble
