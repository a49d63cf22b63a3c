"""Every exception of twosource.

TwosourceError
├── InputError          the user's mistake: names the file, the line and the remedy
├── UnreadableError     one item or report cannot be used: becomes a Skip, the rest goes on
├── ArchiveError        the archive is not what it should be
├── UnknownIdError      no record has this id
└── MissingExtraError   an optional part is not installed: names the extra
"""


class TwosourceError(Exception):
    """The base of all errors that twosource raises on purpose."""


class InputError(TwosourceError):
    """What the user gave cannot be used as it is."""

    def __init__(
        self, problem: str, *, where: str | None = None, line: int | None = None, remedy: str = ""
    ) -> None:
        place = where or ""
        if line is not None:
            place = f"{place}:{line}"
        parts = [part for part in (place, problem) if part]
        message = ": ".join(parts)
        super().__init__(f"{message}. {remedy}" if remedy else message)


class UnreadableError(TwosourceError):
    """An item or report that a step cannot use; the message is the skip's reason."""


class ArchiveError(TwosourceError):
    """The archive cannot be opened, or holds something else."""


class UnknownIdError(TwosourceError):
    """No record has this id."""


class MissingExtraError(TwosourceError):
    """An optional part is not installed."""

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(f"{purpose} needs an optional part: pip install 'twosource[{extra}]'")
