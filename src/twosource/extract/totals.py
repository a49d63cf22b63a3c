"""An account in, the report's own toll of its current happening out."""

from twosource.base.records import Account, Total


def sum_totals(account: Account) -> tuple[Total, ...]:
    """One total per measure that the report says anything of."""
    return ()
