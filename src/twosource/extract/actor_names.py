"""A sentence in, the actors that it names out: known bodies, other bodies, persons, states."""

from collections.abc import Iterator

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.countries import by_demonym, by_name
from twosource.extract.actor_drafts import (
    Draft,
    country_of_words,
    government_of,
    ministry_name,
    state_named,
)
from twosource.extract.actor_words import (
    body_kinds,
    first_names,
    head_kinds,
    known_at,
    links,
    noun_kind,
    person_words,
    titles,
)

ACTING = frozenset({"nsubj", "nsubjpass", "agent"})
LONGEST_NAME = 5  # words of a person's name, with "de la"
TOWARDS = frozenset({"with", "on", "upon", "against", "between"})


def find_known(sentence: Words) -> Iterator[Draft]:
    """The bodies of the word list, longest names first, none overlapping."""
    skip = -1
    for token in sentence:
        if token.i < skip or not token.text[:1].isalpha():
            continue
        known = known_at(token)
        if known is None:
            continue
        skip = token.i + len(known.words)
        body = known.name if known.kind in {"media", "ngo", "igo", "rebel_group"} else None
        yield Draft(
            token.doc[skip - 1], token.i, skip, known.kind, known.name, known.country,
            body or known.name, sort="name",
        )  # fmt: skip


def find_states(sentence: Words, free: set[int]) -> Iterator[Draft]:
    """Countries and capitals that act, speak or are spoken to: their governments."""
    skip = -1
    for token in sentence:
        if token.i < skip or token.i not in free or not token.text[0].isupper():
            continue
        end, country = _state_at(token)
        if country is None:
            continue
        skip = end
        head = token.doc[end - 1]
        if _acts(head, named_country=by_name(_text(token, end)) is not None):
            name = government_of(country)
            yield Draft(head, token.i, end, "state_government", name, country, name, sort="country")


def _state_at(token: Token) -> tuple[int, str | None]:
    for size in (3, 2, 1):
        end = token.i + size
        if end <= token.sent.end and (size == 1 or token.doc[end - 1].text[0].isupper()):
            found = state_named(_text(token, end))
            if found is not None:
                return end, found.iso3
    return token.i, None


def _text(token: Token, end: int) -> str:
    return token.doc[token.i : end].text


def _acts(head: Token, *, named_country: bool) -> bool:
    """Whether a country's or capital's name stands for its government here.

    A capital acts only as a subject or in "according to"; a country also when it is addressed.
    """
    top = head
    while top.dep_ in {"conj", "appos"} and top.head != top:
        top = top.head
    verb = top.head
    if top.dep_ == "nsubj":
        return verb.lemma_ != "be" or named_country
    if top.dep_ == "nsubjpass":
        return named_country
    if top.dep_ != "pobj":
        return top.dep_ in {"dobj", "dative"} and named_country and verb.pos_ == "VERB"
    preposition = verb
    if preposition.lower_ == "by" or preposition.head.lower_ == "according":
        return True
    return named_country and preposition.lower_ in TOWARDS


def find_people(sentence: Words, free: set[int]) -> Iterator[Draft]:
    """Persons and bodies that the word list does not know: runs of words with capitals."""
    start = sentence.start
    while start < sentence.end:
        end = _run_end(sentence, start, free)
        if end > start:
            draft = _read_run(sentence.doc[start:end])
            if draft is not None:
                yield draft
        start = max(end, start + 1)


def _run_end(sentence: Words, start: int, free: set[int]) -> int:
    """Where a run of names that begins at `start` ends; `start` itself when none does."""
    doc, end, place = sentence.doc, start, start
    while place < sentence.end and place in free:
        token = doc[place]
        if token.tag_ in {"NNP", "NNPS"} and token.text[0].isupper():
            end = place + 1
        elif end == start or not _links(token):
            break
        place += 1
    return end


def _links(token: Token) -> bool:
    if token.lower_ == "of":
        return token.nbor(-1).text in body_kinds()
    return token.lower_ in links()


def _read_run(run: Words) -> Draft | None:
    """What a run of names stands for: a body, a person, or nothing that acts."""
    words = list(run)
    if len(words) == 1 and noun_kind(words[0]) is not None:
        return None
    kind = _kind_of_body(words)
    if kind is not None and len(words) > 1:
        return None if run.text.lower() in head_kinds() else _body(run, kind)
    held = [token for token in words if token.lower_.rstrip(".") in titles() | {"the"}]
    titled = bool(held) and words[0] in held
    while words and (words[0] in held or _modifies(words[0], words[1:])):
        words = words[1:]
    if not words or len(words) > LONGEST_NAME:
        return None
    own = run.doc[words[0].i : words[-1].i + 1]
    if not _is_person(words, titled=titled):
        # A last name alone counts when the report has the full name: `give_names` decides.
        if len(words) > 1 or words[0].text.isupper():
            return None
        return Draft(words[0], own.start, own.end, "person", own.text, sort="last")
    return Draft(words[-1], own.start, own.end, "person", own.text, sort="person")


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
    return any(token.lower_.rstrip(".") in titles() for token in rest[:2]) and len(rest) > 1


def _kind_of_body(words: list[Token]) -> str | None:
    kinds = body_kinds()
    if words[-1].text in kinds:
        return kinds[words[-1].text]
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
    """Whether a name stands where persons stand: subject of speech, beside an office."""
    if head.dep_ == "nsubj" and head.head.lemma_ in {"say", "tell", "add", "note", "warn", "write"}:
        return True
    if head.dep_ == "appos":
        return head.head.lemma_.lower() in titles()
    return any(
        child.dep_ == "appos" and child.lemma_.lower() in titles() for child in head.children
    )
