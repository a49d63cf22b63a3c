"""A trigger in, how far it is said to have happened out."""

from functools import cache

from spacy.tokens import Token

from twosource.base.grammar import is_negated
from twosource.base.records import Modality
from twosource.extract.event_words import Kind, words
from twosource.extract.mention_triggers import Trigger

UP = 5  # governing words looked at
VERBAL = frozenset({"xcomp", "ccomp", "advcl", "acl", "pcomp", "dobj", "pobj", "nsubj", "conj"})
GRANTED = frozenset({"after", "since", "following", "during", "despite"})
UNSURE: dict[str, Modality] = {  # words before a noun
    **dict.fromkeys(("planned", "scheduled", "upcoming", "future", "proposed"), "planned"),
    **dict.fromkeys(("possible", "potential", "feared", "imminent"), "hypothetical"),
    "alleged": "claimed",
}
DOUBTED = frozenset({"hypothetical", "negated"})  # "rejected the murder", "denied the murder"
NEGATIVE_NOUNS = frozenset({"no", "without", "neither", "nor"})


def modality_of(trigger: Trigger) -> Modality:
    """Asserted, or what keeps the words from asserting it: a plan, a threat, a "not", an "if"."""
    verb = trigger.verb
    if verb is None:
        return _noun_modality(trigger)
    if is_negated(verb) or _without(trigger.token):
        return "negated"
    protest = trigger.event is not None and trigger.event.name == "protest"
    return _own_modality(verb) or _governed(verb, protest=protest)


def _noun_modality(trigger: Trigger) -> Modality:
    noun = trigger.token
    if _without(noun):
        return "negated"
    told = next((UNSURE[each.lower_] for each in noun.lefts if each.lower_ in UNSURE), None)
    top = _governor(noun)
    if told is not None or top is None:
        return told or "asserted"
    if _is_granted(trigger, top):
        return "asserted"
    if is_negated(top):
        return "negated"
    under = None if _is_made(trigger, top) else _under(top.lemma_.lower())
    return _own_modality(top) or under or _governed(top)


def _is_made(trigger: Trigger, top: Token) -> bool:
    """Whether agreeing to it makes it: "agreed to a truce" tells of a truce, not of a plan."""
    agreement = trigger.event is not None and trigger.event.kind == "agreement"
    return agreement and top.lemma_.lower() in {"agree", "commit"}


def _is_granted(trigger: Trigger, top: Token) -> bool:
    """Whether the words take for granted that it happened: "rejected the murder", "after the raid".

    One act with an article or an owner, unless the verb above keeps it from happening; an act of
    violence whatever may become of it ("will investigate the murder", "did not condemn the raid").
    """
    noun = trigger.token
    if top.lemma_ in words("modality", "preventing"):
        return False
    if is_sequel(noun, top):
        return True
    if noun.tag_ not in {"NN", "NNP"}:
        return False
    behind = noun.dep_ == "pobj" and noun.head.lower_ in GRANTED
    known = any(child.lower_ in {"the", "this"} or child.dep_ == "poss" for child in noun.lefts)
    violent = trigger.event is not None and trigger.event.violent
    above = _under(top.lemma_.lower())
    return behind or (known and (above in DOUBTED or (violent and above is None)))


def is_sequel(noun: Token, top: Token) -> bool:
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
    if helpers & words("modality", "conditions") or _is_awaited(verb, helpers):
        return "hypothetical"
    if helpers & words("modality", "future"):
        return "planned"
    if helpers & words("modality", "modals"):
        # "said they would meet" tells of a plan, "would meet if" does not.
        told = "would" in helpers and verb.dep_ == "ccomp" and not _has_condition(verb)
        return "planned" if told else "hypothetical"
    return "planned" if "to" in helpers and verb.head.lemma_ == "be" else None


def _is_awaited(verb: Token, helpers: set[str]) -> bool:
    """Whether something will go on until it comes: "would fight until the minister resigned"."""
    if verb.dep_ != "advcl" or not helpers & {"until", "till"}:
        return False
    above = {child.lower_ for child in verb.head.lefts if child.dep_ == "aux"}
    return bool(above & (words("modality", "future") | words("modality", "modals")))


def _governed(verb: Token, *, protest: bool = False) -> Modality:
    """What the verbs above say: "threatened to attack", "plan to withdraw", "demanded that".

    Whatever is done to protest is a protest: "blocked the road to protest at the price".
    """
    token = verb
    for _ in range(UP):
        label = token.dep_
        if label not in VERBAL or token.head == token:
            break
        purpose = label == "advcl" and _has_to(token)
        token = token.head
        purpose = purpose and not protest
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
    for name in ("planned", "threatened", "negated", "hypothetical", "claimed"):
        if lemma in words("modality", name):
            return name
    return None


def kind_of(kind: Kind, modality: Modality) -> Kind:
    """The kind of a mention: what is only planned is a plan, unless it is a word spoken."""
    return "plan" if modality == "planned" and kind in {"incident", "agreement"} else kind
