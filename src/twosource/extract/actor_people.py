"""A sentence in, persons and bodies that no list knows out: runs of words with capitals."""

from collections.abc import Iterator

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.countries import by_demonym, by_name
from twosource.extract.actor_antecedents import may_be_person
from twosource.extract.actor_bynames import explains_office
from twosource.extract.actor_drafts import (
    Draft,
    country_of_words,
    government_of,
    lost_genitive,
    ministry_name,
    state_named,
)
from twosource.extract.actor_words import (
    body_fields,
    body_kinds,
    body_starts,
    first_names,
    head_kinds,
    held_as_body,
    is_day,
    is_staff,
    is_title,
    links,
    noun_kind,
    person_words,
    run_words,
    titles,
)
from twosource.extract.times_names import dated_names

LEAD = 2  # "Movement for": a name that goes on may hold another "of"
PERSONS = frozenset({"person", "civilians"})
LONGEST_NAME = 5  # words of a person's name, with "de la"


def find_people(
    sentence: Words, free: set[int], places: frozenset[int] = frozenset()
) -> Iterator[Draft]:
    """Persons and bodies that the word list does not know: runs of words with capitals.

    `places` are the words of places: where something is, not who.
    """
    start = sentence.start
    dated = _dated_runs(sentence, free)
    while start < sentence.end:
        end = dated.get(start) or _run_end(sentence, start, free)
        if end > start:
            draft = _read_run(sentence.doc[start:end], places)
            if draft is not None:
                yield draft
        start = max(end, start + 1)


def _dated_runs(sentence: Words, free: set[int]) -> dict[int, int]:
    """Names that begin with a date, each its end by its start: "the April 6 Movement"."""
    offset = sentence.start_char
    runs = [sentence.doc.char_span(a + offset, b + offset) for a, b in dated_names(sentence.text)]
    named = [run for run in runs if run is not None]
    return {run.start: run.end for run in named if free.issuperset(range(run.start, run.end))}


def _run_end(sentence: Words, start: int, free: set[int]) -> int:
    """Where a run of names that begins at `start` ends; `start` itself when none does."""
    doc, end, place = sentence.doc, start, start
    while place < sentence.end and (place in free or doc[place].text == "-"):
        token = doc[place]
        if token.text[0].isupper() and is_day(token):
            break
        if end > start and _is_short_genitive(token):
            break
        if token.text[0].isupper() and (token.tag_ in {"NNP", "NNPS"} or _opens_body(token)):
            end = place + 1
        elif end == start or not _links(token, doc[start:place]):
            break
        place += 1
    return end


def _opens_body(token: Token) -> bool:
    """Whether a noun with a capital within a sentence begins a body's name: "the Front for …"."""
    inside = not token.is_sent_start and token.i + 1 < len(token.doc)
    return inside and token.text in body_kinds() and token.nbor().lower_ in {"of", "for"}


def _is_short_genitive(token: Token) -> bool:
    """Whether it is a short form that has lost its apostrophe: "Jane Roe MSFs director"."""
    word = token.text
    return len(word) > 2 and word[-1] == "s" and word[:-1].isupper()  # noqa: PLR2004 - "UNs"


def _links(token: Token, before: Words) -> bool:
    """Whether a small word goes on with a name: "Front for the Liberation of Karsk"."""
    kinds = body_kinds()
    if token.lower_ in {"of", "for"}:
        return before[-1].text in kinds or (before[0].text in kinds and len(before) > LEAD)
    if token.lower_ == "the" and before[-1].lower_ in {"of", "for"}:
        return before[0].text in kinds
    return token.lower_ in links()


def _read_run(run: Words, places: frozenset[int]) -> Draft | None:
    """What a run of names stands for: a body, a person, or nothing that acts."""
    words = _without_place(list(run), places)
    if len(words) == 1 and noun_kind(words[0]) is not None:
        return None
    if words and is_staff(words[-1]):
        return None  # a noun for a body, not the office and name of a person
    kind = _kind_of_body(words)
    if kind is not None and len(words) > 1:
        own = run.doc[words[0].i : words[-1].i + 1]
        return None if own.text.lower() in head_kinds() else _body(own, kind)
    if kind is not None and words[0].text in body_kinds():
        return _short_body(words[0], kind)
    return _person(words)


