"""A verb of saying in, whether the clause it reports stands beside it out: "…, police say".

The parser hangs such a verb on the clause, or the clause on the verb, or loses the clause: then
the commas tell where it ends.
"""

from spacy.tokens import Token

from twosource.extract.claim_backdrops import backdrop
from twosource.extract.claim_words import frames_of, word_set

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
MISREAD = frozenset({"dobj", "xcomp", "nsubj", "nsubjpass"})
PAIR = 2  # commas around an aside
SHORTEST = 7  # words before a verb that has a clause and a name with an aside before it
OWN = frozenset({"dobj", "ccomp", "xcomp", "prep", "dative"})  # what the verb says by itself


def stands_beside(verb: Token) -> bool:
    """Whether the clause is put in beside its content: "The bridge, he said, was gone".

    The parser also joins it with no "and": "Nine died, a doctor at the ward told the paper".
    """
    if closer(verb) is not None or says_as(verb) or turned(verb) is not None or opens(verb):
        return True
    if not any(c.dep_ == "nsubj" for c in verb.lefts):
        return False
    return verb.dep_ == "parataxis" or _spliced(verb) or trails(verb)


def opens(verb: Token) -> bool:
    """Whether it opens a bulletin: "The General Staff reports: four guards were killed"."""
    named = any(c.dep_ in SUBJECTS for c in verb.lefts)
    end = verb.right_edge.i + 1
    leads = end < len(verb.doc) and verb.doc[end].text == ":"
    first = verb.dep_ == "ccomp" and verb.head.i > verb.i and verb.tag_ == "VBZ"
    return first and named and leads


def trails(verb: Token) -> bool:
    """Whether it ends the sentence as another's saying: "They agreed to a truce, Oman announced".

    The parser takes it for what the verb before it says. It has a subject behind a comma, and
    nothing of its own but when and where.
    """
    if verb.dep_ != "ccomp" or verb.head.i > verb.i or verb.left_edge.text != ",":
        return False
    named = any(c.dep_ in SUBJECTS and c.i < verb.i for c in verb.lefts)
    marked = any(c.dep_ in {"mark", "aux"} for c in verb.lefts)
    return (
        named
        and not (marked or _has_own(verb))
        and "clause" in frames_of("verbs").get(verb.lemma_, {})
    )


def closer(verb: Token) -> Token | None:
    """The subject that ends a sentence with its verb, which the parser takes for the main clause.

    "Raid kills four in Karsk, says governor"; "Four killed in raid, police say".
    """
    if (apart := set_apart(verb)) is not None:
        return apart
    if verb.dep_ != "ROOT" or verb.i == verb.sent.start:
        return None
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    if verb.nbor(-1).text == ",":
        return next((child for child in subjects if child.i > verb.i), None)
    several = len(subjects) > 1 or (subjects and _follows_told(verb))
    last = subjects[-1] if several and subjects[-1].i < verb.i else None
    return last if last is not None and _behind_comma(last) else None


def _follows_told(verb: Token) -> bool:
    """Whether what it tells stands before it as a clause of its own: "Nine died, he told the Post".

    The parser takes it for a clause of time; such a clause begins with "when" or "as".
    """
    if verb.lemma_ not in word_set("hearsay", "spoken"):
        return False
    if any(c.dep_ in {"ccomp", "xcomp", "prep"} and c.i > verb.i for c in verb.rights):
        return False
    clauses = (c for c in verb.lefts if c.dep_ in {"advcl", "ccomp"} and _tensed(c))
    return any(
        any(map(_is_own, c.lefts)) and not any(d.dep_ == "mark" or d.tag_ == "WRB" for d in c.lefts)
        for c in clauses
    )


def set_apart(verb: Token) -> Token | None:
    """The name that closes a sentence, set apart from its verb: "…, Oman, the host, said".

    The parser hangs the verb on something before, or makes it a participle of that.
    """
    doc, start = verb.doc, verb.sent.start
    if verb.tag_ not in {"VBD", "VBN"} or verb.i - start < SHORTEST or verb.nbor(-1).text != ",":
        return None
    if any(c.dep_ in SUBJECTS | {"aux", "auxpass"} for c in verb.lefts) or _has_own(verb):
        return None
    commas = [each.i for each in doc[start : verb.i - 1] if each.text == ","][-2:]
    if len(commas) < PAIR or verb.right_edge.i < verb.sent.end - 2:
        return None
    name, beside = doc[commas[0] + 1 : commas[1]], doc[commas[1] + 1]
    opened = beside.dep_ in {"det", "poss"} or beside.tag_ in {"WDT", "WP", "VBG"}
    told = opened and any(map(_tensed, doc[start : commas[0]]))
    return name[-1] if told and all(each.pos_ in {"PROPN", "DET"} for each in name) else None


