"""Who did what to whom with what, against the keys of MUC-4.

`python -m benchmarks.quality.events [--data FOLDER] [--limit N] [--cases FILE]`

Roles are scored as sets of entities over a report (CEAF-REE with strings): a predicted entity is
right when one of its strings (the words of its mentions, the name of its actor) equals one of a
gold entity's strings, in lower case without articles; each gold entity may be met once. Slots are
scored as sets over a report.
"""

import argparse
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.quality.common import Metric, Text, f1, gold_folder, read_texts, sample
from benchmarks.quality.muc import Entity, MucText, plain, read_split
from twosource.base.countries import by_iso3
from twosource.base.records import Account, Mention, Participant

DEVELOPMENT = ("dev",)
TEST = ("tst",)
PRONOUNS = frozenset({"he", "she", "him", "her"})
ROLES = ("perp_ind", "perp_org", "target", "victim", "weapon")
VIOLENT = frozenset({"Explosions/Remote violence", "Violence against civilians"})
DAMAGE = frozenset({"Looting/property destruction"})
BODIES = frozenset({"rebel_group", "militia", "state_military", "state_police", "state_government"})
TYPES = {
    "Attack": "ATTACK", "Armed clash": "ATTACK", "Abduction/forced disappearance": "KIDNAPPING",
    "Remote explosive/landmine/IED": "BOMBING", "Suicide bomb": "BOMBING", "Grenade": "BOMBING",
    "Looting/property destruction": "ARSON", "Shelling/artillery/missile attack": "ATTACK",
}  # fmt: skip
DAYS = frozenset({"minute", "part", "day"})
Roles = Mapping[str, Sequence[str]]


def score(data: Path, limit: int | None) -> list[Metric]:
    """The metrics on the test texts that lie in the folder, else on development texts."""
    folder = data / "muc4"
    if not folder.is_dir():
        return []
    seen = strings_of(read_split(folder, DEVELOPMENT))
    texts = sample(read_split(folder, TEST), lambda each: each.id, limit)
    accounts = list(read_texts([Text(each.id, each.text, each.published) for each in texts]))
    return list(measure(texts, accounts, seen))


def measure(
    texts: Sequence[MucText], accounts: Sequence[Account], seen: frozenset[str]
) -> Iterator[Metric]:
    """Roles F1 over all roles and for each, recall on unseen entities, slots F1."""
    total = [0, 0, 0]
    for role in ROLES:
        counts = [0, 0, 0]
        for text, account in zip(texts, accounts, strict=True):
            gold, told = text.roles.get(role, ()), roles_of(account)[role]
            right = count_right(gold, told)
            counts = [counts[0] + right, counts[1] + len(told), counts[2] + len(gold)]
        total = [left + right for left, right in zip(total, counts, strict=True)]
        yield Metric(f"events.{role}_f1", f1(counts[0], counts[1], counts[2]), counts[2])
    yield Metric("events.roles_precision", 100 * total[0] / max(total[1], 1), total[1])
    yield Metric("events.roles_recall", 100 * total[0] / max(total[2], 1), total[2])
    yield Metric("events.roles_f1", f1(total[0], total[1], total[2]), total[2], 54.5, 50.0)
    yield unseen_recall(texts, accounts, seen)
    yield from slot_metrics(texts, accounts)


def count_right(gold: Sequence[Entity], told: Sequence[Entity]) -> int:
    """How many gold entities share a string with a told one, each told entity used once.

    >>> count_right([frozenset({"rebels", "guerrillas"})], [frozenset({"rebels"})])
    1
    """
    left = list(told)
    right = 0
    for entity in gold:
        match = next((each for each in left if each & entity), None)
        if match is not None:
            left.remove(match)
            right += 1
    return right


def unseen_recall(
    texts: Sequence[MucText], accounts: Sequence[Account], seen: frozenset[str]
) -> Metric:
    """The recall on entities none of whose strings stands in a development key."""
    right = count = 0
    for text, account in zip(texts, accounts, strict=True):
        told = roles_of(account)
        for role in ROLES:
            fresh = [each for each in text.roles.get(role, ()) if not each & seen]
            count += len(fresh)
            right += count_right(fresh, told[role])
    return Metric("events.unseen_recall", 100 * right / max(count, 1), count, 38.8, 35.0)


def strings_of(texts: Iterator[MucText]) -> frozenset[str]:
    """All strings of the keys."""
    return frozenset(
        name for text in texts for entities in text.roles.values() for each in entities
        for name in each
    )  # fmt: skip


def slot_metrics(texts: Sequence[MucText], accounts: Sequence[Account]) -> Iterator[Metric]:
    """F1 of each slot and over all slots."""
    told = [slots_of(account) for account in accounts]
    for name in ("type", "date", "place", "number", "effect", None):
        pairs = [
            ({each for each in text.slots if name in {None, each[0]}},
             {each for each in slots if name in {None, each[0]}})
            for text, slots in zip(texts, told, strict=True)
        ]  # fmt: skip
        right = sum(len(gold & said) for gold, said in pairs)
        value = f1(right, sum(len(said) for _, said in pairs), sum(len(gold) for gold, _ in pairs))
        known = (46.7, 60.0) if name is None else (None, None)
        yield Metric(f"events.{name or 'slots'}_f1", value, sum(len(g) for g, _ in pairs), *known)


