"""An account in, the same account with each place put on the map, and the reason, out."""

from dataclasses import replace

from twosource.base.gazetteer import open_gazetteer
from twosource.base.records import Account, Place, Placing
from twosource.base.settings import Settings
from twosource.ground.placing_choice import Scene, choose, make_scene


def place_names(account: Account, settings: Settings) -> Account:
    """The account with a placing for every place name."""
    gazetteer = open_gazetteer(settings)
    scene = make_scene(account, gazetteer)
    return replace(account, places=tuple(_put(place, scene) for place in account.places))


def _put(place: Place, scene: Scene) -> Place:
    return replace(place, placing=_place(place, scene))


def _place(place: Place, scene: Scene) -> Placing:
    if place.role == "people":
        return scene.people(place)
    return choose(place, scene)
