"""Journeys of people who decide, in a real browser, on SQLite and on PostgreSQL."""

import pytest

from deciding import (
    FIRST,
    OTHER,
    SECOND,
    THIRD,
    decide,
    finding_of,
    find_faults,
    need_scripts,
    put,
    ready,
)
from desk_fixtures import new_target, running_desk
