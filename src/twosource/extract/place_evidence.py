"""A name that the gazetteer has in, how sure it is that a place is meant, out.

Points for and against are added up: what kind of place has the name, how large it is, what words
stand before and behind. `ENOUGH` was set on GeoWebNews and LGL.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from twosource.base.countries import by_name
from twosource.base.gazetteer_names import Entry, fold
from twosource.base.place_lookup import short_form
from twosource.extract.place_names import Name, is_capital, word_before
from twosource.extract.place_roles import is_strong
from twosource.extract.place_tellings import is_listed, is_told_behind, tells_part
from twosource.extract.place_words import place_words

ENOUGH = 1.0
SHORTEST = 5  # letters of a name in a dateline
SURE = 3.0  # for "La." behind a comma
SIZES = ((500_000, 2.0), (100_000, 1.5), (20_000, 1.0), (3_000, 0.5), (0, 0.0))
KINDS = {"country": 3.0, "admin1": 2.0, "region": 2.0, "sea": 2.0, "admin2": 1.0, "point": 2.0}


@dataclass(frozen=True, slots=True)
class Context:
    """What the whole report says about its words.

    `small` are words that also stand in small letters within it; `persons` are the parts of
    persons' names; `placed` are names that stood behind a preposition of place somewhere; `wide`
    are the tokens at which the name of a country, a province or a county begins.
    """

    small: frozenset[str]
    persons: frozenset[str] = field(default_factory=frozenset)
    placed: frozenset[str] = field(default_factory=frozenset)
    wide: frozenset[int] = field(default_factory=frozenset)


def weigh_name(name: Name, doc: Doc, context: Context) -> float:
    """The points for a place, less those against."""
    words = doc[name.start : name.end]
    if _is_short(name, doc):
        return SURE
    points = max((_prior(entry, words.text) for entry in name.entries), default=-1.0)
    points += 1.5 if _is_home(name, doc) else _before(name, doc)
    points += _behind(name, doc, context)
    if words.text in context.placed:
        points += 1.0
    if is_struck(words.root):
        points += 1.0
    return points - sum(_against(name, doc, context))


def _is_short(name: Name, doc: Doc) -> bool:
    """Whether the name is a short form that is no word: "N.Y.", "La." behind a comma."""
    words = doc[name.start : name.end].text
    if short_form(words) is None:
        return False
    return "." in words[:-1] or (name.start > 0 and doc[name.start - 1].text == ",")


def _prior(entry: Entry, words: str) -> float:
    """What the place itself brings: a country more than a hamlet, a main name more than another."""
    if entry.kind != "town":
        return KINDS.get(entry.kind, 0.5)
    points = next(value for least, value in SIZES if entry.population >= least)
    return points if fold(entry.name) == fold(words) else points - 0.5


def _before(name: Name, doc: Doc) -> float:
    """What the word before the name brings, an article and blanks left out."""
    if name.start == 0:
        return 0.0
    token = doc[max(word_before(doc, name.start), 0)]
    if token.text == "," and token.i and is_capital(doc[token.i - 1]):
        return 0.5
    if token.lower_ == "the" and name.start > 1:
        token = doc[name.start - 2]
    if token.lower_ == "of":
        return _before_of(doc, token.i)
    return 1.5 if _puts_there(token) else 0.0


def _puts_there(token: Token) -> bool:
    """Whether a place is named behind the word: "in Y", "northern Y", "village Y", "called Y"."""
    word, before = token.lower_, token.nbor(-1).lower_ if token.i else ""
    if word in place_words("before", "prepositions"):
        return before != "according"
    if word in {"called", "named"}:
        return before in place_words("types")
    direction = word in place_words("before", "directions") and token.i > 0
    return direction or word in place_words("types", "leading")


def _before_of(doc: Doc, place: int) -> float:
    """What the word before "of" brings: a kind of place, an edge of one, a direction."""
    head = doc[max(word_before(doc, place), 0)].lower_
    if head in place_words("types"):
        return 2.0
    return 1.5 if tells_part(head) else 0.0


def _is_home(name: Name, doc: Doc) -> bool:
    """Whether it tells where a person is from: "Ann Orlan, 41, of X", "R-X", "Ann Orlan of X"."""
    if name.start < 3:  # noqa: PLR2004 - "a person, of"
        return False
    first, second, last = doc[name.start - 3 : name.start]
    if last.text == "-":
        return second.text in place_words("before", "parties") and not second.whitespace_
    aged = first.like_num and second.text == ","
    if last.text == ",":
        return second.like_num and first.text == ","
    both = first.pos_ == second.pos_ == "PROPN" and is_capital(first) and is_capital(second)
    bodies = {first.lower_, second.lower_} & place_words("bodies")
    return last.lower_ == "of" and (aged or (both and not bodies))


def _behind(name: Name, doc: Doc, context: Context) -> float:
    if name.end - name.start > 1 and doc[name.end - 1].lower_ in place_words("endings"):
        return 1.5
    if name.end >= len(doc):
        return 0.0
    token = doc[name.end]
    if token.lower_ in place_words("types") or token.lower_ in place_words("civic"):
        return 1.0
    if _opens(name, doc) or is_listed(name, doc) or is_told_behind(name, doc):
        return 1.5
    if token.text == "," and name.end + 1 < len(doc) and is_capital(doc[name.end + 1]):
        wider = doc[name.end + 1].text
        known = name.end + 1 in context.wide or short_form(wider) or by_name(wider)
        return 1.5 if known else 0.5
    return 0.0


def _against(name: Name, doc: Doc, context: Context) -> Iterator[float]:
    words = doc[name.start : name.end]
    first = words[0]
    yield from _against_words(name, words, context)
    if words.root.dep_ == "nsubj" and not is_strong(name) and _speaks(words.root.head):
        yield 1.5
    if len(words) == 1 and words.text in context.persons and not _is_country(name):
        yield 1.0 if is_strong(name) else 2.5
    if _is_acronym(words.text) and not _is_country(name) and not _opens(name, doc):
        yield 3.0
    if first.i and _is_title(doc[first.i - 1]):
        yield 3.0
    if len(words.text) <= 3 and not _is_country(name):  # noqa: PLR2004 - "Ali", "Of"
        yield 1.0


def _against_words(name: Name, words: Words, context: Context) -> Iterator[float]:
    """What the words themselves say: ordinary ones, a bare direction ("the West")."""
    lower = words.text.lower()
    if _is_ordinary(name, words) or lower in context.small:
        article = name.start > 0 and words.doc[name.start - 1].lower_ == "the"
        yield 4.0 if article and len(words) == 1 else 2.5
    if lower in place_words("before", "directions"):
        yield 3.0
    if all(token.pos_ not in {"PROPN", "X"} for token in words) and not words.text.isupper():
        yield 1.0


def _is_ordinary(name: Name, words: Words) -> bool:
    """Whether nothing is left but ordinary words, types and directions ("Police Department")."""
    key = fold(words.text)
    if key in place_words("ordinary"):
        return True
    if len(words) == 1 or any(_is_main(entry, key) for entry in name.entries):
        return False
    typed = words[-1].lower_ in place_words("endings") and words[0].lower_ not in place_words(
        "bodies"
    )
    return not typed and all(_is_plain(fold(token.text)) for token in words)


def _is_main(entry: Entry, key: str) -> bool:
    """Whether the whole key is a place's own name, or any name of a country or region."""
    return entry.kind in {"country", "region", "sea"} or fold(entry.name) == key


