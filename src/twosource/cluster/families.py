"""Reports in, families out: which texts descend from one text."""

from collections.abc import Sequence

from twosource.base.ids import make_id
from twosource.base.records import Report
from twosource.base.stories import Family


def find_families(reports: Sequence[Report]) -> tuple[Family, ...]:
    """Every report in exactly one family, sorted by id."""
    return tuple(Family(make_id("fam", report.id), (report.id,)) for report in reports)