def _without_place(words: list[Token], places: frozenset[int]) -> list[Token]:
    """The run without a place that only stands before a name: "Karsk Dario Venn"."""
    first = 0
    while len(words) - first > 2 and words[first].i in places:  # noqa: PLR2004 - a name is two
        if words[first].text in first_names():
            break
        first += 1
    joined = first and words[first].text == "-"
    return words if joined or _kind_of_body(words[first:]) else words[first:]


def _short_body(word: Token, kind: str) -> Draft | None:
    """A body by its last word alone: "the Observatory"; who it is, the report may tell."""
    held = any(child.dep_ == "det" and child.lower_ == "the" for child in word.lefts)
    if not held or word.dep_ in {"compound", "nmod"}:
        return None
    return Draft(word, word.i, word.i + 1, kind, sort="short")


def _person(words: list[Token]) -> Draft | None:
    """The person whom a run names, without offices before it or behind it."""
    held, names = _split_office(words)
    titled = held > 0
    while names and names[0].text == "-":
        names = names[2:]  # the office goes on: "Secretary-General"
    while names and _modifies(names[0], names[1:]):
        names = names[1:]
    if not names or len(names) > LONGEST_NAME or all(is_title(token) for token in names):
        return None
    if not titled and held_as_body(names):
        return None
    own = names[0].doc[names[0].i : names[-1].i + 1]
    if not _is_person(names, titled=titled):
        # A last name alone counts when the report has the full name: `give_names` decides.
        if not may_be_person(names):
            return None
        sort = "last" if len(names) == 1 else "maybe"
        return Draft(names[-1], own.start, own.end, "person", own.text, sort=sort)
    return Draft(names[-1], own.start, own.end, "person", own.text, sort="person")


def _split_office(words: list[Token]) -> tuple[int, list[Token]]:
    """How many words of office stand first, and the name behind them.

    "Karsk City Council Chairman Dario Venn" has four; "Dario Venn Regional Coordinator", from a
    text that has lost its commas, none: the office behind the name is left out.
    """
    offices = [place for place, token in enumerate(words) if is_title(token)]
    last = offices[-1] if offices else -1
    if last == len(words) - 1 and last > 1 and words[0].text in first_names():
        return 0, words[:2]
    while last == len(words) - 1 and offices:
        offices.pop()
        last = offices[-1] if offices else -1
    first = last + 1
    if _behind_office(words[0]):
        first = max(first, 1 if len(words) > 2 else 0)  # noqa: PLR2004 - a name is two words
    return first, words[first:]


def _behind_office(first: Token) -> bool:
    """Whether the run begins with what an office is of: "Secretary of State Jane Roe"."""
    if first.text not in run_words("departments") or first.i < 2:  # noqa: PLR2004
        return False
    return first.nbor(-1).lower_ in {"of", "for"} and is_title(first.nbor(-2))


def _body(run: Words, kind: str) -> Draft:
    words = list(run)
    country = country_of_words(words)
    code = country.iso3 if country else None
    name = run.text
    if code is not None and words[-1].text == "Ministry":
        name = ministry_name(words[:-1], code)
    owner = government_of(code) if code and kind.startswith("state") else name
    return Draft(words[-1], run.start, run.end, kind, name, code, owner, sort="name")


def _modifies(first: Token, rest: list[Token]) -> bool:
    """Whether the first word is a country before an office: "Russian Foreign Minister Jane Roe"."""
    if not rest:
        return False
    if by_demonym(first.text) or by_name(first.text):
        return True
    return lost_genitive(first) is not None or _is_bodys(first, rest[0])


def _is_bodys(first: Token, second: Token) -> bool:
    """Whether the first word is a body whose apostrophe is lost: "Observatorys Jane Roe"."""
    return first.text[-1] == "s" and first.text[:-1] in body_kinds() and (
        second.text in first_names()
    )  # fmt: skip


