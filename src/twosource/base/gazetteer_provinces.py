"""Towns and provinces in, which province each GeoNames code means out.

GeoNames numbers first-order divisions in its own way; ISO 3166-2 has their names. Where the codes
are the same they are taken (US-LA, CN-…); elsewhere divisions are paired country by country so
that the middles of their towns lie nearest to the provinces' points.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

Point = tuple[float, float]
FAR = 300.0  # kilometres: a division whose towns lie farther off is another one


def match_provinces(
    towns: Sequence[Mapping[str, Any]], provinces: Mapping[str, Mapping[str, Any]]
) -> dict[tuple[str, str], str]:
    """(country, GeoNames admin1 code) to ISO 3166-2 code, where one can be told."""
    middles = _middles(towns)
    found: dict[tuple[str, str], str] = {}
    by_country: dict[str, list[str]] = defaultdict(list)
    for code, row in provinces.items():
        if not row["parentCode"]:
            by_country[code[:2]].append(code)
    divisions: dict[str, list[str]] = defaultdict(list)
    for country, admin1 in sorted(middles):
        divisions[country].append(admin1)
    for country, admin1s in divisions.items():
        same = {code: f"{country}-{code}" for code in admin1s if f"{country}-{code}" in provinces}
        if len(same) * 2 > len(admin1s) and not all(code.isdigit() for code in same):
            found |= {(country, code): iso for code, iso in same.items()}
        elif by_country[country]:
            spots = {code: provinces[code]["latLng"] for code in by_country[country]}
            here = {code: middles[country, code] for code in admin1s}
            found |= {(country, code): iso for code, iso in _pair(here, spots).items()}
    return found


def _middles(towns: Sequence[Mapping[str, Any]]) -> dict[tuple[str, str], Point]:
    groups: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for town in towns:
        key = (town["countrycode"], town["admin1code"])
        groups[key].append((town["latitude"], town["longitude"]))
    return {key: tuple(np.median(np.array(points), axis=0)) for key, points in groups.items()}


def _pair(left: Mapping[str, Point], right: Mapping[str, Sequence[float]]) -> dict[str, str]:
    """The pairing with the least total distance; pairs too far apart are left out."""
    here, there = sorted(left), sorted(right)
    one = np.array([left[code] for code in here])[:, None, :]
    two = np.array([right[code] for code in there])[None, :, :]
    shrink = np.cos(np.radians(one[..., 0]))
    far = 111.0 * np.hypot(one[..., 0] - two[..., 0], (one[..., 1] - two[..., 1]) * shrink)
    rows, columns = linear_sum_assignment(np.minimum(far, 2 * FAR))
    return {
        here[row]: there[column]
        for row, column in zip(rows, columns, strict=True)
        if far[row, column] < FAR
    }
