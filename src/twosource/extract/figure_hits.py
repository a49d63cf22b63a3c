"""A sentence in, its hits out: who was hit how, counted, each number used once.

First by grammar (a cue and its victims), then by neighbourhood for the numbers that are left,
because headlines and lists do not parse well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.grammar import objects_of, subjects
from twosource.base.vocabulary import load_words
from twosource.extract.figure_ages import find_aged
from twosource.extract.figure_beside import take_up_hit
from twosource.extract.figure_bounds import Amount
from twosource.extract.figure_counts import (
    Count,
    Hit,
    amount_at,
    fits_person,
    from_amount,
    is_person,
    is_untold,
    read_count,
    stands_by_age,
)
from twosource.extract.figure_cues import ADJECTIVES, NOUNS, VERBS, find_told
from twosource.extract.figure_idioms import Told
from twosource.extract.figure_labels import find_defined, find_labelled
from twosource.extract.figure_members import find_members
from twosource.extract.figure_neighbours import find_near, is_home

_WORDS = load_words("twosource.extract", "figures")
_WITH = frozenset({"with"})
_HARM = frozenset(_WORDS["light"]["injured"])
_SOON = frozenset({"immediate", "initial"})  # "no immediate reports of casualties": not known yet
_NEWS = frozenset({"detail", "information", "word", "confirmation", "news", "figure", "number"})
_RANK = {"killed": 3, "missing": 2, "injured": 1}
_KEPT = _RANK | {"evacuated": 1, "freed": 1}  # "forced the evacuation of", "set 12 captives free"
_MULTIPLES: dict[str, int] = _WORDS["multiples"]
_OF_THINGS = frozenset(_WORDS["verbs_of_things"]["words"])
_ALONE = frozenset({"NOUN", "AUX"})  # "200 deaths", "26 are in custody"
_BY_NUMBER = frozenset({"displaced", "evacuated", "participants", "freed"})
_TELLING = frozenset({"compound", "appos", "amod", "nummod"})
_KILLS = frozenset({"kill", "murder", "slay"})
_BOTH = _KILLS | {"wound", "injure", "hurt", "maim"}
_MURDERS = frozenset({"murder", "homicide", "killing", "slaying"})


def find_hits(sentence: Words, amounts: Sequence[Amount]) -> list[Hit]:
    """The hits of a sentence, in order of their words."""
    found = [*find_labelled(amounts, sentence), *find_defined(amounts, sentence)]
    listed = {hit.count.first for hit in found}
    amounts = [each for each in amounts if each.first not in listed]
    found += find_members(sentence, amounts)
    taken = {hit.count.start for hit in found}
    by_grammar = [hit for told in find_told(sentence) for hit in _by_grammar(told, amounts)]
    found += _strongest([hit for hit in by_grammar if hit.count.start not in taken])
    used = {hit.count.first for hit in found}
    aged = [each for each in find_aged(sentence) if not _is_hit(each, found)]
    left = [
        each
        for each in [*amounts, *aged]
        if each.first not in used
        and not _is_of_family(each)
        and (fits_person(each) or _is_home(each))
    ]
    near = [
        Hit(cue[0], cue[1], from_amount(amount), amount.noun)
        for amount in left
        if (cue := find_near(amount, sentence)) is not None
    ]
    found = sorted([*found, *near], key=_order)
    used = {hit.count.first for hit in found}
    parts = [take_up_hit(amount, found) for amount in left if amount.first not in used]
    found += [part for part in parts if part is not None]
    found = [each for hit in found for each in _split(hit)]
    found = [each for hit in found for each in _spared(hit)]
    hits = sorted((hit for hit in found if not _is_of_things(hit)), key=_order)
    return [_of_own_measure(hit, hits[:place]) for place, hit in enumerate(hits)]


def _split(hit: Hit) -> list[Hit]:
    """As in "killed and wounded dozens", who are both; "killed and wounded nine" has no split."""
    others = [other for other in hit.cue.conjuncts if _is_other_harm(hit.cue, other)]
    others = others or _named_alike(hit)
    if not others or hit.count.value == 0:
        return [hit]
    if hit.count.value is not None:
        return [replace(hit, measure="other")] if hit.count.value > 1 else [hit]
    return [hit, replace(hit, measure=_harm(others[0]), cue=others[0])]


def _named_alike(hit: Hit) -> list[Token]:
    """As in "more than 400 martyrs and wounded", "30 dead and injured": the other word, or none."""
    cue, doc = hit.cue, hit.cue.doc
    if hit.count.last is None or not hit.count.last <= cue.i <= hit.count.last + 2:
        return []
    if cue.i + 2 >= len(doc) or doc[cue.i + 1].lower_ != "and":
        return []
    other = doc[cue.i + 2]
    counted = other.i + 1 < len(doc) and (
        doc[other.i + 1].like_num or doc[other.i + 1].pos_ == "DET"
    )
    return [other] if {_harm(cue), _harm(other)} == {"killed", "injured"} and not counted else []


def _harm(word: Token) -> str:
    """The measure that a word of harm tells; empty for any other word."""
    lemma = word.lemma_.lower()
    return ADJECTIVES.get(word.lower_) or NOUNS.get(lemma) or VERBS.get(lemma) or ""


def _spared(hit: Hit) -> list[Hit]:
    """As in "no casualties": nobody was killed and nobody hurt."""
    if hit.measure != "other" or hit.count.high != 0:
        return [hit]
    return [replace(hit, measure=measure) for measure in ("killed", "injured")]


def _is_other_harm(cue: Token, other: Token) -> bool:
    """Whether a verb stands with another by "and" alone, one of killing and one of wounding."""
    left, right = sorted((cue, other), key=lambda token: token.i)
    lemmas = [left.lemma_.lower(), right.lemma_.lower()]
    beside = right.i - left.i == 2 and right.nbor(-1).lower_ == "and"  # noqa: PLR2004
    return beside and (lemmas[0] in _KILLS) != (lemmas[1] in _KILLS) and set(lemmas) <= _BOTH


def _of_own_measure(hit: Hit, before: Sequence[Hit]) -> Hit:
    """As in "scores were killed and hundreds more injured": more than the dead, not more hurt."""
    more = hit.count.addition and hit.count.first is not None
    if not more or not before or hit.measure in {each.measure for each in before}:
        return hit
    return replace(hit, count=replace(hit.count, addition=False))


def _is_of_things(hit: Hit) -> bool:
    """As in "executed 17 search warrants": a verb that befalls things counts known persons only."""
    if hit.head is None or hit.cue.lemma_.lower() not in _OF_THINGS:
        return False
    if hit.head.pos_ == "PROPN":
        return _is_bare_name(hit.head)
    if hit.head.pos_ != "NOUN":
        return False
    return not is_person(hit.head) and not is_home(hit.head)


def _is_bare_name(name: Token) -> bool:
    """Whether nothing tells that the name is a person's: "captured Sollin" may be a town."""
    joined = name.dep_ == "conj" and name.head.pos_ != "PROPN"  # "seized two priests and Halk"
    return not joined and not any(child.dep_ in _TELLING for child in name.children)