def _kind_of_body(words: list[Token]) -> str | None:
    kinds = body_kinds()
    if len(words) > 1 and words[0].text in body_starts():
        return body_starts()[words[0].text]
    if [token.text for token in words[-2:]] == ["News", "Agency"]:
        return "media"
    told = next((body_fields()[w.text] for w in words[:-1] if w.text in body_fields()), None)
    last = words[-1].text if words else ""
    if told is not None and last in run_words("neutral") and not is_title(words[-1]):
        return told
    for form in (last, last.removesuffix("s")):
        if form in kinds and not is_title(words[-1]):
            return kinds[form]
    for number, token in enumerate(words[1:], 1):
        if token.lower_ in {"of", "for"} and words[number - 1].text in kinds:
            return kinds[words[number - 1].text]
    return None


def _is_person(words: list[Token], *, titled: bool) -> bool:
    text = " ".join(token.text for token in words)
    if state_named(text) or by_demonym(text) or words[-1].text.isupper():
        return False
    if not all(token.text[0].isalpha() or token.text == "-" for token in words):
        return False
    if titled or (len(words) > 1 and words[0].text in first_names()):
        return True
    before = words[0].nbor(-1) if words[0].i else words[0]
    if _says_who(before) and before.dep_ in {"compound", "amod", "nmod"}:
        return True
    return len(words) > 1 and (_in_persons_place(words[-1]) or _suffers(words[-1]))


def _says_who(noun: Token) -> bool:
    """Whether a noun before a name says what a person is: "minister", "banker"."""
    word = noun.lower_.rstrip(".")
    return word in titles() or head_kinds().get(word) in {"person", "civilians"}


def _suffers(head: Token) -> bool:
    """Whether a name stands where only persons stand: killed, kidnapped, "the murder of"."""
    while head.dep_ in {"conj", "appos"} and head.head.i < head.i:
        head = head.head
    verb = head.head
    if head.dep_ in {"dobj", "nsubjpass"}:
        return verb.lemma_.lower() in person_words("done_to")
    if head.dep_ == "nsubj":
        return verb.lemma_.lower() in person_words("done_by")
    if head.dep_ == "pobj" and verb.lower_ in {"of", "against"}:
        return verb.head.lemma_.lower() in person_words("acts_on")
    return head.dep_ == "poss" and verb.lemma_.lower() in person_words("acts_on")


def _in_persons_place(head: Token) -> bool:
    """Whether a name stands where persons stand: it speaks, has an office, an age, a "who"."""
    if head.dep_ == "nsubj" and head.head.lemma_ in {"say", "tell", "add", "note", "warn", "write"}:
        return True
    office = head.head.lemma_.lower() in titles() or explains_office(head)
    if head.dep_ == "appos" and office:
        return True
    beside = [child for child in head.rights if child.dep_ in {"appos", "relcl", "nummod"}]
    return any(_is_persons(child) for child in beside) or _is_called_person(head)


def _is_persons(child: Token) -> bool:
    """Whether what stands beside a name goes with persons: "a shopkeeper", "34", "who ran"."""
    if child.dep_ == "relcl":
        return any(each.lower_ == "who" for each in child.lefts)
    if child.text.isdigit():
        return len(child.text) == 2 and child.nbor(-1).text == ","  # noqa: PLR2004 - an age
    return child.lemma_.lower() in titles() or (
        child.tag_ in {"NN", "NNP"} and head_kinds().get(child.lemma_.lower()) in PERSONS
    )


def _is_called_person(head: Token) -> bool:
    """Whether a name is said to be one of persons: "Dario Venn was a commander of …"."""
    if head.dep_ != "nsubj" or head.head.lemma_ != "be":
        return False
    told = [each for each in head.head.rights if each.dep_ == "attr" and each.tag_ == "NN"]
    return any(each.lower_ in titles() or head_kinds().get(each.lower_) in PERSONS for each in told)