def slots_of(account: Account) -> frozenset[tuple[str, str]]:
    """The types, days and places of the violent incidents told as facts, and the report's victims.

    Nothing when the report's main happening is no such incident and it tells of none.
    """
    told = [each for each in account.mentions if each.id == _main_of(account) or _is_told(each)]
    told = [each for each in told if each.kind == "incident" and _kind_of(each)]
    if account.main is None or not told:
        return frozenset()
    found = {("type", _kind_of(each)) for each in told}
    whens = [account.main.when, *(each.when for each in told)]
    found |= {("date", each.start) for each in whens if each and each.precision in DAYS}
    for chosen in (account.main.place, *(each.place for each in told)):
        found |= {("place", name) for name in _place_names(account, chosen)}
    return frozenset(found | set(_victims(account)))


def _main_of(account: Account) -> str | None:
    return account.main.mention if account.main is not None else None


def _is_told(mention: Mention) -> bool:
    return counts_here(mention) and mention.modality == "asserted"


def _kind_of(mention: Mention) -> str:
    return TYPES.get(mention.acled.sub_event_type or "", "")


def _victims(account: Account) -> Iterator[tuple[str, str]]:
    """What befell victims by the report's totals, and each number that its own story gives."""
    for measure, effect in (("killed", "death"), ("injured", "injury")):
        if any(each.measure == measure for each in account.totals):
            yield "effect", effect
        for figure in account.figures:
            told = figure.measure == measure and figure.scope == "current"
            if told and figure.value is not None:
                yield "number", str(int(figure.value))


def _place_names(account: Account, chosen: str | None) -> Iterator[str]:
    place = next((each for each in account.places if each.id == chosen), None)
    if place is None:
        return
    yield " ".join(place.span.quote(account.report.text).lower().split())
    if place.placing.country:
        country = by_iso3(place.placing.country)
        if country is not None:
            yield country.name.lower()


def roles_of(account: Account) -> dict[str, list[Entity]]:
    """The entities of the five roles, from the report's current violent incidents told as facts.

    Mentions of one actor are one entity: its strings are their words and the name that the report
    gives it. Words without an actor, or with one that has no name, are an entity by themselves.
    """
    found: dict[str, dict[str, set[str]]] = {role: {} for role in ROLES}
    text = account.report.text
    actors = {each.id: each for each in account.actors}
    for mention in filter(counts_here, account.mentions):
        for each in mention.participants:
            actor = actors.get(each.actor or "")
            role = _role_of(each, actor.kind if actor else None)
            if role is not None:
                words = plain(each.span.quote(text))
                name = plain(actor.name) if actor and actor.name else None
                strings = found[role].setdefault(name or words, set())
                strings |= {name} if name and words in PRONOUNS else {words, name or words}
        for weapon in mention.weapons:
            words = plain(weapon.quote(text))
            found["weapon"].setdefault(words, {words})
    return {role: [frozenset(each) for each in names.values()] for role, names in found.items()}


def counts_here(mention: Mention) -> bool:
    """Whether a mention tells of a violent incident of the report's own time as a fact."""
    violent = mention.acled.event_type in VIOLENT or mention.acled.sub_event_type in DAMAGE
    return (
        violent
        and mention.kind == "incident"
        and mention.scope == "current"
        and mention.modality in {"asserted", "claimed"}
    )


def _role_of(each: Participant, kind: str | None) -> str | None:
    if each.role == "actor":
        return "perp_org" if each.klass == "group" and kind in BODIES else "perp_ind"
    if each.klass == "object":
        return "target"
    return "victim" if each.klass == "person" else None


def main() -> None:
    """Print the metrics; with --cases write what was told and what was gold, text by text."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=gold_folder())
    parser.add_argument("--limit", type=int, default=None)
    parser.add_argument("--split", default="tst")
    parser.add_argument("--cases", type=Path, default=None)
    options = parser.parse_args()
    start = time.perf_counter()
    folder = options.data / "muc4"
    texts = sample(read_split(folder, (options.split,)), lambda each: each.id, options.limit)
    accounts = list(read_texts([Text(each.id, each.text, each.published) for each in texts]))
    seen = strings_of(read_split(folder, DEVELOPMENT))
    for metric in measure(texts, accounts, seen):
        print(f"{metric.name:28} {metric.value:6.1f}  n={metric.count}")
    print(f"{time.perf_counter() - start:.1f} s")
    if options.cases:
        options.cases.write_text("\n".join(_cases(texts, accounts)), encoding="utf-8")


def _cases(texts: Sequence[MucText], accounts: Sequence[Account]) -> Iterator[str]:
    for text, account in zip(texts, accounts, strict=True):
        yield f"== {text.id}"
        told = roles_of(account)
        for role in ROLES:
            gold = text.roles.get(role, ())
            known = {name for each in gold for name in each}
            said = {name for each in told[role] for name in each}
            yield f"  {role}: MISSED {[sorted(g) for g in gold if not g & said]}"
            yield f"  {role}: WRONG {[sorted(each) for each in told[role] if not each & known]}"
        slots = slots_of(account)
        yield f"  slots missed {sorted(text.slots - slots)} wrong {sorted(slots - text.slots)}"


if __name__ == "__main__":
    main()
