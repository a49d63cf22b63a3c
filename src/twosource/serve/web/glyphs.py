"""Counts in, the smallest drawings of the desk out as markup: the sign of a status, a tally, a day.

A list draws them by the hundred on each page, so they are made here and not by templates.
"""

from collections.abc import Iterable
from functools import cache

from markupsafe import Markup, escape

from twosource.render.parts import Dots
from twosource.render.phrases import STATUS
from twosource.serve.web.sparkline import Sparkline

SHORT = {**STATUS, "multiple_reports": "several reports"}  # where the legend has the whole
FILLED = {"unsupported": 0, "single_source": 1, "multiple_reports": 1}  # else two
OPEN = {"unsupported": 1, "multiple_reports": 1}
DOT = '<i class="f"></i>'


@cache
def sign(status: str) -> Markup:
    """The sign of a status without counts; always beside its word, or a number with a label."""
    dots = DOT * FILLED.get(status, 2) + "<i></i>" * OPEN.get(status, 0)
    return Markup('<span class="o {}" aria-hidden="true">{}</span>').format(status, Markup(dots))  # noqa: S704 - ours


def glyph(dots: Dots) -> Markup:
    """The origin glyph. Filled dots: independent origins; open ones: outlets that repeat them."""
    says = escape(dots.says)
    drawn = DOT * dots.filled + "<i></i>" * dots.open
    told = f'role="img" aria-label="{says}" title="{says}"'
    return Markup(f'<span class="o {dots.status}" {told}>{drawn}</span>')  # noqa: S704 - escaped


def tally(pairs: Iterable[tuple[str, int]]) -> Markup:
    """How many findings stand how.

    >>> "one origin" in tally([("single_source", 3)])
    True
    """
    told = "".join(
        f'<span class="{status}" title="{count} {STATUS[status]}">{sign(status)}'
        f'<b>{count}</b> <span class="word">{SHORT[status]}</span></span>'
        for status, count in pairs
        if count
    )
    return Markup(f'<span class="tally">{told}</span>')  # noqa: S704 - words and numbers of ours


def spark(drawn: Sparkline | None) -> Markup:
    """The reports of each day as one path; nothing when no report is dated."""
    if drawn is None:
        return Markup()
    bars = "".join(f"M{bar.x:g} {bar.y:g}h3v{bar.height:g}h-3z" for bar in drawn.bars)
    size = f'width="{drawn.width:g}" height="{drawn.height:g}"'
    return Markup(  # noqa: S704 - numbers, and words that are escaped
        f'<svg class="spark" viewBox="0 0 {drawn.width:g} {drawn.height:g}" {size} role="img" '
        f'aria-label="{escape(drawn.says)}"><path d="{bars}"/></svg>'
    )
