"""Who did what to whom in, a drawing of it out: actors in a column, arcs with arrows beside it.

Places are in units of a drawing at most `WIDTH` wide, so that it reads on a phone. The order of the
actors is that in which the arcs are shortest, found by exchanging neighbours; it depends on nothing
but what is drawn.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from twosource.base.vocabulary import load_words

WIDTH = 390
STEM = 190  # where the arcs begin; the names stand left of it
ROW = 40
TOP = 22
MOST_ACTORS = 9
MOST_ARCS = 16
LONGEST = 24  # letters of a name
NAMELESS = ", not named"  # how those are told whom no report names
NEAR, FAR = 26, 17  # how far an arc swings out: for one step, and for each further one
APART = 9  # between arcs of the same two
ROUNDS = 12  # of exchanging neighbours


@dataclass(frozen=True, slots=True)
class Deed:
    """One happening: who acts on whom. `plover` None: of no kind. `claimed`: somebody's word."""

    event: str
    who: tuple[str, ...]
    whom: tuple[str, ...]
    plover: str | None
    claimed: bool


@dataclass(frozen=True, slots=True)
class Node:
    """An actor: the name, cut where it is long, and where it stands; `named` by some report."""

    name: str
    label: str
    y: int
    named: bool


@dataclass(frozen=True, slots=True)
class Arc:
    """Acts of one family by one actor on another. `claimed`: none is told by the reports alone."""

    who: str
    whom: str
    family: str
    count: int
    events: tuple[str, ...]
    claimed: bool
    d: str
    x: int  # of the count
    y: int

    @property
    def says(self) -> str:
        """The arc in words, the number that is drawn first."""
        times = f"{self.count} happenings" if self.count > 1 else "1 happening"
        claim = ", by somebody's claim" if self.claimed else ""
        return f"{times}, {self.who} to {self.whom}: {family_names()[self.family]}{claim}"


@dataclass(frozen=True, slots=True)
class ActGraph:
    """The drawing; `left_out` counts the ties that are not drawn."""

    width: int
    height: int
    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]
    families: tuple[tuple[str, str], ...]
    left_out: int
    stem: int = STEM


@dataclass(frozen=True, slots=True)
class Tie:
    """What one actor does to another in one family."""

    who: str
    whom: str
    family: str
    events: tuple[str, ...]
    claimed: bool


def draw_acts(deeds: Iterable[Deed]) -> ActGraph | None:
    """The drawing of the ties told most; None when nobody acts on anybody."""
    ties = list_ties(deeds)
    kept = _keep(ties)
    if not kept:
        return None
    order = order_actors(kept)
    at = {name: TOP + ROW * place for place, name in enumerate(order)}
    arcs = tuple(_arcs(kept, at))
    reach = max(arc.x for arc in arcs) + 24
    used = {arc.family for arc in arcs}
    return ActGraph(
        min(WIDTH, reach),
        2 * TOP + ROW * (len(order) - 1),
        tuple(_node(name, at[name]) for name in order),
        arcs,
        tuple((name, words) for name, words in family_names().items() if name in used),
        len(ties) - len(kept),
    )


def list_ties(deeds: Iterable[Deed]) -> list[Tie]:
    """Who acts on whom, by family, most happenings first; what one does to oneself is left out."""
    events: dict[tuple[str, str, str], list[Deed]] = defaultdict(list)
    for deed in deeds:
        family = family_of(deed.plover)
        pairs = {(who, whom) for who in deed.who for whom in deed.whom if who != whom}
        for who, whom in sorted(pairs) if family is not None else ():
            events[who, whom, family or ""].append(deed)
    ties = [
        Tie(who, whom, family, tuple(sorted({each.event for each in told})),
            all(each.claimed for each in told))
        for (who, whom, family), told in events.items()
    ]  # fmt: skip
    return sorted(ties, key=lambda tie: (-len(tie.events), tie.who, tie.whom, tie.family))


def family_of(plover: str | None) -> str | None:
    """The family of a PLOVER event; None for none."""
    families: Mapping[str, list[str]] = load_words("twosource.render", "acts")["families"]
    return next((name for name, events in families.items() if plover in events), None)


def family_names() -> Mapping[str, str]:
    """What each family is called."""
    names: Mapping[str, str] = load_words("twosource.render", "acts")["names"]
    return names


def order_actors(ties: Sequence[Tie]) -> list[str]:
    """The actors so that those who have to do with each other stand near."""
    order = sorted({name for tie in ties for name in (tie.who, tie.whom)})
    for _ in range(ROUNDS):
        before = list(order)
        for place in range(len(order) - 1):
            turned = list(order)
            turned[place], turned[place + 1] = turned[place + 1], turned[place]
            if _length(turned, ties) < _length(order, ties):
                order = turned
        if order == before:
            break
    return order


def _length(order: Sequence[str], ties: Sequence[Tie]) -> int:
    at = {name: place for place, name in enumerate(order)}
    return sum(abs(at[tie.who] - at[tie.whom]) * len(tie.events) for tie in ties)


def _keep(ties: Sequence[Tie]) -> list[Tie]:
    """The ties told most, as long as there is room for their actors."""
    kept: list[Tie] = []
    actors: set[str] = set()
    for tie in ties[: 4 * MOST_ARCS]:
        grown = actors | {tie.who, tie.whom}
        if len(grown) <= MOST_ACTORS and len(kept) < MOST_ARCS:
            kept.append(tie)
            actors = grown
    return kept


def _arcs(ties: Sequence[Tie], at: Mapping[str, int]) -> Iterable[Arc]:
    """Each tie as a half round from one actor to the other; those of the same two side by side."""
    drawn: Counter[frozenset[str]] = Counter()
    for tie in ties:
        pair = frozenset((tie.who, tie.whom))
        start, end = at[tie.who], at[tie.whom]
        steps = abs(start - end) // ROW
        swing = NEAR + FAR * (steps - 1) + 2 * APART * drawn[pair]
        shift = 4 * drawn[pair] * (1 if start < end else -1)
        drawn[pair] += 1
        first, last = start + shift + 3 * _sign(end - start), end + shift - 3 * _sign(end - start)
        bend = STEM + 10 + round(swing * 4 / 3)
        d = f"M{STEM + 9} {first} C{bend} {first} {bend} {last} {STEM + 11} {last}"
        yield Arc(
            tie.who, tie.whom, tie.family, len(tie.events), tie.events, tie.claimed,
            d, STEM + 10 + swing, round((first + last) / 2),
        )  # fmt: skip


def _sign(number: int) -> int:
    return 1 if number > 0 else -1


def _node(name: str, y: int) -> Node:
    """The actor at its place; of one whom nobody names, what it is."""
    label = name.removesuffix(NAMELESS)
    cut = label if len(label) <= LONGEST else f"{label[: LONGEST - 1].rstrip()}…"
    return Node(name, cut, y, named=label == name)
