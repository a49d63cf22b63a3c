"""Two placings in, whether they can be one place out."""

import math

from twosource.base.records import Placing

FINE = frozenset({"point", "town", "admin2"})
WIDE = frozenset({"country", "region", "sea"})
FAR = 30.0  # kilometres from which on two towns are two: a suburb and its city lie nearer
EARTH = 6371.0


def are_apart(left: Placing, right: Placing) -> bool:
    """Whether the two cannot be one place: towns far from each other, other provinces.

    A place that lies in the other is not apart from it; nor is one that is not on the map. Two
    countries are not enough: a report names those who act and speak, too.
    """
    if left.name is None or right.name is None or left.name == right.name:
        return False
    if is_fine(left) and is_fine(right):
        distance = kilometres(left, right)
        return distance is not None and distance > FAR
    if left.country != right.country or {left.precision, right.precision} & WIDE:
        return False
    return None not in {left.admin1, right.admin1} and left.admin1 != right.admin1


def is_fine(placing: Placing) -> bool:
    """Whether it is a town or a point: a town named like its province may stand for the province.

    >>> is_fine(Placing("Orvan", "", ("Orvan",), "NOR", "Orvan", 60.0, 5.0, precision="town"))
    False
    """
    named = {placing.name, *placing.names}
    return placing.precision in FINE and placing.admin1 not in named


def kilometres(left: Placing, right: Placing) -> float | None:
    """How far apart the two lie as the crow flies; None when one is not on the map."""
    if None in {left.lat, left.lon, right.lat, right.lon}:
        return None
    one, two = math.radians(left.lat or 0), math.radians(right.lat or 0)
    turn = math.radians((left.lon or 0) - (right.lon or 0))
    inner = math.sin((one - two) / 2) ** 2 + math.cos(one) * math.cos(two) * math.sin(turn / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(inner))