def _is_hit(amount: Amount, hits: Sequence[Hit]) -> bool:
    return any(hit.count.start < amount.end and amount.start < hit.count.end for hit in hits)


def _is_home(amount: Amount) -> bool:
    return amount.noun is not None and is_home(amount.noun)


def _order(hit: Hit) -> tuple[int, int, str]:
    return hit.count.start, hit.count.end, hit.measure


def _by_grammar(told: Told, amounts: Sequence[Amount]) -> Iterator[Hit]:
    measure = _shared(told.cue, told.measure)
    beside = [each for each in amounts if each.last == told.cue.i and each.noun is None]
    for head in told.heads if not beside or told.cue.pos_ in _ALONE else ():
        if _is_other_cue(head, told, amounts) or _is_of_them(head):
            continue
        count = _count_of(head, told, amounts)
        if count is not None and (is_untold(head) or not _is_generic(told, count)):
            hurt = measure == "killed" and _is_listed_as_hurt(head)
            yield Hit("injured" if hurt else measure, told.cue, count, head)


def _count_of(head: Token, told: Told, amounts: Sequence[Amount]) -> Count | None:
    if told.nobody:
        return Count(head.left_edge.i, head.i + 1, "exact", 0, 0, 0)
    if head.i == told.cue.i:
        return _from_cue_noun(told.cue, amounts)
    return read_count(head, amounts)


def _is_listed_as_hurt(head: Token) -> bool:
    """As in "took the lives of 27 people and 80 injured civilians"."""
    return head.dep_ == "conj" and any(
        ADJECTIVES.get(each.lower_) == "injured" for each in head.lefts
    )


