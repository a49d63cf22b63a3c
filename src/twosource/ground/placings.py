"""An account in, the same account with each place put on the map, and the reason, out."""

from dataclasses import replace

from twosource.base.gazetteer import open_gazetteer
from twosource.base.gazetteer_names import Entry, fold
from twosource.base.records import Account, Place, Placing
from twosource.base.settings import Settings
from twosource.base.shown_names import read_shown_names
from twosource.ground.placing_choice import best_entry, choose, place_people
from twosource.ground.placing_scene import Scene, make_scene, names_people
from twosource.ground.placing_sites import place_sites


def place_names(account: Account, settings: Settings) -> Account:
    """The account with a placing for every place name."""
    scene = _settle(make_scene(account, open_gazetteer(settings)), account)
    shown = read_shown_names(settings.names)
    placed = [(place, _put(place, scene)) for place in account.places]
    return replace(
        account,
        places=tuple(
            replace(place, placing=_rename(placing, shown))
            for place, placing in place_sites(placed, scene)
        ),
    )


def _settle(scene: Scene, account: Account) -> Scene:
    """The scene with a first choice for each name, by which the others are chosen."""
    found: dict[str, list[Entry]] = {}
    for place in account.places:
        if not names_people(place, scene.text, scene.gazetteer.countries):
            best = best_entry(place, scene)
            if best is not None:
                found.setdefault(place.span.quote(scene.text), []).append(best)
    settled = {word: tuple(dict.fromkeys(entries)) for word, entries in found.items()}
    return replace(scene, settled=settled)


def _put(place: Place, scene: Scene) -> Placing:
    if names_people(place, scene.text, scene.gazetteer.countries):
        return place_people(place, scene)
    return choose(place, scene)


def _rename(placing: Placing, shown: dict[str, str]) -> Placing:
    """The placing under the name that the settings ask for; all its names stay with it."""
    every = [name for name in (placing.name, *placing.names) if name]
    name = next((shown[fold(each)] for each in every if fold(each) in shown), None)
    if name is None or name == placing.name:
        return placing
    others = dict.fromkeys(each for each in every if each != name)
    return replace(placing, name=name, names=tuple(others))
