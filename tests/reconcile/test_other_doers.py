"""Where two sides agree that something happened and each names another as the doer."""

from reconcile.findings_of import findings_of

REBELS = {
    "outlet": "Sund Tribune", "published": "2031-03-05",
    "text": "The Lornish army shelled the bus station of Orvan on Tuesday and nine people died, "
    "the Northern Resistance Army said.",
}  # fmt: skip
ARMY = {
    "outlet": "Orvan Post", "published": "2031-03-05",
    "text": "The terrorists shelled the bus station of Orvan on Tuesday and nine people died, "
    "the Lornish government said.",
}  # fmt: skip
PRESIDENT = {
    "outlet": "Coast Daily", "published": "2031-03-05",
    "text": "Shells hit Orvan on Tuesday, killing nine people. President Idris Maro blamed "
    "Halvania for arming the rebels.",
}  # fmt: skip


def test_neither_sides_sentence_is_given_as_what_is_agreed():
    shelled = [
        one for one in findings_of([REBELS, ARMY])
        if one.slot == "happened" and len(one.origins) > 1
    ]  # fmt: skip
    assert shelled
    assert all("army shelled" not in one.text for one in shelled)
    assert all("terrorists shelled" not in one.text for one in shelled)


def test_blame_for_arming_somebody_puts_no_attack_on_him():
    assert not [one for one in findings_of([PRESIDENT]) if one.slot == "responsible"]


def test_the_same_ministry_in_two_reports_is_one_origin():
    first = "Nine people were killed in Orvan on Monday, the interior ministry said."
    second = "The interior ministry said nine people were killed in Orvan on Monday."
    beside = " The Armenian army and the Georgian army stood by."
    reports = [
        {"outlet": outlet, "published": "2031-03-05", "text": text + beside}
        for outlet, text in (("Sund Tribune", first), ("Coast Daily", second))
    ]
    (killed,) = [one for one in findings_of(reports) if one.slot == "killed"]
    assert killed.independent_max == 1
