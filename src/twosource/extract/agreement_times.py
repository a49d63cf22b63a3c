"""The words for an agreement and the report's times in, since when and until when it holds out."""

from collections.abc import Sequence

from spacy.tokens import Token

from twosource.base.reading import Reading
from twosource.base.records import Time
from twosource.extract.agreement_words import listed

DATED = frozenset({"DATE", "TIME"})
Timed = dict[int, Time]  # times by their first token


def times_of(reading: Reading) -> Timed:
    """The report's times by the place of their first token."""
    homes = {token.idx: token.i for token in reading.doc}
    return {
        homes[each.span.start]: each for each in reading.account.times if each.span.start in homes
    }


def in_force_of(tokens: Sequence[Token], times: Timed) -> str | None:
    """The time from which it holds: "took effect on Monday", "a truce from Monday"."""
    for noun in tokens:
        verbs = [noun.head] if noun.dep_ in {"nsubj", "nsubjpass"} else []
        verbs += [child for child in noun.rights if child.dep_ == "relcl"]  # "a truce that took …"
        days = (_dated(verb, times) for verb in verbs if _enters(verb))
        found = next((each for each in days if each is not None), None)
        if found is not None:
            return found
    return _behind(tokens, times, "since", DATED)


def until_of(tokens: Sequence[Token], times: Timed) -> str | None:
    """The time when it ends or how long it lasts: "until Friday", "a 72-hour truce"."""
    for noun in tokens:
        for place in range(noun.left_edge.i, noun.i):
            if place in times and times[place].type == "DURATION":
                return times[place].id
    return _behind(tokens, times, "until", DATED | {"DURATION"})


def _enters(verb: Token) -> bool:
    """Whether a verb says that something begins to hold: "took effect", "came into force"."""
    if verb.lemma_ in {"begin", "start"}:
        return True
    if verb.lemma_ not in listed("verbs", "entering"):
        return False
    return any(each.lower_ in listed("nouns", "effects") for each in verb.subtree)


def _dated(verb: Token, times: Timed) -> str | None:
    places = range(verb.i, verb.right_edge.i + 1)
    found = [times[place] for place in places if place in times and times[place].type in DATED]
    return found[0].id if found else None


def _behind(tokens: Sequence[Token], times: Timed, key: str, types: frozenset[str]) -> str | None:
    """The time behind one of these prepositions at the agreement or at its verb."""
    prepositions = listed("words", key)
    for noun in tokens:
        joined = [child for child in noun.head.rights if child.dep_ == "conj"]
        for head in (noun, noun.head, *joined):
            for child in head.rights:
                if child.lower_ not in prepositions or child.i < noun.i:
                    continue
                for place in range(child.i + 1, min(child.right_edge.i, child.i + 4) + 1):
                    if place in times and times[place].type in types:
                        return times[place].id
    return None
