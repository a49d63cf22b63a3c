"""What a page may raise: a request that is answered with a status, or that needs a login."""

from twosource.base.errors import TwosourceError


class WebError(TwosourceError):
    """A request that the desk answers with this status."""

    def __init__(self, status: int, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.status = status
        self.remedy = remedy


class LoginNeeded(TwosourceError):  # noqa: N818 - no mistake: the way to the login page
    """Somebody who is not logged in asks for a page."""
