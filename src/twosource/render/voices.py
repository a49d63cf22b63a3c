"""The accounts of a story in, who said what out: by speaker, in the reports' own words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from twosource.base.records import Account, Claim
from twosource.base.stories import Citation
from twosource.render.notes import Notebook
from twosource.render.once import plain_words
from twosource.render.parts import Voice, Words

MOST_WORDS = 8  # quotes shown for one speaker
CLAUSE = 3  # blanks in a clause
SHORTEST = 12  # characters; shorter words say too little alone


@dataclass(slots=True)
class _Said:
    """One thing said: the cue of its first report, and where it is written."""

    cue: str | None
    citations: list[Citation] = field(default_factory=list)


def make_voices(
    accounts: Sequence[Account], book: Notebook, told: Iterable[str] = ()
) -> tuple[Voice, ...]:
    """Each named speaker's words, said once however many reports carry them.

    Words that stand in a sentence `told` elsewhere are left out.
    """
    known = [plain_words(each) for each in told]
    names = full_names(name for account in accounts for name in _names(account))
    said: dict[str, dict[str, _Said]] = {}
    for account in accounts:
        for claim in account.claims:
            if claim.speaker is None or not claim.speaker.name or claim.headline:
                continue
            words = said.setdefault(names[claim.speaker.name], {})
            for cited in _citations(account, claim):
                plain = plain_words(book.quote(cited))
                if any(plain in each for each in known):
                    continue
                fresh = _Said(claim.cue.quote(account.report.text) if claim.cue else None)
                words.setdefault(plain, fresh).citations.append(cited)
    ordered = sorted(said.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(_voice(name, words, book) for name, words in ordered if words)


def full_names(names: Iterable[str]) -> Mapping[str, str]:
    """Each name with the longer name that it ends, when only one does: Varga is Mila Varga.

    >>> full_names(["Varga", "Mila Varga", "Health Office"])["Varga"]
    'Mila Varga'
    """
    known = sorted(set(names))
    ends: dict[str, list[str]] = {}
    for name in known:
        if " " in name:
            ends.setdefault(name.rsplit(" ", 1)[1], []).append(name)
    return {
        name: ends[name][0] if " " not in name and len(ends.get(name, [])) == 1 else name
        for name in known
    }


def _names(account: Account) -> Iterable[str]:
    return (claim.speaker.name for claim in account.claims if claim.speaker and claim.speaker.name)


def _citations(account: Account, claim: Claim) -> Iterable[Citation]:
    for span in claim.content:
        if span.end - span.start >= SHORTEST:
            yield Citation(account.report.id, span.start, span.end)


def _voice(name: str, words: Mapping[str, _Said], book: Notebook) -> Voice:
    """The most carried words first; equal ones in the order they were first met."""
    ordered = sorted(
        words.values(), key=lambda said: -len({each.report for each in said.citations})
    )
    return Voice(
        name,
        tuple(
            Words(said.cue, _bare(book.quote(said.citations[0])), book.cite(said.citations))
            for said in ordered[:MOST_WORDS]
        ),
    )


def _bare(quote: str) -> str:
    """The words without what joins them to their sentence: "that it was so", not "that account"."""
    whole = quote.count(" ") < CLAUSE
    return (quote if whole else quote.removeprefix("that ")).rstrip(",")
