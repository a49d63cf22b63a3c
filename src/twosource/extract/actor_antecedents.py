"""A pronoun and the persons before it in, the one it means out; and names it shows to be persons.

A subject of the same sentence comes first, then the sentence before, subjects before others, and so
on for some sentences: what centering theory ranks (Grosz, Joshi and Weinstein 1995). Whom "she"
has meant is not "he" later. Who speaks is rather who spoke last. "He" in the words around a quote
is nobody named inside it. A nameless person ("the driver") is meant as well as a named one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Token

from twosource.base.countries import by_name
from twosource.extract.actor_drafts import Draft
from twosource.extract.actor_words import is_title, pronoun_names, run_words

BACK = 4  # sentences that a pronoun may look back
FAR = 120  # tokens
ONE = ("man", "woman", "er", "or", "ant", "ist")  # "the gunman", "a soldier": not "army", "regime"
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SAYING = frozenset({"say", "add", "report", "tell", "note", "claim", "announce", "warn", "confirm"})
Genders = Mapping[str, str]  # a person's name and the pronoun used of it


def says(verb: Token) -> bool:
    """Whether the verb is one of plain speech."""
    return verb.lemma_ in SAYING


def gender_of(draft: Draft, genders: Genders) -> str | None:
    """The pronoun that fits a person: by the title, as used before, by the first name."""
    before = draft.head.doc[max(0, draft.start - 1)].text.rstrip(".")
    for pronoun in ("he", "she"):
        if before in run_words(pronoun) or (draft.office or "") in run_words(pronoun):
            return pronoun
    name = draft.name or ""
    return genders.get(name) or pronoun_names().get(name.partition(" ")[0])


def find_antecedent(pronoun: Draft, seen: Sequence[Draft], genders: Genders) -> Draft | None:
    """Whom the pronoun means among the actors before it; None when nobody fits."""
    word = pronoun.head.lower_
    near = [
        each
        for each in takewhile(lambda one: pronoun.start - one.start < FAR, reversed(seen))
        if _is_one(each) and gender_of(each, genders) in {None, word}
    ]
    own = [each for each in near if _sentence(each) == _sentence(pronoun)]
    for each in own:
        if each.head.dep_ in SUBJECTS and not _is_quoted_by(each.head, pronoun.head):
            return each
    return _in_sentences_before(pronoun, [each for each in near if each not in own], genders)


def _in_sentences_before(pronoun: Draft, near: Sequence[Draft], genders: Genders) -> Draft | None:
    word = pronoun.head.lower_
    speaks = pronoun.head.dep_ == "nsubj" and says(pronoun.head.head)
    for number, start in enumerate(_starts_before(pronoun.head)):
        told = [each for each in near if _sentence(each) == start]
        told = [each for each in told if gender_of(each, genders) == word] or told
        subjects = [each for each in told if each.head.dep_ in SUBJECTS]
        if subjects:
            return next((each for each in subjects if _leads(each.head)), subjects[0])
        if speaks and number == 0:
            spoke = [each for each in near if each.head.dep_ == "nsubj" and says(each.head.head)]
            told = spoke or told
        named = [each for each in told if each.name]
        if named:
            return named[0]
    return None


def _starts_before(token: Token) -> Iterator[int]:
    """Where the sentences before that of the token start, the nearest first."""
    start = token.sent.start
    for _ in range(BACK):
        if not start:
            return
        start = token.doc[start - 1].sent.start
        yield start


def _leads(subject: Token) -> bool:
    """Whether it is the subject of its sentence's main verb."""
    return subject.head.head == subject.head


def _is_one(draft: Draft) -> bool:
    """Whether a draft may be one person: named, a nameless noun in the singular, or a pronoun."""
    if draft.sort in {"person", "pronoun"}:
        return draft.name is not None
    if draft.sort in {"last", "maybe"}:
        held = any(each.dep_ == "det" for each in draft.head.lefts)  # "the Falcons": no person
        return draft.head.dep_ in SUBJECTS and not held
    if draft.head.dep_ not in SUBJECTS or draft.head.tag_ != "NN" or draft.name:
        return False
    return draft.kind in {"person", "civilians"} or draft.head.lower_.endswith(ONE)


def _sentence(draft: Draft) -> int:
    return int(draft.head.sent.start)


def _is_quoted_by(token: Token, speaker: Token) -> bool:
    """Whether the token stands in what the pronoun says: "Karel lied," he said."""
    while token not in {speaker.head, token.head}:
        if token.head == speaker.head:
            return token.dep_ in {"ccomp", "parataxis"}
        token = token.head
    return False


def show_persons(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts without names that may be anything; those that a pronoun follows are persons."""
    shown = {
        found.name
        for place, draft in enumerate(drafts)
        if draft.sort == "pronoun"
        and (found := find_antecedent(draft, drafts[:place], {})) is not None
        and found.sort in {"last", "maybe"}
    }
    for draft in drafts:
        if draft.sort in {"last", "maybe"} and draft.name in shown:
            yield replace(draft, sort="person")
        elif draft.sort != "maybe":
            yield draft


def may_be_person(words: Sequence[Token]) -> bool:
    """Whether a run of names that no list knows may be a person's: no country, no title alone."""
    text = " ".join(token.text for token in words)
    plain = all(token.text[0].isalpha() and not token.text.isupper() for token in words)
    return plain and by_name(text) is None and not any(is_title(token) for token in words)
