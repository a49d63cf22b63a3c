"""Sentences of the parse on invented texts."""

import make


def test_labels_behind_a_dateline_are_no_part_of_the_first_sentence():
    text = "Karsk, 3 May 90 (ABC) -- [Text] [Excerpts] Three farmers were kidnapped."
    assert make.reading(text).sentences[-1].text == "Three farmers were kidnapped."
