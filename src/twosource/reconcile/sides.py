"""Who fights whom in the violent events of a story in, the sides out."""

import tomllib
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from twosource.base.countries import by_demonym, by_name
from twosource.base.errors import InputError
from twosource.base.records import Account, Figure, Mention, Side
from twosource.base.vocabulary import load_words
from twosource.reconcile.keys import SOME_STATE, key_of, plain

ARMED = frozenset({
    "state_military", "state_government", "de_facto_authority", "de_facto_military", "rebel_group",
    "militia", "external_force",
})  # fmt: skip
NOBODY = frozenset({"civilians", "protesters", "media", "igo", "ngo", "unidentified"})


def find_sides(accounts: Sequence[Account], file: str | None) -> dict[str, str]:
    """The side of each party's key: what the user's file says, else what the reports show.

    Those who stand on one side in a report share its name, unless they fight each other in some
    other; everybody else is a side of their own.
    """
    told = read_sides(file) if file else {}
    fights = count_fights(accounts)
    fighting = {key for pair in fights for key in pair} | find_armed(accounts)
    for key, side in ally(accounts, frozenset(fights)).items():
        told.setdefault(key, side)
    for key in sorted(fighting):
        told.setdefault(key, key)
    return told


def ally(accounts: Sequence[Account], fights: frozenset[tuple[str, str]]) -> dict[str, str]:
    """The side of each key that stands with others in some report, named by its first key."""
    side: dict[str, str] = {}
    for keys in sorted(filter(None, (_keys_of(each, a) for a in accounts for each in a.sides))):
        for key in keys:
            side.setdefault(key, key)
        for left, right in pairwise(keys):
            ours = {key for key, name in side.items() if name == side[left]}
            theirs = {key for key, name in side.items() if name == side[right]}
            if not any((min(a, b), max(a, b)) in fights for a in ours for b in theirs):
                side.update(dict.fromkeys(ours | theirs, min(side[left], side[right])))
    return side


def _keys_of(side: Side, account: Account) -> tuple[str, ...]:
    """The keys of a side's members, sorted; empty for a side of one key."""
    actors = {actor.id: actor for actor in account.actors}
    found = {key_of(actors[each], account) for each in side.members if each in actors}
    keys = sorted(key for key in found if key is not None and key != SOME_STATE)
    return tuple(keys) if len(keys) > 1 else ()


def find_armed(accounts: Sequence[Account]) -> set[str]:
    """The keys of armed bodies that attack, or whose own people are counted among the fallen."""
    found: set[str | None] = set()
    for account in accounts:
        actors = {actor.id: actor for actor in account.actors}
        ids = {figure.side for figure in account.figures if _counts_fallen(figure)}
        for mention in account.mentions:
            if is_violent(mention) and mention.scope == "current":
                ids |= {each.actor for each in mention.participants if each.role == "actor"}
        armed = [actors[each] for each in ids if each in actors and actors[each].kind in ARMED]
        found |= {key_of(actor, account) for actor in armed}
    return {key for key in found if key is not None}


def _counts_fallen(figure: Figure) -> bool:
    current = figure.scope == "current" and figure.measure in {"killed", "injured", "captured"}
    return current and figure.victim_class == "combatant"


def find_adversaries(account: Account) -> tuple[str, ...]:
    """The two keys whom this one report names as fighting each other; empty if it tells of more."""
    pairs = sorted(count_fights([account]))
    return pairs[0] if len(pairs) == 1 else ()


def count_fights(accounts: Sequence[Account]) -> Counter[tuple[str, str]]:
    """How often two keys stand on the two ends of a violent mention; the pair is sorted."""
    fights: Counter[tuple[str, str]] = Counter()
    for account in accounts:
        for mention in account.mentions:
            if is_violent(mention) and mention.scope == "current":
                fights.update(_pairs(mention, account))
    return fights


def is_violent(mention: Mention) -> bool:
    """Whether one party acts with force on another in this mention."""
    events: list[str] = load_words("twosource.reconcile", "kinds")["violent"]
    return mention.plover.event in events


def read_sides(file: str) -> dict[str, str]:
    """The side of each name in the user's TOML file (`side = ["name", …]`), by the name's key.

    A country, or "Government of" it, stands for the state with all its forces.
    """
    try:
        tables = tomllib.loads(Path(file).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as trouble:
        raise InputError(f"cannot read the sides: {trouble}", where=file) from trouble
    return {_key_of_name(str(name)): side for side, names in tables.items() for name in names}


def _key_of_name(name: str) -> str:
    words = name.removeprefix("Government of ").removeprefix("the ")
    country = by_name(words)
    return f"state:{country.iso3}" if country is not None else f"body:{plain(name)}"


def _pairs(mention: Mention, account: Account) -> set[tuple[str, str]]:
    doing = _keys(mention, account, "actor")
    done_to = _keys(mention, account, "recipient")
    return {(min(a, b), max(a, b)) for a in doing for b in done_to if a != b}


def _keys(mention: Mention, account: Account, role: str) -> set[str]:
    """The keys of those on one end of a mention; "Swedish positions" are Sweden's."""
    actors = {actor.id: actor for actor in account.actors}
    found = set()
    for each in mention.participants:
        if each.role != role:
            continue
        actor = actors.get(each.actor or "")
        if actor is None:
            found.add(_holder(each.span.quote(account.report.text)))
        elif actor.kind not in NOBODY:
            found.add(key_of(actor, account))
    return {key for key in found if key is not None}


def _holder(words: str) -> str | None:
    """The state whose positions, base or convoy the words name; None for anything else."""
    told = words.removeprefix("the ").split()
    held: list[str] = load_words("twosource.reconcile", "kinds")["held"]
    if len(told) < 2 or told[-1].lower() not in held:  # noqa: PLR2004 - whose, and what
        return None
    country = by_demonym(told[0])
    return f"state:{country.iso3}" if country is not None else None