def _is_plain(word: str) -> bool:
    return word in place_words("ordinary") or word in place_words("bodies") or not word


def is_struck(head: Token) -> bool:
    """Whether the name is the object of a verb such as "shell" or "enter"."""
    if head.dep_ not in {"dobj", "nsubjpass"}:
        return False
    return head.head.lemma_ in place_words("struck", "verbs")


def _speaks(verb: Token) -> bool:
    return verb.lemma_ in place_words("saying", "verbs")


def _is_acronym(words: str) -> bool:
    """Whether the word is written in few capitals ("NATO", "BA"), as names of towns are not."""
    words = words.removeprefix("The ")
    return words.isupper() and len(words) < 6 and short_form(words) is None  # noqa: PLR2004


def _opens(name: Name, doc: Doc) -> bool:
    """Whether the name opens its sentence before a comma, a bracket or a dash: a dateline."""
    if name.end >= len(doc):
        return False
    if doc[name.start].is_sent_start and doc[name.end].text in {",", "(", "-", "--"}:
        return True
    return _is_dateline(name, doc)


def _is_dateline(name: Name, doc: Doc) -> bool:
    """Whether a name in capitals stands before a dash behind which a sentence begins."""
    words = doc[name.start : name.end].text
    dash = doc[name.end].text in {"-", "--"} and bool(doc[name.end - 1].whitespace_)
    opens = name.end + 1 < len(doc) and is_capital(doc[name.end + 1])
    return dash and opens and words.isupper() and len(words) >= SHORTEST


def _is_title(token: Token) -> bool:
    return token.lower_ in place_words("titles")


def _is_country(name: Name) -> bool:
    return any(entry.kind in {"country", "region"} for entry in name.entries)
