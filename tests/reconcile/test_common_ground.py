"""How much of a sentence others tell too."""

from dataclasses import dataclass

from twosource.base.stories import Citation
from twosource.reconcile.common_ground import find_common_ground


@dataclass(frozen=True)
class Told:
    text: str
    citation: Citation


@dataclass(frozen=True)
class Origin:
    sayings: tuple[Told, ...]


def origin(*texts: str) -> Origin:
    return Origin(tuple(Told(text, Citation(text, 0, len(text))) for text in texts))


def test_one_origin_alone_has_no_common_ground() -> None:
    (value,) = find_common_ground([origin("Shells hit the market.")]).values()
    assert value == 0


def test_what_others_tell_is_more_common_than_what_one_adds() -> None:
    first, added = "Shells struck the market of Selm.", "Stores outside belonged to the Front."
    found = find_common_ground([origin(first, added), origin("The market of Selm was shelled.")])
    values = {citation.report: value for citation, value in found.items()}
    assert values[first] > values[added] == 0


def test_the_same_sentence_is_all_common() -> None:
    found = find_common_ground([origin("Shells struck Selm."), origin("Shells struck Selm.")])
    assert set(found.values()) == {5}
