"""Laws of reading one report: whatever the text, spans hold, nothing breaks, twice is the same."""

import dataclasses

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import make
from twosource.base.records import Account, Span
from twosource.base.settings import Settings
from twosource.pipeline import read_reports

WORDS = st.sampled_from(
    ["The", "army", "said", "on", "Tuesday", "that", "at", "least", "12", "people", "were",
     "killed",
     "in", "Yerevan", ",", ".", "\n\n", '"', "“", "”", "no", "several", "he", "denied", "it", "—",
     "2020", "talks", "will", "begin", "and", "shelled", "the", "town", "🙂", "שלום", "\u202e",
     "(AP)",
     "See also", "1 p.m.", "three", "of", "them",
     "children", "could not be verified"]
)  # fmt: skip
TEXTS = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)
QUIET = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def spans_in(record):
    """Every span in a record, however deep."""
    if isinstance(record, Span):
        yield record
    elif dataclasses.is_dataclass(record):
        for field in dataclasses.fields(record):
            yield from spans_in(getattr(record, field.name))
    elif isinstance(record, tuple):
        for part in record:
            yield from spans_in(part)


@pytest.mark.slow
@QUIET
@given(TEXTS)
def test_every_span_lies_within_its_text_and_is_not_empty(text):
    account = make.account(text, "2024-05-14")
    for span in spans_in(account):
        assert 0 <= span.start < span.end <= len(text)


@pytest.mark.slow
@QUIET
@given(TEXTS)
def test_reading_twice_gives_the_same_bytes(text):
    report = make.report(text, published="2024-05-14")
    once, twice = (msgspec.json.encode(next(read_reports([report], Settings()))) for _ in range(2))
    assert once == twice
    assert msgspec.json.decode(once, type=Account) == msgspec.json.decode(twice, type=Account)


@pytest.mark.slow
@QUIET
@given(TEXTS)
def test_ids_are_unique_and_every_pointer_points_at_something(text):
    account = make.account(text, "2024-05-14")
    tables = {
        name: [row.id for row in getattr(account, name)]
        for name in ("times", "places", "actors", "claims", "mentions", "figures")
    }
    for ids in tables.values():
        assert len(ids) == len(set(ids))
    for figure in account.figures:
        assert figure.claim is None or figure.claim in tables["claims"]
        assert figure.mention is None or figure.mention in tables["mentions"]
        assert figure.subset_of is None or figure.subset_of in tables["figures"]
    for mention in account.mentions:
        assert mention.time is None or mention.time in tables["times"]
        assert mention.place is None or mention.place in tables["places"]
        assert mention.claim is None or mention.claim in tables["claims"]


@pytest.mark.slow
@QUIET
@given(TEXTS)
def test_bounds_are_in_order_and_a_subset_is_never_larger_than_its_whole(text):
    account = make.account(text, "2024-05-14")
    by_id = {figure.id: figure for figure in account.figures}
    for figure in account.figures:
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high
        whole = by_id.get(figure.subset_of or "")
        if whole is not None and figure.value is not None and whole.high is not None:
            assert figure.value <= whole.high
