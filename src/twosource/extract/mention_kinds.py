"""A trigger in, how far it is said to have happened and whether it belongs to the story out."""

import re
from functools import cache

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.grammar import clause_of, is_negated, is_past_perfect, objects_of
from twosource.base.records import Modality, Scope, Time
from twosource.extract.actor_words import quantities
from twosource.extract.event_words import Kind, table, words
from twosource.extract.mention_triggers import Trigger

OF = frozenset({"of"})
UP = 5  # governing words looked at
VERBAL = frozenset({"xcomp", "ccomp", "advcl", "acl", "pcomp", "dobj", "pobj", "nsubj", "conj"})
WITHIN = frozenset({"relcl", "ccomp", "advcl", "acl", "pcomp"})
GRANTED = frozenset({"after", "since", "following", "during", "despite"})
POINTING = frozenset({"several", "many", "latest", "recent", "new", "fresh", "simultaneous"})
BEFORE = frozenset({"relcl", "ROOT", "conj"})
UNSURE: dict[str, Modality] = {  # words before a noun
    **dict.fromkeys(("planned", "scheduled", "upcoming", "future", "proposed"), "planned"),
    **dict.fromkeys(("possible", "potential", "feared", "imminent"), "hypothetical"),
    "alleged": "claimed",
}
NEGATIVE_NOUNS = frozenset({"no", "without", "neither", "nor"})


def modality_of(trigger: Trigger) -> Modality:
    """Asserted, or what keeps the words from asserting it: a plan, a threat, a "not", an "if"."""
    verb = trigger.verb
    if verb is None:
        return _noun_modality(trigger)
    if is_negated(verb) or _without(trigger.token):
        return "negated"
    return _own_modality(verb) or _governed(verb)


def _noun_modality(trigger: Trigger) -> Modality:
    noun = trigger.token
    if _without(noun):
        return "negated"
    told = next((UNSURE[each.lower_] for each in noun.lefts if each.lower_ in UNSURE), None)
    top = _governor(noun)
    if told is not None or top is None:
        return told or "asserted"
    if is_negated(top):
        return "negated"
    if _is_granted(noun, top):
        return "asserted"
    under = None if _is_made(trigger, top) else _under(top.lemma_.lower())
    return _own_modality(top) or under or _governed(top)


def _is_made(trigger: Trigger, top: Token) -> bool:
    """Whether agreeing to it makes it: "agreed to a truce" tells of a truce, not of a plan."""
    agreement = trigger.event is not None and trigger.event.kind == "agreement"
    return agreement and top.lemma_.lower() in {"agree", "commit"}


def _is_granted(noun: Token, top: Token) -> bool:
    """Whether the words take for granted that it happened: "rejected the murder", "after the raid".

    One act with an article or an owner, unless the verb above keeps it from happening.
    """
    if top.lemma_ in words("modality", "preventing"):
        return False
    if _is_sequel(noun, top):
        return True
    if noun.tag_ not in {"NN", "NNP"}:
        return False
    behind = noun.dep_ == "pobj" and noun.head.lower_ in GRANTED
    known = any(child.lower_ in {"the", "this"} or child.dep_ == "poss" for child in noun.lefts)
    return behind or (known and _under(top.lemma_.lower()) == "hypothetical")


def _is_sequel(noun: Token, top: Token) -> bool:
    """Whether something came about after it: "agreed to a truce after heavy attacks"."""
    behind = noun.dep_ == "pobj" and noun.head.lower_ in {"after", "following"}
    return behind and noun.head.head == top and top.tag_ == "VBD"


def _governor(noun: Token) -> Token | None:
    """The verb that a noun depends on over prepositions and other nouns."""
    token = noun
    for _ in range(UP):
        if token.head == token:
            return None
        label, token = token.dep_, token.head
        if token.pos_ in {"VERB", "AUX"}:
            return token if label in {"dobj", "nsubjpass", "prep", "nsubj", "conj"} else None
    return None


