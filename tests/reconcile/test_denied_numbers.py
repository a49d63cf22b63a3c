"""What a denier is told to have said: no number of another's, and none where none is said."""

from reconcile.findings_of import findings_of


def told_by_denier(text: str) -> list[tuple[str, float | None, float | None]]:
    count = "Lorn was shelled on Monday. The Red Cross said three civilians were killed."
    reports = [
        {"outlet": "Orvan Post", "published": "2031-03-04", "text": count},
        {"outlet": "Sund Tribune", "published": "2031-03-04", "text": text},
    ]
    killed = [one for one in findings_of(reports) if one.slot == "killed"]
    denying = [each for one in killed for each in one.origins if each.side == "denies"]
    return [(told.text, told.low, told.high) for each in denying for told in each.values]


def test_a_denied_number_is_none_of_the_deniers_own():
    text = "The army denied that three civilians were killed when Lorn was shelled on Monday."
    assert ("Denied: three civilians were killed", None, None) in told_by_denier(text)


def test_a_denial_of_any_harm_is_none():
    text = "Lorn was shelled on Monday. The army denied that civilians had been harmed."
    assert told_by_denier(text) == [("No civilians were killed", 0, 0)]
