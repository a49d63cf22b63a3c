"""What is claimed, by whom, and what the report says of it."""

import tomllib
from pathlib import Path

import pytest

import make
from claim_rows import row_of
from twosource.extract.claims import find_claims

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/claims.toml").read_text("utf-8"))["case"]


def claims(text):
    return list(find_claims(make.reading(text)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_case(case):
    wanted = {key: value for key, value in case.items() if key not in {"name", "text"}}
    found = [row_of(claim, case["text"]) for claim in claims(case["text"])]
    assert wanted in [{key: row[key] for key in wanted} for row in found]


def test_a_plain_sentence_is_the_outlets_own_word():
    assert claims("The bridge at Lower Karsk collapsed on Tuesday.") == []


def test_a_remark_in_the_next_sentence_is_bound_to_the_claim_before():
    text = (
        "The ombudsman reported at least 200 deaths. "
        "These numbers could not be independently verified."
    )
    (claim,) = claims(text)
    assert [(r.value, r.span.quote(text)) for r in claim.verification] == [
        ("could_not_be_verified", "could not be independently verified")
    ]


def test_a_sentence_told_on_with_they_keeps_the_speaker():
    text = "The ministry said the shots fell near Karsk. They were returning from a post."
    first, second = claims(text)
    assert not first.carry_over
    assert second.carry_over
    assert second.cue is None


def test_speech_marked_by_a_dash_has_the_speaker_named_behind_it():
    text = "- The units began to withdraw. Tolan claimed that they handed over their weapons."
    first, _ = claims(text)
    assert first.carry_over
    assert first.direct
    assert first.content[0].quote(text) == "The units began to withdraw"


def test_a_claim_within_a_claim_does_not_stand_apart():
    text = "The mayor said that the army believes that the dam will hold."
    assert len(claims(text)) == 1


def test_the_author_is_uncommitted_to_what_others_say():
    (claim,) = claims("The mayor said the dam will hold.")
    assert (claim.factuality_speaker, claim.factuality_author) == ("CT+", "Uu")


def test_every_span_lies_in_the_text():
    text = "\"Go,\" he said. 'No one left.' ''We stay,'' said Tolan; \"and so"
    for claim in claims(text):
        for span in claim.content:
            assert 0 <= span.start < span.end <= len(text)


def test_a_sight_set_against_a_claim_is_the_outlets_own():
    text = "The army said only depots were attacked, but severe damage was observed in the town."
    sights = [claim for claim in claims(text) if claim.attribution == "unattributed"]
    assert [claim.content[0].quote(text) for claim in sights] == [
        "severe damage was observed in the town"
    ]
    assert sights[0].factuality_author == "CT+"


def test_the_chain_of_speakers_is_kept_in_order():
    (claim,) = claims("The envoy said that the mayor said that the dam would hold.")
    assert claim.via == ("The envoy", "the mayor")


def test_the_name_beside_an_office_is_the_speakers():
    (claim,) = claims("The ombudsman in Lower Karsk, Dario Venn, reported at least 200 deaths.")
    assert claim.speaker.name == "Dario Venn"
    assert claim.attribution == "named"


def test_an_office_is_no_part_of_the_name():
    (claim,) = claims("There is no need for that, according to Tolan's Advisor Dario Venn.")
    assert claim.speaker.name == "Dario Venn"


def test_an_interview_is_read_by_its_labels():
    text = "Q: Who began?\n\nA: They did.\n\nQ: Where?\n\nA: At the bridge."
    told = [(c.speaker.span.quote(text), c.content[0].quote(text)) for c in claims(text)]
    assert told == [("Q", "Who began?"), ("A", "They did"), ("Q", "Where?"), ("A", "At the bridge")]


def test_a_label_of_a_picture_speaks_no_word():
    assert claims("Photo: The bridge at Lower Karsk.\n\nThe river rose.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The capture of the hill has shown that the army is weak.",
        "The bombing in Lower Karsk suggests that the truce is over.",
    ],
)
def test_a_deed_or_a_thing_vouches_for_nothing(text):
    assert claims(text) == []


def names(text):
    return [(each.speaker.name, each.attribution) for each in make.account(text).claims]


def test_a_short_form_is_the_body_named_before():
    text = "The Karsk Observatory said 12 people fell. The Observatory added that more were hurt."
    assert names(text) == [("Karsk Observatory", "institution")] * 2


def test_the_group_is_the_body_that_spoke():
    text = "The Tamar Relief Foundation said a well was hit. The group said nobody was hurt."
    assert names(text)[1] == ("Tamar Relief Foundation", "institution")


def test_it_is_the_body_that_spoke_right_before():
    text = "The Tamar Relief Council said two children died. It blamed the rebels for the raid."
    assert names(text) == [("Tamar Relief Council", "institution")] * 2


def test_he_is_the_one_who_spoke_right_before():
    text = "Dario Venn said that Marit Sollen was hurt by the blast. He added that she would live."
    assert names(text)[1] == ("Dario Venn", "named")


def test_a_people_has_no_name_that_vouches():
    assert names("Kurds said that the bridge was gone.") == [(None, "unnamed")]


def test_a_bare_office_of_a_headline_is_the_one_who_holds_it():
    body = "Missiles struck Dolna on Thursday, regional governor Oleh Venn said."
    assert names(f"Attack kills six in Dolna, governor says\n\n{body}")[0] == ("Oleh Venn", "named")
    other = f"{body} Former governor Ana Beros said so too."
    assert names(f"Attack kills six in Dolna, governor says\n\n{other}")[0][0] is None


def test_a_deed_before_a_colon_speaks_no_word():
    found = claims("Shooting: ministry admits that guards fired into the crowd")
    assert all(claim.speaker.span.start > 0 for claim in found)


def test_who_is_cited_behind_the_outlet_is_a_link_of_the_chain():
    (claim,) = claims("The agency, citing a colonel, said the bridge had been mined.")
    assert len(claim.via) == 2


def test_an_office_far_before_its_holder_takes_the_name():
    text = "A spokesman for the National Council of Karsk, Emil Tarn, said the bridge was mined."
    (claim,) = claims(text)
    assert claim.speaker.name == "Emil Tarn"


def test_who_asked_not_to_be_named_is_unnamed():
    text = "A security official, speaking on condition of anonymity, said the bomb was planted."
    (claim,) = claims(text)
    assert claim.attribution == "unnamed"


def test_a_speaker_behind_the_verb_is_no_object():
    text = "The report of the capture does not correspond to reality, stressed the envoy."
    (claim,) = [each for each in claims(text) if each.cue.quote(text) == "stressed"]
    assert claim.speaker.span.quote(text) == "the envoy"


def test_a_clause_behind_for_the_first_time_is_the_content():
    text = "Marovia confirmed for the first time that its troops were inside Orvania."
    (claim,) = claims(text)
    assert claim.content[0].quote(text) == "that its troops were inside Orvania"


def test_it_is_the_body_that_the_sentence_before_is_about():
    text = "The Tarn Front said it had left. The Ubende Relief Agency came. It said 26 died."
    assert names(text)[-1][0] == "Ubende Relief Agency"


@pytest.mark.parametrize(
    "text",
    ["The town's toll stood at nine on Friday.",
     "Going by the river road, the convoy lost nine lorries."],
)  # fmt: skip
def test_where_it_happened_vouches_for_nothing(text):
    assert claims(text) == []
