"""A reading with its mentions in, the words for each agreement that it tells of out.

Words of one kind of agreement in one report are of one agreement; "the deal" is the one told last.
What somebody only calls for is none.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from twosource.base.reading import Reading
from twosource.base.records import Mention
from twosource.extract.agreement_words import (
    NOUNS,
    VERBS,
    Kind,
    is_ahead,
    is_definite,
    is_real,
    kind_agreed,
    kind_named,
    listed,
    swaps,
    verbs_at,
)
from twosource.extract.claim_beside import trails
from twosource.extract.event_words import base_form

UNREAL = frozenset({"hypothetical", "negated", "threatened"})
DEEP = 6  # words above one that are looked at
NEAR = 2  # sentences that an "it" may stand behind
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
CLAUSES = frozenset({"xcomp", "ccomp"})


@dataclass(slots=True)
class Bundle:
    """What is gathered of one agreement while the report is read.

    `words` name it or stand for it ("it"); `homes` are the numbers of their passages.
    """

    kind: Kind
    scope: str
    words: list[Token] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    homes: list[int] = field(default_factory=list)

    def take(self, token: Token, mention: Mention | None, home: int) -> None:
        """Add a word for it."""
        self.words.append(token)
        self.homes.append(home)
        if mention is not None:
            self.mentions.append(mention)


def find_bundles(reading: Reading) -> list[Bundle]:
    """The agreements of a report by the words for them, in the order of the text."""
    found: list[Bundle] = []
    mentions = {each.trigger.start: each for each in reading.account.mentions}
    for home, passage in enumerate(reading.passages):
        for token in passage:
            _place(token, home, found, mentions)
    return found


def _place(token: Token, home: int, found: list[Bundle], mentions: Mapping[int, Mention]) -> None:
    """Give a word to its agreement, or begin a new one with it."""
    kind = _kind_at(token)
    if kind is None:
        last = found[-1] if found else None
        if last is not None and _stands_for(token, home, last):
            last.take(token, None, home)
        return
    mention = mentions.get(token.idx) or _carried(token, mentions)
    bundle = _home(found, token, kind, mention.scope if mention is not None else "current")
    if bundle is None and kind == "other" and found and found[-1].homes[-1] == home:
        bundle = found[-1]  # "the grain deal, a pact brokered by …"
    if bundle is None:
        if not _tells_one(token, mention):
            return
        bundle = Bundle(kind, mention.scope if mention is not None else "current")
        found.append(bundle)
    if bundle.kind == "other" and token.pos_ in NOUNS:
        bundle.kind = kind
    bundle.take(token, mention, home)


def _tells_one(token: Token, mention: Mention | None) -> bool:
    """Whether there is such an agreement: a mention says so, or a verb that makes or ends one."""
    if base_form(token.head) in listed("nouns", "breaches") and token.dep_ == "compound":
        return True
    if _is_hoped(token):
        return False
    if mention is not None and kind_named(token) != "withdrawal":
        return mention.modality not in UNREAL
    if token.pos_ not in NOUNS:
        return is_real(token)
    return any(_makes(verb) for verb in verbs_at(token))


def _is_hoped(token: Token) -> bool:
    """Whether it is only hoped for or talked about: "hope that they will reach a truce"."""
    for _ in range(DEEP):
        if token.head == token:
            break
        token = token.head
        if token.lemma_ in listed("verbs", "hoping"):
            return True
    return False


def _makes(verb: Token) -> bool:
    known = listed("verbs", "making") | listed("verbs", "declaring")
    told = verb.lemma_ in known or enters(verb)
    return told and (is_real(verb) or is_ahead(verb))


def enters(verb: Token) -> bool:
    """Whether a verb says that something begins to hold: "took effect", "came into force"."""
    if verb.lemma_ in {"begin", "start"}:
        return not any(child.dep_ in CLAUSES for child in verb.rights)
    if verb.lemma_ not in listed("verbs", "entering"):
        return False
    return any(each.lower_ in listed("nouns", "effects") for each in verb.subtree)


def _carried(noun: Token, mentions: Mapping[int, Mention]) -> Mention | None:
    """The mention whose verb has the noun as its object: "signed an agreement"."""
    found = mentions.get(noun.head.idx)
    return found if found is not None and found.kind in {"agreement", "plan"} else None


def _kind_at(token: Token) -> Kind | None:
    kind = kind_named(token)
    if kind is not None:
        return kind
    if token.pos_ in NOUNS:
        return "other" if _is_paper(token) else None
    if token.pos_ != "VERB":
        return None
    if swaps(token):
        return "exchange"
    clauses = agreed_clauses(token) if token.lemma_ == "agree" else []
    return kind_agreed(clauses[0]) if clauses else None


def _is_paper(noun: Token) -> bool:
    """Whether a paper is an agreement by being signed: "the statement signed by the leaders"."""
    if base_form(noun) not in listed("kinds", "paper"):
        return False
    signed = listed("verbs", "signing") | listed("verbs", "extending")
    return any(verb.lemma_ in signed for verb in verbs_at(noun))


def agreed_clauses(verb: Token) -> list[Token]:
    """The verbs of what is agreed to do, joined ones too; [] when the verb has none."""
    if verb.lemma_ not in listed("verbs", "agreeing") or not is_real(verb):
        return []
    own = [c for c in verb.rights if c.dep_ in CLAUSES and c.pos_ in VERBS and not trails(c)]
    return [each for clause in own for each in joined(clause)]


def joined(verb: Token) -> Iterator[Token]:
    """A verb and those joined to it, each a clause of its own."""
    yield verb
    for child in verb.rights:
        if child.dep_ == "conj" and child.pos_ in VERBS:
            yield from joined(child)


def _stands_for(token: Token, home: int, last: Bundle) -> bool:
    """Whether a word points back to the agreement told last: "it", "its terms", "the extension"."""
    if home - last.homes[-1] > NEAR:
        return False
    if token.pos_ in NOUNS:
        known = is_definite(token) and base_form(token) in listed("kinds", "known")
        return known or (base_form(token) in listed("nouns", "terms") and _has_its(token))
    if token.lower_ != "it" or home == last.homes[-1]:
        return False
    if token.dep_ == "dobj":
        return token.head.lemma_ in listed("verbs", "breaking")
    return token.dep_ in SUBJECTS and _speaks_of_it(token.head)


def _has_its(noun: Token) -> bool:
    return any(child.lower_ in {"its", "whose"} for child in noun.lefts)


def _speaks_of_it(verb: Token) -> bool:
    """Whether its subject is an agreement, as the verb goes: "it took effect", "it obliges"."""
    told = ("providing", "mediating", "ending", "extending", "lasting")
    return enters(verb) or any(verb.lemma_ in listed("verbs", each) for each in told)


def _home(found: Sequence[Bundle], token: Token, kind: Kind, scope: str) -> Bundle | None:
    """The agreement that a further word belongs to; None: it is a new one."""
    verbal = token.pos_ not in NOUNS
    fitting = [
        each for each in found
        if verbal or kind in {each.kind, "other"} or each.kind == "other"
    ]  # fmt: skip
    same = [each for each in fitting if each.scope == scope or is_definite(token)]
    return same[-1] if same else None
