"""The word lists of actors in, look-ups by the words of a parse out."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from twosource.base.countries import by_demonym
from twosource.base.sites import site_words
from twosource.base.vocabulary import load_words
from twosource.extract.place_words import place_words

SAME_BODY = frozenset({"movement", "party", "group", "organisation", "organization", "militia"})
SHORT_FORM = 5  # letters: up to here a name in capitals must stand in capitals


@dataclass(frozen=True, slots=True)
class Known:
    """A body that the word list knows. `country` is None when it has none or several."""

    name: str
    kind: str
    country: str | None
    words: tuple[str, ...]


@cache
def known_bodies() -> dict[str, tuple[Known, ...]]:
    """Known bodies by the first word of each of their forms, longest form first."""
    found: dict[str, list[Known]] = {}
    for kind, rows in load_words("twosource.extract", "actors")["known"].items():
        for row in rows:
            *forms, country = row
            for form in forms:
                words = split_form(form)
                known = Known(forms[0], kind, country or None, words)
                found.setdefault(_key(words[0]), []).append(known)
    return {
        first: tuple(sorted(rows, key=lambda known: (-len(known.words), known.name)))
        for first, rows in found.items()
    }


def split_form(form: str) -> tuple[str, ...]:
    """The tokens that spaCy makes of a name: blanks, "'s", brackets and hyphens between words."""
    spaced = (
        form.replace("'s ", " 's ").replace("(", "( ").replace(")", " )").replace("s' ", "s ' ")
    )
    words: list[str] = []
    for word in spaced.split():
        parts = word.split("-") if len(word) > SHORT_FORM and "-" in word else [word]
        for number, part in enumerate(parts):
            words += ["-", part] if number else [part]
    return tuple(word for word in words if word)


def known_at(token: Token) -> Known | None:
    """The known body whose name begins at this token, the longest one."""
    rows = known_bodies().get(_key(token.text))
    if rows is None:
        return None
    doc, start = token.doc, token.i
    for known in rows:
        end = start + len(known.words)
        if end > len(doc) or (known.words[0][0].isupper() and not token.text[0].isupper()):
            continue
        alone = len(known.words) == 1
        if all(
            _same(word, doc[start + place].text, alone=alone)
            for place, word in enumerate(known.words)
        ):
            return None if _is_in_longer(token, known) else known
    return None


def _is_in_longer(token: Token, known: Known) -> bool:
    """Whether the word is only part of a place's or of another body's name.

    "Port Amal" is no Amal, nor is "Hamas Bridge" a Hamas, nor the "Amal Front", though the "Amal
    Movement" is; "New Dawn" is no paper.
    """
    if len(known.words) > 1 or token.text.isupper():
        return False
    before = token.nbor(-1) if token.i > token.sent.start else None
    behind = token.nbor() if token.i + 1 < token.sent.end else None
    opened = before is not None and before.text[0].isupper() and (
        _opens_place(before) or (known.kind == "media" and _names(before))
    )  # fmt: skip
    if opened or behind is None or not behind.text[0].isupper():
        return opened
    ends = behind.lower_ in place_words("endings") and behind.lower_ not in place_words("bodies")
    other = behind.text in body_kinds() and behind.lower_ not in SAME_BODY
    return ends or other or behind.lower_ in site_words("spots")


def _names(token: Token) -> bool:
    """Whether a word with a capital before a medium's name is part of a longer name."""
    plain = token.is_sent_start or token.lower_ in {"the", "a"} or is_day(token)
    return not plain and not is_title(token) and by_demonym(token.text) is None


def _opens_place(token: Token) -> bool:
    return any(token.lower_ in place_words("endings", each) for each in ("openings", "generic"))


def _key(word: str) -> str:
    return word.lower()


def _same(form: str, word: str, *, alone: bool) -> bool:
    """Capitals must agree in short forms ("WHO", "IS"), and names must not be plain words."""
    if form == word:
        return True
    if form.isupper() or (alone and len(form) <= SHORT_FORM):
        return False
    return form.lower() == word.lower()


@cache
def head_kinds() -> dict[str, str]:
    """The kind of actor that a noun of one or more words stands for, by its singular lemma."""
    heads = load_words("twosource.extract", "actors")["heads"]
    return {noun: kind for kind, nouns in heads.items() for noun in nouns}


@cache
def body_kinds() -> dict[str, str]:
    """The kind of body that a name with this last word belongs to."""
    bodies = load_words("twosource.extract", "actors")["bodies"]
    return {word: kind for kind, words in bodies.items() for word in words}


@cache
def body_fields() -> dict[str, str]:
    """The kind of body that a word within its name tells: "Relief" of "Orvan Relief Committee"."""
    fields = load_words("twosource.extract", "actors")["body_fields"]
    return {word: kind for kind, words in fields.items() for word in words}


