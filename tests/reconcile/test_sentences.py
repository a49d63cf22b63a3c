"""One sentence tells of two events: each event that several tell keeps a sentence of its own."""

from reconcile.findings_of import findings_of

BOTH = "After the truce came into force on Monday the shelling of Torda stopped"
REPORTS = [
    {"text": f"{BOTH}, the mayor of Torda, Ada Rell, said.", "outlet": "Coast Daily"},
    {
        "text": f"{BOTH}, the observers of the Lakes Union said. The army and the rebels agreed "
        "to the truce in Velmar on Monday, the observers said.",
        "outlet": "News 7",
    },
]


def test_what_several_tell_does_not_vanish_behind_a_weightier_event():
    told = [each for each in findings_of(REPORTS) if each.slot == "happened"]
    assert len(told) == 2
    assert len({each.text for each in told}) == 2


def test_a_sentence_that_only_names_the_happening_does_not_tell_it():
    told = findings_of([
        {"text": "• Following the shelling of Torda on Monday, 300 people have fled to Velmar and "
         "are sheltering in schools there.", "outlet": "Relief Bulletin"},
        {"text": "Shells fell on the market of Torda on Monday.", "outlet": "Coast Daily"},
    ])  # fmt: skip
    (shelling,) = [each for each in told if each.slot == "happened" and "Shell" in each.text]
    assert shelling.text == "Shells fell on the market of Torda on Monday."
    assert all("•" not in each.text for each in told)


def test_harm_that_is_told_with_its_deed_is_told_once():
    told = findings_of([
        {"text": "Shells struck the market of Torda on Monday, killing at least nine people, the "
         "health office said.", "outlet": "Coast Daily"},
        {"text": "Artillery shelled the market of Torda on Monday, the Free Torda Front said. The "
         "Front said that 12 people were killed.", "outlet": "News 7"},
    ])  # fmt: skip
    (happened,) = [each for each in told if each.slot == "happened"]
    assert happened.text.startswith(("Artillery shelled", "Shells struck"))
    assert any(each.slot == "killed" for each in told)


def test_harm_that_more_reports_tell_than_the_deed_stands():
    told = findings_of([
        {"text": "Two demonstrators were shot dead in Torda on Wednesday, a hospital doctor said.",
         "outlet": "Coast Daily", "published": "2031-05-15"},
        {"text": "Three people were killed in Torda on Wednesday, Torda General Hospital said. The "
         "interior minister, Ada Rell, acknowledged that officers had fired on the crowd.",
         "outlet": "News 7", "published": "2031-05-15"},
    ])  # fmt: skip
    reports = {each.report for one in told if one.slot == "happened" for each in one.supports}
    assert len(reports) == 2
