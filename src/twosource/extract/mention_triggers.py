"""A sentence in, the words that tell of a happening out, each with its type."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.grammar import objects, objects_of
from twosource.extract.event_senses import sense_of
from twosource.extract.event_words import (
    EventType,
    base_form,
    compound,
    event_named,
    event_words,
    lemma_of,
    longest,
    table,
    weapon_class,
    words,
)

PARTICLES = frozenset(
    {"prt", "advmod", "advcl", "dobj", "prep", "dative", "acomp", "oprd", "attr", "npadvmod"}
)
ROWS = frozenset({"series", "wave", "string", "spate", "campaign"})  # "a series of attacks"
UNDERGOING = frozenset({"dobj", "nsubjpass"})
NOUNS = frozenset({"NOUN", "PROPN"})
WITH = frozenset({"with"})
FILLING = frozenset({"fill", "load", "pack", "lace", "contain"})
CLAUSES = frozenset({"acl", "relcl"})  # what a noun is described by: "the bombs that were planted"
CONTENT = frozenset({"dobj", "ccomp", "xcomp", "prep", "dative"})  # what is asked, or of whom
VERB_TAGS = frozenset({"VBD", "VBN", "VBZ", "VBP", "VB", "VBG"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """A happening's word. `carrier` is the verb whose object a noun is ("launched an attack")."""

    token: Token
    event: EventType | None
    carrier: Token | None = None
    partner: Token | None = None  # the noun of a pair: "fire" in "opened fire"

    @property
    def verb(self) -> Token | None:
        """The verb that holds the trigger's participants; None for a noun that stands alone."""
        return self.token if self.token.pos_ in {"VERB", "AUX"} else self.carrier


def find_triggers(sentence: Words) -> list[Trigger]:
    """The triggers of a sentence in order. A pair's noun is no trigger of its own."""
    found: list[Trigger] = []
    used: set[int] = set()
    for token in sentence:
        trigger = read_trigger(token)
        if trigger is None:
            continue
        found.append(trigger)
        if trigger.partner is not None:
            used.add(trigger.partner.i)
    return [each for each in found if each.token.i not in used or each.partner is not None]


def read_trigger(token: Token) -> Trigger | None:
    """What a word tells of; None when it tells of no happening."""
    if token.lower_ in words("harmed", "words"):
        harmed = _read_harmed(token)
        if harmed is not None:
            return harmed
    if token.lower_ == "called" and token.i > 1 and token.nbor(-1).lower_ in {"-", "so"}:
        return None
    mended = token.lower_ in table("lemmas")
    if mended or token.pos_ == "VERB" or (token.tag_ in VERB_TAGS and token.pos_ == "AUX"):
        return _read_verb(token)
    return _read_noun(token) if token.pos_ in NOUNS else None


def _read_harmed(token: Token) -> Trigger | None:
    """A word for those hurt, where it says who they are: "the dead are", "the injured were"."""
    top = token
    while top.dep_ == "pobj" and top.head.lower_ in {"of", "among"} and top.head.head != top.head:
        top = top.head.head
    verb = top if top.lemma_ == "be" else top.head
    subject = top.dep_ in {"nsubj", "nsubjpass"} or top.lemma_ == "be"
    if not subject or verb.lemma_ not in words("harmed", "telling"):
        return None
    return Trigger(token, event_named(table("harmed")["as"][token.lower_]), verb)


def _read_verb(token: Token) -> Trigger | None:
    lemma = lemma_of(token)
    found = _pair(token, lemma) or _thrown(token, lemma)
    if found is not None or _describes(token):
        return found
    if any(child.lower_ == "sexually" for child in token.children):
        return Trigger(token, event_named("sexual_violence"))
    if lemma in words("saying", "verbs") and any(map(_must, token.rights)):
        return Trigger(token, event_words().verbs["demand"])
    event = None if _only_comments(token, lemma) else event_words().verbs.get(lemma)
    if event is not None and not any(child.dep_ in UNDERGOING for child in token.children):
        event = sense_of(token, event, lemma)  # "the nurses will strike"
    backed = event is not None and event.name == "support" and token.dep_ == "acl"
    return Trigger(token, event) if event is not None and not backed else None


def _only_comments(verb: Token, lemma: str) -> bool:
    """Whether a verb tells of no act of its own: "was met with silence", "as they had asked"."""
    suffered = any(child.dep_ == "nsubjpass" for child in verb.children)
    if suffered and lemma in words("done", "verbs"):
        return True
    marked = any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.lefts)
    event = event_words().verbs.get(lemma)
    asks = event is not None and event.kind == "speech_act"
    return asks and marked and not any(each.dep_ in CONTENT for each in verb.rights)


def _pair(verb: Token, lemma: str) -> Trigger | None:
    """A verb with its noun or particle: "opened fire"; a noun says more: "shot down two drones".

    Where the verb only carries a longer noun, the noun tells what happened: "carried out a drone
    attack".
    """
    pairs = event_words().pairs.get(lemma, {})
    partners = _partners(verb) if pairs else ()
    for partner in sorted(partners, key=lambda each: each.pos_ not in NOUNS):
        event = pairs.get(base_form(partner)) or pairs.get(compound(partner) or "")
        if event is not None:
            longer = _long_noun(partner) if lemma in words("support", "verbs") else None
            same = longer and longer.plover == event.plover and longer.needs is None
            return Trigger(verb, longer if same else event, partner=partner)
    return None


