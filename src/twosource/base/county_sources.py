"""American postal codes in, one entry for each county of the United States out.

The point of a county is the middle (the median) of the points of its postal codes.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from statistics import median

import zipcodes

from twosource.base.gazetteer_names import Entry

COUNTY = ("County", "Parish", "Borough")


def county_entries(states: Mapping[str, str]) -> Iterator[Entry]:
    """The counties in order; `states` has the names of the states by code ("US-VA")."""
    points: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)
    for row in zipcodes.list_all():  # type: ignore[no-untyped-call]
        state = states.get(f"US-{row['state']}")
        if state and row["county"].endswith(COUNTY) and row["lat"] and row["long"]:
            points[state, row["county"]].append((float(row["lat"]), float(row["long"])))
    for (state, county), spots in sorted(points.items()):
        lat, lon = (round(median(values), 4) for values in zip(*spots, strict=True))
        yield Entry(county, (), "admin2", "USA", state, lat, lon)
