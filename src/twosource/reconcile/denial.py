"""A negated mention in, whether it denies that the thing happened out.

Not taking part in something, not wanting it, or nobody's claiming it denies nothing.
"""

import re
from functools import cache

from twosource.base.records import Account, Mention
from twosource.base.vocabulary import load_words

PART = re.compile(r"\s+(?:among|amongst)\b")  # "no casualties among the guards"
REFUSAL = re.compile(r"\b(?:would|will|shall) (?:not|never) (?:\w+ly )?$")
DENYING = re.compile(r"\b(?:den(?:y|ies|ied|ying)|rejected|rejects) (?:ever |having )?(?:\w+ly )?$")
OWN_DEED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)) (?:ever |having )?"
    r"(?:carrying out|conducting|launching|being behind|staging|mounting) (?:[^ ;:.]+ ){0,4}$"
)
FUTURE = re.compile(r"\b(?:(?:will|would|shall) (?:not|never)|won['’]t) (?:\w+ly )?$")
ASIDE = re.compile(  # of one person, of what did not come to be, in a question
    r"\b(?:(?:who|whom|whose|which)\b[^,;]{0,30}|if\b[^,;]{0,60})$"
)
ELSE = re.compile(r"\s+(?:any |the )?(?:other|further|additional|elsewhere|else)\b")
AT = re.compile(r" (?:at|during|in|after|before|following|amid) (?:[^ ]+ ){0,4}$")
OF_IT = re.compile(r"\bthat (?:the|this|these|those) (?:[\w-]+ ){0,2}$")
DONE_TO = re.compile(r"(?:was|were|is|are|had|has|have)\b")
HABIT = re.compile(r"\b(?:do|does|would|will|should|can|could|may) (?:not|never) (?:\w+ly )?$")
DOUBLE = re.compile(r"\bno\b[^.;:]{0,60}\bwithout (?:\w+ )?$")  # "no solution without fighting"
VIOLENT = "ASSAULT"
TOPIC = re.compile(r"\b(?:about|over)\b")  # "would not negotiate about the status of the valley"


def is_denial(mention: Mention, account: Account) -> bool:
    """Whether the words deny that it happened: the negation stands right at the trigger.

    A word for denying may stand some words before it: "denied that its troops had fired". What one
    does not do at large, or would not do ("would never shell a town"), denies no single attack.
    """
    if mention.modality not in {"negated", "hypothetical"}:
        return False
    before = account.report.text[mention.sentence.start : mention.trigger.start].lower()
    aside: list[str] = load_words("twosource.reconcile", "speakers")["not_denials"]
    if any(phrase in before for phrase in aside):
        return False
    words = " ".join(before.split()) + " "
    if PART.match(account.report.text, mention.trigger.end):
        return False
    behind = account.report.text[mention.trigger.end : mention.sentence.end].lower()
    if _denies_none(words, behind, mention) or _is_aside(words, behind, mention, account):
        return False
    if mention.modality == "hypothetical":
        return _clause().search(words) is not None or _never_was(words, behind)
    return any(pattern.search(words) for pattern in _patterns())


def _never_was(before: str, behind: str) -> bool:
    """Whether it is denied that there was one: "denied that a truce" and "had been reached"."""
    lead, tail = _concluded()
    return lead.search(before) is not None and tail.match(" ".join(behind.split())) is not None


def _denies_none(before: str, behind: str, mention: Mention) -> bool:
    """Whether one subject is refused and not all talks, or no single attack is spoken of."""
    if REFUSAL.search(before) and TOPIC.search(behind):
        return True
    at_large = HABIT.search(before) or DOUBLE.search(before)
    return mention.plover.event == VIOLENT and at_large is not None


def _is_aside(before: str, behind: str, mention: Mention, account: Account) -> bool:
    """Whether the trigger is only named beside what is denied or not done.

    "Who was not hurt" tells of one person, "did not attack other floors" of the others; "denied
    that he had been held at the march" does not deny the march, nor "that the unrest is paid" it.
    """
    if ASIDE.search(before) or ELSE.match(behind) or FUTURE.search(before):
        return True
    if OF_IT.search(before) and DONE_TO.match(behind.strip()):
        return not _concluded()[1].match(" ".join(behind.split()))
    text, start = account.report.text, mention.trigger.start
    denied = (
        each.trigger.end
        for each in account.mentions
        if each.sentence == mention.sentence and each.trigger.end < start
        if each.modality in {"negated", "hypothetical"}
    )
    return any(AT.match(f"{text[end:start].lower()}") for end in denied)


def denies_own_part(mention: Mention, account: Account) -> bool:
    """Whether it is only said not to have been one's own deed: "denied attacking the convoy"."""
    before = account.report.text[mention.sentence.start : mention.trigger.start].lower()
    led = " ".join(before.split()) + " "
    gerund = mention.trigger.quote(account.report.text).lower().endswith("ing")
    return OWN_DEED.search(led) is not None or (gerund and DENYING.search(led) is not None)


def is_unsure(mention: Mention, account: Account) -> bool:
    """Whether the clause only says that nobody can tell: "cannot say who fired"."""
    before = account.report.text[mention.sentence.start : mention.trigger.start].lower()
    return _unsure().search(" ".join(before.split()) + " ") is not None


@cache
def _unsure() -> re.Pattern[str]:
    words = load_words("twosource.reconcile", "denying")
    unable, asked = ("|".join(map(re.escape, words[name])) for name in ("unable", "asked"))
    return re.compile(rf"\b(?:{unable}) (?:yet |immediately )?(?:{asked})\b(?: [^ ;:.]+){{0,4}} $")


@cache
def _clause() -> re.Pattern[str]:
    """What is said not to have been done: "denied that the airport had been" and its verb."""
    verbs = "|".join(map(re.escape, load_words("twosource.reconcile", "denying")["verbs"]))
    return re.compile(
        rf"\b(?:{verbs}) that(?: [^ ;:,.]+){{1,6}} (?:had|has|have|was|were|is|are)(?: been)? $"
    )


@cache
def _concluded() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = load_words("twosource.reconcile", "denying")
    verbs, done = ("|".join(map(re.escape, words[name])) for name in ("verbs", "concluded"))
    return (
        re.compile(rf"\b(?:{verbs}) that (?:an?|any) (?:[\w-]+ ){{0,2}}$"),
        re.compile(rf"(?:(?:[\w-]+ )?(?:had|has|have|was|were) )(?:been )?(?:{done})\b"),
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = load_words("twosource.reconcile", "denying")
    verbs, negators, between = (
        "|".join(map(re.escape, words[name])) for name in ("verbs", "negators", "between")
    )
    return (
        re.compile(rf"\b(?:{verbs})\b(?: [^ ;:.]+){{0,9}} $"),
        re.compile(rf"(?:\b(?:{negators})|n['’]t)(?: (?:{between}|\w+ly)){{0,3}} $"),
    )