def _without(noun: Token) -> bool:
    if any(child.lower_ in NEGATIVE_NOUNS and child.dep_ == "det" for child in noun.lefts):
        return True
    return noun.dep_ in {"pobj", "pcomp"} and noun.head.lower_ == "without"


def _own_modality(verb: Token) -> Modality | None:
    """What the verb's own helpers say: will, would, may; an "if" before it."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "mark", "advmod"}}
    if helpers & words("modality", "conditions"):
        return "hypothetical"
    if helpers & words("modality", "future"):
        return "planned"
    if helpers & words("modality", "modals"):
        # "said they would meet" tells of a plan, "would meet if" does not.
        told = "would" in helpers and verb.dep_ == "ccomp" and not _has_condition(verb)
        return "planned" if told else "hypothetical"
    return "planned" if "to" in helpers and verb.head.lemma_ == "be" else None


def _governed(verb: Token) -> Modality:
    """What the verbs above say: "threatened to attack", "plan to withdraw", "demanded that"."""
    token = verb
    for _ in range(UP):
        label = token.dep_
        if label not in VERBAL or token.head == token:
            break
        purpose = label == "advcl" and _has_to(token)
        token = token.head
        found = _from_above(token, label, purpose=purpose) if label != "conj" else None
        if found is not None:
            return found
    return "asserted"


def _from_above(token: Token, label: str, *, purpose: bool) -> Modality | None:
    """What one governing word makes of the verb under it."""
    lemma = token.lemma_.lower()
    if label == "xcomp" and lemma in words("modality", "ready"):
        return "planned"
    under = _under(lemma) if label in {"xcomp", "ccomp", "pcomp", "acl", "dobj"} else None
    if under is not None:
        return under
    if purpose and lemma not in words("modality", "happening"):
        return "hypothetical"
    return _own_modality(token) if label == "xcomp" and token.pos_ == "VERB" else None


def is_tried(trigger: Trigger) -> bool:
    """Whether somebody is said to have tried it: "attempted to kill", "an attempt to kill"."""
    verb = trigger.verb
    return verb is not None and verb.head.lemma_.lower() in words("modality", "attempts")


def _has_condition(verb: Token) -> bool:
    return any(
        mark.lower_ in words("modality", "conditions")
        for child in verb.children if child.dep_ == "advcl"
        for mark in child.children
    )  # fmt: skip


def _has_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


@cache
def _under(lemma: str) -> Modality | None:
    for name in ("planned", "threatened", "hypothetical", "claimed"):
        if lemma in words("modality", name):
            return name
    return None


def scope_of(trigger: Trigger, time: Time | None, published: str | None) -> Scope:
    """Background for what lies before the story: other years, "at the time", a past perfect."""
    verb = clause_of(trigger.verb or trigger.token)
    if time is not None and _is_long_ago(time, published):
        return "background"
    held = trigger.event is not None and trigger.event.name == "abduct"  # until they are freed
    if time is None and is_past_perfect(verb) and verb.dep_ in BEFORE and not held:
        return "background"
    if time is None and _is_routine(trigger):
        return "background"
    if _is_toll_of_war(verb) or (time is None and _counts_wars(verb)):
        return "background"
    return "background" if any(map(_looks_back, verb.children)) else "current"


def _is_routine(trigger: Trigger) -> bool:
    """Whether violence is told as a habit or at large and not as one act: "kidnapping of traders".

    Bare plurals and mass nouns that no word counts or points at, and plain present tense.
    """
    token, event = trigger.token, trigger.event
    if event is None or not event.violent or trigger.carrier is not None:
        return False
    if token.pos_ in {"VERB", "AUX"}:
        return _is_habit(token) or _is_at_large(token)
    if token.tag_ == "NN" and token.dep_ != "ROOT" and any(map(_is_anybody, objects_of(token, OF))):
        return True
    if _is_sequel(token, clause_of(token)):
        return False
    mass = token.tag_ in {"NNS", "NNPS"} or token.lemma_.lower() in words("background", "mass")
    if not mass or token.dep_ in {"nsubj", "nsubjpass", "ROOT"}:
        return False
    counted = token.head.head if token.dep_ == "pobj" else token
    return not any(_points(child) for child in (*token.lefts, *counted.lefts))


def _is_toll_of_war(verb: Token) -> bool:
    """Whether a whole war is the subject: "the conflict has left thousands dead"."""
    if verb.dep_ == "conj" and not any(each.dep_ == "nsubj" for each in verb.children):
        verb = verb.head
    perfect = any(each.dep_ == "aux" and each.lemma_ == "have" for each in verb.children)
    return perfect and any(
        each.dep_ == "nsubj" and each.lemma_.lower() in words("background", "wars")
        for each in verb.children
    )


def _counts_wars(verb: Token) -> bool:
    """Whether wars are counted: "two wars broke out in the region" is history without a date."""
    return any(
        each.dep_ in {"nsubj", "nsubjpass"}
        and each.tag_ == "NNS"
        and each.lemma_.lower() in words("background", "wars")
        and any(child.dep_ in {"nummod", "amod"} for child in each.lefts)
        for each in verb.children
    )


def _is_at_large(verb: Token) -> bool:
    """Whether people at large suffer what is going on or may be: "they are killing priests"."""
    if verb.tag_ not in {"VB", "VBG", "VBZ", "VBP"} or verb.dep_ == "advcl":
        return False
    suffering = [child for child in verb.rights if child.dep_ == "dobj"]
    return bool(suffering) and all(map(_is_anybody, suffering))


def _is_anybody(noun: Token) -> bool:
    """Whether a plural stands bare, with no word that counts or points at those meant."""
    if noun.tag_ != "NNS" or any(child.dep_ in {"prep", "relcl", "acl"} for child in noun.rights):
        return False
    low = {child.lower_ for child in noun.lefts}
    return not any(map(_points, noun.lefts)) and not low & quantities()


def _is_habit(verb: Token) -> bool:
    """Whether a clause within a sentence stands in the plain present: "those who kill priests".

    Under a verb of speech in the present it is a headline: "Raid kills two, officials say".
    """
    if verb.tag_ not in {"VBZ", "VBP"} or verb.dep_ not in WITHIN:
        return False
    if verb.dep_ == "ccomp" and verb.head.tag_ in {"VBZ", "VBP"}:
        return False
    return not any(child.dep_ in {"aux", "auxpass"} for child in verb.children)


def _points(child: Token) -> bool:
    """Whether a word before a noun makes it this one or so many: "the", "two", "Monday's"."""
    return child.dep_ in {"det", "nummod", "poss", "quantmod"} or child.lower_ in POINTING


def _is_long_ago(time: Time, published: str | None) -> bool:
    """Whether a time lies in an earlier year than the report, more than two months before it."""
    if published is None or not time.value[:4].isdigit() or time.type == "DURATION":
        return False
    year, month = int(published[:4]), int(published[5:7] or 1)
    told = int(time.value[:4])
    told_month = int(time.value[5:7]) if time.value[5:7].isdigit() else 0
    if told_month == 0:
        return told < year
    return (year - told) * 12 + month - told_month > 2  # noqa: PLR2004 - months


def _looks_back(child: Token) -> bool:
    """Whether a phrase of time that hangs on the verb itself looks back: "at the time"."""
    if child.dep_ not in {"npadvmod", "advmod", "prep"}:
        return False
    start = child.left_edge.i
    words_of_it = child.doc[start : min(child.right_edge.i + 1, start + 6)]
    return _phrases().search(words_of_it.text.lower()) is not None


@cache
def _phrases() -> re.Pattern[str]:
    phrases = sorted(table("background")["phrases"], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b")


def kind_of(kind: Kind, modality: Modality) -> Kind:
    """The kind of a mention: what is only planned is a plan, unless it is a word spoken."""
    return "plan" if modality == "planned" and kind in {"incident", "agreement"} else kind


def is_headline(sentence: Words, headline: Words | None) -> bool:
    """Whether a passage is the report's headline."""
    return headline is not None and sentence.start == headline.start
