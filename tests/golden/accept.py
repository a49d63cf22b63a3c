"""The demo in, its golden outputs out: `python -m tests.golden.accept` rewrites them.

The difference that git then shows is the review: say in words what readers will see.
"""

import os
from pathlib import Path

from twosource.base.settings import load_settings
from twosource.base.stories import Dossier
from twosource.capture.paths import capture_paths
from twosource.render.brief import make_brief
from twosource.render.brief_markdown import brief_markdown
from twosource.render.dossier import dossier_page, timeline_page
from twosource.render.geojson import geojson_page
from twosource.render.values import to_page
from twosource.runners.local import assemble_pile, read_pile

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]


def read_demo() -> Dossier:
    """The demo's dossier, with paths as they stand in the checkout."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        settings = load_settings(Path("demo/twosource.toml"))
        return assemble_pile(read_pile(capture_paths(["demo/reports"]), settings), settings)
    finally:
        os.chdir(before)


def make_goldens(dossier: Dossier) -> dict[str, bytes]:
    """Each golden file and what belongs in it."""
    return {
        "findings.json": to_page(dossier_page(dossier)),
        "timeline.json": to_page(timeline_page(dossier)),
        "map.geojson": to_page(geojson_page(dossier)),
        "brief.md": brief_markdown(make_brief(dossier)).encode(),
    }


def main() -> None:
    """Rewrite the golden files."""
    for name, data in make_goldens(read_demo()).items():
        (FOLDER / name).write_bytes(data)


if __name__ == "__main__":
    main()
