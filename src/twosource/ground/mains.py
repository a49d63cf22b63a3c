"""An account in, the happening that its report is about out."""

from twosource.base.records import Account, Main


def choose_main(account: Account) -> Main | None:
    """The main happening with its date and place; None for a report about none."""
    return None
