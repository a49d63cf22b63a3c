"""The README in, the README with its console blocks as the commands print them today out.

    python -m tools.readme          # rewrite the blocks
    python -m tools.readme --check  # exit 1 when a block is stale

A block starts with "$ twosource ..."; lines after it are that command's output.
"""

import re
import shlex
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(r"```console\n\$ (?P<command>twosource [^\n]*)\n.*?```", re.DOTALL)


def build(arguments: list[str]) -> int:
    """Run every block; write the page, or with --check say whether it is stale."""
    text = README.read_text(encoding="utf-8")
    fresh = BLOCK.sub(lambda match: f"```console\n{run(match['command'])}```", text)
    if "--check" not in arguments:
        README.write_text(fresh, encoding="utf-8")
        return 0
    if fresh != text:
        sys.stderr.write("README.md is stale: python -m tools.readme\n")
    return int(fresh != text)


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
