"""An account in, the same account with each place put on the map, and the reason, out."""

from twosource.base.records import Account
from twosource.base.settings import Settings


def place_names(account: Account, settings: Settings) -> Account:
    """The account with a placing for every place name."""
    return account
