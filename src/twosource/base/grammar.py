"""A verb or noun of the parse in, the words that stand with it out: who does, to whom, since when.

Labels are those of spaCy's English pipelines (ClearNLP). Every function looks at a token's own
children and at a few of its ancestors, so the cost does not grow with the sentence.
"""

from collections.abc import Iterator

from spacy.tokens import Span as Words
from spacy.tokens import Token

CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj", "acl", "xcomp", "pcomp", "csubj"})
OWN_SUBJECT = frozenset({"nsubj", "csubj", "expl"})
OBJECTS = frozenset({"dobj", "obj", "dative"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
LEFT_PARTS = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "predet", "quantmod"})
WHO = frozenset({"who", "whom", "which", "that"})
WHEN = frozenset({"before", "after", "while", "since", "upon", "when"})
MARKS = frozenset({'"', "'", "(", ")", "[", "]", ",", ";", ":", "--", "-"})
DEEP = 8  # ancestors looked at; deeper chains are parse errors


def conjuncts(head: Token) -> list[Token]:
    """The token and all that is joined to it by "and", "or" or a comma, in order."""
    found = [head]
    for token in found:
        found.extend(child for child in token.rights if _is_joined(child))
    return sorted(found, key=lambda token: token.i)


def _is_joined(child: Token) -> bool:
    if child.dep_ == "appos":
        return _is_listed(child)
    return child.dep_ == "conj" and not _begins_clause(child)


def _is_listed(second: Token) -> bool:
    """Whether it goes on with a list: "Five men, two women and a boy were shot".

    "Three people, two men and a boy, were shot" tells who the three are, and closes with a comma.
    """
    counted = (any(each.dep_ == "nummod" for each in word.lefts) for word in (second, second.head))
    last = next((each for each in reversed(list(second.rights)) if each.dep_ == "conj"), None)
    if last is None or not all(counted):
        return False
    end = last.right_edge.i + 1
    return end < len(last.doc) and last.doc[end].text != "," and last.doc[end - 1].text != ","


def is_passive(verb: Token) -> bool:
    """Whether the verb suffers its subject: "was shelled", "civilians killed in the town"."""
    if verb.tag_ not in {"VBN", "VBD"}:
        return False
    labels = {child.dep_ for child in verb.children}
    if labels & {"auxpass", "nsubjpass", "csubjpass"}:
        return True
    if "agent" in labels and verb.dep_ != "ROOT":
        return True
    if labels & {"nsubj", "aux", "dobj"}:
        return False
    if verb.dep_ == "conj" and verb.tag_ == "VBN":
        return is_passive(verb.head)
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod", "advcl", "xcomp"}


def subjects(verb: Token) -> list[Token]:
    """The heads of those who do it: the subject, or the agent of a passive; conjuncts apart.

    A verb without a subject of its own takes that of the verb it hangs on ("fled and hid",
    "began to shell"), or the noun that it describes ("troops shelling the town").
    """
    if is_passive(verb):
        return _spread(_agents(verb))
    own = [child for child in verb.children if child.dep_ in OWN_SUBJECT]
    if own:
        return _spread(_antecedent(child, verb) for child in own)
    return _inherited(verb, DEEP)


def objects(verb: Token) -> list[Token]:
    """The heads of those it is done to: the object, or the subject of a passive, spread alike."""
    if not is_passive(verb):
        found = [_antecedent(child, verb) for child in verb.children if child.dep_ in OBJECTS]
        return _spread(found)
    own = [child for child in verb.children if child.dep_ in {"nsubjpass", "nsubj"}]
    if own:
        return _spread(_antecedent(child, verb) for child in own)
    if verb.dep_ in {"acl", "amod"}:
        return [verb.head]
    stray = _stray_subject(verb)
    if stray is not None:
        return _spread([stray])
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return objects(verb.head) if is_passive(verb.head) else subjects(verb.head)
    return _inherited(verb, DEEP)


def objects_of(head: Token, prepositions: frozenset[str]) -> list[Token]:
    """The nouns that hang on a verb or noun by one of these prepositions; conjuncts apart."""
    found: list[Token] = []
    for child in head.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.lower_ in prepositions:
            found += [each for each in child.children if each.dep_ == "pobj"]
    return _spread(found)


def noun_phrase(head: Token, *, wide: bool = False) -> Words:
    """The phrase of a noun from its article to its head, without relative clauses.

    With `wide`, phrases with "of" that follow it are taken in ("members of the council").
    """
    start = head.i
    for child in head.lefts:
        if child.dep_ in LEFT_PARTS and child.left_edge.i < start:
            start = child.left_edge.i
    end = head.i + 1
    if wide:
        end = _end_of_phrase(head)
    while start < head.i and head.doc[start].text in MARKS:
        start += 1
    return head.doc[start:end]


def bare_phrase(head: Token, *, wide: bool = False) -> Words:
    """The noun phrase without an article or demonstrative before it."""
    words = noun_phrase(head, wide=wide)
    start = words.start
    while start < head.i and head.doc[start].tag_ in {"DT", "PDT", "WDT"}:
        start += 1
    return head.doc[start : words.end]


def clause_of(token: Token) -> Token:
    """The verb of the clause that a word stands in; the sentence's root when there is none."""
    for _ in range(4 * DEEP):
        if token.dep_ == "ROOT" or (token.pos_ in {"VERB", "AUX"} and token.dep_ in CLAUSES):
            return token
        token = token.head
    return token


