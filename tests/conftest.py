"""Fixtures for all tests; what a test needs beyond them, `make.py` builds in a line."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return Path(__file__).parents[1]
