"""Who does what to whom, on invented sentences."""

import pytest

import make
from twosource.base.grammar import (
    bare_phrase,
    clause_of,
    is_negated,
    is_passive,
    is_past_perfect,
    noun_phrase,
    objects,
    subjects,
)


def verb(text: str, word: str):
    return next(token for token in make.reading(text).doc if token.text == word)


CASES = [
    ("The village was shelled by the army.", "shelled", ["army"], ["village"]),
    ("Protesters threw stones at police and burned two cars.", "burned", ["Protesters"], ["cars"]),
    ("Two men who were seized by rebels died.", "seized", ["rebels"], ["men"]),
    ("Civilians wounded in the shelling were taken to a hospital.", "wounded", [], ["Civilians"]),
    ("The rebels began to shell the town.", "shell", ["rebels"], ["town"]),
    ("The rebels began to shell the town, killing ten people.", "killing", ["rebels"], ["people"]),
    ("The town was shelled by the army and three farmers were killed.", "killed", [], ["farmers"]),
    ("The town was shelled by the army and three farmers were killed.", "shelled", ["army"],
     ["town"]),
    ("Police arrested the men and women who protested.", "arrested", ["Police"], ["men", "women"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "doers", "sufferers"), CASES)
def test_doers_and_sufferers_are_found(text, word, doers, sufferers):
    found = verb(text, word)
    assert [token.text for token in subjects(found)] == doers
    assert [token.text for token in objects(found)] == sufferers


def test_a_passive_is_known_by_its_participle():
    assert is_passive(verb("The village was shelled by the army.", "shelled"))
    assert not is_passive(verb("The army shelled the village.", "shelled"))


def test_a_phrase_leaves_out_the_relative_clause():
    head = verb("The two armed men of the militia who fled were caught.", "men")
    assert noun_phrase(head).text == "The two armed men"
    assert bare_phrase(head, wide=True).text == "two armed men of the militia"


def test_negation_reaches_what_was_not_agreed():
    text = "The government did not agree to withdraw its troops."
    assert is_negated(verb(text, "agree"))
    assert is_negated(verb(text, "withdraw"))
    assert is_negated(verb("No one was hurt.", "hurt"))
    assert not is_negated(verb("The army shelled the village.", "shelled"))


def test_a_past_perfect_looks_back():
    assert is_past_perfect(verb("The army had shelled the village.", "shelled"))


def test_a_word_knows_the_verb_of_its_clause():
    text = "The minister said that the army shelled the village."
    assert clause_of(verb(text, "village")).text == "shelled"
