"""The pages of the desk, listed by hand: one module a page, one line a module."""

from twosource.serve.web import finding, origins, report, stories, story

ROUTERS = (stories.router, story.router, origins.router, report.router, finding.router)
