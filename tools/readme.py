"""The README in, the README with its console blocks as the commands print them today out.

    python -m tools.readme          # rewrite the blocks
    python -m tools.readme --check  # exit 1 when a block is stale

A block starts with "$ twosource ..."; lines after it are that command's output.
"""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

FLOORS = Path(__file__).parents[1] / "benchmarks" / "quality" / "floors.json"
TABLE = re.compile(r"<!-- floors -->\n.*?<!-- end -->", re.DOTALL)
SHOWN = {
    "times.news.value_f1": "time expressions in news, value F1",
    "times.wars.lenient_value_f1": "time expressions in war narratives, value F1",
    "places.geowebnews.detection_f1": "place names found, F1",
    "places.geowebnews.acc161": "places within 161 km, of all gold",
    "claims.f1": "claims with speaker, F1 end to end",
    "figures.killed.exact": "killed per report, exact",
    "figures.displacement.recall": "displacement figures found",
    "events.roles_f1": "event roles, F1",
    "families.derived_f1": "derived texts found, F1",
    "stories.wikinews_medium.b3_f1": "stories, B-cubed F1",
}
README = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(r"```console\n\$ (?P<command>twosource [^\n]*)\n.*?```", re.DOTALL)


def build(arguments: list[str]) -> int:
    """Run every block; write the page, or with --check say whether it is stale."""
    text = README.read_text(encoding="utf-8")
    fresh = BLOCK.sub(lambda match: f"```console\n{run(match['command'])}```", text)
    fresh = TABLE.sub(lambda _: f"<!-- floors -->\n{table()}<!-- end -->", fresh)
    if "--check" not in arguments:
        README.write_text(fresh, encoding="utf-8")
        return 0
    if fresh != text:
        sys.stderr.write("README.md is stale: python -m tools.readme\n")
    return int(fresh != text)


def table() -> str:
    """The floors that the README shows: what `make gate` holds today."""
    entries = json.loads(FLOORS.read_text(encoding="utf-8")).values()
    floors = {name: value for entry in entries for name, value in entry["floors"].items()}
    rows = [f"| {words} | {floors[name]:.1f} |" for name, words in SHOWN.items()]
    return "\n".join(["| what | floor |", "|---|---|", *rows]) + "\n"


def run(command: str) -> str:
    """The command as typed, and what it prints on standard output.

    A pipe to `head` or `grep` in the command is honoured by the shell.
    """
    shown = command.replace(
        "twosource", shlex.quote(str(Path(sys.executable).parent / "twosource")), 1
    )
    done = subprocess.run(  # noqa: S602 - the README's own commands
        shown, shell=True, cwd=README.parent, capture_output=True, text=True, check=False
    )
    return f"$ {command}\n{done.stdout.rstrip()}\n"


if __name__ == "__main__":
    raise SystemExit(build(sys.argv[1:]))
