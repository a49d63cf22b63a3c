"""Two signatures in, why they are of one text out: copy, rewrite, or one agency's credit.

Thresholds were set on pairs of agency dispatch and newspaper text with known descent; see
docs/concepts/families-and-stories.md for the figures and what they cost.
"""

from twosource.base.passages import longest_passage
from twosource.base.stories import Edge, Relation
from twosource.cluster.signatures import Signature, share

DERIVED = 0.055  # pairs of the derived (else the longer) text that the other holds
CONTAINED = 0.2  # pairs of the shorter text: a part was taken over
COPIED = 0.3  # five-word runs of the shorter text: the words themselves were kept
CREDITED = 0.03  # pairs of the longer text, when both carry one agency's credit
FEWEST = 8  # pairs of longer words under which only equal texts are compared
LEAST_SHARED = 3  # pairs that two texts must share to be compared


def find_edge(one: Signature, other: Signature) -> Edge | None:
    """The edge between two reports of one text; None when nothing shows a common descent."""
    left, right = sorted((one, other), key=lambda each: each.id)
    if left.words == right.words:
        reason = f"the two bodies are the same {len(left.words)} words"
        return Edge(left.id, right.id, "copy", reason, 1.0)
    if min(len(left.pairs), len(right.pairs)) < FEWEST:
        return None
    short, long = sorted((left, right), key=lambda each: (len(each.pairs), each.id))
    derived = _derived(left, right) or long
    source = right if derived is left else left
    part, whole = share(short.pairs, long.pairs), share(derived.pairs, source.pairs)
    credit = left.agency if left.agency == right.agency else None
    if whole < DERIVED and part < CONTAINED:
        if credit is None or share(long.pairs, short.pairs) < CREDITED:
            return None
        relation: Relation = "credit"
    else:
        relation = "copy" if share(short.runs, long.runs) >= COPIED else "rewrite"
    overlap = whole if derived is short or whole >= part else part
    return Edge(left.id, right.id, relation, _reason(short, long, credit), round(overlap, 3))


def _derived(left: Signature, right: Signature) -> Signature | None:
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
