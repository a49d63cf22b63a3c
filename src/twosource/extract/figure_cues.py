"""A sentence's words in, what each tells of people out: the measure and the victims' head words.

One function for each way of saying it: by a verb, a noun, an adjective, a light verb.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.grammar import is_passive, objects, objects_of, subjects
from twosource.base.vocabulary import load_words
from twosource.extract.figure_ages import spread_aged
from twosource.extract.figure_custody import CUSTODY_WORDS, read_custody
from twosource.extract.figure_deaths import FATALLY, is_fatal, read_loss_of, who_died
from twosource.extract.figure_deeds import DEED_WORDS, read_deed
from twosource.extract.figure_idioms import HOMES, PHRASE_WORDS, Told, read_phrase
from twosource.extract.figure_missed import MISSED_WORDS, read_missed_noun, read_missed_verb
from twosource.extract.figure_wounds import (
    WOUND_WORDS,
    read_mark,
    read_mending,
    read_state,
    read_struck,
)

_WORDS = load_words("twosource.extract", "figures")


def _by_word(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: measure for measure, words in table.items() for word in words}


VERBS = _by_word(_WORDS["verbs"])
OWN = _by_word(_WORDS["verbs_own"])
NOUNS = _by_word(_WORDS["nouns"])
ADJECTIVES = _by_word(_WORDS["adjectives"])
_DEAD = frozenset(_WORDS["to_death"]["words"])
_FATAL = frozenset(_WORDS["to_death"]["adjectives"])
_ATTACKS = frozenset(_WORDS["to_death"]["attacks"])
_BODIES = frozenset(_WORDS["remains"]["nouns"])
_FINDS = frozenset(_WORDS["remains"]["finds"])
_DAY_WORDS = frozenset(_WORDS["days"]["words"])
_THEMSELVES = frozenset(_WORDS["moving"]["themselves"])
_MODALS = frozenset(_WORDS["unreal"]["modals"])
_DONE = frozenset(_WORDS["unreal"]["done"])
_UNREAL_HEADS = frozenset(_WORDS["unreal"]["heads"])
_PRESUMES = frozenset(_WORDS["presumed"]["verbs"])
_FREES = frozenset(_WORDS["unhit"]["verbs"])
_UNREAL_NOUNS = frozenset(_WORDS["unreal"]["nouns"])
_CUES = (
    PHRASE_WORDS
    | WOUND_WORDS
    | DEED_WORDS
    | CUSTODY_WORDS
    | MISSED_WORDS
    | {
        *VERBS,
        *OWN,
        *NOUNS,
        *ADJECTIVES,
        *_ATTACKS,
        *FATALLY,
        "away",
        "loss",
        "toll",
        "figure",
    }
)
_NAMING = frozenset({"ADJ", "ADV", "PROPN", "NOUN"})
_MARKED = frozenset({"condition", "wound", "injury"})
_PREDICATES = frozenset({"acomp", "oprd", "xcomp", "advcl", "ccomp", "advmod", "attr"})
_NEARLY = frozenset({"nearly", "almost"})
_WITH = frozenset({"with", "alongside"})
_AIMING = frozenset({"at", "into", "toward", "towards", "through", "up", "out", "back"})
_ALONG = frozenset({"along", "together"})


def has_cue(sentence: Words) -> bool:
    """Whether any word of the sentence may tell of people hit: the cheap first check."""
    return any(token.lemma_.lower() in _CUES or token.lower_ in _CUES for token in sentence)


def find_told(sentence: Words) -> Iterator[Told]:
    """What the sentence's words tell, in order; what is only feared or planned is left out."""
    for token in sentence:
        told = _read_word(token)
        if told is not None and told.heads and is_real(told.cue):
            yield replace(told, heads=tuple(spread_aged(told.heads)))


