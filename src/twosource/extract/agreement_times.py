"""The words for an agreement and the report's times in, since when and until when it holds out."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from twosource.base.reading import Reading
from twosource.base.records import Time
from twosource.extract.agreement_bundles import agreed_clauses, enters
from twosource.extract.agreement_words import governor, is_ahead, is_real, listed, verbs_at

DATED = frozenset({"DATE", "TIME"})
ANY = DATED | {"DURATION"}
Timed = dict[int, Time]  # times by their first token
REACH = 4  # words between a preposition and its time


def times_of(reading: Reading) -> Timed:
    """The report's times by the place of their first token."""
    homes = {token.idx: token.i for token in reading.doc}
    return {
        homes[each.span.start]: each for each in reading.account.times if each.span.start in homes
    }


def in_force_of(tokens: Sequence[Token], times: Timed) -> str | None:
    """The time from which it holds: "took effect on Monday", "a truce from Monday"."""
    for token in tokens:
        days = (_dated(verb, times) for verb in verbs_at(token) if enters(verb))
        found = next((each for each in days if each is not None), None)
        if found is not None:
            return found
    return _behind(tokens, times, "since", DATED)


def until_of(tokens: Sequence[Token], times: Timed) -> str | None:
    """The time when it ends or how long it lasts: "until Friday", "a 72-hour truce"."""
    for find in (_prolonged, _ending, _lasting):
        found = next((each for token in tokens for each in find(token, times)), None)
        if found is not None:
            return found
    return _behind(tokens, times, "until", ANY)


def _prolonged(token: Token, times: Timed) -> Iterator[str]:
    """By how long it is made longer: "extended by two days"."""
    for verb in verbs_at(token):
        if verb.lemma_ in listed("verbs", "extending"):
            yield from _first(verb, times, frozenset({"by", "for", "until", "to", "till"}), ANY)


def _ending(token: Token, times: Timed) -> Iterator[str]:
    """When it is to end: "will end on Friday", "expired on Sunday"."""
    for verb in _with_aims(token):
        if verb.lemma_ in listed("verbs", "expiring") and (is_ahead(verb) or verb.lemma_ != "end"):
            found = _dated(verb, times)
            if found is not None:
                yield found
        if verb.lemma_ in listed("verbs", "lasting"):
            yield from _within(verb, times, ANY)


def _with_aims(token: Token) -> Iterator[Token]:
    """The verbs at an agreement with what they lead to: "is to last", "is due to expire"."""
    for verb in verbs_at(token):
        yield verb
        for child in verb.rights:
            if child.dep_ in {"xcomp", "acomp"}:
                yield child
                yield from (each for each in child.rights if each.dep_ == "xcomp")


def _lasting(token: Token, times: Timed) -> Iterator[str]:
    """How long it lasts by a word before it: "a 72-hour truce", no "months-long" one."""
    for place in range(token.left_edge.i, token.i):
        if place in times and times[place].type == "DURATION":
            words = {each.lower_ for each in token.doc[place : token.i]}
            if not words & {"long", "old"}:
                yield times[place].id


def _dated(verb: Token, times: Timed) -> str | None:
    """The first time behind a verb, else the one before it."""
    right = [times[place] for place in range(verb.i, verb.right_edge.i + 1) if place in times]
    left = [times[place] for place in range(verb.left_edge.i, verb.i) if place in times]
    return next((each.id for each in (*right, *left) if each.type in DATED), None)


def _within(verb: Token, times: Timed, types: frozenset[str]) -> Iterator[str]:
    for place in range(verb.i + 1, min(verb.right_edge.i, verb.i + REACH) + 1):
        if place in times and times[place].type in types:
            yield times[place].id


def _behind(tokens: Sequence[Token], times: Timed, key: str, types: frozenset[str]) -> str | None:
    """The time behind one of these prepositions at the agreement or at its verb."""
    prepositions = listed("words", key)
    for token in tokens:
        for head in _heads(token):
            for found in _first(head, times, prepositions, types, token.i):
                return found
    return None


def _heads(token: Token) -> Iterator[Token]:
    """The words that a time of the agreement may hang on; what breaks it has times of its own."""
    yield token
    verb = governor(token)
    breaking = verb is not None and verb.lemma_ in listed("verbs", "breaking")
    for each in (*((verb,) if verb is not None and not breaking else ()), *verbs_at(token)):
        if is_real(each) or is_ahead(each):
            yield each
    yield from agreed_clauses(token)


def _first(
    head: Token,
    times: Timed,
    prepositions: frozenset[str],
    types: frozenset[str],
    start: int = 0,
) -> Iterator[str]:
    """The times right behind a preposition that hangs on a word, from a place in the text on."""
    inner = [each for child in head.rights if child.lower_ == "from" for each in child.rights]
    for child in (*head.rights, *inner):  # "from Monday to Friday"
        if child.lower_ not in prepositions or child.i < start:
            continue
        for place in range(child.i + 1, min(child.right_edge.i, child.i + REACH) + 1):
            if place in times and times[place].type in types:
                yield times[place].id
