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
BYSTANDERS = CROWD | {"civilians", "person", "unidentified"}
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
# What a sentence tells of besides that people died.
BESIDE = {
    "suicide_bomb": "suicide", "chemical": "chemical", "air_strike": "air", "shell": "shelling",
    "grenade": "grenade", "bomb": "ied",
}  # fmt: skip
HARMS = frozenset({"kill", "injure", "die"})
SUFFERED = HARMS | {"burn"}  # what an explosion or a strike told beside it did
VIOLENT_ACTS = frozenset(
    {
        "attack",
        "shoot",
        "bomb",
        "shell",
        "air_strike",
        "grenade",
        "suicide_bomb",
        "battle",
        "abduct",
    }
)
BY_MOBS = frozenset({"attack", "looting"})
OF_CROWDS = frozenset({"attack", "ied", "grenade", "looting", "mob"})
DEMONSTRATING = frozenset({"protest", "protesters", "riot"})
# Signs beside names and kinds.
LAND, MILITARY, MANY = "land", "military_thing", "many_civilians"
ACCIDENT, IN_BATTLE, SUICIDE = "accident", "in_battle", "suicide"
AT_PROTEST = "at_protest"
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
    around: frozenset[str] = frozenset()  # event names and actor kinds of the sentence, and signs


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
        around=around,
    )  # fmt: skip


def _does(participant: Participant) -> bool:
    return participant.role == "actor"


def acled_of(event: EventType, company: Company) -> Acled:
    """ACLED's sub-type of an event in this company."""
    return Acled() if _is_accident(event, company) else acled(_sub_type(event, company))


def _sub_type(event: EventType, company: Company) -> str | None:
    if event.name in {"protest", "riot", "disperse"}:
        return _demonstration(event, company)
    if event.violent:
        return _crowds(event, company) or _remote(event, company) or _violence(event, company)
    if event.name == "capture_territory":
        return _capture(company)
    if event.name == "regain_territory" and company.doers & NONSTATE:
        return "overtakes"
    if event.name in OPEN_TO_WEAPONS:
        crowds = event.name == "battle" and MANY in company.around
        civil = crowds and not company.around & FORCES
        return "mob" if civil else _remote(event, company) or event.acled
    return _beside(event, company) or event.acled


def _beside(event: EventType, company: Company) -> str | None:
    """What a quiet act becomes beside a transfer of land or a crowd."""
    if event.name == "retreat" and "transfer" in company.around:
        return "transfer"
    crowd = company.sufferers & CROWD or AT_PROTEST in company.around
    return "intervention" if event.name == "arrest" and crowd else None


def _is_accident(event: EventType, company: Company) -> bool:
    """Whether people came to harm with no violence told in the sentence: a crash, a flood."""
    if ACCIDENT not in company.around or event.name not in HARMS or company.doers:
        return False
    return not company.weapons and not company.around & VIOLENT_ACTS


def _demonstration(event: EventType, company: Company) -> str:
    if event.name == "riot" or company.riot:
        return "violent_demo" if event.name != "riot" or company.crowd else "mob"
    stopped = "disperse" in company.around or ("arrest" in company.around and company.forces)
    return "intervention" if event.name == "disperse" or stopped else "peaceful"


def _crowds(event: EventType, company: Company) -> str | None:
    """Violence against protesters, or by rioters and other crowds; None for any other."""
    if event.acled not in OF_CROWDS:
        return None
    if company.crowd and _is_by_the_state(company) and not company.sufferers - BYSTANDERS:
        return "excessive"
    if company.riot and not company.doers & FORCES:
        return "violent_demo" if company.around & DEMONSTRATING else "mob"
    if company.doers & CROWD:
        return "violent_demo"
    alone = MANY in company.around and not company.doers - {"civilians"}
    return "mob" if event.acled == "mob" or (alone and event.acled in BY_MOBS) else None


def _is_by_the_state(company: Company) -> bool:
    """Whether forces of the state do it, or stand beside while nobody else is said to."""
    return bool(company.doers & STATE) or (company.forces and not company.doers)


def _remote(event: EventType, company: Company) -> str | None:
    """What struck from afar: the weapon named, else the act that the sentence tells beside it."""
    if SUICIDE in company.around and (event.name == "bomb" or "explosive" in company.weapons):
        return "suicide"
    if "chemical" in company.weapons:
        return "chemical"
    if event.name in {"bomb", "shell"} and "air" in company.weapons:
        return "air"
    named = next((REMOTE[each] for each in company.weapons if each in REMOTE), None)
    if named is not None and event.name in OPEN_TO_WEAPONS:
        return named
    if event.name in SUFFERED and not company.doers:
        return next((short for name, short in BESIDE.items() if name in company.around), None)
    return None


def _violence(event: EventType, company: Company) -> str | None:
    """Attack on civilians or clash of forces, by the two sides."""
    if event.name == "burn" and MILITARY in company.around and not company.sufferers - FORCES:
        return "clash"
    if event.acled != "attack":
        return event.acled
    if IN_BATTLE in company.around and event.name in HARMS and not company.doers:
        return "clash"
    both = company.doers & FORCES and company.sufferers & FORCES
    if both or (company.sufferers & ARMED and not company.sufferers - FORCES):
        return "clash"
    return "clash" if MILITARY in company.around and not company.sufferers - FORCES else "attack"


def _capture(company: Company) -> str:
    if company.sufferers and not (LAND in company.around and not company.sufferers - FORCES):
        taken = company.doers & (STATE | {"state_government"}) or company.sufferers & NONSTATE
        return "arrests" if taken and not company.doers & NONSTATE else "abduction"
    nonstate = bool(company.doers & NONSTATE)
    if LAND in company.around:
        if company.doers & {"external_force"}:
            return "transfer"
        return "regains" if company.doers & STATE and not nonstate else "overtakes"
    if company.things:
        return "looting" if nonstate else "other"
    return "overtakes" if nonstate else "other"


def plover_of(
    event: EventType, company: Company, modality: Modality, *, tried: bool = False
) -> Plover:
    """PLOVER's event and modes: a planned kindness is an AGREE, one withheld a REJECT.

    A blow that was tried is an ASSAULT or COERCE all the same.
    """
    name = event.plover
    if name is None or _is_accident(event, company):
        return Plover()
    modes = [*event.modes]
    if name == "ASSAULT":
        modes += [MODES[each] for each in company.weapons if MODES[each] not in modes]
    if modality == "planned" and not (tried and PLANNED.get(name) == "THREATEN"):
        name = PLANNED.get(name, name)
    if modality == "negated" and PLANNED.get(name, name) == "AGREE":
        name = "REJECT"
    return Plover(name, tuple(modes))
