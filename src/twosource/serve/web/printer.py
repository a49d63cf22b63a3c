"""The process that prints, at the lowest priority from its first import on (see `printing`)."""

import os

POLITE = 19


def main() -> None:
    """Print what `printing` asks for on standard input."""
    if hasattr(os, "nice"):
        os.nice(POLITE)
    from twosource.serve.web.printing import print_until_told  # noqa: PLC0415 - politely as well

    print_until_told()


if __name__ == "__main__":
    main()
