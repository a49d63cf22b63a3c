"""Who takes part and what stands beside in, the company of a happening out: kinds and signs.

A word alone seldom tells what happened; who meets whom, with what and where decides it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.base.records import Actor, Participant
from twosource.extract.event_words import EventType

ARMED = frozenset(
    {"state_military", "rebel_group", "militia", "external_force", "de_facto_military"}
)
FORCES = ARMED | {"state_police"}
STATE = frozenset({"state_military", "state_police", "external_force"})
NONSTATE = frozenset({"rebel_group", "militia", "de_facto_military"})
CROWD = frozenset({"protesters", "rioters"})
BYSTANDERS = CROWD | {"civilians", "person", "unidentified"}
# Signs beside names and kinds.
LAND, MILITARY, MANY = "land", "military_thing", "many_civilians"
ACCIDENT, IN_BATTLE, SUICIDE = "accident", "in_battle", "suicide"
AT_PROTEST, QUIET = "at_protest", "quietly"
CHEMICAL, FROM_AIR, BOMBED = "chemical_inside", "from_the_air", "bombed"
BOMBER, GRIEVANCE = "bomber", "grievance"


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


def is_fit(event: EventType | None, company: Company) -> bool:
    """Whether a word that tells of a happening only in some company stands in it.

    Armed people's "campaign", land that is "entered", a crowd's "roadblock", a group "joined".
    """
    if event is None or event.needs is None:
        return True
    return {
        "force": bool(company.around & FORCES),
        "land": LAND in company.around,
        "held": _is_held(company),
        "crowd": company.crowd,
        "group": bool(company.sufferers & NONSTATE),
    }[event.needs]


def _is_held(company: Company) -> bool:
    """Whether somebody armed is told of land, or of a place where nobody resisted."""
    armed = bool(company.doers & (FORCES | {"state_government"}))
    return armed and bool(company.around & {LAND, QUIET})
