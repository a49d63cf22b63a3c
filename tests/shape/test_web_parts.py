"""What npm brings is pinned without a registry's address, allowed by licence, and not committed."""

import json
import re
import subprocess
from pathlib import Path

import postgres

ROOT = Path(__file__).parents[2]
WEB = ROOT / "web"
STATIC = ROOT / "src/twosource/serve/web/static"
ALLOWED = re.compile(r"MIT|ISC|0BSD|BSD-[0-3]-Clause|Apache-2\.0|CC0-1\.0|Unlicense")


def locked():
    """Every part of the lock file by its folder."""
    return json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))["packages"]


def test_the_lock_names_no_registry():
    assert [name for name, part in locked().items() if "resolved" in part] == []
    assert "registry" not in (WEB / "package-lock.json").read_text(encoding="utf-8")


def test_every_part_is_pinned_by_its_hash():
    parts = {name: part for name, part in locked().items() if name}
    assert [name for name, part in parts.items() if not part.get("integrity")] == []


def test_the_parts_that_ship_are_freely_licensed():
    shipped = {name: part for name, part in locked().items() if name and not part.get("dev")}
    odd = {n: p.get("license") for n, p in shipped.items() if not _is_allowed(p.get("license"))}
    assert odd == {}


def test_the_notices_name_every_part_that_ships():
    notices = STATIC / "THIRD-PARTY.txt"
    if not notices.is_file():
        postgres.skip_or_fail("the desk's scripts are not built: make assets")
    words = notices.read_text(encoding="utf-8")
    shipped = [name for name, part in locked().items() if name and not part.get("dev")]
    names = [name.removeprefix("node_modules/") for name in shipped]
    assert [n for n in names if not n.startswith("@types/") and f"{n} " not in words] == []
    assert "Natural Earth" in words


def test_nothing_of_others_is_committed():
    told = subprocess.run(
        ["git", "ls-files", "web/node_modules", str(STATIC)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.stdout == ""


def _is_allowed(licence):
    return bool(licence) and ALLOWED.fullmatch(licence) is not None
