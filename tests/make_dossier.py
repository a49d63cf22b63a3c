"""An invented dossier for tests of rendering: two sides, a falling toll, a copy, background."""
# ruff: noqa: E501 - tables read better on one line

from dataclasses import replace

import make
from twosource.base.records import Account, Claim, Placing, Report, Skip, Span, Speaker, When
from twosource.base.stories import (
    Citation,
    Dossier,
    Edge,
    Entry,
    Event,
    EventId,
    Family,
    Finding,
    Joined,
    Origin,
    Remark,
    Situation,
    Story,
    StoryId,
    Told,
    Value,
)

STORY, EVENT = StoryId("sto_1"), EventId("evt_1")
WIRE = (
    "Shells hit Dolna market\n\nShells hit the market of Dolna on Monday. Nine people were killed, "
    "the Valley Health Office said. The figure could not be independently verified.\n\n"
    "The Defence Ministry said it had struck <an arms depot> outside the town."
)
FRONT = (
    "“Only homes were struck,” the Free Orlan Front said. It counted 12 to 15 dead in Dolna. "
    "In 2019 more than 400 people were killed in the valley."
)
LATER = "At least seven people were killed in Dolna, the Valley Health Office said on Wednesday."


def cite(report: Report, words: str) -> Citation:
    """Where these words stand in the report."""
    start = report.text.index(words)
    return Citation(report.id, start, start + len(words))


def reports() -> tuple[Report, Report, Report, Report]:
    """The wire, its copy, the front's report, the later one."""
    wire = make.report(
        WIRE, published="2031-05-12", outlet="Norpress", title=Span(0, 23), path="1.txt"
    )
    copy = make.report(
        WIRE, published="2031-05-12", outlet="Coast Daily", given_id="2", path="2.txt"
    )
    front = make.report(FRONT, published="2031-05-13", outlet="Orlan Voice", path="3.txt")
    later = make.report(LATER, outlet="News 7", path="4.txt")
    return wire, copy, front, later


def dossier() -> Dossier:
    """The whole of it."""
    wire, copy, front, later = reports()
    told = [wire, copy, front, later]
    said = Claim(
        "c1",
        (Span(FRONT.index("Only"), FRONT.index(",”")),),
        Speaker(None, "Free Orlan Front", None),
    )
    accounts = [Account(each, claims=(said,) if each is front else ()) for each in told]
    return Dossier(
        tuple(accounts),
        (
            Family("fam_1", (wire.id, copy.id), (
                Edge(*sorted((wire.id, copy.id)), "copy", "same words", 1.0),)),
            Family("fam_2", (front.id,)),
            Family("fam_3", (later.id,)),
        ),
        (Story(STORY, "Shelling of Dolna", tuple(each.id for each in told), "2031-05-12", "2031-05-14"),),
        (Event(EVENT, STORY, "Shelling of Dolna", (Joined(wire.id, "m1", "the only mention"),)),),
        (_happened(wire, copy, front), _killed(wire, copy, front, later), _struck(wire, front), _before(front)),
        (Entry(When("2031-05-12", "2031-05-12"), 0.9, "Shells hit the market of Dolna", (EVENT,),
               (cite(wire, "Shells hit the market of Dolna"),), STORY),),
        (Situation(STORY, "tolls", "rising", "two speakers give different counts", findings=("fin_killed",)),),
        (Skip("capture", "demo/empty.txt", "the file is empty"),),
    )  # fmt: skip


def _happened(wire: Report, copy: Report, front: Report) -> Finding:
    words = "Shells hit the market of Dolna"
    return Finding(
        "fin_happened", EVENT, "happened", "Shells hit the market of Dolna", "corroborated",
        "two origins of different organisations", "two-origins",
        origins=(
            Origin("Norpress", "agency", (wire.id, copy.id)),
            Origin("Free Orlan Front", "institution", (front.id,), party=True),
        ),
        independent_min=2, independent_max=2, story=STORY,
        supports=(cite(wire, words), cite(copy, words), cite(front, "in Dolna")),
    )  # fmt: skip


def _killed(wire: Report, copy: Report, front: Report, later: Report) -> Finding:
    office = Origin(
        "Valley Health Office", "institution", (wire.id, copy.id, later.id),
        values=(
            Told(low=9, high=9, qualifier="exact", as_of="2031-05-12", lifecycle="superseded",
                 citations=(cite(wire, "Nine people were killed"), cite(copy, "Nine people were killed"))),
            Told(low=7, qualifier="at_least", as_of="2031-05-14",
                 citations=(cite(later, "At least seven people were killed"),)),
        ),
    )  # fmt: skip
    side = Origin(
        "Free Orlan Front", "institution", (front.id,), party=True,
        values=(Told(low=12, high=15, qualifier="between", as_of="2031-05-13",
                     citations=(cite(front, "12 to 15 dead"),)),),
    )  # fmt: skip
    return Finding(
        "fin_killed", EVENT, "killed", "At least seven people were killed", "contested",
        "the Free Orlan Front gives 12 to 15", "intervals-part",
        value=Value(7, 7, 15, rule="lowest live value"), origins=(office, side),
        independent_min=2, independent_max=2, story=STORY,
        supports=(cite(later, "At least seven people were killed"), cite(front, "12 to 15 dead")),
        remarks=(Remark("could_not_be_verified", cite(wire, "could not be independently verified")),),
    )  # fmt: skip


def _struck(wire: Report, front: Report) -> Finding:
    return Finding(
        "fin_struck", EVENT, "where", "an arms depot> outside the town", "contested",
        "one place cannot be both inside and outside Dolna", "places-part",
        origins=(
            Origin("Defence Ministry", "institution", (wire.id,), party=True),
            Origin("Free Orlan Front", "institution", (front.id,), party=True, side="denies"),
        ),
        independent_min=1, independent_max=1, story=STORY, interested_party=True,
        supports=(cite(wire, "it had struck <an arms depot> outside the town"),),
        denies=(cite(front, "Only homes were struck"),),
    )  # fmt: skip


def _before(front: Report) -> Finding:
    words = "more than 400 people were killed in the valley"
    return Finding(
        "fin_before", EVENT, "killed", "More than 400 people were killed in the valley",
        "single_source", "one origin (Orlan Voice)", "one-origin",
        origins=(Origin("Orlan Voice", "outlet", (front.id,)),), independent_min=1,
        independent_max=1, supports=(cite(front, words),), scope="background", story=STORY,
    )  # fmt: skip


def two_stories() -> Dossier:
    """The same, and a second story of one report."""
    told = dossier()
    other = make.report("A gas cylinder exploded in Harrow Bay.", outlet="Coast Daily")
    story = Story(StoryId("sto_2"), "Explosion in Harrow Bay", (other.id,))
    return replace(
        told,
        accounts=(*told.accounts, Account(other)),
        stories=(*told.stories, story),
        families=(*told.families, Family("fam_4", (other.id,))),
    )


def placed() -> Dossier:
    """The same, its event put on the map."""
    told = dossier()
    dolna = Placing("Dolna", "by hand", ("Dolna",), "XKE", None, -29.45, -19.05, None, "town")
    return replace(told, events=(replace(told.events[0], place=dolna),))
