"""A noun for a count or a paper in, who made it out: "a tally kept by the Front".

Whoever made it vouches for what it holds, as a speaker does.
"""

from spacy.tokens import Token

from twosource.base.countries import by_name
from twosource.base.grammar import is_passive, objects_of
from twosource.extract.claim_frames import has_to
from twosource.extract.claim_words import tables, word_set

FROM = frozenset({"from", "by"})
BESIDE = frozenset({"appos", "dobj", "npadvmod", "attr", "dep"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
LOOSE = frozenset({"advcl", "acl", "prep", "xcomp"})
DEEP = 3


def is_tally(noun: Token) -> bool:
    """Whether the noun is one for what somebody counted: "figures", "toll", "list"."""
    counts = word_set("issued", "counts")
    return noun.lemma_.lower() in counts or noun.lower_ in counts


def maker_of(noun: Token, depth: int = DEEP) -> Token | None:
    """The head of the phrase that names who made it; None where nobody is named."""
    return owner_of(noun) or maker_behind(noun, depth)


def maker_behind(noun: Token, depth: int = DEEP) -> Token | None:
    """The same where the maker stands behind it: "a tally by the Front"."""
    found = (_behind(child, depth) for child in noun.rights)
    return next((each for each in found if each is not None), None)


def _behind(child: Token, depth: int) -> Token | None:
    """The maker behind the noun: "by the Front", "kept by the Front", "that comes from it"."""
    target = next((c for c in child.children if c.dep_ == "pobj"), None)
    if child.dep_ in {"prep", "agent"} and child.lower_ in FROM:
        return target
    if child.lower_ == "of" and target is not None:
        if is_tally(target):
            return maker_of(target, depth - 1) if depth else None
        return target if child.head.lemma_.lower() in word_set("counting", "own") else None
    if child.dep_ in {"acl", "relcl"} and child.lemma_.lower() in _making():
        own = next((c for c in child.lefts if c.dep_ == "nsubj" and c.tag_ != "WDT"), None)
        return own or next(iter(_agents(child)), None)
    return None


def _suffers(noun: Token, owner: Token) -> bool:
    """Whether the count is of what befell its owner: "the city's toll", "the army's death toll"."""
    lemma = owner.lemma_.lower()
    if by_name(owner.text) is not None or lemma in word_set("counting", "scenes"):
        return True
    return noun.lemma_.lower() == "toll" and lemma in word_set("counting", "losing")


def _agents(verb: Token) -> list[Token]:
    agents = (c for c in verb.rights if c.dep_ in {"agent", "prep"} and c.lower_ in FROM)
    return [c for agent in agents for c in agent.children if c.dep_ == "pobj"]


def _making() -> frozenset[str]:
    return (
        word_set("sourcing", "verbs") | word_set("sourcing", "come") | word_set("issued", "making")
    )


def owner_of(noun: Token) -> Token | None:
    """Its owner, with a genitive or without: "the Front's list", "Red Cross figures"."""
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    if owner is not None:
        return None if _suffers(noun, owner) else owner
    for child in noun.lefts if is_tally(noun) else ():
        if child.dep_ not in {"compound", "nmod"}:
            continue
        if child.tag_ == "NNP" or child.lemma_.lower() in word_set("speakers", "institution"):
            return child
    return None


def maker_beside(noun: Token) -> Token | None:
    """Who counted, where the noun stands beside the clause or is its subject.

    "Twelve died, a figure given by the Front"; "the Front's toll stands at 12".
    """
    if not is_tally(noun):
        return None
    beside = noun.dep_ in BESIDE and noun.left_edge.i and noun.doc[noun.left_edge.i - 1].text == ","
    stands = noun.dep_ in SUBJECTS and noun.head.lemma_.lower() in word_set("counting", "stand")
    if not (beside or stands) or not _numbered(noun):
        return None
    return maker_of(noun)


def _numbered(noun: Token) -> bool:
    """Whether a number stands in the clause, and none in the phrase itself."""
    own = {each.i for each in noun.subtree}
    if noun.dep_ in SUBJECTS and is_passive(noun.head):
        return False
    if noun.dep_ in SUBJECTS and noun.head.lemma_ == "be":
        parts = [c for c in noun.head.rights if c.dep_ in {"attr", "nsubj", "prep"}]
        return any(c.like_num or any(d.like_num for d in c.children) for c in parts)
    return any(each.like_num and each.i not in own for each in noun.head.subtree)


def counts_from(verb: Token) -> Token | None:
    """Who is gone by: "going by the Front", "based on the Front's list"."""
    leads: dict[str, list[str]] = tables()["according"]["leads"]
    lemma = verb.lemma_.lower()
    if lemma not in leads or verb.dep_ not in LOOSE or (verb.tag_ == "VB" and not has_to(verb)):
        return None
    found = next(iter(objects_of(verb, frozenset(leads[lemma]))), None)
    if found is None:
        return None
    return maker_of(found) or (found if "by" in leads[lemma] else None)
