"""An account in, the same with the sides of its conflict out, from the report's own events.

Who attacks whom stand on two sides; who attack together stand on one. A state struck on its own
soil is a side too. What a user's file says of sides is heard later, when findings are weighed
(docs/decisions/0185-sides-are-read-in-each-report.md).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from twosource.base.records import Account, Actor, Mention, Side
from twosource.base.vocabulary import load_words
from twosource.ground.side_parties import Party, parties_at, party_of

_WORDS = load_words("twosource.ground", "sides")
VIOLENT = frozenset(_WORDS["violent"]["events"])
_MUTUAL = frozenset(_WORDS["mutual"]["before"])
_EXCHANGED = frozenset(_WORDS["exchanged"]["lemmas"])
_REACH = 20  # characters before or between two names in which "between", "with" stand

Pair = tuple[str, str]


def set_sides(account: Account) -> Account:
    """The account with its `sides`; none when the report tells of no fight between two parties."""
    fights: dict[Pair, list[Mention]] = {}
    bonds: set[Pair] = set()
    for mention in account.mentions:
        if mention.plover.event in VIOLENT and _is_told(mention):
            for pair in _foes(mention, account):
                fights.setdefault(pair, []).append(mention)
            bonds |= set(_allies(mention, account))
    groups = _group(fights, bonds)
    return replace(account, sides=tuple(_make_sides(account, fights, groups)))


def _is_told(mention: Mention) -> bool:
    return mention.scope == "current" and mention.modality in {"asserted", "claimed"}


def _foes(mention: Mention, account: Account) -> Iterator[Pair]:
    """The pairs of parties that this mention sets against each other, each pair sorted."""
    doing = _parties(mention, account, "actor")
    done_to = _parties(mention, account, "recipient")
    if not done_to and len(doing) > 1 and _is_mutual(mention, account):
        doing, done_to = doing[:1], doing[1:2]
    if not done_to:
        done_to = _host(mention, account, doing)
    for left in doing:
        for right in done_to:
            if left != right:
                yield min(left, right), max(left, right)


def _allies(mention: Mention, account: Account) -> Iterator[Pair]:
    """The pairs that do it together: "the army and the militia shelled the town"."""
    doing = _parties(mention, account, "actor")
    if not _is_mutual(mention, account):
        for left, right in pairwise(doing):
            yield min(left, right), max(left, right)


def _parties(mention: Mention, account: Account, role: str) -> list[str]:
    """The keys of the parties in this role, in order, each once."""
    found: dict[str, None] = {}
    for each in mention.participants:
        if each.role == role and each.claim is None:
            found.update(dict.fromkeys(party.key for party in parties_at(each, account)))
    return list(found)


def _is_mutual(mention: Mention, account: Account) -> bool:
    """Whether its actors act on each other: "clashes between A and B", "A fought with B"."""
    spans = [each.span for each in mention.participants if each.role == "actor"]
    if len(spans) < 2:  # noqa: PLR2004 - it takes two
        return False
    text, first, second = account.report.text, min(spans), max(spans)
    if mention.lemma in _EXCHANGED:
        return True
    words = f"{text[max(0, first.start - _REACH) : first.start]} {text[first.end : second.start]}"
    return bool(set(words.lower().split()) & _MUTUAL)


def _host(mention: Mention, account: Account, doing: Sequence[str]) -> list[str]:
    """The state on whose soil another state strikes, when it acts or speaks in the report too."""
    place = next((each for each in account.places if each.id == mention.place), None)
    if place is None or place.placing.country is None:
        return []
    host = f"state:{place.placing.country}"
    known = {party.key for actor in account.actors if (party := party_of(actor, account))}
    foreign = all(key.startswith("state:") and key != host for key in doing)
    return [host] if doing and foreign and host in known else []


def _group(fights: Mapping[Pair, Sequence[Mention]], bonds: set[Pair]) -> dict[str, str]:
    """For each party that fights, the party that stands for its side; foes never share one."""
    group = {key: key for pair in fights for key in pair}
    for left, right in sorted(bonds):
        for key in (left, right):
            group.setdefault(key, key)
        ours = {key for key in group if group[key] == group[left]}
        theirs = {key for key in group if group[key] == group[right]}
        if any((min(a, b), max(a, b)) in fights for a in ours for b in theirs):
            continue
        head = min(group[left], group[right])
        group.update(dict.fromkeys(ours | theirs, head))
    fighting = {group[key] for pair in fights for key in pair}
    return {key: head for key, head in group.items() if head in fighting}


def _make_sides(
    account: Account, fights: Mapping[Pair, Sequence[Mention]], groups: Mapping[str, str]
) -> Iterator[Side]:
    members: dict[str, list[tuple[Actor, Party]]] = {}
    for actor in account.actors:
        party = party_of(actor, account)
        if party is not None and party.key in groups:
            members.setdefault(groups[party.key], []).append((actor, party))
    heads = sorted({*groups.values()}, key=lambda head: _first(members.get(head, []), head))
    ids = {head: f"s{number}" for number, head in enumerate(heads, 1)}
    for head in heads:
        own = [pair for pair in fights if head in {groups[pair[0]], groups[pair[1]]}]
        foes = {groups[key] for pair in own for key in pair} - {head}
        yield Side(
            ids[head],
            _name(members.get(head, []), head),
            tuple(actor.id for actor, _ in members.get(head, [])),
            tuple(sorted(ids[foe] for foe in foes)),
            tuple(dict.fromkeys(mention.id for pair in own for mention in fights[pair])),
        )


def _first(members: Sequence[tuple[Actor, Party]], head: str) -> tuple[int, str]:
    return (members[0][0].span.start if members else 10**9, head)


def _name(members: Sequence[tuple[Actor, Party]], head: str) -> str:
    """The name of the party that is told most; the first of those told as often."""
    names = Counter(party.name for _, party in members)
    order = list(names)
    return min(names, key=lambda name: (-names[name], order.index(name)), default=head)
