"""A verb in, what the phrase it makes with its object tells out: "took his own life".

Light verbs, lives lost, flight from home, gatherings: the verb alone would say nothing.
"""

from dataclasses import dataclass

from spacy.tokens import Token

from twosource.base.grammar import is_passive, objects, objects_of, subjects
from twosource.base.vocabulary import load_words

_WORDS = load_words("twosource.extract", "figures")
_LIGHT = frozenset(_WORDS["light"]["verbs"])
_HARM = frozenset(_WORDS["light"]["injured"])
_BRINGS = frozenset(_WORDS["light"]["brings"])
_HOSPITALS = frozenset(_WORDS["light"]["hospitals"])
_TAKES, _LOSES = frozenset(_WORDS["lives"]["takes"]), frozenset(_WORDS["lives"]["loses"])
_HOLDS = frozenset(_WORDS["holding"]["verbs"])
_CAPTIVE = frozenset(_WORDS["holding"]["how"])
_HELD = 7  # tokens within which "prisoner" tells what "taken" means
_SELF_VERBS = frozenset(_WORDS["to_death"]["self_verbs"])
_SELF_OBJECTS = frozenset(_WORDS["to_death"]["self_objects"])
_REFLEXIVES = frozenset(_WORDS["to_death"]["reflexives"])
_DRIVES = frozenset(_WORDS["displacing"]["object_verbs"])
_MOVES = frozenset(_WORDS["displacing"]["subject_verbs"])
_MARKS = frozenset(_WORDS["displacing"]["marks"])
_BARE = frozenset(_WORDS["displacing"]["bare"])
_HOSTS = frozenset(_WORDS["displacing"]["hosts"])
_ONLY_PASSIVE = frozenset(_WORDS["displacing"]["passive_verbs"])
HOMES = frozenset(_WORDS["housing"]["nouns"])
_GATHERS = frozenset(_WORDS["gathering"]["verbs"])
_SETTLED = frozenset(_WORDS["displacing"]["settled"])
_AWAY = frozenset(_WORDS["displacing"]["away"])
_HOMES = frozenset({"home", "homes", "house", "houses"})
_LEFT = frozenset(_WORDS["leaving"]["from"])
_OUSTS = frozenset({"drive", "force", "push"})
_NEAR = 14  # tokens within which "homes" tells what "forced" means
PHRASE_WORDS = frozenset({
    *_HARM, *_HOLDS, *_LOSES, *_DRIVES, *_MOVES, *_HOSTS, *HOMES, *_GATHERS, *_SELF_OBJECTS,
    *_BRINGS, "housing",
    *(f"{home}s" for home in HOMES),
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A word that tells a measure, and the heads of those it tells it of.

    `nobody`: it says that none of them was hit ("all are accounted for").
    """

    measure: str
    cue: Token
    heads: tuple[Token, ...]
    nobody: bool = False


def read_phrase(verb: Token, lemma: str) -> Told | None:
    """What the verb's phrase tells; None when it makes none of these."""
    for read in (_read_suicide, _read_light, _read_life, _read_hold, _read_flight, _read_gathering):
        told = read(verb, lemma)
        if told is not None:
            return told
    return None


def _read_suicide(verb: Token, lemma: str) -> Told | None:
    """As in "took his own life", "committed suicide", "turned the gun on himself"."""
    things = [child for child in verb.children if child.dep_ == "dobj"]
    if lemma not in _SELF_VERBS or not any(each.lemma_.lower() in _SELF_OBJECTS for each in things):
        return None
    if lemma == "turn":
        own = [each for each in objects_of(verb, frozenset({"on"})) if each.lower_ in _REFLEXIVES]
        return Told("killed", verb, tuple(own)) if own else None
    if lemma == "commit":
        return Told("killed", verb, tuple(subjects(verb)))
    own = [each for each in things if any(child.lower_ == "own" for child in each.lefts)]
    if not any(each.lemma_.lower() == "life" for each in own):
        return None
    return Told("killed", verb, tuple(subjects(verb)))


def _read_light(verb: Token, lemma: str) -> Told | None:
    """As in "sustained injuries", "was treated for wounds": the subject is hurt."""
    if lemma in _BRINGS and is_passive(verb) and _has_hospital(verb):
        return Told("injured", verb, tuple(objects(verb)))
    if lemma == "leave" and _is_hurt(objects_of(verb, frozenset({"with"}))):
        return Told("injured", verb, tuple(objects(verb)))  # "left 19 with burns"
    if lemma not in _LIGHT:
        return None
    things = [child for child in verb.children if child.dep_ == "dobj"]
    things += objects_of(verb, frozenset({"for", "with"}))
    if not _is_hurt(things):
        return None
    suffers = is_passive(verb) or lemma == "treat"  # "doctors treated 40 people for burns"
    return Told("injured", verb, tuple(objects(verb) if suffers else subjects(verb)))


def _is_hurt(things: list[Token]) -> bool:
    return any(thing.lemma_.lower() in _HARM for thing in things)


def _has_hospital(verb: Token) -> bool:
    near = verb.doc[verb.i + 1 : min(verb.i + _NEAR, verb.sent.end)]
    return any(token.lower_ in _HOSPITALS for token in near)


def _read_life(verb: Token, lemma: str) -> Told | None:
    """As in "claimed 12 lives", "claimed the lives of two men", "lost her life"."""
    if lemma not in _TAKES | _LOSES:
        return None
    if lemma in _LOSES and any(each.lemma_.lower() in HOMES for each in objects(verb)):
        return Told("displaced", verb, tuple(subjects(verb)))
    life = next((each for each in objects(verb) if each.lemma_.lower() == "life"), None)
    if life is None:
        return None
    named = objects_of(life, frozenset({"of"}))
    if lemma in _LOSES and not is_passive(verb) and not named:
        return Told("killed", verb, tuple(subjects(verb)))
    return Told("killed", verb, tuple(named) or (life,))


def _read_hold(verb: Token, lemma: str) -> Told | None:
    """As in "were taken prisoner", "is holding 12 people hostage"."""
    if lemma not in _HOLDS:
        return None
    near = {token.lower_ for token in verb.doc[verb.i + 1 : min(verb.i + _HELD, verb.sent.end)]}
    if near.isdisjoint(_CAPTIVE):
        return None
    heads = [each for each in objects(verb) if each.lower_ not in _CAPTIVE]
    return Told("captured", verb, tuple(heads))


def _read_flight(verb: Token, lemma: str) -> Told | None:
    """As in "forced 800 families from their homes", "left homeless", "sought refuge"."""
    if lemma in _HOSTS and _is_shelter(verb):
        return Told("displaced", verb, tuple(objects(verb)))
    if lemma not in _DRIVES | _MOVES:
        return None
    stop = min(verb.i + _NEAR, verb.sent.end)
    marks = {token.lower_ for token in verb.doc[verb.i + 1 : stop]}
    if not marks & _MARKS and not (lemma in _OUSTS and _is_out(verb, stop)):
        return None
    if lemma in _SETTLED and marks & _MARKS <= _HOMES and not marks & _AWAY:
        return None  # "thirty of our boys are home", "2,000 people remain in their homes"
    if lemma in _DRIVES and _befalls(verb, lemma, marks):
        return Told("displaced", verb, tuple(objects(verb)))
    heads = objects(verb) if is_passive(verb) else subjects(verb)
    return Told("displaced", verb, tuple(heads))


def _is_out(verb: Token, stop: int) -> bool:
    """As in "has driven 5,000 families out of the valley", "were driven from the hamlets"."""
    if "out of" in verb.doc[verb.i + 1 : stop].text.lower():
        return True
    left = objects_of(verb, frozenset({"from"}))
    return any(each.lemma_.lower() in _LEFT for each in left)


def _befalls(verb: Token, lemma: str, marks: set[str]) -> bool:
    """Whether the verb moves its object: not "left the camp", "took shelter"."""
    if is_passive(verb):
        return True
    return lemma not in _ONLY_PASSIVE and (lemma != "leave" or bool(marks & _BARE))


def _is_shelter(verb: Token) -> bool:
    """Whether a place of refuge does it: "the camps are housing 500 people"."""
    if is_passive(verb):
        return False
    return any(each.lower_ in _MARKS or each.lemma_.lower() in _MARKS for each in subjects(verb))


def _read_gathering(verb: Token, lemma: str) -> Told | None:
    if lemma not in _GATHERS or is_passive(verb):
        return None
    return Told("participants", verb, tuple(subjects(verb)))