def _long_noun(noun: Token) -> EventType | None:
    """The event of a noun with the words before it: "drone attack"."""
    nouns = event_words().nouns
    return nouns.get(longest(noun)) or nouns.get(compound(noun) or "")


def _thrown(verb: Token, lemma: str) -> Trigger | None:
    """A weapon that is thrown, planted or set off, told by its class: "hurled two devices"."""
    threw, hit = lemma in words("wielded", "throwing"), lemma in words("subjects", "verbs")
    if not threw and not hit:
        return None
    labels = ({"dobj", "nsubjpass", "advmod"} if threw else set()) | ({"nsubj"} if hit else set())
    described = [verb.head] if threw and verb.tag_ == "VBN" and verb.dep_ in CLAUSES else []
    named = [child for child in verb.children if child.dep_ in labels]
    for partner in (*named, *chain.from_iterable(map(_counted, named)), *described):
        if partner.pos_ in NOUNS:
            name = table("thrown").get(_class_of(partner) or "")
            if name is not None:
                return Trigger(verb, event_named(name), partner=partner)
    return None


def _behind(preposition: Token) -> Iterator[Token]:
    """The noun behind a preposition; behind "from" also an act and its object."""
    yield from (each for each in preposition.children if each.dep_ == "pobj")
    if preposition.lower_ == "from":
        for verb in preposition.children:
            if verb.dep_ == "pcomp":
                yield from (verb, *(each for each in verb.rights if each.dep_ == "dobj"))


def _counted(noun: Token) -> list[Token]:
    """What a word only counts or weighs: "dozens of rockets", "15 kg of explosives"."""
    base = base_form(noun)
    counts = noun.pos_ == "NUM" or base in words("things", "groups") | words("things", "measures")
    return objects_of(noun, frozenset({"of"})) if counts else []


def _describes(token: Token) -> bool:
    """Whether a participle only describes a noun: "fighting men", "the long-awaited talks"."""
    if token.dep_ != "amod" or token.tag_ == "VBD" or token.i == 0:
        return False
    joined = token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
    return joined or (token.head.i == token.i + 1 and token.tag_ == "VBG")


def _class_of(thrown: Token) -> str | None:
    """The class of a weapon, or of what something is filled with: "barrels full of chlorine"."""
    filled = [child for child in thrown.rights if child.dep_ == "acl" and child.lemma_ in FILLING]
    inside = [each for child in filled for each in (*objects_of(child, WITH), *objects(child))]
    inside += [child for child in thrown.lefts if child.dep_ == "compound" and _is_sure(child)]
    inside += objects_of(thrown, WITH)
    classes = (weapon_class(each) for each in (thrown, *inside))
    return next((kind for kind in classes if kind is not None), None)


def _is_sure(noun: Token) -> bool:
    """Whether a word before a noun is a weapon in any sense: "chlorine" in "chlorine cylinder"."""
    return base_form(noun) not in words("wielded", "doubtful")


def _must(child: Token) -> bool:
    """Whether what is said is a demand: "said that the troops must leave"."""
    return child.dep_ == "ccomp" and any(
        each.dep_ == "aux" and each.lower_ in words("saying", "musts") for each in child.lefts
    )


def _partners(verb: Token) -> Iterator[Token]:
    """The words that may make a pair with a verb: objects, particles, nouns behind prepositions."""
    for child in verb.children:
        if child.dep_ in PARTICLES or child.dep_ in {"nsubjpass", "agent"}:
            yield child
            if child.dep_ in {"prep", "agent"}:
                yield from _behind(child)
            elif child.dep_ in {"dobj", "nsubjpass"}:
                yield from _counted(child)
                yield from (each for each in child.lefts if each.dep_ in {"compound", "amod"})
                yield from (each for each in child.rights if each.dep_ == "conj")
        elif child.dep_ == "nsubj" and verb.lemma_ in words("subjects", "verbs"):
            yield child


def _read_noun(token: Token) -> Trigger | None:
    nouns = event_words().nouns
    event = _long_noun(token)
    if event is None:
        event = nouns.get(base_form(token)) or nouns.get(token.lower_)
        event = sense_of(token, event, base_form(token)) if event is not None else None
    if event is None or not _is_happening(token):
        return None
    return Trigger(token, event, _carrier(token))


def _is_happening(token: Token) -> bool:
    """Whether a noun stands for the act itself and not for part of a name or another noun."""
    if token.dep_ in {"compound", "nmod"} and token.head.i > token.i:
        return False
    if token.text == "March":  # the month, but for the first word of a sentence
        return any(child.dep_ == "det" for child in token.lefts)
    return not (token.pos_ == "PROPN" and token.dep_ in {"compound", "appos"})


def _carrier(noun: Token) -> Token | None:
    """The verb of which an event noun is the object or the subject: "launched an attack"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and base_form(noun.head.head) in ROWS:
        noun = noun.head.head  # "launched a series of attacks"
    verb, label = noun.head, noun.dep_
    if label == "pobj" and noun.head.lower_ in {"in", "into", "out"}:
        verb = noun.head.head
    elif label not in {"dobj", "nsubj", "nsubjpass", "attr"}:
        return None
    if verb.pos_ == "VERB" and verb.lemma_ in words("support", "verbs"):
        return verb
    return None
