"""Two reports that are no one text in, what they share all the same out, in words."""

from twosource.base.passages import shared_passages
from twosource.base.records import Report

PASSAGE = 12  # words of a passage that is worth telling
FIRST = 10  # of its words that are told


def say_common(left: Report, right: Report) -> str:
    """What ties the two though their texts are two: an agency's credit, passages in both.

    What both tell in one passage has one origin, whatever else stands in the two reports.
    """
    told = [*_credits(left, right), *_passages(left.text, right.text)]
    return "; ".join(told) or "no text is shared"


def _credits(left: Report, right: Report) -> list[str]:
    mine, theirs = ({report.credit, *report.credits} - {None} for report in (left, right))
    both = sorted(str(name) for name in mine & theirs)
    return (
        [f"both credit {', '.join(both)}: not independent, save for whom they name"] if both else []
    )


def _passages(left: str, right: str) -> list[str]:
    found = [span.quote(left).split() for span, _ in shared_passages(left, right, PASSAGE)]
    if not found:
        return []
    longest = max(found, key=len)
    count = f"{len(found)} passages" if len(found) > 1 else "one passage"
    quote = f"“{' '.join(longest[:FIRST])} …”, {len(longest)} words"
    return [f"two texts that share {count}: what both tell there has one origin ({quote})"]