def is_real(cue: Token) -> bool:
    """Whether it is told as having happened: no "could kill", "threatened to kill", "if"."""
    labels = {child.lower_ for child in cue.children if child.dep_ in {"aux", "mark", "neg"}}
    if labels & _MODALS and "have" not in labels:
        return False
    if _is_beside_unreal(cue, labels) or _is_freed(cue):
        return False
    if labels & {"if", "unless", "whether", "not", "n't", "never"}:
        return False
    if _is_bare_infinitive(cue, labels):
        upper = cue.head.head if cue.dep_ in {"relcl", "acl"} else cue.head
        return upper.lemma_ in _DONE and is_real(upper)
    if cue.dep_ == "xcomp" and cue.head.lemma_ in _UNREAL_HEADS:
        return False
    outer = cue.head.lemma_.lower() if cue.dep_ in {"compound", "pobj", "pcomp"} else ""
    over = cue.head.head.lemma_.lower() if cue.dep_ in {"pobj", "pcomp"} else ""
    inner = {child.lower_ for child in cue.lefts if child.dep_ in {"amod", "compound"}}
    return not ({outer, over} | inner) & _UNREAL_NOUNS


def _is_freed(noun: Token) -> bool:
    """As in "freed 12 of the 30 hostages": told of those who are captives no longer."""
    if noun.pos_ != "NOUN":
        return False
    over = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
    return over.dep_ in {"dobj", "nsubjpass"} and over.head.lemma_.lower() in _FREES


def _is_beside_unreal(cue: Token, labels: set[str]) -> bool:
    """As in "nearly killed him", "to harm or kill somebody"."""
    if cue.pos_ == "VERB" and cue.i and cue.nbor(-1).lower_ in _NEARLY:
        return True
    return cue.tag_ == "VB" and cue.dep_ == "conj" and not labels and not is_real(cue.head)


def _is_bare_infinitive(cue: Token, labels: set[str]) -> bool:
    """Whether it stands with "to" and is not said to have been done: "to be killed"."""
    if cue.tag_ not in {"VB", "VBN"} or (cue.tag_ == "VBN" and "have" in labels):
        return False
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in cue.lefts)


def _read_word(token: Token) -> Told | None:
    lemma = token.lemma_.lower()
    if token.pos_ in {"VERB", "AUX"} and not _is_state(token):
        return _read_verb(token, lemma)
    if token.lower_ in ADJECTIVES and (_is_state(token) or token.pos_ in _NAMING):
        told = _read_adjective(token, ADJECTIVES[token.lower_])
        if told.heads or lemma not in NOUNS:
            return told
    if lemma in _MARKED and token.pos_ in {"NOUN", "PROPN"}:
        told_of = read_state(token) if lemma == "condition" else read_mark(token)
        if told_of is not None:
            return told_of
    return _read_plain_noun(token, lemma) if token.pos_ in {"NOUN", "PROPN"} else None


def _is_state(token: Token) -> bool:
    """As in "no one is missing", which the tagger takes for a verb."""
    if token.lower_ != "missing":
        return False
    been = any(each.dep_ == "aux" and each.lemma_ == "be" for each in token.lefts)
    return token.dep_ == "acomp" or (been and not objects(token))


def _read_plain_noun(token: Token, lemma: str) -> Told | None:
    measure = NOUNS.get(lemma) or NOUNS.get(token.lower_)  # the lemma of "corpses" is "corps"
    if measure is not None:
        return _read_noun(token, measure)
    if lemma in _ATTACKS:
        return _read_attack(token)
    return read_loss_of(token) or read_missed_noun(token, lemma)


def _read_verb(verb: Token, lemma: str) -> Told | None:
    if lemma in VERBS:
        return Told(_measure_of(verb, lemma), verb, (*_victims(verb), *_companions(verb)))
    if lemma in OWN:
        heads = objects(verb) if is_passive(verb) else who_died(verb)
        return Told(OWN[lemma], verb, (*heads, *_companions(verb)))
    if is_fatal(verb):
        return Told("killed", verb, tuple(_victims(verb) or subjects(verb)))
    if lemma == "pass" and any(child.lower_ == "away" for child in verb.children):
        return Told("killed", verb, tuple(subjects(verb)))
    for read in (read_phrase, read_deed, read_struck, read_mending, read_custody, read_missed_verb):
        told = read(verb, lemma)
        if told is not None and told.heads:
            return told
    return None


def _companions(verb: Token) -> list[Token]:
    """As in "was killed along with his wife and two sons"; weapons are no persons."""
    if verb.tag_ not in {"VBN", "VBD"}:
        return []
    found = objects_of(verb, _WITH)
    for child in verb.children:
        if child.lower_ in _ALONG:
            found += objects_of(child, _WITH)
    return [each for each in found if any(child.dep_ in {"poss", "nummod"} for child in each.lefts)]


