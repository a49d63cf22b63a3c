"""A cue in, the head of its speaker's mention out: the word as it stands ("who", "he")."""

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.grammar import noun_phrase, objects
from twosource.extract.actor_words import body_kinds, is_day
from twosource.extract.claim_asides import aside_bearer
from twosource.extract.claim_beside import closer, turned
from twosource.extract.claim_content import says_further
from twosource.extract.claim_cues import Cue
from twosource.extract.claim_frames import has_to, is_passive
from twosource.extract.claim_tallies import is_tally, maker_behind
from twosource.extract.claim_words import word_set

DEEP = 8
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
NAMED_BEHIND = frozenset({"dobj", "attr", "oprd", "dep", "nsubj"})
HANGING = frozenset({"conj", "advcl", "xcomp", "ccomp", "pcomp", "dep", "parataxis"})
EMPTY = frozenset({"it", "there", "that", "this", "which"})
NOMINAL = frozenset({"PROPN", "NOUN", "PRON"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
LONGEST_BESIDE = 14  # words set off by commas between a name and its verb
LONGEST_NAME = 8  # words of an office with its holder


def find_speaker(cue: Cue) -> Token | None:
    """The head of the phrase that names who speaks; None when nobody is named.

    "that" is the noun it stands for: "a report that shows".
    """
    found = _find(cue)
    return bearer_of(found) if found is not None and found.lower_ == "that" else found


def _find(cue: Cue) -> Token | None:
    if cue.frame in {"raising", "adverb"}:
        return _agent(cue.token) if cue.frame == "raising" else None
    if cue.frame == "according":
        return aside_bearer(cue.token) or _behind_to(cue.token)
    if cue.token.pos_ == "NOUN":
        return _of_noun(cue.token)
    if cue.token.pos_ == "ADJ":
        return _subject(cue.token.head, DEEP)
    if cue.passive:
        return _agent(cue.token)
    doer = _doer(cue)
    counted = doer is not None and doer.lemma_.lower() in word_set("issued", "counts")
    return _issuer(doer) if counted and doer is not None else doer


def _doer(cue: Cue) -> Token | None:
    """The subject; when the parse lost it, the name before a verb of saying."""
    found = closer(cue.token) or turned(cue.token) or _subject(cue.token, DEEP)
    if found is None and cue.frame in {"clause", "quote"} and cue.token.tag_ in FINITE:
        found = speaker_before(cue.token)
    first = cue.content is not None and cue.content.i < cue.token.i
    if found is None and first and cue.token.nbor(-1).text == ",":
        return speaker_behind(cue.token)  # "…, stressed the envoy": taken for an object
    return found


def bearer_of(head: Token) -> Token:
    """The noun that "who" or "which" stands for; else the word itself."""
    if head.lower_ in RELATIVES and head.head.dep_ == "relcl":
        return head.head.head
    return head


def speaker_words(head: Token) -> Words:
    """The mention as written: the noun phrase with what hangs on it by "of"."""
    words = _without_scraps(noun_phrase(head, wide=True), head)
    dashes = [token.i for token in words if token.text in {"-", "--"} and token.i < head.i]
    if dashes and head.doc[dashes[-1] - 1].whitespace_:
        words = head.doc[dashes[-1] + 1 : words.end]
    beside = next((c for c in head.rights if c.dep_ == "appos"), None)
    if beside is not None and beside.left_edge.i == words.end and beside.pos_ == "PROPN":
        words = head.doc[words.start : beside.i + 1]
    opened = [token.i for token in words if token.text == "("]
    if opened and words.start < opened[-1] and words[-1].text != ")":
        words = head.doc[words.start : opened[-1]]
    if len(words) > 1 and head.dep_ == "poss" and words[-1].tag_ == "POS":
        return words[:-1]
    return words


def _without_scraps(words: Words, head: Token) -> Words:
    """The phrase without days, numbers and other people's words before it."""
    start = words.start
    for token in head.doc[words.start : head.i]:
        dated = token.text[0].isupper() and is_day(token)
        day = dated and token.nbor(1).text not in body_kinds()  # "the June Movement"
        owned = token.tag_ == "POS"  # "the rebels' wing"
        closing = token.is_quote and not owned and token.i > words.start and token.whitespace_
        if day or closing or (token.like_num and token.i == start and token.text.isdigit()):
            start = token.i + 1
    return head.doc[start : words.end]


def speaker_behind(verb: Token) -> Token | None:
    """The one named right behind the verb of a quotation: "…," warned Tolan.

    The parser often takes the name for an object.
    """
    for child in verb.rights:
        if child.dep_ in NAMED_BEHIND and child.pos_ in NOMINAL:
            return child if child.left_edge.i == verb.i + 1 else None
    return _phrase_head(verb, verb.i + 1)


def speaker_before(verb: Token) -> Token | None:
    """The one named right before the verb of a quotation, when the parse lost the subject."""
    last = verb.i - 1
    while last > 0 and verb.doc[last].dep_ in {"aux", "advmod", "neg"}:
        last -= 1
    if verb.doc[last].text == ",":
        last = _before_beside(verb, last)
    before = verb.doc[last]
    same = before.sent.start == verb.sent.start
    return before if same and before.pos_ in NOMINAL and before.lower_ not in EMPTY else None


def _before_beside(verb: Token, comma: int) -> int:
    """The place before "…, the mayor of Karsk, said"; of the comma itself when there is none."""
    for place in range(comma - 1, max(0, comma - LONGEST_BESIDE), -1):
        if verb.doc[place].text == ",":
            return place - 1
        if verb.doc[place].is_sent_start or verb.doc[place].is_quote:
            break
    return comma


def _phrase_head(verb: Token, first: int) -> Token | None:
    """The head of the noun phrase that begins at a place, however it hangs in the parse."""
    doc, head = verb.doc, None
    for token in doc[first : first + LONGEST_NAME]:
        if token.pos_ in NOMINAL:
            head = token
        elif head is not None or token.pos_ not in {"DET", "ADJ", "PART"}:
            break
    return head


def _agent(verb: Token) -> Token | None:
    for child in verb.rights:
        issued = child.lower_ == "from" and verb.lemma_ in {"issue", "release", "send", "publish"}
        if child.dep_ == "agent" or (child.dep_ == "prep" and (child.lower_ == "by" or issued)):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _behind_to(token: Token) -> Token | None:
    for child in token.rights:
        if child.lower_ == "to":
            found = next((c for c in child.children if c.dep_ == "pobj"), None)
            return found if found is None else _issuer(found)
    return None


def _issuer(noun: Token) -> Token:
    """Who issued a statement or made a count: "a statement from the council", "a tally by AFP"."""
    if noun.lemma_.lower() not in word_set("issued") and not is_tally(noun):
        return noun
    owner = next((c for c in noun.lefts if c.dep_ == "poss" and not is_tally(noun)), None)
    return maker_behind(noun) or owner or noun


def _subject(verb: Token, left: int) -> Token | None:
    own = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
    if own is not None:
        return own
    head = verb.head
    if left == 0 or head == verb:
        return None
    if verb.dep_ in {"acl", "relcl"}:
        return _described(verb, left)
    return _inherited(verb, left) if verb.dep_ in HANGING else None


def _described(verb: Token, left: int) -> Token | None:
    """The noun that the verb describes, or whose it is."""
    head = verb.head
    if verb.dep_ == "acl" and has_to(verb) and head.dep_ in {"dobj", "attr"}:
        return _who_means_to(head, left)
    return _owner(head) if head.pos_ in NOMINAL else None


def _inherited(verb: Token, left: int) -> Token | None:
    """The subject of the verb that this one hangs on; "it is good to …" has none."""
    head = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if verb.dep_ == "pcomp" and head.lemma_ in word_set("quoting"):
        return next(iter(objects(head)), None)
    if says_further(verb):
        head = verb.head.head
    if verb.dep_ == "xcomp":
        ordered = next((c for c in head.children if c.dep_ == "dobj"), None)
        if ordered is not None and has_to(verb) and head.lemma_ != "use":
            return ordered
    upper = _subject(head, left - 1) if head.pos_ in {"VERB", "AUX"} else None
    dummy = upper is not None and upper.lower_ in {"it", "there"} and head.lemma_ == "be"
    return None if dummy else upper


def _who_means_to(noun: Token, left: int) -> Token | None:
    """Who has "an effort to paint …": its owner, or who does what it is the object of."""
    if noun.pos_ == "PROPN":
        return noun
    if noun.head.lemma_ == "be":
        return None
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    return owner or _subject(noun.head, left - 1)


def _owner(noun: Token) -> Token:
    """Whose statement it is that says so; the noun itself when nobody's."""
    if noun.lemma_ not in word_set("venues") or noun.dep_ in {"nsubj", "nsubjpass"}:
        return noun
    return _of_noun(noun) or noun


def _of_noun(noun: Token) -> Token | None:
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if owner is not None:
        return owner
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "among"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    verb = noun.head
    if noun.dep_ == "pobj":
        verb = verb.head
    if noun.dep_ in {"dobj", "pobj"} and verb.lemma_ in word_set("light"):
        return _agent(verb) if is_passive(verb) else _subject(verb, DEEP)
    return None
