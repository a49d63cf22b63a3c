"""Case of texts in capitals, on invented sentences."""

from twosource.extract.case import is_all_capitals, restore_case


def test_sentences_countries_and_unknown_words_get_capitals():
    text = "GUERRILLAS FLED.  THE ARMY OF RUSSIA SHELLED QUENTARRO."
    assert restore_case(text) == "Guerrillas fled.  The army of Russia shelled Quentarro."


def test_an_acronym_in_brackets_keeps_its_capitals_and_raises_its_words():
    text = "THE NEW PATRIOTIC FRONT [NPF] SAID SO."
    assert restore_case(text) == "The New Patriotic Front [NPF] said so."


def test_the_length_never_changes():
    text = "A STRAßE İN THE CITY WAS CLOSED."
    assert len(restore_case(text)) == len(text)


def test_only_whole_texts_in_capitals_count():
    assert is_all_capitals(
        "THE ARMY SHELLED THE VILLAGE AND THE PEOPLE FLED TO THE HILLS ABOVE IT."
    )
    assert not is_all_capitals(
        "UN AND EU officials met the army in the village on Tuesday at noon."
    )


def test_a_name_in_brackets_behind_its_acronym_gets_capitals():
    text = "REBELS OF THE NPF [NEW PATRIOTIC FRONT] FLED. THE NPF SAID NOTHING."
    assert restore_case(text) == (
        "Rebels of the NPF [New Patriotic Front] fled. The NPF said nothing."
    )


def test_a_note_in_brackets_is_no_name():
    text = "THE MEN [WORDS INDISTINCT] LEFT."
    assert restore_case(text) == "The men [words indistinct] left."


def test_known_bodies_and_large_towns_are_names():
    text = "THE WORLD FOOD PROGRAMME LEFT STOCKHOLM ON 16 MAY AND MAY RETURN."
    assert restore_case(text) == (
        "The World Food Programme left Stockholm on 16 May and may return."
    )


def test_owners_initials_and_the_first_person():
    text = "PERU'S ARMY SAID I DO NOT KNOW. THE U.S. ENVOY DIDN'T."
    assert restore_case(text) == "Peru's army said I do not know. The U.S. envoy didn't."


def test_names_of_several_words_and_titles_before_names():
    text = (
        "REBELS LEFT EL SALVADOR. THEY MET PRESIDENT QUENTARRO, THE PRESIDENT OF THE UNITED STATES."
    )
    assert restore_case(text) == (
        "Rebels left El Salvador. They met President Quentarro, the president of the United States."
    )


def test_a_last_name_that_is_a_word_is_a_name_everywhere():
    text = "THE POLICE ARRESTED MARIA THIMBLE. LATER THIMBLE LEFT THE TOWN."
    assert restore_case(text) == "The police arrested Maria Thimble. Later Thimble left the town."


def test_months_that_are_words_stand_beside_numbers():
    text = "IN MARCH 1989 THEY MAY MARCH AGAIN."
    assert restore_case(text) == "In March 1989 they may march again."


def test_initials_of_states_and_unions_keep_their_capitals():
    text = "THE ARMY LEFT. THE UK AND EU LEADERS MET IN THE USA."
    assert restore_case(text) == "The army left. The UK and EU leaders met in the USA."


def test_us_is_the_country_behind_the_and_before_a_noun():
    text = "NEW US TARIFFS ANGERED THE US ALLIES. US-BASED FIRMS LEFT."
    assert "New US tariffs" in restore_case(text)
    assert "the US allies. US-based" in restore_case(text)
    assert restore_case("THE ARMY TOLD US THAT IT WOULD HELP US.").count("us") == 2


def test_a_street_or_a_theatre_behind_a_name_is_part_of_it():
    assert "Varda Theatre" in restore_case("THE ARMY SHELLED THE VARDA THEATRE IN ORLAN.")
