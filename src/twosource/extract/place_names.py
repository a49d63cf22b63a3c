"""A sentence in, the stretches of it that may be place names out, longest first from the left."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from twosource.base.gazetteer import Gazetteer
from twosource.base.gazetteer_names import Entry
from twosource.base.place_lookup import is_doubtful_form, look_up
from twosource.extract.place_words import place_words

TAIL = re.compile(r"-(?:led|backed|based|born|held|run|made|allied|brokered|controlled)$")
JOINING = frozenset({"ADP", "SCONJ", "CCONJ"})
PREPOSITIONS = ("prepositions", "happening", "leading")
JOINTS = frozenset({"and", "on", "&"})  # between two names, when the gazetteer has no longer one
TOWN = 100_000  # inhabitants
LONGEST = 7  # tokens; "Democratic Republic of the Congo" has five, hyphens count


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `start` to `end` (exclusive), the places of that name, and the run they stand in.

    A run is an unbroken row of capitalised words: "Bank of England", "Paris Smith". `people` is
    set for a word for a people.
    """

    start: int
    end: int
    entries: tuple[Entry, ...]
    run: tuple[int, int]
    people: bool = False
    words: str = ""


def find_names(passage: Words, gazetteer: Gazetteer) -> Iterator[Name]:
    """All names of a passage that the gazetteer has, words for peoples, and unknown runs."""
    for run in find_runs(passage):
        for part in _cut(passage.doc, run):
            yield from _names_of_run(passage, part, gazetteer)


