"""The counts of a story in, their order and who gives which out: a part stands under its whole.

First what most reports tell of all people harmed, then what is told of one side's people. What is
part of a larger count of the same speaker ("200 deaths, including ten civilians") stands below it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from twosource.base.records import Account
from twosource.base.stories import Citation, Finding
from twosource.render.notes import Notebook
from twosource.render.parts import Count, Item, Line, Remark, Spoken

TOLLS = ("killed", "injured", "missing", "displaced", "evacuated", "detained", "captured", "freed")
Parts = Mapping[Citation, Citation]  # the words of a part, and those of its whole


def is_toll(finding: Finding) -> bool:
    """Whether it is a count of people that somebody gave."""
    value = finding.value
    counted = value is not None and (value.low is not None or value.high is not None)
    return finding.slot in TOLLS and counted


def order_tolls(findings: Iterable[Finding], accounts: Iterable[Account]) -> list[Finding]:
    """The counts of people among the findings: what most reports tell first, parts after wholes."""
    told = [each for each in findings if is_toll(each)]
    accounts = tuple(accounts)
    parts, sides = find_parts(accounts), _find_sides(accounts)
    wholes = {cited: each for each in told for cited in each.supports if cited not in parts}

    def key(finding: Finding) -> tuple[bool, int, int, float, str]:
        reports = {each.report for each in finding.supports}
        low = finding.value.low if finding.value is not None else None
        of_side = bool(sides & set(finding.supports))
        return of_side, -len(reports), TOLLS.index(finding.slot), -(low or 0.0), finding.id

    def place(finding: Finding) -> tuple[object, ...]:
        found = (wholes.get(parts[each]) for each in finding.supports if each in parts)
        whole = next((each for each in found if each is not None), None)
        return *key(whole or finding), whole is not None, *key(finding)

    return sorted(told, key=place)


def find_parts(accounts: Iterable[Account]) -> Parts:
    """The words of each figure that is part of another one, with those of that one."""
    parts = {}
    for account in accounts:
        spans = {each.id: each.span for each in account.figures}
        for each in account.figures:
            whole = spans.get(each.subset_of or "")
            if whole is not None:
                report = account.report.id
                words = Citation(report, each.span.start, each.span.end)
                parts[words] = Citation(report, whole.start, whole.end)
    return parts


def group_spoken(
    items: Sequence[Item], count_of: Callable[[Item], Count], parts: Parts, book: Notebook
) -> tuple[Spoken[Item], ...]:
    """The counts by who gives them, in the order in which each speaker's first one comes."""
    groups: dict[tuple[str, bool, str | None, str], list[Item]] = {}
    for each in items:
        count = count_of(each)
        key = (count.who, count.party, count.as_of, count.lifecycle)
        groups.setdefault(key, []).append(each)
    numbers = {
        book.numbers[part]: book.numbers[whole]
        for part, whole in parts.items()
        if part in book.numbers and whole in book.numbers
    }
    return tuple(
        Spoken(*key, tuple(_nest(told, count_of, numbers)), _remarks(map(count_of, told)))
        for key, told in groups.items()
    )


def _nest(
    told: Sequence[Item], count_of: Callable[[Item], Count], numbers: Mapping[int, int]
) -> Iterable[Line[Item]]:
    """Each whole with its parts; a part whose whole is not here stands alone."""
    notes = [set(count_of(each).notes) for each in told]
    above: dict[int, int] = {}
    for place, own in enumerate(notes):
        wanted = {numbers[number] for number in own if number in numbers}
        hosts = [one for one, other in enumerate(notes) if one != place and other & wanted]
        if hosts:
            above[place] = hosts[0]
    for place, each in enumerate(told):
        if above.get(place) not in above and place in above:
            continue
        yield Line(each, tuple(told[one] for one, host in above.items() if host == place))


def _remarks(counts: Iterable[Count]) -> tuple[Remark, ...]:
    """What is said of verification, each once."""
    return tuple(dict.fromkeys(each.remark for each in counts if each.remark is not None))


def _find_sides(accounts: Iterable[Account]) -> frozenset[Citation]:
    """The words that count one side's people: "several of the Front's fighters".

    Plain people ("fifty children") are of no side.
    """
    return frozenset(
        Citation(account.report.id, each.span.start, each.span.end)
        for account in accounts
        for each in account.figures
        if each.side in {one.id for one in account.actors if one.kind != "civilians"}
    )
