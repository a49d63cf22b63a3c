"""The whole demo, to the byte: a change here is one for readers; `make accept`, then review."""

import re
from functools import cache
from pathlib import Path

import pytest
from tests.golden.accept import FOLDER, make_goldens, read_demo

from brief_laws import uncited, unfounded
from twosource.base.stories import Dossier
from twosource.render.brief import make_brief

pytestmark = pytest.mark.slow


@cache
def demo() -> Dossier:
    return read_demo()


@pytest.mark.parametrize("name", ["findings.json", "timeline.json", "map.geojson", "brief.md"])
def test_the_demo_gives_the_golden_output(name):
    assert make_goldens(demo())[name] == Path(FOLDER, name).read_bytes(), "see `make accept`"


def test_every_citation_of_the_demo_is_what_the_report_says():
    texts = {account.report.id: account.report.text for account in demo().accounts}
    cited = [each for finding in demo().findings for each in finding.supports + finding.denies]
    assert cited
    assert all(0 <= each.start < each.end <= len(texts[each.report]) for each in cited)


def test_every_sentence_and_number_of_the_demo_is_found_in_what_it_cites():
    brief = make_brief(demo())
    assert uncited(brief) == []
    assert unfounded(brief) == []


def test_the_demo_names_what_it_skips():
    reasons = [skip.reason for skip in demo().skips]
    assert len(reasons) == 3
    assert any(re.search("language de", reason) for reason in reasons)
