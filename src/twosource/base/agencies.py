"""Words in, the news agency that they name out: by its usual short name."""

import re

from twosource.base.vocabulary import load_words

NAMES: dict[str, str] = {
    form: name
    for name, forms in load_words("twosource.base", "agencies")["agencies"].items()
    for form in forms
}
AGENCY = "(?:" + "|".join(re.escape(form) for form in sorted(NAMES, key=len, reverse=True)) + ")"
NAMED = re.compile(rf"\b{AGENCY}\b")


def name_agency(words: str) -> str | None:
    """The first agency that the words name; None when they name none.

    >>> name_agency("MARROWBY, May 3 (Agence France-Presse)")
    'AFP'
    """
    match = NAMED.search(words)
    return NAMES[match[0]] if match else None


def name_agencies(words: str) -> frozenset[str]:
    """All agencies that the words name.

    >>> sorted(name_agencies("With inputs from Reuters and The Associated Press"))
    ['AP', 'Reuters']
    """
    return frozenset(NAMES[match[0]] for match in NAMED.finditer(words))
