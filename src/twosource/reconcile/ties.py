"""The origins of a finding in, what ties them to each other or keeps them apart out.

These are the edges that the count of independent origins rests on: within an origin the marks by
which several names are one, between two origins whether they are surely or perhaps independent.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from twosource.base.stories import Tie
from twosource.base.vocabulary import load_words
from twosource.reconcile.independence import Bloc

MOST = 12  # kept with one finding: what makes two into one first, then what is least sure
FIRST = 12  # words of a shared passage that are told
ORDER = ("same", "dependent", "presumed", "established")


def find_ties(*sides: Sequence[Bloc]) -> tuple[Tie, ...]:
    """The ties within each side; two sides of a contest are not compared."""
    told = {tie for side in sides for tie in _of_side(side)}
    ordered = sorted(told, key=lambda tie: (ORDER.index(tie.verdict), tie.left, tie.right))
    return tuple(ordered[:MOST])


def _of_side(blocs: Sequence[Bloc]) -> Iterator[Tie]:
    for bloc in blocs:
        yield from _within(bloc)
    for left, right in combinations(blocs, 2):
        yield _between(left, right)


def _within(bloc: Bloc) -> Iterator[Tie]:
    """Names that are one origin, each with the one it is told under, and the mark they share."""
    voices = sorted({saying.voice for saying in bloc.sayings})
    seen = {_plain(bloc.name)}
    for voice in voices:
        if _plain(voice.name) in seen:
            continue
        seen.add(_plain(voice.name))
        others = [each for each in voices if _plain(each.name) != _plain(voice.name)]
        shared = [mark for each in others for mark in voice.marks if mark in each.marks]
        yield Tie(_tidy(bloc.name), _tidy(voice.name), "same", _say_same(shared))


def _between(left: Bloc, right: Bloc) -> Tie:
    names = _tidy(left.name), _tidy(right.name)
    if left.firm and right.firm:
        return Tie(*names, "established", _say("established", "named"))
    loose = _tidy(right.name if left.firm else left.name)
    if left.channels & right.channels:
        return Tie(*names, "dependent", f"{loose} {_say('dependent', 'text')}")
    strands = sorted(left.strands & right.strands)
    if strands:
        return Tie(*names, "dependent", f"{loose} {_say_strand(strands[0])}")
    return Tie(*names, "presumed", f"{loose} {_say('presumed', 'texts')}")


def _say_same(shared: Sequence[str]) -> str:
    """Why two names are one origin; of shared words, which."""
    kind = _kind_of(shared)
    told = _say("same", kind)
    words = [mark for mark in shared if mark.startswith("words:")]
    return told + _quote(max(words)) if kind == "words" else told


def _say_strand(strand: str) -> str:
    """What ties somebody without a name to another: a credit, or a passage."""
    kind, _, what = strand.partition(":")
    told = _say("dependent", kind)
    return told + (f" ({what})" if kind == "agency" else _quote(strand))


def _quote(mark: str) -> str:
    """The first words of a shared passage, and how many it has."""
    words = mark.partition(":")[2].partition("|")[0].split()
    more = " …" if len(words) > FIRST else ""
    return f": “{' '.join(words[:FIRST])}{more}” ({len(words)} words)"


def _kind_of(marks: Sequence[str]) -> str:
    """The kind of the mark that says most: who it is, then the words, then the channel."""
    kinds: list[str] = load_words("twosource.reconcile", "ties")["kinds"]
    found = {mark.partition(":")[0] for mark in marks}
    return next((kind for kind in kinds if kind in found), "round")


def _say(verdict: str, kind: str) -> str:
    words: str = load_words("twosource.reconcile", "ties")[verdict][kind]
    return words


def _plain(name: str) -> str:
    return _tidy(name).casefold().removeprefix("the ")


def _tidy(name: str) -> str:
    return " ".join(name.split())
