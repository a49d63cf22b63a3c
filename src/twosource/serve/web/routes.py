"""The pages of the desk, listed by hand: one module a page, one line a module."""

from twosource.serve.web import (
    calendar_month,
    changes,
    decide,
    decisions,
    finding,
    keys,
    login,
    order,
    origins,
    outlets,
    places,
    report,
    search,
    stories,
    story,
    users,
)

ROUTERS = (
    stories.router,
    story.router,
    origins.router,
    report.router,
    finding.router,
    calendar_month.router,
    changes.router,
    keys.router,
    outlets.router,
    places.router,
    search.router,
    decide.router,
    decisions.router,
    order.router,
    login.router,
    users.router,
)
