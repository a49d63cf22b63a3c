"""A verdict on words in, the same or a lesser one out: who only speaks of a thing is no witness.

Events are joined by likeness, and speakers take for granted what others told. So two origins
corroborate that something happened only if both vouch for it, by a common word, and what ties it to
one happening (its day, its town, a count, who took part) is the same in both.
"""

from collections.abc import Sequence
from itertools import combinations

from twosource.base.stories import Status
from twosource.reconcile.anchors import act_otherwise, are_tied, count_otherwise, share_anchor
from twosource.reconcile.independence import Bloc
from twosource.reconcile.propositions import Saying
from twosource.reconcile.scenes import are_other, hit_one_target
from twosource.reconcile.status import Verdict, name_all

ANCHORS = {"when": "day", "where": "place", "who": "who"}  # what a slot asks ties nothing in it
PLANS = frozenset({"planned", "threatened"})
ROOT = 5  # letters by which two triggers are one word: shell, shelling


def temper(verdict: Verdict, saying: Sequence[Bloc], slot: str = "") -> Verdict:
    """The verdict, if two of the named origins vouch for one and the same thing; else a lesser.

    Two who plan are one plan only if both name who is to do it.
    """
    but = ANCHORS.get(slot, "")
    if verdict.rule != "two-origins-strict":
        return verdict
    firm = [bloc for bloc in saying if bloc.firm]
    telling = [bloc for bloc in firm if any(one.vouches for one in bloc.sayings)]
    if len(telling) < 2:  # noqa: PLR2004 - two that vouch
        silent = name_all([bloc for bloc in firm if bloc not in telling])
        reason = f"{silent} only spoke of it, and did not vouch for it"
        return _lesser(verdict, saying, reason, "spoken-of")
    pairs = [pair for pair in combinations(telling, 2) if _share_word(*pair)]
    if not pairs:
        reason = f"no common word for it between {name_all(telling)}"
        return _lesser(verdict, saying, reason, "no-common-word")
    if slot in PLANS:
        pairs = [pair for pair in pairs if _name_one_doer(*pair)]
    tied = [
        bloc for bloc in telling if any(bloc in pair and _are_tied(*pair, but) for pair in pairs)
    ]
    if not tied:
        reason = f"nothing ties the words of {name_all(telling)} to one happening"
        return _lesser(verdict, saying, reason, "not-tied")
    reason = f"different organisations say so: {name_all(tied)}"
    names = frozenset(bloc.name for bloc in tied)
    return Verdict(verdict.status, reason, verdict.rule, len(tied), verdict.most, names)


def _name_one_doer(left: Bloc, right: Bloc) -> bool:
    return bool(_named_doers(left) & _named_doers(right))


def _named_doers(bloc: Bloc) -> set[str]:
    told = (anchor for one in _vouching(bloc) for anchor in one.tie.anchors)
    return {what for kind, role, what in told if (kind, role) == ("who", "actor")}


def _lesser(verdict: Verdict, saying: Sequence[Bloc], reason: str, rule: str) -> Verdict:
    channels = {channel for bloc in saying for channel in bloc.channels}
    status: Status = "multiple_reports" if len(channels) > 1 else "single_source"
    return Verdict(status, reason, rule, 1, verdict.most)


def _vouching(bloc: Bloc) -> list[Saying]:
    return [one for one in bloc.sayings if one.vouches]


def _share_word(left: Bloc, right: Bloc) -> bool:
    """Whether they tell it by one word, or name one kind of target: "a bomb at the bus station"."""
    return bool(_triggers(left) & _triggers(right) or _sites(left) & _sites(right))


def _sites(bloc: Bloc) -> frozenset[str]:
    return frozenset(site for one in _vouching(bloc) for site in one.scene.sites)


def _triggers(bloc: Bloc) -> frozenset[str]:
    """The words by which an origin vouches for it, cut to their roots."""
    return frozenset(one.trigger[:ROOT].lower() for one in _vouching(bloc))


def _are_tied(left: Bloc, right: Bloc, but: str) -> bool:
    """Whether something ties the two; other counts part them, unless both name what was hit."""
    pairs = [(one, two) for one in _vouching(left) for two in _vouching(right)]
    if any(are_other(one.scene, two.scene) or act_otherwise(one.tie, two.tie)
           for one, two in pairs):  # fmt: skip
        return False
    if any(hit_one_target(one.scene, two.scene) for one, two in pairs):
        return any(share_anchor(one.tie, two.tie, but) for one, two in pairs)
    if any(count_otherwise(one.tie, two.tie) for one, two in pairs):
        return False
    return any(one.citation == two.citation or are_tied(one.tie, two.tie, but)
               for one, two in pairs)  # fmt: skip
