"""Origins on each side in, where the finding stands out, with the reason and the rule."""

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.base.stories import Status
from twosource.reconcile.independence import Bloc, count_independent

NAMED = 4  # origins named in a reason before the rest is counted


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status with its reason in words, the rule and the two counts of origins.

    `vouchers` are the names of those on whom a corroboration rests, where they were looked for.
    """

    status: Status
    reason: str
    rule: str
    least: int
    most: int
    vouchers: frozenset[str] = frozenset()


def judge(supports: Sequence[Bloc], denies: Sequence[Bloc], policy: str) -> Verdict:
    """The status of one proposition under the policy, `strict` or `presumed`."""
    count = count_independent(supports)
    if not supports:
        return _deny(denies)
    if denies:
        reason = f"{_sides(supports)} against {_sides(denies)}"
        return Verdict("contested", reason, "contrary-word", count.least, count.most)
    counted = count.least if policy == "strict" else count.most
    if counted > 1:
        return Verdict(
            "corroborated", _agreed(supports), f"two-origins-{policy}", count.least, count.most
        )
    if count.most > 1:
        reason = f"independence not shown between {name_all(supports)}"
        return Verdict(
            "multiple_reports", reason, "independence-not-shown", count.least, count.most
        )
    return Verdict("single_source", f"one origin ({name_all(supports)})", "one-origin", 1, 1)


def name_all(blocs: Sequence[Bloc]) -> str:
    """The origins' names, sorted."""
    names = sorted({" ".join(bloc.name.split()) for bloc in blocs})
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


def _deny(denies: Sequence[Bloc]) -> Verdict:
    if not denies:
        return Verdict("unsupported", "nothing is left that says so", "no-evidence", 0, 0)
    reason = f"only denied, by {name_all(denies)}"
    return Verdict("unsupported", reason, "only-denied", 0, 0)


def _agreed(supports: Sequence[Bloc]) -> str:
    firm = [bloc for bloc in supports if bloc.firm]
    if len(firm) > 1:
        return f"different organisations say so: {name_all(firm)}"
    return f"presumed independent: {name_all(supports)}"


def _sides(blocs: Sequence[Bloc]) -> str:
    count = count_independent(blocs).least
    return f"{count} origin{'s' if count != 1 else ''} ({name_all(blocs)})"
