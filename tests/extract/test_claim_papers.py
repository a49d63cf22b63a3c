"""Whose word "the statement" is."""

import make

ARMY = "Nine soldiers died in Karsk, the army said in a statement on Monday."


def speakers(text):
    account = make.account(text, "2031-05-14")
    actors = {each.id: each.span.quote(text) for each in account.actors}
    told = [(claim.speaker, claim.attribution) for claim in account.claims if claim.speaker]
    return [
        (one.span.quote(text), one.name or actors.get(one.actor or ""), kind) for one, kind in told
    ]


def test_the_statement_is_the_word_of_who_issued_it():
    told = speakers(f"{ARMY} The convoy was hit at dawn, the statement said.")
    assert told[1] == ("the statement", "army", "institution")


def test_a_statement_of_nobody_stays_a_document():
    told = speakers("Mira Tolan said it rained. The convoy was hit at dawn, the statement said.")
    assert told[1] == ("the statement", None, "document")


def test_what_stands_in_the_words_said_is_no_paper():
    text = "A statement was found in Karsk, Mira Tolan said. All left, the statement said."
    assert speakers(text)[1][1] is None
