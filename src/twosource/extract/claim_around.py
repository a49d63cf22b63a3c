"""A word beside a clause in, the tokens of the clause it vouches for out: "according to …".

The clause is that of the verb above it, without the words that name the speaker.
"""

from spacy.tokens import Token

from twosource.extract.claim_tails import clipped

DEEP = 6
CLAUSE_ROOTS = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis"})


def clause_around(token: Token) -> list[Token]:
    """The clause that "according to …" or "reportedly" is put into."""
    head = token.head
    for _ in range(DEEP):
        if head.pos_ in {"VERB", "AUX"} and head.dep_ in CLAUSE_ROOTS:
            break
        if head.dep_ == "ROOT":
            break
        head = head.head
    opened = _opened_by(token)
    if opened is not None:
        edge = token.right_edge.i
        return [each for each in clipped(opened) if each.i > edge and each.text != ","]
    if head == token:
        return []
    if _closes_sentence(token):
        head = _first_joined(head)
    left_out = {each.i for each in token.subtree}
    inside = ({each.i for each in clipped(head)} - left_out) | _swallowed(token, head)
    return [
        token.doc[place] for place in sorted(inside) if not _subordinator(token.doc[place], head)
    ]


def _opened_by(token: Token) -> Token | None:
    """The verb behind "in which, according to …,", which the parser loses; None elsewhere.

    It is the first finite one behind the comma that closes the aside.
    """
    edge = token.right_edge.i + 1
    if token.i < 2 or token.nbor(-1).text != "," or token.doc[edge : edge + 1].text != ",":  # noqa: PLR2004
        return None
    if token.nbor(-2).tag_ not in {"WDT", "WP", "WRB"}:
        return None
    behind = token.doc[edge : token.sent.end]
    return next((t for t in behind if t.dep_ in CLAUSE_ROOTS and t.pos_ in {"VERB", "AUX"}), None)


def _closes_sentence(token: Token) -> bool:
    """Whether "according to …" stands at the end, behind all that it vouches for."""
    edge = token.right_edge
    after = edge.doc[edge.i + 1 : edge.i + 2].text
    return token.i > 0 and token.nbor(-1).text == "," and after in {"", ".", '"', "”"}


def _first_joined(head: Token) -> Token:
    """The first of the clauses joined by "and"; what "but" sets apart stays apart."""
    while head.dep_ == "conj" and head.head.pos_ in {"VERB", "AUX"}:
        if not any(c.dep_ == "cc" and c.lower_ == "and" for c in head.head.children):
            break
        head = head.head
    return head


def _swallowed(token: Token, head: Token) -> set[int]:
    """The subject that the parser does not give to the verb: from the comma on it is content.

    "According to President Tolan, Karsk has …"; "although according to them, the retreat from
    there is …".
    """
    before = token.doc[max(0, token.i - 1)]
    opens = token.is_sent_start or before.is_space or before.dep_ == "mark"
    if not opens or any(map(_is_subject, head.children)):
        return set()
    commas = [each.i for each in token.subtree if each.text == "," and each.i < head.i]
    edge = token.right_edge.i + 1
    commas += [edge] if edge < head.i and token.doc[edge].text == "," else []
    return set(range(commas[-1] + 1, head.i)) if commas else set()


def _is_subject(child: Token) -> bool:
    """Whether a verb has its subject in it; "there" before "is" is one only at its clause's start.

    Behind a preposition ("from there is") it belongs to the words before.
    """
    if child.dep_ == "expl":
        return child.i == 0 or child.nbor(-1).pos_ != "ADP"
    return child.dep_ in {"nsubj", "nsubjpass"}


def _subordinator(token: Token, head: Token) -> bool:
    return token.head == head and token.i < head.i and token.dep_ in {"mark", "cc"}
