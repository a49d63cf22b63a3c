"""A machine of war in, the force that it acts for out: "Russian warplanes bombed the town".

ACLED names the force and not the machine as the actor; a machine that is itself hit stays a thing.
"""

from functools import cache

from spacy.tokens import Token

from twosource.base.grammar import is_passive
from twosource.base.vocabulary import load_words
from twosource.extract.actor_drafts import Draft, country_of_words, country_phrase, government_of
from twosource.extract.actor_words import known_at, noun_kind, singular

MILITARY = "state_military"
ARMED = frozenset({MILITARY, "rebel_group", "militia", "external_force", "de_facto_military"})
OWNERS = {"state_government": MILITARY, "rebel_group": "rebel_group"}  # "government helicopters"


def find_machine(token: Token) -> Draft | None:
    """The force for which a machine acts in this sentence; None where it acts for nobody named."""
    if not is_machine(token) or not _acts(token):
        return None
    before = [each for each in token.lefts if each.dep_ not in {"det", "nummod", "punct"}]
    spread = [word for each in before for word in (*each.lefts, each)]
    if not spread:
        return None
    start = min(word.i for word in spread if word.i < token.i)
    kinds = [found for found in map(noun_kind, spread) if found]
    if "external_force" in kinds:
        return Draft(token, start, token.i + 1, "external_force")  # "Saudi-led coalition jets"
    country = country_of_words(spread)
    if country is not None:
        code = country.iso3
        name, body = f"Military of {country_phrase(code)}", government_of(code)
        return Draft(token, start, token.i + 1, MILITARY, name, code, body)
    known = next((found for found in map(known_at, spread) if found), None)
    if known is not None and known.kind in ARMED:
        return Draft(token, start, token.i + 1, known.kind, known.name, known.country)
    kind = next((OWNERS[found] for found in kinds if found in OWNERS), None)
    return Draft(token, start, token.i + 1, kind) if kind else None


def is_machine(token: Token) -> bool:
    """Whether a noun is a machine of war: its modifiers ("fighter jet") are no actors."""
    return singular(token) in _words("machines")


def _acts(token: Token) -> bool:
    """Whether it does something, or is blamed: a subject, the "by" of a passive, a blamed one."""
    first = token
    while first.dep_ == "conj":
        first = first.head
    head = first.head
    if first.dep_ == "nsubj":
        return head.pos_ == "VERB"
    if first.dep_ == "dobj":
        return head.lemma_.lower() in _words("blaming")
    if first.dep_ == "pobj" and head.lower_ in {"by", "on"}:
        over = head.head
        blamed = over.lemma_.lower() in _words("blaming")
        return blamed if head.lower_ == "on" else is_passive(over) or over.tag_ == "VBN"
    return False


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_words("twosource.extract", "actors")["machines"][name])
