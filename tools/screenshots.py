"""The desk over the demo, as pictures for the docs: `python -m tools.screenshots`.

It reads the demo reports into an archive of its own, serves it on a free port, opens each page in
Chromium and writes `docs/images/desk/NAME.png`.
"""

import argparse
import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import uvicorn
from playwright.sync_api import Browser, sync_playwright

from twosource.base.archive import Archive, Run
from twosource.base.settings import Settings, load_settings
from twosource.capture.paths import capture_paths
from twosource.runners.keeping import add_pile
from twosource.runners.local import Way
from twosource.runners.update import update_stories
from twosource.runners.versions import find_versions
from twosource.serve.web.app import create_app
from twosource.serve.web.shell import Desk

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "images" / "desk"
NOW = "2031-05-18T06:00:00+00:00"
LARGEST = 150_000  # bytes of a picture
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--force-color-profile=srgb", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, the page, how wide, light or dark; `at` is scrolled to first."""

    name: str
    path: str
    width: int = 1120
    height: int = 700
    dark: bool = False
    at: str | None = None


def main(arguments: Sequence[str] | None = None) -> int:
    """Take every picture, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="pictures to take; default: all")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    with demo_desk() as address, sync_playwright() as play:
        program = shutil.which("chromium")
        browser = play.chromium.launch(executable_path=program, args=FLAGS)
        for shot in list_shots(address):
            if not options.names or shot.name in options.names:
                size = take(browser, address, shot, options.folder)
                sys.stdout.write(f"{shot.name}.png  {size // 1000} kB\n")
        browser.close()
    return 0


def list_shots(address: str) -> Iterator[Shot]:
    """The pictures; pages that need an id take it from the story with most reports."""
    told = httpx.get(f"{address}/index.json").json()["stories"]
    story = max(told, key=lambda row: row["reports"])["id"]
    dossier = httpx.get(f"{address}/stories/{story}.json").json()
    contested = [each for each in dossier["findings"] if each["status"] == "contested"]
    finding = (contested or dossier["findings"])[0]
    cited = finding["supports"][0]
    report = f"/reports/{cited['report']}#c{cited['start']}-{cited['end']}"
    yield Shot("stories", "/")
    yield Shot("story", f"/stories/{story}")
    yield Shot("story-dark", f"/stories/{story}", dark=True)
    yield Shot("story-phone", f"/stories/{story}", width=390, height=760)
    yield Shot("figures", f"/stories/{story}", at="#figures")
    yield Shot("origins", f"/stories/{story}/origins", height=540)
    yield Shot("report", report)
    yield Shot("finding", f"/findings/{finding['id']}")
    yield Shot("actors", f"/stories/{truce_of(address, told)}", at="#agreements", height=1000)
    yield Shot("situation", "/situation")
    yield Shot("situation-phone", "/situation?theme=tolls", width=390, height=760)
    yield Shot("search", "/search?q=%22market+quarter%22")
    yield Shot("map", "/map")
    yield Shot("changes-phone", "/changes", width=390, height=760, dark=True)


def truce_of(address: str, told: Sequence[dict[str, str]]) -> str:
    """The story with most agreements."""
    pages = {row["id"]: httpx.get(f"{address}/stories/{row['id']}.json").json() for row in told}
    return max(pages, key=lambda name: (len(pages[name]["agreements"]), name))


def take(browser: Browser, address: str, shot: Shot, folder: Path) -> int:
    """One picture; its size in bytes. Raises SystemExit when it is too large for the docs."""
    page = browser.new_page(
        viewport={"width": shot.width, "height": shot.height},
        color_scheme="dark" if shot.dark else "light",
    )
    page.goto(address + shot.path, wait_until="networkidle")
    if shot.at is not None:
        page.locator(shot.at).evaluate("each => each.scrollIntoView()")
    page.wait_for_timeout(300)
    file = folder / f"{shot.name}.png"
    page.screenshot(path=str(file), animations="disabled")
    page.close()
    size = file.stat().st_size
    if size > LARGEST:
        raise SystemExit(f"{file}: {size} bytes, more than {LARGEST}")
    return size


@contextmanager
def demo_desk() -> Iterator[str]:
    """The address of a desk over the demo reports, until the block ends."""
    settings = load_settings(ROOT / "demo" / "twosource.toml")
    with tempfile.TemporaryDirectory() as folder:
        target = str(Path(folder) / "demo.sqlite")
        fill(target, settings)
        app = create_app(Desk(target, settings, secret="for pictures"))  # noqa: S106 - signs nothing
        port = free_port()
        server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(timeout=10)


def fill(target: str, settings: Settings) -> None:
    """Read the demo reports into a new archive."""
    with Archive.open(target, Run(NOW, "add", find_versions(settings)), create=True) as archive:
        items = capture_paths((str(ROOT / "demo" / "reports"),))
        for _ in add_pile(items, settings, Way(), archive):
            pass
        update_stories(archive, settings)


def free_port() -> int:
    """A port of 127.0.0.1 that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
