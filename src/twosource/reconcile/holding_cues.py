"""A sentence in, the words out by which it tells who holds a place: who, what place, how."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Literal

from twosource.base.vocabulary import load_words

Deed = Literal["take", "hold", "leave"]
Part = tuple[int, int]  # where words stand in the sentence
HINT = re.compile(
    r"control|hands\b|captur|seiz|took|take[ns]?\b|overr[au]n|fell |fallen|h[eo]ld|withdr|retak|"
    r"pulled|retreat|abandon|lost\b|left\b|regain|liberat|occup|conquer|driven|drove|pushed|won "
)
SUBJECT = re.compile(r"(?:^|[,;:—–(\"“”]\s*|\s)(?P<np>(?:[\w'’.-]+ ){0,7}[\w'’.-]+)$")
BREAK = re.compile(
    r"[;:—–(\"“”]\s*|,\s+|\b(?:and|but|that|after|when|while|as|because|where|since|although|though|"
    r"before|until|then|said|says|saying|claimed|claims|announced|admitted|acknowledged|conceded|"
    r"confirmed|reported|denied|insisted|told \w+)\s+"
)
ASIDE = re.compile(r",\s+(?:an?|the|which|who|whose|led|backed|known|based|one|now)\b[^,]*,?\s*$")
ANTECEDENT = re.compile(  # "control of the port of Lenn, which": what stands behind "of"
    r"(?<!town )(?<!city )(?<!village )(?<!port )(?<!island )\b(?:of|from|in|at|to|over|captured|"
    r"seized|took|retook|left)\s+"
)
DAY = re.compile(r"(?:(?:late |early )?(?:on|by) [\w]+day,?\s+)?")
BY = re.compile(r"(?:[\w'’-]+ ){0,6}?by (?P<np>[^,.;:]+)")
CLAIMING = (["claimed"], ["claims"], ["claim"], ["claiming"])
BE = frozenset({"was", "were", "been", "is", "are", "being", "be"})


@dataclass(frozen=True, slots=True)
class Cue:
    """Words by which somebody takes, holds or leaves a place; `who` None: nobody is named.

    `denied`: it is said not to be so; `former`: it was so before; `again`: taken back; `lasting`:
    held all along; `whole`: and no part by others; `own`: its speaker claims it ("to be in control
    of"). `sure`: the words are said of nothing but places.
    """

    deed: Deed
    at: int
    who: Part | None
    place: Part
    denied: bool = False
    former: bool = False
    again: bool = False
    lasting: bool = False
    whole: bool = False
    own: bool = False
    sure: bool = False


def find_cues(sentence: str) -> Iterator[Cue]:
    """The cues of a sentence, in the order of the kinds below; a question has none."""
    low = sentence.lower()
    if HINT.search(low) is None or sentence.rstrip('"”’ ').endswith("?"):
        return
    for name, read in READERS:
        for match in _patterns()[name].finditer(low):
            if low[match.start() - 1 : match.start()] != "-":  # "the rebel-held town"
                yield from read(match, low)


def _handed(match: re.Match[str], low: str) -> Iterator[Cue]:
    if not _is_unreal(low[_run_before(low, match.start()) : match.start()].split()):
        yield Cue("take", match.start(), match.span("doer"), match.span("place"))


def _active_or_passive(deed: Deed, match: re.Match[str], low: str) -> Iterator[Cue]:
    run = _run_before(low, match.start())
    words = low[run : match.start()].split()
    passive = bool(words) and bool(BE & set(words)) and deed == "take"
    subject = _subject(low, run)
    behind = (match.end(), len(low))
    own = "to" in words and low[:run].split()[-1:] in CLAIMING
    if _is_unreal(words) and not own:
        return
    place: Part
    who: Part | None
    again = bool(set(match.group().split()) & _set("again"))
    bare = match.group().split()[0] in _set("needing") and not _is_whole(match.group())
    if passive:
        doer = BY.match(low, match.end())
        if doer is None or subject is None:
            return
        place, who = subject, (doer.start("np"), doer.end("np"))
    elif subject is None and not own:
        return
    else:
        place, who = behind, subject
    told = set(low[run : match.end() + 20].split())
    gone = "longer" in words
    yield Cue(
        "leave" if gone else deed,
        match.start(),
        None if own else who,
        place,
        denied=_is_negated(low[run : match.start()]) and not gone,
        former=deed == "hold" and "had" in words and "been" in words,
        again=again,
        lasting=deed == "hold" and bool(told & _set("lasting")),
        whole=bool(told & _set("wholly")),
        own=own,
        sure=_is_whole(match.group()) and not bare,
    )


def _in_hands(match: re.Match[str], low: str) -> Iterator[Cue]:
    """What is under the control of somebody, in his hands, or fell to him."""
    run = _run_before(low, match.start())
    words = low[run : match.start()].split() + match.group("be").split()
    place = _subject(low, run)
    if place is None or _is_unreal(words):
        return
    name = next((each for each in ("whose", "behind", "doer") if match.group(each)), None)
    who = match.span(name) if name else None
    fell = match.group("be").startswith(("fell", "fall"))
    lead = low[run : match.start("be")] + " " + match.group("be")
    yield Cue(
        "take" if fell else "hold",
        match.start(),
        who,
        place,
        denied=_is_negated(lead),
        former=not fell and "had" in words,
        lasting=bool({*lead.split(), *match.group().split()} & _set("lasting")),
        whole=bool(set(match.group().split()) & _set("wholly")),
        sure=True,
    )


def _driven(match: re.Match[str], low: str) -> Iterator[Cue]:
    """Where one drove another out: the one takes it, the other leaves."""
    run = _run_before(low, match.start())
    words = low[run : match.start()].split()
    who = _subject(low, run)
    if who is None or _is_unreal(words) or _is_negated(low[run : match.start()]):
        return
    place = (match.end(), len(low))
    if BE & set(words):
        yield Cue("leave", match.start(), who, place, sure=True)
        return
    yield Cue("take", match.start(), who, place, sure=True)
    yield Cue("leave", match.start(), match.span("whom"), place, sure=True)


def subject_before(low: str, at: int) -> Part | None:
    """The subject of the verb that stands at this place of a sentence in small letters."""
    return _subject(low, _run_before(low, at))


def _run_before(low: str, at: int) -> int:
    """Where the helping words begin that stand right before the verb: "had on Monday been"."""
    run = _patterns()["run"].search(low, 0, at)
    return run.start() if run is not None else at


def _subject(low: str, end: int) -> Part | None:
    """The words that stand as subject before this place of the sentence."""
    lead = low[:end].rstrip()
    if lead.endswith(","):
        aside = ASIDE.search(lead)
        lead = lead[: aside.start()] if aside is not None else lead.rstrip(", ")
    start = max((each.end() for each in BREAK.finditer(lead)), default=0)
    words = lead[start:]
    if words in {"which", "that", "who"}:
        lead = lead[:start].rstrip(", ")
        start = max((each.end() for each in ANTECEDENT.finditer(lead)), default=0)
    start += len(DAY.match(lead[start:])[0])  # type: ignore[index]
    return (start, len(lead)) if lead[start:].strip() else None


def _is_unreal(words: list[str]) -> bool:
    return bool(set(words) & _set("unreal"))


def _is_negated(words: str) -> bool:
    told = f" {words} "
    return any(f"{each} " in told for each in _set("negated"))


def _is_whole(words: str) -> bool:
    """Whether it is said of a hold: "control of", "over", "back"."""
    return any(each in words for each in ("control", "over", "back", "withdr", "pulled", "retreat"))


READERS = (
    ("taking", partial(_active_or_passive, "take")),
    ("holding", partial(_active_or_passive, "hold")),
    ("leaving", partial(_active_or_passive, "leave")),
    ("in_hands", _in_hands),
    ("handed", _handed),
    ("driven", _driven),
)


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(load_words("twosource.reconcile", "control")[name])


def _any(name: str) -> str:
    told: list[str] = load_words("twosource.reconcile", "control")[name]
    return "|".join(sorted(told, key=len, reverse=True))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    full = r"(?: (?:full|complete|total|effective|military|partial|operational))?"
    control = rf"(?:{full} (?:control|possession) (?:of|over)| over| back)"
    bare = "|".join(
        each
        for each in load_words("twosource.reconcile", "control")["taking"]
        if each not in _set("needing") or each in {"took", "takes", "taken"}
    )
    run = (
        r"(?:\b(?:ha[ds]|have|was|were|is|are|been|being|be|now|also|since|already|again|still|on|"
        r"late|early|both|never|not|no|longer|to|all|jointly|in full|does|did|do|[\w]+day|night|"
        r"morning|afternoon|evening|remains?|remained|[a-z]+ly|"
        rf"{_any('unreal')})\b,?\s+|\b\w+n['’]t\s+)+$"
    )
    party = r"[\w'’-]+(?: [\w'’-]+){0,5}?"
    return {
        "run": re.compile(run),
        "taking": re.compile(
            rf"\b(?:(?:{_any('taking')}){control}|(?:{bare})(?! (?:part|place|to)\b))(?= )"
            rf"|\b(?:claim(?:s|ed|ing)?|announced|celebrated) (?:the |its |their )?"
            r"(?:capture|seizure|recapture|liberation|conquest|takeover) of\b"
        ),
        "holding": re.compile(
            rf"\b(?:(?:in|maintains?|maintained|retains?|retained|keeps?|kept|has|have|had|"
            rf"claim(?:s|ed|ing)?){full} (?:control|possession) (?:of|over)|controls?|controlled|"
            r"holds?|held|retains?|retained)(?= )(?! (?:by|of|talks)\b)"
        ),
        "leaving": re.compile(rf"\b(?:{_any('leaving')}|{_any('departure')})(?= )"),
        "in_hands": re.compile(
            r"\b(?P<be>(?:is|are|was|were|been|being|be|remains?|remained|stays?|stayed|lies|came|"
            r"comes|come|fell|fallen)(?: (?:now|still|again|not|never|since|firmly|back|\w+ly))*)"
            rf" (?:(?:under|in|into) (?:the )?(?:(?:full|complete|total|firm|sole) )?"
            rf"(?:(?:control|hands) of (?P<behind>{party}(?= (?:{_any('ends')})\b|[,.;:\"”]|$))|"
            r"(?P<whose>[\w'’-]+(?: [\w'’-]+){0,3}?) (?:control|hands|rule)\b)"
            rf"|(?:to|(?:held|controlled|occupied|run) by) (?P<doer>{party}"
            rf"(?= (?:{_any('ends')})\b|[,.;:\"”]|$)))"
        ),
        "handed": re.compile(
            rf"\b(?:handed(?: over)?|ceded|surrendered|turned over) (?P<place>{party})"
            rf"(?: over| back)? to (?P<doer>{party}(?= (?:{_any('ends')})\b|[,.;:\"”]|$))"
        ),
        "driven": re.compile(
            rf"\b(?:{_any('driven')}) (?P<whom>{party}) (?:out of|from|back from)(?= )"
        ),
    }