def _victims(verb: Token) -> list[Token]:
    """The objects; or the subject of a bare past form ("Two people shot in the north")."""
    found = objects(verb)
    if verb.lemma_.lower() in _THEMSELVES and not is_passive(verb):
        gone = all(each.lemma_.lower() in HOMES or each.pos_ == "PROPN" for each in found)
        return subjects(verb) if gone else found  # "400 people had to evacuate (their homes)"
    if found or verb.tag_ not in {"VBN", "VBD"} or is_passive(verb):
        return found
    return [] if _is_active(verb) else subjects(verb)


def _is_active(verb: Token) -> bool:
    """Whether a bare past form does it and does not suffer it: "shot at", "shot and hit two"."""
    joined = [other for other in verb.conjuncts if other.pos_ == "VERB"]
    if any(objects(other) and not is_passive(other) for other in joined):
        return True
    if verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in _AIMING:
        return True
    if verb.tag_ == "VBN":
        return False
    return any(
        each.tag_ == "PRP" or any(child.lower_ == "the" for child in each.lefts)
        for each in subjects(verb)
    )


def _measure_of(verb: Token, lemma: str) -> str:
    measure = VERBS[lemma]
    if measure != "injured":
        return measure
    dead = any(child.lower_ == "dead" and child.i > verb.i for child in verb.children)
    return "killed" if dead or is_fatal(verb) else measure


def _read_noun(noun: Token, measure: str) -> Told | None:
    """As in "200 deaths", "the death of two men", "his killing"."""
    named = objects_of(noun, frozenset({"of", "to", "among"})) or _behind_day(noun)
    if named and measure != "other":
        stray = [each for each in noun.conjuncts if each.i > named[-1].i and _may_be_named(each)]
        return Told(measure, noun, (*named, *stray))
    owners = [child for child in noun.lefts if child.dep_ == "poss"]
    if owners and measure == "killed" and (noun.lemma_ not in _BODIES or _is_found(noun)):
        return Told(measure, noun, tuple(owners))
    return Told(measure, noun, (noun,))


def _is_found(body: Token) -> bool:
    """Whether it is a body that somebody came upon: "found a man's body"."""
    verb = body.head
    return body.dep_ in {"dobj", "nsubjpass"} and verb.lemma_.lower() in _FINDS


def _behind_day(noun: Token) -> list[Token]:
    """As in "the death Friday of a clerk": the parser hangs "of" on something before."""
    doc, place = noun.doc, noun.i + 1
    while place + 1 < len(doc) and doc[place].lower_ in _DAY_WORDS:
        place += 1
    if place == noun.i + 1 or doc[place].lower_ != "of":
        return []
    return [each for each in doc[place].children if each.dep_ == "pobj"]


def _may_be_named(token: Token) -> bool:
    """As in "the bodies of a boy and a girl": the parser may hang the girl on the bodies."""
    return token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() not in NOUNS


def _read_attack(noun: Token) -> Told:
    """As in "the fatal shooting of two men"."""
    kinds = {child.lower_ for child in noun.lefts if child.dep_ in {"amod", "compound"}}
    measure = "killed" if kinds & _FATAL else "injured"
    return Told(measure, noun, tuple(objects_of(noun, frozenset({"of"}))))


def _read_adjective(word: Token, measure: str) -> Told:
    """As in "four people dead", "three dead men", "is missing", "was found dead"."""
    bearers = (word, *(child for child in word.lefts if child.dep_ == "aux"))  # "no one is missing"
    own = [each for one in bearers for each in one.children if each.dep_ in {"nsubj", "nsubjpass"}]
    head = word.head
    if measure == "killed" and _is_missing(word):
        return Told(measure, word, ())
    if own:
        return Told(measure, word, tuple(own))
    if word.dep_ in {"amod", "acl", "appos"} and head.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}:
        return Told(measure, word, (head,))
    if word.dep_ in _PREDICATES and head.pos_ in {"VERB", "AUX"}:
        heads = objects(head) if word.dep_ in {"oprd", "xcomp"} else []
        return Told(measure, word, tuple(heads or subjects(head) or objects(head)))
    return Told(measure, word, ())


def _is_missing(word: Token) -> bool:
    """As in "missing and presumed dead"."""
    before = [token.lower_ for token in word.doc[max(0, word.i - 4) : word.i]]
    return word.head.lemma_.lower() in _PRESUMES and "missing" in before
