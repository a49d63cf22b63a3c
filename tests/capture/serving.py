"""A small news site on 127.0.0.1 for tests: pages, a feed with marks, and pages that misbehave."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = """<!doctype html><html lang="en"><head><title>{title}</title>
<meta property="og:site_name" content="Coast Daily"></head><body><article><h1>{title}</h1>
<p>{text}</p><p>The office gave no further details, and the roads stay closed until Friday.</p>
</article></body></html>"""
RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>
<title>Coast Daily</title><link>{site}/</link>{items}</channel></rss>"""
ITEM = """<item><title>{title}</title><link>{link}</link>
<pubDate>Tue, 13 May 2031 16:45:00 +0200</pubDate>
<description>&lt;p&gt;{text}&lt;/p&gt;</description></item>"""
FIRST = "Shells hit the market of Dolna on Monday. Nine people were killed, the mayor said."
MOVES = {"/moved": "/one", "/round": "/round", "/away": "file:///etc/hostname"}
SECOND = "Seven people were killed when shells hit the market of Dolna, the mayor said on Tuesday."


class Site:
    """What the site holds, and what it was asked for."""

    def __init__(self) -> None:
        self.texts = {"/one": FIRST}
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.address = ""

    @property
    def mark(self) -> str:
        return f'"{len(self.texts)}"'

    def feed(self) -> str:
        items = "".join(
            ITEM.format(title=f"Report {path[1:]}", link=self.address + path, text=text)
            for path, text in self.texts.items()
        )
        return RSS.format(site=self.address, items=items)


class Handler(BaseHTTPRequestHandler):
    """Answers for one site; a site's own class of it carries it."""

    site: Site

    def do_GET(self) -> None:
        """Answer, and remember who asked for what."""
        site = self.site
        site.asked.append(self.path)
        site.agents.add(self.headers.get("User-Agent", ""))
        if self.path == "/feed":
            self.feed()
        elif self.path in site.texts:
            text = site.texts[self.path]
            self.answer(200, PAGE.format(title=f"Report {self.path[1:]}", text=text), "text/html")
        elif self.path in MOVES:
            self.answer(302, Location=MOVES[self.path])
        else:
            large = self.path == "/large"
            self.answer(200 if large else 404, "x" * 200_000 if large else "no such page")

    def feed(self) -> None:
        """The feed, or that it did not change."""
        if self.headers.get("If-None-Match") == self.site.mark:
            self.answer(304)
        else:
            self.answer(200, self.site.feed(), "application/rss+xml", ETag=self.site.mark)

    def answer(self, status: int, body: str = "", kind: str = "text/plain", **more: str) -> None:
        """One answer with its length."""
        data = body.encode()
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(data)), **more}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def news_site() -> Iterator[Site]:
    """The site, served until the block ends."""
    site = Site()
    handler = type("SiteHandler", (Handler,), {"site": site})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.daemon = True
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)