@cache
def body_starts() -> dict[str, str]:
    """The kind of body that a name with this first word belongs to."""
    starts = load_words("twosource.extract", "actors")["body_starts"]
    return {word: kind for kind, words in starts.items() for word in words}


@cache
def titles() -> frozenset[str]:
    """Words for offices and ranks that stand before a person's name, without full stops."""
    words = load_words("twosource.extract", "actors")["titles"]["words"]
    return frozenset(word.rstrip(".") for word in words)


def is_title(token: Token) -> bool:
    """Whether the word names an office or rank."""
    return token.lower_.rstrip(".") in titles()


def is_day(token: Token) -> bool:
    """Whether the word names a day or month; "Jan" before a name is a first name."""
    if token.lower_.rstrip(".") not in run_words("calendar"):
        return False
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    return not (token.text == "Jan" and after.pos_ == "PROPN" and after.text.istitle())


@cache
def run_words(key: str) -> frozenset[str]:
    """Words that tell where a name begins or ends: "calendar", "departments", "presses"."""
    return frozenset(load_words("twosource.extract", "actors")["runs"][key])


@cache
def first_names() -> frozenset[str]:
    """Common first names."""
    return frozenset(load_words("twosource.extract", "actors")["first_names"]["words"])


@cache
def pronoun_names() -> dict[str, str]:
    """First names that only men or only women bear, each with the pronoun that fits."""
    names = load_words("twosource.extract", "actors")["first_names"]
    women, either = frozenset(names["women"]), frozenset(names["either"])
    men = first_names() - women - either
    return dict.fromkeys(sorted(men), "he") | dict.fromkeys(sorted(women), "she")


@cache
def person_words(key: str) -> frozenset[str]:
    """Verbs and nouns that only persons do or suffer."""
    return frozenset(load_words("twosource.extract", "actors")["persons"][key])


def singular(token: Token) -> str:
    """A noun's lemma in lower case; names in the plural lose their ending too."""
    lemma = token.lemma_.lower()
    if token.pos_ != "NOUN" and lemma.endswith("s") and not lemma.endswith("ss"):
        kinds = head_kinds()
        for stem in (lemma, lemma[:-1], lemma[:-3] + "y"):
            if stem in kinds:
                return stem
    return lemma


def noun_kind(head: Token) -> str | None:
    """The kind of actor that a noun stands for with the words before it; None for no actor."""
    kinds = head_kinds()
    word = singular(head)
    if head.i >= 1:
        before = head.nbor(-1)
        longer = kinds.get(f"{before.lower_} {word}")
        if longer is None and head.i > 1 and before.lower_ == "-":
            longer = kinds.get(f"{head.nbor(-2).lower_}-{word}")
        if longer is not None:
            return longer
        if word in run_words("made_of") and head.tag_ in {"NN", "NNS"}:
            return kinds.get(singular(before)) or kinds.get(word)
    return kinds.get(word)


def is_staff(head: Token) -> bool:
    """Whether a noun and the rank before it name a body: "the General Staff" is nobody's name."""
    if head.i == 0 or head.nbor(-1).lower_ not in titles():
        return False
    return head_kinds().get(f"{head.nbor(-1).lower_} {head.lower_}", "person") != "person"


@cache
def quantities() -> frozenset[str]:
    """Words of number and extent that are no part of who somebody is: "several", "numerous"."""
    return frozenset(load_words("twosource.extract", "actors")["quantities"]["words"])


@cache
def collectives() -> frozenset[str]:
    """Nouns that mean a body, not its people: "army", "police"."""
    return frozenset(load_words("twosource.extract", "actors")["collectives"]["words"])


@cache
def links() -> frozenset[str]:
    """Words in lower case inside a name: "de", "bin"."""
    return frozenset(load_words("twosource.extract", "actors")["links"]["words"])


@cache
def pointers() -> dict[str, frozenset[str]]:
    """Nouns that point back to a body named before, and the kinds of body that they may mean."""
    return _pointing("words")


@cache
def pointer_kinds() -> dict[str, frozenset[str]]:
    """Words before such a noun that say of which kind it is: "monitoring", "jihadist"."""
    return _pointing("before")


def _pointing(key: str) -> dict[str, frozenset[str]]:
    rows = load_words("twosource.extract", "actors")["pointers"]
    return {word: frozenset(row["kinds"]) for row in rows for word in row[key]}


def held_as_body(names: list[Token]) -> bool:
    """Whether "the" stands before two names that are no known first name: a body, no person."""
    before = names[0].nbor(-1) if names[0].i else names[0]
    held = before.lower_ == "the" and before.head == names[-1]
    return held and len(names) > 1 and names[0].text not in first_names()
