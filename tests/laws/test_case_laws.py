"""Laws of findings, held by the small invented stories of tests/cases/findings."""

import tomllib
from pathlib import Path

import pytest

from reconcile.findings_of import dossier_of, findings_of

FOLDER = Path(__file__).parents[1] / "cases" / "findings"


def load_stories():
    """The stories of all files, by name."""
    return [
        pytest.param(case["reports"], id=f"{file.stem}: {case['name']}")
        for file in sorted(FOLDER.glob("*.toml"))
        for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
    ]


def statuses(findings):
    """What a reader sees of each finding, save how many reports carried it."""
    return sorted((one.slot, one.status, str(one.value)) for one in findings)


@pytest.mark.slow
@pytest.mark.parametrize("reports", load_stories())
def test_the_order_of_reports_changes_no_status_and_no_reason(reports):
    assert findings_of(list(reversed(reports))) == findings_of(reports)


@pytest.mark.slow
@pytest.mark.parametrize("reports", load_stories())
def test_a_further_copy_of_a_report_changes_no_status(reports):
    copy = {**reports[0], "outlet": "Copy Herald", "given_id": "copy"}
    assert statuses(findings_of([*reports, copy])) == statuses(findings_of(reports))


def described(events):
    """What a reader sees of each event, save how often it is told."""
    rows = (
        (one.title, one.kind, one.modality, one.acled, one.plover, one.when, one.place)
        for one in events
    )
    return sorted(map(repr, rows))


@pytest.mark.slow
@pytest.mark.parametrize("reports", load_stories())
def test_copies_of_a_report_have_no_vote_on_what_an_event_was(reports):
    copies = [
        {**reports[0], "outlet": f"Copy Herald {name}", "given_id": name} for name in ("one", "two")
    ]
    assert described(dossier_of([*reports, *copies]).events) == described(
        dossier_of(reports).events
    )


@pytest.mark.slow
@pytest.mark.parametrize("reports", load_stories())
def test_what_is_corroborated_has_two_origins_and_no_denial(reports):
    for one in findings_of(reports):
        if one.status == "corroborated":
            assert one.independent_min > 1
            assert one.denies == ()


@pytest.mark.slow
@pytest.mark.parametrize("reports", load_stories())
def test_the_counts_of_origins_are_in_order_and_every_reason_is_told(reports):
    for one in findings_of(reports):
        assert one.independent_min <= one.independent_max
        assert one.reason
        assert one.rule
