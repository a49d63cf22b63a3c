"""A place name in its sentence in, its role there out.

The role is None when the words name a person.
"""

from typing import Literal

from spacy.tokens import Doc, Token

from twosource.base.countries import Countries
from twosource.base.gazetteer_names import fold
from twosource.base.sites import is_spot, site_words
from twosource.extract.actor_words import known_at
from twosource.extract.event_words import event_words
from twosource.extract.place_names import Name, is_capital
from twosource.extract.place_words import place_words, state_nouns

Role = Literal["location", "government", "in_name", "people"]
REACH = 3  # words: "Turkish deputy prime minister"
LARGE = 300_000  # inhabitants: such a city is rarely a surname
SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
GROUPS = frozenset({"rebel_group", "militia", "media"})
WITHIN = frozenset({"in", "at", "near", "outside", "around"})


def choose_role(name: Name, doc: Doc, countries: Countries) -> Role | None:
    """The role; None for a person's name."""
    if name.people:
        return _role_of_people(name, doc)
    if is_in_body(name, doc) or _is_of_country(name, doc):
        return "in_name"
    if is_person(name, doc) or _is_group(name, doc, countries):
        return None
    if _is_part(name, doc):
        return "in_name"
    words = doc[name.start : name.end].text.removeprefix("The ")
    if countries.by_name(words) or countries.by_capital(words):
        return "government" if _acts(name, doc) else "location"
    return "location"


def _is_group(name: Name, doc: Doc, countries: Countries) -> bool:
    """Whether it is the name of an armed group or a medium: "Hamas", also a spelling of Hamm.

    "In Fano" and "Fano, Italy" are places all the same.
    """
    known = known_at(doc[name.start])
    if known is None or known.kind not in GROUPS or len(known.words) != name.end - name.start:
        return False
    before = doc[name.start - 1].lower_ if name.start else ""
    behind = doc[name.end : name.end + 2].text.removeprefix(",").strip()
    return before not in WITHIN and countries.by_name(behind) is None


def _role_of_people(name: Name, doc: Doc) -> Role | None:
    if _is_way(name, doc):
        return None
    named = is_in_body(name, doc) or is_of_state(name, doc) or is_of_land(name, doc)
    return "in_name" if named else "people"


def _is_way(name: Name, doc: Doc) -> bool:
    """Whether a street or a house is named after a people, or a person of such a name."""
    start, end = name.run
    if (
        name.end < end
        and doc[name.end].text[0].isupper()
        and doc[name.end].lower_ in site_words("ways")
    ):
        return True
    inner = name.start > start and is_capital(doc[name.start - 1])
    return inner and doc[name.start - 1].pos_ == "PROPN" and is_spot(doc[start:end].text)


def is_in_body(name: Name, doc: Doc) -> bool:
    """Whether the run goes on to a word for a body or begins with one."""
    start, end = name.run
    behind = [doc[i].lower_ for i in range(name.end, end)]
    if name.start == start and end + 1 < len(doc) and doc[end].lower_ in {"'s", "’s"}:
        behind.append(doc[end + 1].lower_ if is_capital(doc[end + 1]) else "")
    if "and" in behind:
        behind = behind[: behind.index("and")]
    if any(word in place_words("bodies") for word in behind):
        return True
    before = [doc[i].lower_ for i in range(start, name.start)]
    if before[-1:] == ["the"] and "and" in before:
        return False
    return len(before) > 1 and any(word in place_words("bodies", "heads") for word in before)


def is_of_state(name: Name, doc: Doc) -> bool:
    """Whether a word for a people tells whose body or office follows: "Syrian army".

    So also "Turkish Foreign Minister", "French riot police"; not "Syrian fighters", and not
    "Turkish-backed forces".
    """
    for token in doc[name.end : name.end + REACH]:
        if token.pos_ not in {"ADJ", "NOUN", "PROPN"}:
            return False
        if token.lower_ in state_nouns() or token.lemma_.lower() in state_nouns():
            return True
    return False


def _is_of_country(name: Name, doc: Doc) -> bool:
    """Whether a country's name tells whose force or office follows: "US soldiers"."""
    if all(entry.kind != "country" for entry in name.entries):
        return False
    attached = doc[name.start : name.end].root.dep_ in {"compound", "nmod", "amod"}
    return attached and is_of_state(name, doc)