def _has_own(verb: Token) -> bool:
    return any(c.dep_ in OWN - {"prep"} for c in verb.rights)


def turned(verb: Token) -> Token | None:
    """Who says what stands before the verb, taken for its object: "…, reported the ministry".

    Only a comma stands between it and the clause, and it has no subject of its own.
    """
    if verb.i == 0 or verb.nbor(-1).text != "," or verb.dep_ not in {"conj", "ROOT"}:
        return None
    first = verb.is_sent_start or verb.lemma_ not in word_set("hearsay", "spoken")
    bare = not any(c.dep_ in SUBJECTS | {"aux", "auxpass"} for c in verb.lefts)
    if first or not bare or verb.tag_ not in FINITE or not _follows_clause(verb):
        return None
    said = next(iter(verb.rights), None)
    follows = said is not None and said.dep_ == "dobj" and said.left_edge.i == verb.i + 1
    return said if follows else None


def _follows_clause(verb: Token) -> bool:
    """Whether a finite clause stands before it, joined by no "and"."""
    if verb.dep_ == "ROOT":
        return any(c.dep_ in {"advcl", "ccomp"} and _tensed(c) for c in verb.lefts)
    return _tensed(verb.head) and not any(c.dep_ == "cc" for c in verb.head.rights)


def _behind_comma(token: Token) -> bool:
    edge = token.left_edge.i
    return edge > token.sent.start and token.doc[edge - 1].text == ","


def says_as(verb: Token) -> bool:
    """Whether it is "as the mayor said, …" or "as reported by the mayor, …"."""
    if verb.dep_ != "advcl" or verb.left_edge.lower_ != "as":
        return False
    if any(c.dep_ == "agent" for c in verb.rights):
        return True
    named = any(c.dep_ in SUBJECTS for c in verb.lefts)
    return named and not any(c.dep_ in OWN for c in verb.rights)


def clause_beside(verb: Token) -> list[Token]:
    """The clause that a verb of saying is put into, without the verb and what hangs on it."""
    subject = closer(verb) or (turned(verb) if verb.dep_ == "ROOT" else None)
    if subject is not None:
        end = min(subject.left_edge.i, verb.i) - 1
        return list(verb.doc[verb.sent.start : end])
    left_out = {each.i for each in verb.subtree} - _goes_on(verb)
    head = verb.head
    if head.i in backdrop(verb):  # "It fell, he said, days after rain began": it hangs on "began"
        return list(verb.doc[verb.sent.start : verb.left_edge.i])
    return [] if head == verb else [each for each in head.subtree if each.i not in left_out]


def _goes_on(verb: Token) -> set[int]:
    """What goes on with the clause behind the verb: "It had stood, he said, and had to fall"."""
    after = verb.nbor(1).text if verb.i + 1 < len(verb.doc) else ""
    if verb.dep_ != "parataxis" or after != ",":
        return set()
    joined = [c for c in verb.rights if c.dep_ == "conj" and not any(map(_is_own, c.lefts))]
    return {token.i for child in joined for token in child.subtree}


def clause_behind(verb: Token) -> list[Token]:
    """The clause behind "says" that the parser takes for its object.

    "He said legalizing it could put thousands to work": only where a finite verb stands in it,
    and no quotation. Other verbs than "say" have true objects with such clauses in them.
    """
    if verb.lemma_ != "say" or verb.dep_ == "relcl" or not any(map(_is_own, verb.lefts)):
        return []
    parts = [c for c in verb.rights if c.dep_ in MISREAD and c.left_edge.i == verb.i + 1]
    told = any(_tensed(each) for part in parts for each in part.subtree)
    if not told and not any(map(_counts_harm, parts)):
        return []
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    return [] if any(token.is_quote for token in behind) else list(behind)


def _counts_harm(part: Token) -> bool:
    """Whether it is a clause without its "were", as in headlines: "says nine killed in raid"."""
    numbered = part.like_num or any(c.dep_ == "nummod" for c in part.lefts)
    return numbered and any(c.dep_ == "acl" and c.tag_ == "VBN" for c in part.rights)


def _is_own(child: Token) -> bool:
    return child.dep_ in SUBJECTS


def _spliced(verb: Token) -> bool:
    """Whether only a comma joins the verb to a finite one before it."""
    edge = verb.left_edge.i
    if verb.dep_ != "conj" or verb.head.i > edge or verb.doc[edge - 1].text != ",":
        return False
    finite = _tensed(verb.head) or any(map(_is_own, verb.head.lefts))
    return finite and not any(c.dep_ == "cc" for c in verb.head.rights)


def _tensed(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(c.tag_ in FINITE for c in verb.lefts)
