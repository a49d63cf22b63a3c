"""A word in, whom it tells missing without saying so out: "no trace of 31 miners".

Or that nobody is: "all passengers are accounted for" is a count of none.
"""

from spacy.tokens import Token

from twosource.base.grammar import is_passive, objects, objects_of
from twosource.base.vocabulary import load_words
from twosource.extract.figure_idioms import Told

_WORDS = {
    name: frozenset(words)
    for name, words in load_words("twosource.extract", "figures")["missed"].items()
}
_OF, _FOR = frozenset({"of", "from"}), frozenset({"for"})
_EVERYONE = frozenset({"everyone", "everybody", "all"})
MISSED_WORDS = _WORDS["signs"] | _WORDS["fates"] | _WORDS["hunts"] | {"account"}


def read_missed_noun(noun: Token, lemma: str) -> Told | None:
    """As in "no trace of 31 miners", "the fate of 24 sailors is unknown", "the search for ten"."""
    if lemma in _WORDS["signs"]:
        found = objects_of(noun, _OF) if any(each.lower_ == "no" for each in noun.lefts) else []
    elif lemma in _WORDS["fates"]:
        told = any(each.lower_ in _WORDS["known"] for each in noun.head.children)
        found = objects_of(noun, _OF) if told else []
    elif lemma in _WORDS["hunts"]:
        found = [each for each in objects_of(noun, _FOR) if each.lemma_.lower() in _WORDS["lost"]]
    else:
        return None
    return Told("missing", noun, tuple(found)) if found else None


def read_missed_verb(verb: Token, lemma: str) -> Told | None:
    """As in "eleven fishermen have not been found", "all passengers are accounted for".

    The word that tells is the "not": the verb alone says the contrary.
    """
    if lemma not in _WORDS["finds"] or not is_passive(verb):
        return None
    told = next((each for each in verb.children if each.dep_ == "neg"), None)
    if told is not None:
        return Told("missing", told, tuple(objects(verb)))
    if lemma != "account" or not any(each.lower_ == "for" for each in verb.children):
        return None
    every = [each for each in objects(verb) if _is_everyone(each)]
    return Told("missing", verb, tuple(every[:1]), nobody=True)


def _is_everyone(head: Token) -> bool:
    return head.lower_ in _EVERYONE or any(each.lower_ in _EVERYONE for each in head.lefts)