def is_of_land(name: Name, doc: Doc) -> bool:
    """Whether a word for a people tells whose land it is: "the Syrian capital"."""
    for token in doc[name.end : name.end + REACH]:
        if token.text == "-" or token.pos_ == "ADJ":
            continue
        return any(word in place_words("land") for word in (token.text, token.lemma_))
    return False


def _is_part(name: Name, doc: Doc) -> bool:
    """Whether the row of capitalised words goes on directly: "China Daily", "United Russia"."""
    start, end = name.run
    follows = name.end < end and is_capital(doc[name.end])
    if follows and not _belongs(doc[name.end].lower_) and doc[name.end].pos_ == "PROPN":
        return True
    if name.start == start or not is_capital(doc[name.start - 1]):
        return False
    before = doc[name.start - 1]
    return not _belongs(before.lower_) and before.pos_ == "PROPN" and not before.is_sent_start


def is_person(name: Name, doc: Doc) -> bool:
    """Whether the name is part of a person's: "Jordan Smith", "Mr Paris", "Jack London"."""
    start, end = name.run
    if _is_typed(name, doc) or _is_owner(name, doc):
        return False
    if name.start > start and is_capital(doc[name.start - 1]):
        before = doc[name.start - 1]
        if _belongs(before.lower_) or before.is_sent_start:
            return False
        return not is_strong(name) or before.lower_ in place_words("titles")
    if name.end < end and is_capital(doc[name.end]) and not _belongs(doc[name.end].lower_):
        given = doc[name.start : name.end].text.lower() in place_words("given")
        return given or not is_strong(name)
    return False


def _is_owner(name: Name, doc: Doc) -> bool:
    """Whether what follows is no last name: "Slidell PD", "Houston Rockets"."""
    start, end = name.run
    if name.start > start or name.end >= end or doc[name.start].lower_ in place_words("given"):
        return False
    behind = doc[name.end]
    acronym = behind.text.isupper() and behind.text.isalpha() and len(behind) > 1
    return (acronym and not doc[name.start].text.isupper()) or behind.tag_ in {"NNPS", "NNS"}


def _is_typed(name: Name, doc: Doc) -> bool:
    """Whether the name itself says what kind of place it is: "Essex County"."""
    long = name.end - name.start > 1
    return long and doc[name.end - 1].lower_ in place_words("endings", "wider")


def is_strong(name: Name) -> bool:
    """Whether the name is first of all a place's: a country, a region, a large city."""
    return any(
        entry.kind in {"country", "admin1", "region", "sea", "point"}
        or (entry.population > LARGE and fold(entry.name) == fold(name.words))
        for entry in name.entries
    )


def _belongs(word: str) -> bool:
    """Whether a capitalised neighbour is of the place rather than of a person."""
    return (
        word in place_words("before", "directions")
        or word in place_words("endings")
        or word in place_words("endings", "openings")
        or word in place_words("types")
        or word in place_words("before", "prepositions")
        or word in place_words("ordinary")
    )


def _acts(name: Name, doc: Doc) -> bool:
    """Whether the name stands for a government: it speaks, acts or is spoken of as acting."""
    head = doc[name.start : name.end].root
    if head.dep_ == "conj" and head.head.pos_ == "PROPN":
        head = head.head
    if head.dep_ in SUBJECTS:
        return head.head.pos_ == "VERB" and head.head.lemma_ not in place_words("still", "verbs")
    if head.dep_ == "pobj":
        return _spoken_of(head.head)
    if head.dep_ in {"poss", "compound"}:
        return head.head.lower_ in place_words("voice", "acts")
    return False


def _spoken_of(preposition: Token) -> bool:
    """Whether a government is meant: "according to Y", "the governments in Y"."""
    if preposition.lower_ == "to" and preposition.head.lower_ == "according":
        return True
    led = preposition.head.lemma_.lower()
    if preposition.lower_ in {"in", "of"}:
        return preposition.head.lower_ in place_words("voice", "nouns")
    if preposition.lower_ in {"with", "between"}:
        return led in place_words("voice", "dealings")
    if preposition.lower_ == "on" and led == "call":
        return True
    if preposition.lower_ != "by":
        return False
    deed = preposition.head.pos_ == "NOUN" and led in event_words().nouns
    return deed or preposition.dep_ == "agent"  # "attacks by Y"
