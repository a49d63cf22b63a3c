"""A typed trigger with its participants and weapons in, ACLED's sub-type and PLOVER's event out.

ACLED's sub-type depends on who meets whom and with what, so the word alone proposes it and the
company decides; the order of the rules is that of ACLED's hierarchy.
"""

from twosource.base.records import Acled, Modality, Plover
from twosource.extract.event_words import EventType, acled
from twosource.extract.mention_company import (
    ACCIDENT,
    ARMED,
    AT_PROTEST,
    BOMBED,
    BOMBER,
    CHEMICAL,
    CROWD,
    FORCES,
    FROM_AIR,
    GRIEVANCE,
    IN_BATTLE,
    LAND,
    MANY,
    MILITARY,
    NONSTATE,
    QUIET,
    STATE,
    SUICIDE,
    Company,
)

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
BYSTANDERS = CROWD | {"civilians", "person", "unidentified"}
BY_MOBS = frozenset({"attack", "looting"})
OF_CROWDS = frozenset({"attack", "ied", "grenade", "looting", "mob"})
# What beside a coming or going of forces makes it a transfer of land.
TRANSFERS = {
    "retreat": frozenset({"transfer", "enter", LAND}),
    "enter": frozenset({QUIET, "agree", "transfer", "retreat"}),
}
DEMONSTRATING = frozenset({"protest", "protesters", "riot"})
FLYING = frozenset({"state_military", "state_government", "external_force"})  # they have aircraft
ALONE = frozenset({"unidentified", "civilians", "person"})  # what a lone bomber is taken for
HARM = frozenset({"kill", "injure", "die", "shoot", "battle"})
OPEN_TO_WEAPONS = frozenset({"attack", "kill", "injure", "battle", "operation", "burn", "die"})


def acled_of(event: EventType, company: Company) -> Acled:
    """ACLED's sub-type of an event in this company."""
    return Acled() if _is_accident(event, company) else acled(_sub_type(event, company))


def _sub_type(event: EventType, company: Company) -> str | None:
    if event.name in {"protest", "riot", "disperse"}:
        return _demonstration(event, company)
    if event.violent:
        return _crowds(event, company) or _remote(event, company) or _violence(event, company)
    return _territory(event, company) or _armed(event, company) or _beside(event, company)


def _territory(event: EventType, company: Company) -> str | None:
    if event.name == "capture_territory":
        return _capture(company)
    return "overtakes" if event.name == "regain_territory" and company.doers & NONSTATE else None


def _armed(event: EventType, company: Company) -> str | None:
    """What a battle or an operation is: a search, a brawl of crowds, a blow from afar."""
    if event.name == "operation" and _is_search(company):
        return "arrests"
    if event.name not in OPEN_TO_WEAPONS:
        return None
    crowds = event.name == "battle" and MANY in company.around
    return "mob" if crowds and not company.around & FORCES else _remote(event, company)


def _beside(event: EventType, company: Company) -> str | None:
    """What a quiet act becomes beside a transfer of land or a crowd; else what its word tells."""
    if event.name == "arrive" and company.doers & ARMED:
        return "change"
    if company.around & TRANSFERS.get(event.name, frozenset()):
        return "transfer"
    if event.name == "base" and company.doers and company.doers <= CROWD | {"civilians"}:
        return "peaceful"
    crowd = company.sufferers & CROWD or AT_PROTEST in company.around
    return "intervention" if event.name == "arrest" and crowd else event.acled


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
    if event.acled not in OF_CROWDS or GRIEVANCE in company.around:
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
    if event.name == "battle" and "firearm" in company.weapons:
        return None  # an ambush with mines and rifles is a clash
    sign = _by_sign(event, company)
    named = next((REMOTE[each] for each in company.weapons if each in REMOTE), None)
    if sign is not None or (named is not None and event.name in OPEN_TO_WEAPONS):
        return sign or named
    if event.name in SUFFERED and not company.doers:
        return next((short for name, short in BESIDE.items() if name in company.around), None)
    return None


def _by_sign(event: EventType, company: Company) -> str | None:
    """What the words around show: a bomber who dies, poison, an aircraft."""
    if SUICIDE in company.around and _is_by_bomber(event, company):
        return "suicide"
    if "chemical" in company.weapons or (CHEMICAL in company.around and event.acled != "attack"):
        return "chemical"
    flown = event.name in {"bomb", "shell"} and "air" in company.weapons
    bombed = BOMBED in company.around and company.doers & FLYING
    return "air" if flown or bombed or FROM_AIR in company.around else None


def _is_by_bomber(event: EventType, company: Company) -> bool:
    """Whether the bomber of the sentence did it and was not met by others before."""
    if event.name == "bomb" or "explosive" in company.weapons or BOMBER in company.around:
        return True
    met = company.doers - ALONE or (company.doers and "unidentified" in company.sufferers)
    return event.name in OPEN_TO_WEAPONS and not met


def _is_search(company: Company) -> bool:
    """Whether forces of the state came to arrest people and harmed nobody."""
    searching = "arrest" in company.around and not company.around & HARM
    return searching and not company.doers & NONSTATE


def _violence(event: EventType, company: Company) -> str | None:
    """Attack on civilians or clash of forces, by the two sides."""
    if event.name == "burn" and MILITARY in company.around and not company.sufferers - FORCES:
        return "clash"
    if event.acled != "attack":
        return event.acled
    errand = _errand(event, company)
    if errand is not None:
        return errand
    if IN_BATTLE in company.around and event.name in HARMS and not company.doers:
        return "clash"
    both = company.doers & FORCES and company.sufferers & FORCES
    forces = company.sufferers & ARMED or MILITARY in company.around
    return "clash" if both or (forces and not company.sufferers - FORCES) else "attack"


def _errand(event: EventType, company: Company) -> str | None:
    """What an attack that hurt nobody was for: to arrest people, to carry them off."""
    if event.name != "attack" or company.sufferers or not company.doers:
        return None
    if company.doers <= STATE and _is_search(company):
        return "arrests"
    return "abduction" if "abduct" in company.around and not company.around & HARM else None


def _capture(company: Company) -> str:
    if company.sufferers and not (LAND in company.around and not company.sufferers - FORCES):
        taken = company.doers & (STATE | {"state_government"}) or company.sufferers & NONSTATE
        suspects = not company.doers and company.sufferers <= {"unidentified"}
        return "arrests" if (taken or suspects) and not company.doers & NONSTATE else "abduction"
    nonstate = bool(company.doers & NONSTATE)
    if LAND in company.around:
        if company.doers & {"external_force"} or QUIET in company.around:
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