def is_negated(verb: Token) -> bool:
    """Whether it is said not to have happened: "did not fall", "no one was hurt", "failed to"."""
    for child in verb.children:
        if child.dep_ == "neg" or (child.dep_ == "preconj" and child.lower_ == "neither"):
            return True
        if child.dep_ in {"nsubj", "nsubjpass", "dobj", "det"} and _says_none(child):
            return True
    if verb.dep_ in {"xcomp", "conj"} and verb.head.pos_ in {"VERB", "AUX"}:
        if verb.dep_ == "conj":
            return _shares_none(verb)
        return verb.head.lemma_ in {"fail", "refuse", "decline"} or is_negated(verb.head)
    return False


def _shares_none(verb: Token) -> bool:
    """Whether a joined verb has its subject from one that says "no one": "was killed or hurt"."""
    if any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children):
        return False
    return any(
        child.dep_ in {"nsubj", "nsubjpass"} and _says_none(child) for child in verb.head.children
    )


def is_past_perfect(verb: Token) -> bool:
    """Whether the verb looks back from a past: "had agreed", "had been shelled"."""
    return any(
        child.dep_ in {"aux", "auxpass"} and child.lower_ == "had" for child in verb.children
    )


def _agents(verb: Token) -> Iterator[Token]:
    """Behind "by" at the verb, or at the end of a place named before it: "at the inn by rebels"."""
    prepositions = [child for child in verb.rights if child.dep_ in {"agent", "prep"}]
    found = [each for each in prepositions if each.dep_ == "agent" or each.lower_ == "by"]
    inner = [each for noun in _behind(prepositions) for each in noun.rights]
    strayed = [each for each in inner if each.dep_ == "prep" and each.lower_ == "by"]
    yield from _behind(found or strayed)


def _behind(prepositions: list[Token]) -> list[Token]:
    """The nouns right behind prepositions."""
    return [each for word in prepositions for each in word.children if each.dep_ == "pobj"]


def _spread(heads: Iterator[Token] | list[Token]) -> list[Token]:
    return [
        each for head in heads for each in conjuncts(head) if each.pos_ in NOUNS or each == head
    ]


def _antecedent(token: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if verb.dep_ == "relcl" and token.lower_ in WHO:
        return verb.head
    return token


def _inherited(verb: Token, left: int) -> list[Token]:
    """Subjects of a verb that has none of its own, from the word that it hangs on."""
    head = verb.head
    if left == 0 or head == verb:
        return []
    if verb.dep_ == "acl" and any(each.lower_ == "to" for each in verb.lefts):
        planned = _whose_plan(head)
        if planned:
            return planned
    if verb.dep_ in {"acl", "relcl"} or (verb.dep_ == "amod" and verb.tag_ == "VBG"):
        return [head] if head.pos_ in NOUNS else []
    if head.pos_ not in {"VERB", "AUX"}:
        # "accused of shelling": the preposition stands between the two verbs.
        return _inherited_over(verb, left) if verb.dep_ == "pcomp" else []
    if verb.dep_ == "xcomp":
        ordered = [child for child in head.children if child.dep_ in OBJECTS]
        own = not ordered or head.lemma_ in {"use", "employ", "have", "need"}
        return _outer(head) if own else _spread(ordered)
    suffered = verb.dep_ == "advcl" and verb.tag_ == "VBG" and _comes_under(head)
    hangs = verb.dep_ in {"conj", "advcl", "dep"} and not suffered
    return _outer(head) if hangs else []


def _comes_under(verb: Token) -> bool:
    """Whether its subject suffers: "the town came under fire, killing nine"."""
    return verb.lemma_ == "come" and any(each.lower_ == "under" for each in verb.rights)


def _whose_plan(noun: Token) -> list[Token]:
    """Who is to do it: "seized the chance to attack", "the rebels' attempt to attack"."""
    owners = [child for child in noun.lefts if child.dep_ == "poss"]
    if owners:
        return _spread(owners)
    upper = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ not in OBJECTS | {"pobj"} or upper.pos_ != "VERB":
        return []
    return subjects(upper)


def _inherited_over(verb: Token, left: int) -> list[Token]:
    upper = verb.head.head
    if upper.pos_ not in {"VERB", "AUX"} or left == 0:
        return []
    if verb.head.lower_ in WHEN:
        return _outer(upper)  # "shot three people before killing himself"
    return objects(upper) or _outer(upper)


def _outer(head: Token) -> list[Token]:
    """The surface subject of a verb: the one before it, whether it does or suffers."""
    return objects(head) if is_passive(head) else subjects(head)


def _stray_subject(verb: Token) -> Token | None:
    """The noun right before "was": the parser hangs it on the clause before, in error."""
    helper = next((child for child in verb.children if child.dep_ == "auxpass"), None)
    if helper is None or helper.i == 0 or helper.is_sent_start:
        return None
    before = helper.doc[helper.i - 1]
    return before if before.pos_ in NOUNS and before.dep_ == "conj" else None


def _begins_clause(noun: Token) -> bool:
    """Whether a joined noun is really the subject of the passive that follows it."""
    if noun.i + 1 >= len(noun.doc) or noun.pos_ not in NOUNS:
        return False
    helper = noun.nbor(1)
    return helper.dep_ == "auxpass" and not any(
        child.dep_ in {"nsubjpass", "nsubj"} for child in helper.head.children
    )


def _says_none(child: Token) -> bool:
    none = {"no", "nobody", "none", "nothing", "neither"}
    return child.lower_ in none or any(
        each.lower_ == "neither" or (each.lower_ == "no" and each.dep_ == "det")
        for each in child.lefts
    )


def _end_of_phrase(head: Token) -> int:
    end = head.i + 1
    for child in head.rights:
        if child.i != end or child.dep_ != "prep" or child.lower_ != "of":
            break
        objects_here = [each for each in child.children if each.dep_ == "pobj"]
        if not objects_here:
            break
        end = _end_of_phrase(objects_here[0])
    return end
