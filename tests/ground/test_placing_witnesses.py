import make
from twosource.ground.placing_witnesses import find_witnesses


def placed(text, words):
    return next(p.placing for p in make.account(text).places if p.span.quote(text) == words)


def test_a_word_counts_once_however_often_it_is_told():
    assert find_witnesses("One woreda, another Woreda, a kebele.") == {"ETH": 2}


def test_words_of_one_country_count_thrice_at_most():
    text = "A woreda, a kebele, 30 birr, the TPLF and Fano."
    assert find_witnesses(text) == {"ETH": 3}


def test_part_of_a_word_is_no_witness():
    assert not find_witnesses("fanology")


def test_a_report_is_put_where_its_words_are_used():
    text = "FARC dissidents and the ELN fought in the vereda near Florencia, residents said."
    assert placed(text, "Florencia").country == "COL"


def test_a_country_has_no_man_of_its_plain_name():
    text = "A grand jury indicted a Lebanon man, the district attorney said."
    assert placed(text, "Lebanon").country == "USA"


def test_a_state_beside_a_state_is_a_state():
    text = "Officials of the United States said that Oregon and Washington laws differ."
    assert placed(text, "Washington").precision == "admin1"


def test_a_state_is_meant_rather_than_a_village_of_its_name():
    text = "She moved from Chicago and Lake Forest to Kansas."
    assert placed(text, "Kansas").precision == "admin1"
