"""A cue in, the tokens of its content out; and tokens to spans of the text.

The content ends where the reporter's own clause begins: what is joined to the verb of saying
itself, times and places of the saying, and "…, adding that …", which is a claim of its own.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from twosource.base.records import Span
from twosource.extract.claim_around import clause_around
from twosource.extract.claim_backdrops import backdrop
from twosource.extract.claim_beside import clause_behind, clause_beside
from twosource.extract.claim_counts import counted_words, find_count
from twosource.extract.claim_cues import Cue
from twosource.extract.claim_frames import has_to
from twosource.extract.claim_tails import clipped, is_observation
from twosource.extract.claim_words import frames_of, word_set

COMPLEMENTS = frozenset({"dobj", "xcomp", "ccomp", "oprd", "acomp", "attr", "csubj", "prt"})
TRIM = frozenset(",.;:-–— ")


def content_tokens(cue: Cue) -> list[Token]:
    """The tokens of the content, in order; empty when the parse shows none."""
    token = cue.token
    if cue.frame in {"according", "adverb"}:
        return clause_around(token)
    if cue.content is None:
        return _lost(cue)
    found = set(clipped(cue.content)) | set(_more(cue, cue.content))
    if token.pos_ == "VERB" and cue.frame in SAID and cue.content.i > token.i:
        found -= _further(cue.content)
    apart = backdrop(token) if cue.frame == "clause" else ()
    return sorted((each for each in found if each.i not in apart), key=lambda each: each.i)


def _more(cue: Cue, content: Token) -> Iterator[Token]:
    """What belongs to the content beside the child that begins it."""
    token = cue.token
    if cue.frame == "counting":
        yield from counted_words(token)
    if cue.frame == "raising":
        yield from _raised(token)
    if token.pos_ != "VERB":
        return
    if cue.frame in WHOLE:
        yield from _rest(token, cue)
    if cue.frame == "clause" and content.i > token.i:
        yield from _said_on(token)
    if cue.frame not in REGULAR:
        yield from _behind(token, content)


def _lost(cue: Cue) -> list[Token]:
    """The content that no child of the cue begins: beside it, or behind "says"."""
    if cue.frame == "clause":
        apart = backdrop(cue.token)
        return [each for each in clause_beside(cue.token) if each.i not in apart]
    return clause_behind(cue.token) if cue.frame == "quote" else []


SAID = frozenset({"clause", "infinitive"})
WHOLE = frozenset({"object", "calling", "ordering", "faulting"})
REGULAR = WHOLE | frozenset({"raising", "clause", "infinitive", "quote", "counting"})


def spans_of(doc: Doc, tokens: list[Token]) -> list[Span]:
    """Where the tokens stand: one span for each unbroken run, without punctuation at its ends."""
    runs: list[list[Token]] = []
    for token in tokens:
        if runs and _joined(doc, runs[-1][-1].i, token.i):
            runs[-1].append(token)
        else:
            runs.append([token])
    return [span for run in runs if (span := _trimmed(run)) is not None]


def _joined(doc: Doc, left: int, right: int) -> bool:
    return all(doc[i].is_punct or doc[i].is_space for i in range(left + 1, right))


def _trimmed(run: list[Token]) -> Span | None:
    start, end = 0, len(run)
    while start < end and (run[start].text in TRIM or run[start].is_space):
        start += 1
    while end > start and _hangs_loose(run[end - 1]):
        end -= 1
    words = [token for token in run[start:end] if token.is_alpha or token.like_num]
    if not words or (len(words) == 1 and words[0].pos_ in {"ADP", "PART", "CCONJ"}):
        return None
    last = run[end - 1]
    return Span(run[start].idx, last.idx + len(last.text))


def _hangs_loose(last: Token) -> bool:
    """Whether a content does not end with it: a stop, a space, the "but" of the next clause."""
    return last.text in TRIM or last.is_space or last.dep_ == "cc"


def _rest(verb: Token, cue: Cue) -> Iterator[Token]:
    """What completes the object: "blamed the army for the fire", "called it a crime"."""
    for child in verb.rights:
        if child == cue.content:
            continue
        if child.lower_ in {"as", "to"} and cue.content is not None and child.i < cue.content.i:
            continue  # "rejected as false the charge", "confirmed to the paper the death"
        if cue.passive and child.dep_ == "prep" and child.lower_ == "from":
            yield from _that_clause_under(child)
            continue
        led = child.dep_ in {"prep", "dative"} and child.lower_ in word_set("results")
        if child.dep_ in COMPLEMENTS or (led and not _is_venue(child)):
            yield from child.subtree


def _that_clause_under(issuer: Token) -> Iterator[Token]:
    """The clause that the parser hangs on who issued it: "issued from the council that …"."""
    for token in issuer.subtree:
        if token.dep_ in {"acl", "relcl", "ccomp"} and token.left_edge.lower_ == "that":
            yield from token.subtree
            return


def _behind(verb: Token, content: Token) -> Iterator[Token]:
    for child in verb.rights:
        purpose = child.dep_ == "advcl" and has_to(child)
        late = child.i > content.i and (child.dep_ in {"xcomp", "ccomp", "prep"} or purpose)
        if late and not (child.dep_ == "prep" and _is_venue(child)):
            yield from child.subtree


def _said_on(verb: Token) -> Iterator[Token]:
    """A clause joined to the verb that has its own subject and is no saying: "…, but it fell"."""
    for child in verb.rights:
        own = any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in child.lefts)
        joined = child.dep_ == "conj" and own and not is_observation(child)
        told = child.lemma_.lower() in frames_of("verbs") or find_count(child) is not None
        if joined and not told:
            yield from child.subtree


def _further(content: Token) -> set[Token]:
    """What the same speaker is said to add: "said it was cut and added that it would stay so"."""
    verbs = (c for c in content.rights if says_further(c) or _is_finite_beside(c))
    return {token for verb in verbs for token in (*verb.subtree, *_joints(verb))}


def _is_finite_beside(verb: Token) -> bool:
    """Whether a finite verb of saying was joined to an infinitive: "vowed to go and promised …"."""
    finite = verb.dep_ == "conj" and verb.tag_ == "VBD" and verb.head.tag_ == "VB"
    return finite and verb.lemma_ in frames_of("verbs")


def _joints(verb: Token) -> list[Token]:
    return [c for c in verb.head.rights if c.dep_ == "cc" and c.i < verb.i]


def says_further(verb: Token) -> bool:
    """Whether the verb is joined to a content but goes on with the saying of who said it.

    "Said it was cut and added that …"; "said 40 had died and blamed the army".
    """
    joined = verb.dep_ == "conj" and verb.head.dep_ == "ccomp" and verb.tag_ == "VBD"
    if not joined or any(c.dep_ in {"nsubj", "aux"} for c in verb.lefts):
        return False
    if verb.lemma_ in word_set("hearsay", "blaming"):
        return any(c.dep_ in {"aux", "auxpass"} for c in verb.head.lefts)
    if not any(c.dep_ == "ccomp" for c in verb.rights):
        return False
    apart = verb.lemma_ in frames_of("verbs") and any(c.dep_ == "aux" for c in verb.head.lefts)
    return apart or verb.lemma_ in word_set("hearsay", "spoken")


def _raised(verb: Token) -> Iterable[Token]:
    for child in verb.lefts:
        if child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ not in {"it", "there"}:
            return child.subtree
    if verb.dep_ in {"acl", "relcl"}:
        return [verb.head]
    return []


def _is_venue(prep: Token) -> bool:
    """Whether it says where or when something was said: "in a statement", "on Friday"."""
    target = next((c for c in prep.children if c.dep_ in {"pobj", "pcomp"}), None)
    if target is None or prep.lower_ not in {
        "in",
        "on",
        "at",
        "during",
        "after",
        "before",
        "from",
        "to",
        "with",
    }:
        return False
    if prep.lower_ in {"during", "after", "before"}:
        return True
    return target.lemma_.lower() in word_set("venues") or target.lemma_ in word_set("days")