def _is_other_cue(head: Token, told: Told, amounts: Sequence[Amount]) -> bool:
    """As in "three killed and 12 injured": the 12 belong to the word beside them."""
    hyphened = head.i and head.nbor(-1).text == "-" and not head.nbor(-1).whitespace_
    if head.is_punct or (hyphened and not stands_by_age(head)) or _is_with_wounds(head, told):
        return True
    amount = amount_at(head, amounts)
    if amount is None or amount.noun is not None or amount.last >= len(head.doc):
        return False
    if amount.last <= told.cue.i <= amount.last + 3:  # "one shot and killed"
        return False
    word = head.doc[amount.last]
    found = ADJECTIVES.get(word.lower_) or VERBS.get(word.lemma_.lower())
    return found is not None and found != told.measure and word.tag_ in {"VBN", "VBD", "JJ"}


def _is_with_wounds(head: Token, told: Told) -> bool:
    """As in "left one man dead and six others with gunshot wounds": the six are not dead."""
    if told.measure != "killed" or head.i < told.cue.i:
        return False
    return any(each.lemma_.lower() in _HARM for each in objects_of(head, _WITH))


def _is_of_family(amount: Amount) -> bool:
    """As in "seven members of one family": the family is not counted."""
    noun = amount.noun
    if noun is None or noun.lower_ != "family" or amount.value != 1 or not amount.start:
        return False
    return noun.doc[amount.start - 1].lower_ == "of"


def _is_of_them(head: Token) -> bool:
    """As in "two of them children": the number before counts them."""
    return head.i > 1 and head.nbor(-1).lower_ in {"them", "whom"} and head.nbor(-2).lower_ == "of"


def _from_cue_noun(noun: Token, amounts: Sequence[Amount]) -> Count | None:
    """As in "200 deaths", "no casualties"; a bare "deaths" or "the death" tells no number."""
    amount = next(
        (each for each in amounts if each.noun is not None and each.noun.i == noun.i), None
    )
    if amount is not None:
        return from_amount(amount)
    for child in noun.lefts:
        if child.lower_ in _MULTIPLES and noun.lemma_.lower() in _MURDERS:
            size = _MULTIPLES[child.lower_] + _is_with_suicide(noun)
            return Count(child.i, noun.i + 1, "exact", size, size, size)
    if any(child.lower_ == "no" for child in noun.lefts):
        start = next(child.i for child in noun.lefts if child.lower_ == "no")
        return Count(start, noun.i + 1, "exact", 0, 0, 0)
    holder = noun.head.head if noun.dep_ == "pobj" else noun
    neither = any(child.lower_ == "neither" for each in subjects(noun.head) for child in each.lefts)
    before = {child.lower_ for child in holder.lefts}
    told = "no" in before and not before & _SOON and holder.lemma_ not in _NEWS
    negated = told or noun.head.lower_ == "without"
    negated = negated or (neither and noun.dep_ == "dobj")
    return Count(noun.i, noun.i + 1, "exact", 0, 0, 0) if negated else None


def _is_with_suicide(noun: Token) -> bool:
    """As in "double murder-suicide": the killer died too."""
    after = [token.lower_ for token in noun.doc[noun.i + 1 : noun.i + 3]]
    return after[:1] in (["-"], ["/"]) and after[1:] == ["suicide"]


def _is_generic(told: Told, count: Count) -> bool:
    """Plurals without a number count only as victims of a verb: "villagers were killed"."""
    if count.value == 0:
        return False
    if count.first is None and told.measure in _BY_NUMBER:
        return True
    return count.value is None and count.first is None and told.cue.tag_ not in {"VBN", "VBD"}


def _shared(cue: Token, measure: str) -> str:
    """As in "killed or wounded" has no split: neither the one nor the other."""
    for other in (*cue.conjuncts,):
        kind = VERBS.get(other.lemma_) or NOUNS.get(other.lemma_) or ADJECTIVES.get(other.lower_)
        either = any(child.lower_ == "or" for child in (*cue.children, *other.children))
        apart = abs(other.i - cue.i) == 2  # noqa: PLR2004 - right beside the conjunction
        if kind in _RANK and measure in _RANK and kind != measure and either and apart:
            return "other"
    return measure


def _is_told_hurt(head: Token | None) -> bool:
    return head is not None and any(child.lower_ in ADJECTIVES for child in head.lefts)


def _strongest(hits: Sequence[Hit]) -> list[Hit]:
    """One hit for the same words: "shot and killed" is killed; "evacuated 72 wounded" are both."""
    best: dict[tuple[int, int, str], Hit] = {}
    for hit in hits:
        own = hit.measure if hit.measure == "evacuated" and _is_told_hurt(hit.head) else ""
        key = (hit.count.start, hit.count.end, own)
        if key not in best or _KEPT.get(hit.measure, 0) > _KEPT.get(best[key].measure, 0):
            best[key] = hit
    return list(best.values())
