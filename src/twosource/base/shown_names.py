"""A user's TOML file of names in, which name of a contested place is shown out.

The file holds one table: `[names]`, a name of the place (any of them) to the name to show.
"""

import tomllib
from functools import cache
from pathlib import Path

from twosource.base.errors import InputError
from twosource.base.gazetteer_names import fold


@cache
def read_shown_names(path: str | None) -> dict[str, str]:
    """Folded names to the name to show; {} when no file is named.

    Raises InputError when the file cannot be read or has no table `names`.
    """
    if path is None:
        return {}
    try:
        table = tomllib.loads(Path(path).read_text(encoding="utf-8"))["names"]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError) as trouble:
        raise InputError(f"not a file of names: {trouble!r}", where=path) from trouble
    return {fold(name): str(shown) for name, shown in table.items()} | {
        fold(str(shown)): str(shown) for shown in table.values()
    }
