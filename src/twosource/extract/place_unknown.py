"""A name that the gazetteer lacks in, whether the report itself says that it is a place's, out."""

from spacy.tokens import Doc

from twosource.extract.place_evidence import is_struck
from twosource.extract.place_names import Name, is_capital, word_before
from twosource.extract.place_tellings import is_listed, is_told_behind, tells_part
from twosource.extract.place_words import place_words

WITHIN = frozenset({"in", "at", "inside", "outside"})
SHORTEST = 4  # letters of a name that the gazetteer lacks


def is_said_to_be(name: Name, doc: Doc) -> bool:
    """Whether the report itself says that an unknown name is a place's.

    It says so by "the town of Y", "in Y village", "the Y corridor", "near Y", "in Y, Syria",
    "Y, a town in", "Y, 12 km north of".
    """
    if _is_settled(name, doc):
        return True
    if not _may_be_a_name(name, doc):
        return False
    if _tells_its_kind(name, doc):
        return True
    return _is_proper(name, doc) and (
        _is_told_before(name, doc)
        or is_told_behind(name, doc)
        or is_listed(name, doc)
        or _is_taken(name, doc)
    )


def _is_proper(name: Name, doc: Doc) -> bool:
    """Whether the tagger takes all the words for proper nouns."""
    words = doc[name.start : name.end]
    return all(token.pos_ == "PROPN" or not is_capital(token) for token in words)


def _may_be_a_name(name: Name, doc: Doc) -> bool:
    """Whether the words are no body's, no title, no ordinary word, and not too short."""
    words = doc[name.start : name.end]
    if not any(token.pos_ in {"PROPN", "ADJ", "X"} for token in words):
        return False
    known = ("bodies", "titles", "ordinary", "calendar")
    opened = len(words) > 1 and words[0].lower_ in place_words("endings", "physical")
    inner = words[1:] if opened else words  # "Port Orlan" is no body's for its "Port"
    bodies = any(token.lower_ in place_words("bodies") for token in inner)
    if len(words) == 1:
        bodies = bodies or any(words[0].lower_ in place_words(each) for each in known)
    return not bodies and len(words.text) >= SHORTEST


def _tells_its_kind(name: Name, doc: Doc) -> bool:
    """Whether the name begins or ends with its kind, or it stands behind: "Wadi Y", "Y village"."""
    behind = _word(doc, name.end)
    if behind in place_words("types", "surely"):
        return True
    several = name.end - name.start > 1
    last, first = doc[name.end - 1].lower_, doc[name.start].lower_
    return several and (
        last in place_words("endings", "wider") or first in place_words("endings", "generic")
    )


def _is_told_before(name: Name, doc: Doc) -> bool:
    """Whether the words before the name say that it is a place."""
    place = _skip_directions(doc, word_before(doc, name.start))
    before, behind = _word(doc, place), _word(doc, name.end)
    if before == "of":
        head = _word(doc, word_before(doc, place))
        return head in place_words("types") or tells_part(head)
    if before == "the":
        there = _word(doc, word_before(doc, place)) in place_words("before", "happening")
        return behind in place_words("types", "words" if there else "naming")
    if before in place_words("before", "naming"):  # "a village called Y", "towns such as Y"
        return _kind_near(doc, place)
    if before in {"'s", "’s"}:  # "in Orlan's Y district"
        return behind in place_words("types")
    leads = before in place_words("types", "leading")  # "village Y"
    return leads or (before in place_words("before", "prepositions") and _is_there(name, doc))


def _is_there(name: Name, doc: Doc) -> bool:
    """Whether a name behind a preposition of place is a place: by its kind, or standing alone."""
    before, behind = _word(doc, word_before(doc, name.start)), _word(doc, name.end)
    if before in WITHIN and _stands_alone(name, doc):
        return True
    return before == "near" or behind in place_words("types") or _is_within(name, doc)


def _skip_directions(doc: Doc, place: int) -> int:
    """The index of "in" of "in northern Y", or of "the" of "the southwestern Y area"."""
    while place > 0 and doc[place].lower_ in place_words("before", "directions"):
        place = word_before(doc, place)
    return place


def _kind_near(doc: Doc, place: int) -> bool:
    """Whether a kind of place stands shortly before: "a village called", "towns such as"."""
    return any(token.lower_ in place_words("types") for token in doc[max(0, place - 3) : place])


def _is_taken(name: Name, doc: Doc) -> bool:
    """Whether the name is what was shelled, besieged or recaptured, and nothing stands behind."""
    words = doc[name.start : name.end]
    if words.text.isupper() or not _stands_alone(name, doc):
        return False
    return is_struck(words.root) and words.root.head.lemma_ in place_words("struck", "surely")


def _stands_alone(name: Name, doc: Doc) -> bool:
    """Whether nothing more belongs to the words: not "at Varda 's", "in Class 3", "at VDL"."""
    behind = doc[name.end] if name.end < len(doc) else None
    joined = behind is not None and (behind.text[:1].isalnum() and not behind.text[0].islower())
    owner = behind is not None and behind.lower_ in {"'s", "’s"}
    return not joined and not owner and not doc[name.start : name.end].text.isupper()


def _is_settled(name: Name, doc: Doc) -> bool:
    """Whether "the town of" stands before the name, or before the row of names it is in."""
    of = word_before(doc, name.run[0])
    if _word(doc, of) != "of":
        return False
    return _word(doc, word_before(doc, of)) in place_words("types", "settled")


def _is_within(name: Name, doc: Doc) -> bool:
    """Whether a wider place or its kind is told: "in Y, Syria", "at Y in Syria"."""
    if name.end + 1 >= len(doc) or doc[name.end].text not in {",", "in"}:
        return False
    before = _word(doc, word_before(doc, name.start))
    return is_capital(doc[name.end + 1]) and before in {"in", "at"}


def _word(doc: Doc, index: int) -> str:
    """The word at an index in small letters; "" outside the text."""
    return doc[index].lower_ if 0 <= index < len(doc) else ""
