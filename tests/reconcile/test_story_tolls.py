"""The toll that most texts of a story come to leads, and says so."""

from reconcile.findings_of import findings_of
from twosource.reconcile.story_tolls import Votes, leading_number

SHELLING = "Shells hit the market of Orvan on Monday. {} said {} people were killed."


def report(outlet: str, speaker: str, number: int) -> dict[str, str]:
    text = SHELLING.format(speaker, number)
    return {"outlet": outlet, "published": "2031-03-04", "text": text}


STORY = [
    report("Orvan Post", "The Red Cross", 12),
    report("Sund Tribune", "The United Nations", 12),
    report("Lorn Courier", "The mayor", 15),
]


def leading(reports) -> list[tuple[str, float]]:
    told = [one for one in findings_of(reports) if "come to this toll" in one.reason]
    return [(one.reason.rpartition("; ")[2], one.value.best) for one in told]


def test_the_toll_of_most_texts_is_told_as_such():
    assert leading(STORY) == [("2 of 3 texts come to this toll", 12)]


def test_a_copy_has_no_voice_of_its_own():
    copy = {**STORY[2], "outlet": "Copy Herald", "given_id": "copy"}
    assert leading([*STORY, copy]) == leading(STORY)


def test_one_text_alone_leads_nothing():
    assert leading(STORY[:1]) == []


def test_of_two_equal_tolls_the_one_told_more_often_leads():
    votes = {3.0: Votes(1, told=1), 4.0: Votes(1, told=2)}
    assert leading_number(votes) == 4
    assert leading_number({3.0: Votes(2, told=2), 4.0: Votes(1, told=9)}) == 3
