"""The pages of the desk, listed by hand: one module a page, one line a module."""

from twosource.serve.web import report, stories, story

ROUTERS = (stories.router, story.router, report.router)
