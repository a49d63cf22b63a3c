"""Words of blame in a report in, the attack that they mean out."""

from twosource.base.records import Account, Mention, Span

VIOLENT = "ASSAULT"
TOLD = frozenset({"asserted", "claimed"})
BACK = 900  # characters before in which the attack was told that a sentence speaks of


def attack_meant(verb: Span, sentence: Span, account: Account) -> str | None:
    """The attack that is meant: one in the sentence, else the last one told before it."""
    inside = attack_behind(verb, sentence, account)
    if inside is not None and inside.modality in TOLD:
        return inside.id
    before = [
        each
        for each in find_attacks(account)
        if verb.start - BACK <= each.trigger.start < verb.start and each.modality in TOLD
    ]
    near = [each for each in before if sentence.covers(each.trigger)]
    chosen = near or before
    if not chosen:
        return inside.id if inside is not None else None
    return max(chosen, key=lambda each: each.trigger).id


def attack_behind(verb: Span, sentence: Span, account: Account) -> Mention | None:
    """The first attack told behind the verb in its sentence."""
    behind = [
        each
        for each in find_attacks(account)
        if sentence.covers(each.trigger) and each.trigger.start >= verb.end
    ]
    return min(behind, key=lambda each: each.trigger, default=None)


def find_attacks(account: Account) -> list[Mention]:
    """The attacks of here and now that the report tells of."""
    return [
        each
        for each in account.mentions
        if each.plover.event == VIOLENT and each.scope == "current"
    ]
