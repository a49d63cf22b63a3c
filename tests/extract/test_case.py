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
