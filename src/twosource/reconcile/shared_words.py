"""Sayings in, the same out, with a mark where one passage stands in the texts of several.

Two reports that share a paragraph are two texts, but what both tell in its words was told once.
Only words of nobody in particular are marked (the outlet's own, somebody not named): a named
speaker is one origin through whatever text he is quoted.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from twosource.base.records import ReportId
from twosource.reconcile.book import Book
from twosource.reconcile.channels import Voice
from twosource.reconcile.keys import plain
from twosource.reconcile.propositions import Saying

SOFT = frozenset({"outlet", "agency", "unnamed", "document"})  # kinds that nobody's name stands for
RUN = 8  # words: shorter runs occur by chance and in set phrases
SHARE = 0.5  # of the shorter sentence's runs, from which on two sentences are one
FAR = 600  # characters: no sentence is longer
CLOSING = 4  # characters that may close a sentence: a stop, marks of quotation, a blank
WORD = re.compile(r"\w+")
END = re.compile(r"[.!?][\"'”’)]*\s+(?=[^\Wa-z])|\n\s*\n")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, order=True)
class _Sentence:
    """The words of the sentence around a citation, in small letters, and whose text it is in."""

    words: Words
    report: ReportId

    @property
    def runs(self) -> frozenset[Words]:
        """Runs of `RUN` words."""
        count = len(self.words) - RUN + 1
        return frozenset(self.words[place : place + RUN] for place in range(count))


def mark_shared(sayings: Sequence[Saying], book: Book) -> list[Saying]:
    """The sayings; those whose sentence stands in texts of several families share a mark."""
    soft = {one: _sentence(one, book) for one in sayings if one.voice.kind in SOFT}
    if len({book.families[one.report] for one in soft}) < 2:  # noqa: PLR2004 - two texts
        return list(sayings)
    passages = _find_passages(sorted(set(soft.values())), book.families)
    return [
        replace(one, voice=_mark(one.voice, passages[soft[one]]))
        if one in soft and soft[one] in passages
        else one
        for one in sayings
    ]


def _mark(voice: Voice, passage: str) -> Voice:
    """The voice with the passage it came by; two nobodies of one passage stay two."""
    who = f"|{plain(voice.name)}" if voice.kind in {"unnamed", "document"} else ""
    return replace(voice, marks=tuple(sorted({*voice.marks, f"words:{passage}{who}"})))


def _find_passages(
    sentences: Sequence[_Sentence], families: Mapping[ReportId, str]
) -> dict[_Sentence, str]:
    """Of each sentence that other texts hold too, the words of the first such one."""
    leader = {each: each for each in sentences}
    for one, other in _like(sentences):
        if families[one.report] != families[other.report]:
            leader[other] = leader[one]
    sizes = Counter(leader.values())
    return {each: " ".join(first.words) for each, first in leader.items() if sizes[first] > 1}


def _like(sentences: Sequence[_Sentence]) -> Iterator[tuple[_Sentence, _Sentence]]:
    """Each sentence with the first before it that has half of its runs, or whose half it has."""
    owner: dict[Words, _Sentence] = {}
    for each in sentences:
        runs = each.runs
        shared = Counter(owner[run] for run in sorted(runs) if run in owner)
        for first, count in sorted(shared.items(), key=lambda row: (-row[1], row[0])):
            if count >= SHARE * min(len(runs), len(first.runs)):
                yield first, each
                break
        for run in runs:
            owner.setdefault(run, each)


def _sentence(one: Saying, book: Book) -> _Sentence:
    """The sentence in which the cited words stand."""
    text, start, end = _text_of(one, book), one.citation.start, one.citation.end
    before = [cut.end() for cut in END.finditer(text, max(0, start - FAR), start)]
    after = END.search(text, max(start, end - CLOSING), end + FAR)
    words = text[
        before[-1] if before else max(0, start - FAR) : after.end() if after else end + FAR
    ]
    return _Sentence(tuple(WORD.findall(words.lower())), one.report)


def _text_of(one: Saying, book: Book) -> str:
    return book.accounts[one.report].report.text
