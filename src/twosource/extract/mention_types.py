"""A typed trigger with its participants and weapons in, ACLED's sub-type and PLOVER's event out.

ACLED's sub-type depends on who meets whom and with what, so the word alone proposes it and the
company decides; the order of the rules is that of ACLED's hierarchy.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.base.records import Acled, Actor, Modality, Participant, Plover
from twosource.extract.event_words import EventType, acled

ARMED = frozenset(
    {"state_military", "rebel_group", "militia", "external_force", "de_facto_military"}
)
FORCES = ARMED | {"state_police"}
STATE = frozenset({"state_military", "state_police", "external_force"})
NONSTATE = frozenset({"rebel_group", "militia", "de_facto_military"})
CROWD = frozenset({"protesters", "rioters"})
MODES = {
    "explosive": "explosives", "grenade": "explosives", "heavy": "heavy-weapons", "air": "aerial",
    "firearm": "firearms", "blade": "primitive", "stones": "primitive", "fire": "destroy",
    "crowd_control": "crowd-control", "chemical": "unconventional",
}  # fmt: skip
REMOTE = {
    "explosive": "ied", "grenade": "grenade", "heavy": "shelling", "air": "air",
    "chemical": "chemical",
}  # fmt: skip
# What a promise or a plan makes of an event: cooperation becomes AGREE, conflict a threat.
PLANNED = {
    "CONSULT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "SUPPORT": "AGREE",
    "RETREAT": "AGREE", "CONCEDE": "AGREE", "SANCTION": "THREATEN", "COERCE": "THREATEN",
    "ASSAULT": "THREATEN", "PROTEST": "THREATEN", "MOBILIZE": "THREATEN",
}  # fmt: skip
OPEN_TO_WEAPONS = frozenset({"attack", "kill", "injure", "battle", "operation", "burn", "die"})


@dataclass(frozen=True, slots=True)
class Company:
    """Who and what stands around a trigger, by kinds; `crowd` when the sentence tells of one."""

    doers: frozenset[str]
    sufferers: frozenset[str]
    weapons: tuple[str, ...]
    crowd: bool
    riot: bool
    forces: bool
    things: bool = False  # it is done to a building, a vehicle, goods


def company_of(
    participants: Sequence[Participant], actors: dict[str, Actor], weapons: Sequence[str],
    around: frozenset[str],
) -> Company:  # fmt: skip
    """The company of a trigger; `around` holds the event names and actor kinds of its sentence."""
    doers = {actors[each.actor].kind for each in participants if each.actor and _does(each)}
    sufferers = {actors[each.actor].kind for each in participants if each.actor and not _does(each)}
    return Company(
        frozenset(doers), frozenset(sufferers), tuple(weapons),
        crowd=bool(around & (CROWD | {"protest"})), riot=bool(around & {"riot", "rioters"}),
        forces=bool(around & STATE), things=any(each.klass == "object" for each in participants),
    )  # fmt: skip


def _does(participant: Participant) -> bool:
    return participant.role == "actor"


def acled_of(event: EventType, company: Company) -> Acled:
    """ACLED's sub-type of an event in this company."""
    return acled(_sub_type(event, company))


def _sub_type(event: EventType, company: Company) -> str | None:
    if event.name in {"protest", "riot", "disperse"}:
        return _demonstration(event, company)
    if company.crowd and event.violent and company.doers & STATE and company.sufferers & CROWD:
        return "excessive"
    remote = next((REMOTE[each] for each in company.weapons if each in REMOTE), None)
    if event.name in OPEN_TO_WEAPONS and remote is not None:
        return remote
    if event.violent and event.acled == "attack":
        return _violence(event, company)
    if event.name == "capture_territory":
        return _capture(company)
    return event.acled


def _demonstration(event: EventType, company: Company) -> str:
    if event.name == "riot" or company.riot:
        return "violent_demo" if event.name != "riot" or company.crowd else "mob"
    if event.name == "disperse":
        return "intervention"
    return "peaceful"


def _violence(event: EventType, company: Company) -> str | None:
    """Attack on civilians, clash of forces, or mob violence, by the two sides."""
    if company.doers & {"rioters"}:
        return "mob"
    both = company.doers & FORCES and company.sufferers & FORCES
    if both or (company.sufferers & ARMED and not company.sufferers - FORCES):
        return "clash"
    return event.acled


def _capture(company: Company) -> str:
    if company.sufferers:
        return "abduction" if company.doers & NONSTATE else "arrests"
    if company.things:
        return "looting" if company.doers & NONSTATE else "other"
    if company.doers & NONSTATE:
        return "overtakes"
    return "regains" if company.doers & STATE else "overtakes"


def plover_of(event: EventType, company: Company, modality: Modality) -> Plover:
    """PLOVER's event and modes: a planned kindness is an AGREE, one withheld a REJECT."""
    name = event.plover
    if name is None:
        return Plover()
    modes = [*event.modes]
    if name == "ASSAULT":
        modes += [MODES[each] for each in company.weapons if MODES[each] not in modes]
    if modality == "planned":
        name = PLANNED.get(name, name)
    if modality == "negated" and PLANNED.get(name, name) == "AGREE":
        name = "REJECT"
    return Plover(name, tuple(modes))
