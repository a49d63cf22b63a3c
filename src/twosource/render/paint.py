"""Words in, words with colour and weight out: on a terminal that wants them, else unchanged."""

import textwrap
from dataclasses import dataclass

from twosource.render.parts import Dots

CODES = {
    "corroborated": "32",
    "multiple_reports": "34",
    "single_source": "33",
    "contested": "31",
    "unsupported": "2",
    "soft": "2",
    "bold": "1",
    "mark": "30;43",
}


@dataclass(frozen=True, slots=True)
class Paint:
    """How lines are made: with colour or without, and how wide."""

    colour: bool = False
    width: int = 88

    def dye(self, words: str, name: str) -> str:
        """The words in the colour of this name."""
        return f"\x1b[{CODES[name]}m{words}\x1b[0m" if self.colour and words else words

    def fill(self, words: str, indent: str = "", first: str | None = None) -> str:
        """The words wrapped to the width; long words and addresses are never cut."""
        return textwrap.fill(
            words,
            self.width,
            initial_indent=indent if first is None else first,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def dots(self, dots: Dots) -> str:
        """The origin glyph: `●●○○`."""
        return self.dye("●" * dots.filled + "○" * dots.open, dots.status)


def marks(notes: tuple[int, ...]) -> str:
    """Note numbers as they stand behind a sentence: `[1][4]`."""
    return "".join(f"[{number}]" for number in notes)
