"""What makes two reports one family, and what does not: invented texts of one invented strike."""

import make
from twosource.cluster.families import find_families

DISPATCH = (
    "Workers at the shipyard of Port Ellery walked out on Tuesday after the management announced"
    " that it would close the older of the two dry docks before winter. About nine hundred welders"
    " and electricians gathered at the northern gate, where union stewards handed out leaflets and"
    " hot soup. The company said the dock had lost money in each of the past six years and that"
    " repairing its cracked gates would cost more than building a slipway elsewhere. Union leader"
    " Hanna Brock rejected the figures and called for an independent audit of the accounts. Police"
    " closed the harbour road for several hours, and two ferries left without passengers. Talks"
    " between both sides are expected to resume at the labour court on Friday morning."
)
REWRITE = (
    "About nine hundred welders and electricians at the shipyard of Port Ellery walked out on"
    " Tuesday, because the management wants to close the older of its two dry docks before winter."
    " They gathered at the northern gate and were handed leaflets and hot soup by union stewards."
    " According to the company, the dock had lost money in each of the past six years, and a"
    " slipway elsewhere would be cheaper than repairing its cracked gates. An independent audit of"
    " the accounts is what union leader Hanna Brock called for instead. The harbour road was closed"
    " by police for several hours. Both sides meet again at the labour court on Friday."
)
QUOTE = (
    ' "We shall not let anyone close this dock while there is a single ship waiting in the bay,'
    ' and we will stand at this gate until the owners have opened their books," Hanna Brock told a'
    " press conference."
)
UNION = (
    "The union says that its members at Port Ellery are fighting for the livelihood of a town."
    " It described the planned closure as a betrayal of families who have built ships on this coast"
    " for generations. Organisers counted more than a thousand people outside the shipyard on"
    " Tuesday and promised further protests. They accuse directors of hiding profits abroad and of"
    " letting machinery rot on purpose. A collection for strikers brought in a large sum within"
    " hours, and bakers delivered bread free of charge." + QUOTE
)
COMPANY = (
    "Fewer than five hundred employees took part in an unlawful stoppage at Port Ellery, the"
    " shipyard's board declared on Tuesday. Production in the remaining halls continued without"
    " interruption, it said, and customers need not worry about deliveries. Directors regard the"
    " decision on the dry dock as final. They offered retraining to anyone affected and warned that"
    " agitators from outside were intimidating loyal staff. Lawyers are preparing a claim for"
    " damages against those responsible." + QUOTE
)


def families(*texts, **fields):
    """The reports' numbers, grouped as the families are."""
    reports = [make.report(text, given_id=str(n), **fields) for n, text in enumerate(texts)]
    numbers = {report.id: int(report.given_id) for report in reports}
    return sorted(
        sorted(numbers[name] for name in family.reports) for family in find_families(reports)
    )


def test_a_copy_with_a_paragraph_put_in_is_of_the_family():
    half = DISPATCH.index("Police")
    local = "The bakery in Quay Street gave out bread, its owner said. "
    assert families(DISPATCH, DISPATCH[:half] + local + DISPATCH[half:]) == [[0, 1]]


def test_an_agency_s_dispatch_told_in_other_words_is_of_the_family():
    assert families(DISPATCH, REWRITE, UNION, COMPANY) == [[0, 1], [2], [3]]


def test_a_long_quotation_in_both_makes_no_family():
    assert families(UNION, COMPANY) == [[0], [1]]


def test_what_the_two_sides_report_stays_apart_from_the_agency_and_each_other():
    dispatch = make.report(DISPATCH, outlet="Ellwire", published="2031-03-04")
    credited = make.report("(Ellwire) Rain is expected.", credit="Ellwire")
    sides = [
        make.report(text, outlet=text[:9], published="2031-03-05") for text in (UNION, COMPANY)
    ]
    assert len(find_families([dispatch, credited, *sides])) == len((dispatch, credited, *sides))


def test_families_do_not_chain_through_a_text_that_holds_parts_of_two():
    parts = [make.report(text, published="2031-03-04") for text in (DISPATCH, UNION)]
    both = make.report(DISPATCH[:300] + " " + UNION[:300], published="2031-03-05")
    sizes = sorted(len(family.reports) for family in find_families([*parts, both]))
    assert sizes == [1, 2]


def test_what_many_texts_of_the_pile_share_shows_no_descent():
    form = (
        " Anyone with information about the incident is asked to contact detectives in person or on"
        " the special telephone line."
    )
    texts = [part + form for part in (DISPATCH, REWRITE, UNION, COMPANY)]
    assert families(*texts) == [[0, 1], [2], [3]]


def test_an_outlet_s_usual_words_weeks_later_are_no_copy_where_no_day_is_named():
    one = (
        "A source at the police command of Tarn told our correspondent that a child was killed and"
        " its mother injured by rocket shells, fired by terrorist groups at houses in the old"
        " quarter; material damage was caused to several cars and to a school nearby."
    )
    two = (
        "Shells were fired by terrorist groups at the station quarter, a source at the police"
        " command told our correspondent in Tarn: two drivers were injured, houses and a mosque"
        " nearby took material damage, and several cars were caused to burn."
    )
    days = ("2031-03-04", "2031-04-19")
    reports = [
        make.report(text, outlet="Tarn Voice", published=day)
        for text, day in zip((one, two), days, strict=True)
    ]
    assert len(find_families(reports)) == len(reports)
