"""Words on who made an attack in, which of them are on one party and on one deed out."""

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.base.stories import EventId
from twosource.base.vocabulary import load_words
from twosource.reconcile.keys import SOME_STATE
from twosource.reconcile.propositions import Saying
from twosource.reconcile.told_deeds import ANY


@dataclass(frozen=True, slots=True)
class Word:
    """An accusation as a saying, with the party meant and what is said of it.

    `attack` is the event of the very attack that is meant; the saying's is that of its episode.
    """

    accused: str
    mode: str
    saying: Saying
    attack: EventId
    targets: frozenset[str] = frozenset()  # what was hit, where it is told


def of_one_target(own: Sequence[Word]) -> list[Word]:
    """The words without those that tell another deed of the party: of another target."""
    kept = [
        word
        for word in own
        if word.mode != "tell"
        or any(share_target(word, each) for each in own if each.saying.voice != word.saying.voice)
    ]
    first = min((word.saying.voice for word in own), default=None)
    return kept or [word for word in own if word.saying.voice == first]


def share_target(one: Word, two: Word) -> bool:
    """Whether both tell one target; what is only called "the building" may be any of the attack."""
    loose = ANY in one.targets | two.targets and bool(one.targets and two.targets)
    unsaid = not (one.targets and two.targets) and {one.mode, two.mode} != {"tell"}
    return bool(one.targets & two.targets) or ((loose or unsaid) and one.attack == two.attack)


def is_beside(word: Word, own: Sequence[Word]) -> bool:
    """Whether one sentence says it of both: "the Front and the Brigade claimed it"."""
    cited = word.saying.citation
    return any(
        each.saying.report == cited.report
        and each.saying.citation.start < cited.end
        and cited.start < each.saying.citation.end
        for each in own
    )


def as_last_told(words: Sequence[Word]) -> list[Word]:
    """The words on a party; of its own word on itself only the latest, when it takes that back."""
    own = [word for word in words if word.saying.voice.key == word.accused]
    last = max((word.saying.as_of or "" for word in own), default="")
    stands = {word.mode == "deny" for word in own if (word.saying.as_of or "") == last}
    if len(stands) != 1:
        return list(words)
    denies = stands.pop()
    return [word for word in words if word not in own or (word.mode == "deny") == denies]


def is_other(accused: str, word: Word) -> bool:
    """Whether the word is on another party for certain: both known by name, or one a state's."""
    loose = ("group:", SOME_STATE)
    known = not accused.startswith(loose) and not word.accused.startswith(loose)
    ruling = {_is_ruling(accused), _is_ruling(word.accused)}
    apart = len(ruling) > 1 and "body:" in {accused[:5], word.accused[:5]}
    return (known or apart) and word.accused != accused


def _is_ruling(key: str) -> bool:
    """Whether it is a state, or forces that only a state has: "soldiers"."""
    forces: list[str] = load_words("twosource.reconcile", "statements")["own_forces"]
    return key.startswith("state:") or key.removeprefix("group:").rpartition(" ")[2] in forces
