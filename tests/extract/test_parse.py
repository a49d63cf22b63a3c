"""Sentences of the parse on invented texts."""

import make


def test_labels_behind_a_dateline_are_no_part_of_the_first_sentence():
    text = "Karsk, 3 May 90 (ABC) -- [Text] [Excerpts] Three farmers were kidnapped."
    assert make.reading(text).sentences[-1].text == "Three farmers were kidnapped."


def test_a_bracket_within_a_sentence_starts_none():
    text = "The mayor accused the Northern Front [NF] of being directly responsible for the attack."
    assert [sentence.text for sentence in make.reading(text).sentences] == [text]


def test_staged_is_a_form_of_stage():
    reading = make.reading("Rebels staged an attack and waged war.")
    assert {"stage", "wage"} <= {token.lemma_ for token in reading.doc}
