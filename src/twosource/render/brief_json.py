"""A brief in, the same brief as JSON out, for programs that lay it out themselves."""

import msgspec

from twosource.render.lines import CONTRACT
from twosource.render.parts import Brief
from twosource.render.values import Row


def brief_page(brief: Brief) -> Row:
    """The brief's parts by their names; the reports' texts are left to `twosource read`."""
    told: Row = msgspec.to_builtins(brief)
    told.pop("accounts")
    return {"contract": CONTRACT, **told}