def _cut(doc: Doc, run: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The run in two where a district is told within a wider place: "Orlan District of Varda"."""
    start, end = run
    for index in range(start + 1, end - 2):
        kind = doc[index].lower_ in place_words("endings", "wider")
        if kind and doc[index + 1].lower_ == "of" and is_capital(doc[index]):
            yield start, index + 1
            yield from _cut(doc, (index + 2, end))
            return
    yield run


def find_runs(passage: Words) -> Iterator[tuple[int, int]]:
    """Rows of capitalised words, with small words and hyphens inside, as token indices."""
    doc, place, stop = passage.doc, passage.start, passage.end
    while place < stop:
        if not is_capital(doc[place]):
            place += 1
            continue
        end = place + 1
        while end < stop:
            step = _reach(doc[end], stop)
            if step is None:
                break
            end = step
        yield _article_before(doc, place, passage.start), end
        place = end


def _article_before(doc: Doc, start: int, first: int) -> int:
    """The index of "al" of "al-Tarikh", else the same index."""
    if start - 2 < first or doc[start - 1].text != "-" or doc[start - 1].whitespace_:
        return start
    article = doc[start - 2]
    joined = article.lower_ in place_words("inside", "articles") and not article.whitespace_
    return start - 2 if joined else start


def _reach(token: Token, stop: int) -> int | None:
    """The index behind the next capitalised word when only inner words lie between."""
    doc = token.doc
    hyphens = 1 if token.text == "-" else 0  # "Mazar-i-Sharif"
    for index in range(token.i, min(token.i + 3 + hyphens, stop)):
        each = doc[index]
        if is_capital(each):
            return index + 1
        inner = _is_inner(each)
        owner = doc[index - 1].lower_ in place_words("inside", "owners")
        inner = inner or (each.lower_ in {"'s", "’s"} and owner)
        if not inner or (each.text == "-" and doc[index - 1].whitespace_):
            return None
    return None


def _is_inner(token: Token) -> bool:
    """Whether the word may stand within a name; "as" and "at" only as articles ("as-Suwayda")."""
    lower = token.lower_
    if lower in place_words("inside", "hyphened"):
        return token.i + 1 < len(token.doc) and token.nbor().text == "-"
    return lower in place_words("inside") or token.text in place_words("inside", "marks")


def is_capital(token: Token) -> bool:
    """Whether the word is written with a capital, as names are, and is no weekday or month.

    Nor is it a preposition that opens a sentence: "In Orlan" is no name of two words.
    """
    if not token.text[:1].isupper() or token.lower_ in place_words("calendar"):
        return False
    return token.pos_ not in JOINING or not any(
        token.lower_ in place_words("before", each) for each in PREPOSITIONS
    )


def word_before(doc: Doc, index: int) -> int:
    """The index of the word before another, blanks left out; -1 when there is none."""
    index -= 1
    while index >= 0 and doc[index].is_space:
        index -= 1
    return index


def _after_comma(token: Token) -> bool:
    """Whether a comma stands before: "IN" is Indiana only there."""
    return token.i > 0 and token.nbor(-1).text == ","


def _names_of_run(passage: Words, run: tuple[int, int], gazetteer: Gazetteer) -> Iterator[Name]:
    whole = _told_whole(passage, run, gazetteer)
    if whole is not None:
        yield from whole
        return
    known = list(_known_names(passage, run, gazetteer))
    if known and run[1] - run[0] < 3:  # noqa: PLR2004 - nothing can join two names
        yield from known
        return
    parts = list(_joined(passage.doc, run))
    if known and len(parts) == 1:
        yield from known
        return
    held = [(name.start, name.end) for name in known]
    unknown = [
        Name(start, end, (), run)
        for start, end in parts
        if not any(first < end and start < behind for first, behind in held)
    ]
    yield from sorted([*known, *unknown], key=lambda name: name.start)


def _known_names(passage: Words, run: tuple[int, int], gazetteer: Gazetteer) -> Iterator[Name]:
    """The names of a run that the gazetteer has, longest first from the left."""
    place, end = run
    while place < end:
        name = _longest(passage, place, run, gazetteer)
        if name is not None:
            yield name
        place = name.end if name else place + 1


def _joined(doc: Doc, run: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The parts of a run between words that join two names: "Orlan and Varda"."""
    start = run[0]
    for index in range(run[0] + 1, run[1] - 1):
        if doc[index].text in JOINTS and start < index:
            yield start, index
            start = index + 1
    yield start, run[1]


def _told_whole(
    passage: Words, run: tuple[int, int], gazetteer: Gazetteer
) -> tuple[Name, ...] | None:
    """The names of a run that "the town of" stands before; None when none does.

    "The town of Khan Orlan" is one name, though the gazetteer has a Khan. Several are joined by
    "and": "the villages of Orlan and Khan Varda".
    """
    doc, (start, end) = passage.doc, run
    of = word_before(doc, start)
    if of <= passage.start or doc[of].lower_ != "of":
        return None
    if doc[word_before(doc, of)].lower_ not in place_words("types", "settled"):
        return None
    joints = [index for index in range(start, end) if doc[index].lower_ == "and"]
    parts = zip([start, *(index + 1 for index in joints)], [*joints, end], strict=True)
    if any(not is_capital(doc[index]) for index in range(start, end) if _is_loose(doc[index])):
        return None
    return tuple(_one_name(passage, part, run, gazetteer) for part in parts)


def _is_loose(token: Token) -> bool:
    """Whether a small word stands free within a run: then it may hold more than one name."""
    hyphened = token.nbor(-1).text == "-" or token.text in {"and", "-"}
    return not hyphened and token.lower_ not in place_words("inside", "articles")


def _one_name(
    passage: Words, part: tuple[int, int], run: tuple[int, int], gazetteer: Gazetteer
) -> Name:
    """The whole part as a name, known or not."""
    start, end = part
    entries, known = _find(passage.doc[start:end].text, gazetteer)
    return Name(start, end, entries, run, words=known)


def _longest(passage: Words, start: int, run: tuple[int, int], gazetteer: Gazetteer) -> Name | None:
    """The longest name that begins at a token; a word for a people counts as a name too."""
    doc = passage.doc
    joined = start + 2 < run[1] and doc[start + 1].text == "-"
    article = joined and start == run[0]
    if not is_capital(doc[start]) and not article:
        return None
    alone = not (joined and doc[start].lower_ in place_words("inside", "articles"))
    for end in range(min(run[1], start + LONGEST), start if alone else start + 1, -1):
        last = doc[end - 1]
        if not (is_capital(last) or last.text.isdigit()) or _goes_on(doc, end, run[1]):
            continue
        words = doc[start:end].text
        if gazetteer.countries.is_people(words):
            return Name(start, end, (), run, people=True)
        if is_doubtful_form(words) and not _after_comma(doc[start]):
            continue
        entries, known = _find(words, gazetteer)
        part = end - start == 1 and _opens_name(doc[start], run[1], entries)
        if entries and not part and not _is_opened(doc[start], run[0], entries):
            return Name(start, end, entries, run, words=known)
    return None


def _goes_on(doc: Doc, end: int, stop: int) -> bool:
    """Whether a hyphen and a small word join more to the name: "Dasht" of "Dasht-e-Orlan"."""
    if end + 2 >= stop or doc[end].text != "-" or doc[end - 1].whitespace_:
        return False
    return not is_capital(doc[end + 1])


def _opens_name(token: Token, stop: int, entries: tuple[Entry, ...]) -> bool:
    """Whether the word only begins a name: the "Lake" of "Lake Orlan" is no town of that name."""
    kinds = (place_words("endings", "openings"), place_words("endings", "generic"))
    if token.i + 1 >= stop or not any(token.lower_ in each for each in kinds):
        return False
    small = all(entry.kind in {"town", "admin1", "admin2"} for entry in entries)
    return small and is_capital(token.nbor()) and token.nbor().lower_ not in place_words("bodies")


def _is_opened(token: Token, first: int, entries: tuple[Entry, ...]) -> bool:
    """Whether a kind of place opens the name: "Port Orlan" is no Orlan, when that is small."""
    if token.i == first or token.nbor(-1).lower_ not in place_words("endings", "physical"):
        return False
    return all(entry.kind == "town" and entry.population < TOWN for entry in entries)


def _find(words: str, gazetteer: Gazetteer) -> tuple[tuple[Entry, ...], str]:
    """The places of the words, or of what stands before "-led" and the like; and which it was."""
    entries = look_up(gazetteer, words)
    head = TAIL.sub("", words)
    return (entries, words) if entries or head == words else (look_up(gazetteer, head), head)
