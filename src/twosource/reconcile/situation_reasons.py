"""A theme's findings in, what each side says, admits and denies of it in words out."""

from collections.abc import Iterable, Iterator, Sequence

from twosource.base.stories import Finding, Stance
from twosource.base.vocabulary import load_words
from twosource.reconcile.themes import Scene, is_broken

WHETHER = frozenset({"happened", "planned", "threatened"})
ACCUSING, DENYING = "ACCUSE", "deny"  # a PLOVER event, a lemma
BLAME = ("admitted", "claimed", "alleged", "denied")  # what weighs most first
FEW = 5  # findings told in a reason before the rest is counted


def say_reason(theme: str, scenes: Sequence[Scene], findings: Sequence[Finding], why: str) -> str:
    """The count of findings, the words of the state, and what the theme asks for."""
    count = len(findings)
    head = f"{count} finding{'s rest' if count != 1 else ' rests'} on it"
    parts = [head, *([why] if scenes else []), *_details(theme, findings, scenes)]
    return "; ".join(parts)


def _details(theme: str, findings: Sequence[Finding], scenes: Sequence[Scene]) -> Iterator[str]:
    """Mediators and breaches of an agreement; counts, blame and claims with whose word they are."""
    table = load_words("twosource.reconcile", "themes")[theme]
    if "slots" in table:
        told = sorted((one for one in findings if one.slot in table["slots"]), key=_weight)
        yield from (_say(one) for one in told[:FEW])
        if len(told) > FEW:
            yield f"{len(told) - FEW} more"
    yield from say_details(theme, findings, scenes)
    if table.get("told"):
        told = [one for one in findings if one.slot in WHETHER]
        yield from (_say(one) for one in sorted(told, key=_weight)[:FEW])


def say_blame(findings: Sequence[Finding]) -> str:
    """How far a responsibility is told: admitted or claimed by the party, alleged, only denied."""
    told = {one.value.rule for one in findings if one.value is not None}
    return next((each for each in BLAME if each in told), "alleged")


def say_details(theme: str, findings: Sequence[Finding], scenes: Sequence[Scene]) -> Iterator[str]:
    """Who mediates, and who says that an agreement was broken."""
    if theme in {"ceasefire", "agreement", "talks"}:
        yield from _mediators(findings)
    if theme == "ceasefire":
        yield from _breaches(findings, scenes)


def _weight(one: Finding) -> tuple[bool, int, int, str]:
    return one.status != "contested", -one.independent_min, -len(one.supports), one.id


def _say(one: Finding) -> str:
    """The statement with whose word it is, and who denies it."""
    text = one.text.rstrip(".")
    denying = _names(one, "denies")
    against = f", against {denying}" if denying else ""
    told = _names(one, "supports")
    return f"{text} ({told}{against})" if told else f"{text} (denied by {denying})"


def _names(one: Finding, side: str) -> str:
    names = sorted({origin.name for origin in one.origins if origin.side == side})
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")  # noqa: PLR2004


def _mediators(findings: Sequence[Finding]) -> Iterator[str]:
    """Who mediates, in the reports' own words."""
    names = {
        one.value.text or ""
        for one in findings
        if one.slot == "who" and one.value is not None and ": mediated by" in one.text
    }
    if names:
        yield f"mediated by {', '.join(sorted(names))}"


def _breaches(findings: Sequence[Finding], scenes: Sequence[Scene]) -> Iterator[str]:
    """Who says that the agreement was broken, and who denies it.

    Those who accuse say so, else whoever vouches for it.
    """
    broken = [scene for scene in scenes if is_broken(scene.text)]
    accusing = _doing(each for each in broken if each.mention.plover.event == ACCUSING)
    names = accusing or {
        origin.name
        for one in findings
        if is_broken(one.text.lower())
        for origin in one.origins
        if origin.kind not in {"outlet", "agency", "media"}
    }
    if names:
        yield f"breaches alleged by {', '.join(each_once(names))}"
    denying = _doing(each for each in broken if each.mention.lemma.lower() == DENYING)
    if denying:
        yield f"denied by {', '.join(each_once(denying))}"


def tell_breaches(stances: Sequence[Stance]) -> Iterator[str]:
    """Who says in words of his or her own that the agreement was broken."""
    accusing = {
        one.name for one in stances if one.verb == "accused" and is_broken(one.text.lower())
    }
    if accusing:
        yield f"breaches alleged by {', '.join(each_once(accusing))}"


def each_once(names: Iterable[str]) -> list[str]:
    """The names in order, those that differ by their first letter or an article once.

    >>> each_once({"army", "Army", "the army"})
    ['Army']
    """
    found: dict[str, str] = {}
    for name in sorted(names):
        found.setdefault(name.lower().removeprefix("the "), name)
    return sorted(found.values())


def _doing(scenes: Iterable[Scene]) -> set[str]:
    return {name for scene in scenes for name in scene.doing}
