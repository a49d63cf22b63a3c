"""Descents in, families out: each report joins the text that it derives from, and no chain grows.

Texts that are mostly the same are one text, and so is what one agency fed: a paper may draw on two
dispatches, which are of one origin anyway. The others join, strongest evidence first, a text that
derives from no other. A text that others have joined moves on only if most of them derive from the
new source too.
"""

from collections.abc import Mapping, Sequence

from twosource.base.records import ReportId
from twosource.cluster.descent import Descent
from twosource.cluster.groups import group_linked

Group = tuple[ReportId, ...]
Links = dict[tuple[ReportId, ReportId], float]


def group_stars(names: Sequence[ReportId], descents: Sequence[Descent]) -> list[Group]:
    """Every name in one group, each sorted, in the order of their first names."""
    same = [(each.edge.left, each.edge.right) for each in descents if each.is_firm]
    texts = group_linked(names, same)
    text_of = {name: text[0] for text in texts for name in text}
    source_of = _attach(_links(descents, text_of))
    members: dict[ReportId, list[ReportId]] = {}
    for text in texts:
        members.setdefault(source_of.get(text[0], text[0]), []).extend(text)
    return sorted(tuple(sorted(group)) for group in members.values())


def _links(descents: Sequence[Descent], text_of: Mapping[ReportId, ReportId]) -> Links:
    """From each derived text to each source, the strongest evidence."""
    links: Links = {}
    for each in descents:
        left, right = each.edge.left, each.edge.right
        derived = right if left == each.source else left
        link = text_of[derived], text_of[each.source]
        if link[0] != link[1]:
            links[link] = max(links.get(link, 0.0), each.strength)
    return links


def _attach(links: Links) -> dict[ReportId, ReportId]:
    """Each derived text's source. No text is both."""
    source_of: dict[ReportId, ReportId] = {}
    joined: dict[ReportId, list[ReportId]] = {}
    for derived, source in sorted(links, key=lambda link: (-links[link], link)):
        if derived in source_of or source in source_of:
            continue
        others = joined.get(derived, [])
        if 2 * sum((each, source) in links for each in others) < len(others):
            continue
        moved = [derived, *joined.pop(derived, [])]
        joined.setdefault(source, []).extend(moved)
        source_of.update(dict.fromkeys(moved, source))
    return source_of
