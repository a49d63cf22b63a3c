"""Two signatures in, why they are of one text out: copy, rewrite, or one agency's credit.

Thresholds were set on pairs of agency dispatch and newspaper text with known descent; see
docs/concepts/families-and-stories.md for the figures and what they cost.
"""

from twosource.base.passages import longest_passage
from twosource.base.stories import Edge, Relation
from twosource.cluster.signatures import Signature, share

DERIVED = 0.065  # pairs of the later text that the earlier one holds
UNDIRECTED = 0.05  # pairs of the longer text that the other holds, when no text is known as later
CONTAINED = 0.1  # five-word runs of the shorter text: part of it was taken over word by word
COPIED = 0.3  # five-word runs, or pairs of the derived text: the words themselves were kept
CREDITED = 0.03  # pairs of the longer text, when both carry one agency's credit
SAME_SUBJECT = 0.19  # likeness of what the two tell of, unless the words themselves were copied
FEWEST = 8  # pairs of longer words under which only equal texts are compared
LEAST_SHARED = 3  # pairs that two texts must share to be compared


def find_edge(one: Signature, other: Signature, likeness: float = 1.0) -> Edge | None:
    """The edge between two reports of one text; None when nothing shows a common descent.

    `likeness` says how alike their subjects are, 0 to 1: set phrases make no family.
    """
    left, right = sorted((one, other), key=lambda each: each.id)
    if left.words == right.words:
        reason = f"the two bodies are the same {len(left.words)} words"
        return Edge(left.id, right.id, "copy", reason, 1.0)
    if min(len(left.pairs), len(right.pairs)) < FEWEST:
        return None
    short, long = sorted((left, right), key=lambda each: (len(each.pairs), each.id))
    later = _later(left, right)
    derived = later or long
    runs = share(short.runs, long.runs)
    overlap = share(derived.pairs, (right if derived is left else left).pairs)
    if runs >= CONTAINED:
        overlap = max(overlap, share(short.pairs, long.pairs))
    credit = left.agency if left.agency == right.agency else None
    if runs >= COPIED or (overlap >= COPIED and likeness >= SAME_SUBJECT):
        relation: Relation = "copy"
    elif likeness < SAME_SUBJECT:
        return None
    elif overlap >= (UNDIRECTED if later is None else DERIVED):
        relation = "rewrite"
    elif credit is not None and share(long.pairs, short.pairs) >= CREDITED:
        relation = "credit"
    else:
        return None
    return Edge(left.id, right.id, relation, _reason(short, long, credit), round(overlap, 3))


def _later(left: Signature, right: Signature) -> Signature | None:
    """The text that came later, when days or an agency's name tell; None when nothing does."""
    if left.day and right.day and left.day != right.day:
        return left if left.day > right.day else right
    if left.is_agency != right.is_agency:
        return right if left.is_agency else left
    return None


def _reason(short: Signature, long: Signature, credit: str | None) -> str:
    runs, pairs = share(short.runs, long.runs), share(short.pairs, long.pairs)
    longest = longest_passage(short.words, long.words)
    told = (
        f"{_percent(runs)} of the shorter text's five-word runs and {_percent(pairs)} of its pairs"
        f" of longer words stand in the other; the longest shared passage has {longest} words"
    )
    return told if credit is None else f"both credit {credit}; {told}"


def _percent(part: float) -> str:
    return f"{100 * part:.0f} %"
