"""Stories: reports cited by one Wikinews page against the stories found, one setting for all.

The dates in these files are those of the crawl, so none is given to the program.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.clusters import b_cubed, pairwise
from benchmarks.quality.common import Metric, Text, sample, to_report
from twosource.cluster.families import find_families
from twosource.cluster.stories import find_stories

FOLDER = "news_event_clusters"
KNOWN = {"wikinews_medium": (89.7, 94.0), "wikinews_big": (80.7, 88.0)}


@dataclass(frozen=True, slots=True)
class Told:
    """A report and the event that a person filed it under."""

    text: Text
    event: str


def score(data: Path, limit: int | None) -> list[Metric]:
    """B-cubed and pairwise F1 of each file of the folder; `limit` keeps that many events."""
    metrics = []
    for file in sorted((data / FOLDER).glob("*.json")):
        told = read_events(file, limit)
        gold = {each.text.id: each.event for each in told}
        found = predict([each.text for each in told])
        name = f"stories.{file.stem}"
        known, goal = KNOWN.get(file.stem, (None, None))
        metrics += [
            Metric(f"{name}.b3_f1", b_cubed(gold, found)[2], len(gold), known, goal),
            Metric(f"{name}.pairwise_f1", pairwise(gold, found)[2], len(gold)),
        ]
    return metrics


def predict(texts: Sequence[Text]) -> dict[str, str]:
    """The story of each text, by the text's id."""
    reports = [to_report(text) for text in texts]
    stories = find_stories(reports, find_families(reports))
    home = {name: str(story.id) for story in stories for name in story.reports}
    return {report.given_id or "": home[report.id] for report in reports}


def read_events(file: Path, limit: int | None) -> list[Told]:
    """The reports of a file with their events; events without a report are left out."""
    events = list(enumerate(json.loads(file.read_text(encoding="utf-8"))))
    told = []
    for place, event in sample(events, lambda each: f"{each[0]} {each[1]['title']}", limit):
        for number, article in enumerate(event["articles"]):
            text = Text(f"{place}-{number}", article["text"], title=article["title"])
            told.append(Told(text, str(place)))
    return told
