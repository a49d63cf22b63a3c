"""A trigger with its time in, whether it belongs to the story or lies before it out."""

import re
from functools import cache

from spacy.tokens import Token

from twosource.base.grammar import clause_of, is_past_perfect, objects_of
from twosource.base.records import Scope, Time
from twosource.extract.actor_words import quantities
from twosource.extract.event_words import table, words
from twosource.extract.mention_kinds import is_sequel
from twosource.extract.mention_triggers import Trigger

OF = frozenset({"of"})
WITHIN = frozenset({"relcl", "ccomp", "advcl", "acl", "pcomp"})
POINTING = frozenset({"several", "many", "latest", "recent", "new", "fresh", "simultaneous"})
BEFORE = frozenset({"relcl", "ROOT", "conj"})


def scope_of(trigger: Trigger, time: Time | None, published: str | None) -> Scope:
    """Background for what lies before the story: other years, "at the time", a past perfect."""
    verb = clause_of(trigger.verb or trigger.token)
    if time is not None and _is_long_ago(time, published):
        return "background"
    if _is_state(trigger):
        return "background"
    held = trigger.event is not None and trigger.event.name == "abduct"  # until they are freed
    if time is None and is_past_perfect(verb) and _is_before(verb) and not held:
        return "background"
    if time is None and _is_routine(trigger):
        return "background"
    if _is_toll_of_war(verb) or (time is None and _counts_wars(verb)):
        return "background"
    return "background" if any(map(_looks_back, verb.children)) else "current"


def _is_state(trigger: Trigger) -> bool:
    """Whether a participle before a noun tells in what state somebody is: "a jailed poet"."""
    token, event = trigger.token, trigger.event
    described = token.dep_ == "amod" and token.tag_ == "VBN" and token.head.i > token.i
    return described and event is not None and not event.violent


def _is_before(verb: Token) -> bool:
    """Whether a past perfect lies before the story: not where it only follows "she said that"."""
    first = verb
    while first.dep_ == "conj":
        first = first.head
    return verb.dep_ in BEFORE and first.dep_ != "ccomp"


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
    if is_sequel(token, clause_of(token)):
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
    recent = r"(?! (?:\w+ )?(?:few |\d+ )?(?:hour|day|week|night)s?\b)"  # "in the past few hours"
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b" + recent)
