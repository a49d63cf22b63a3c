"""Drafts in, the same with figures of one sentence given to the one whom the next names out.

"Twelve people were killed. The figures were given by the Red Crescent."
"""

from bisect import bisect_left

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.grammar import is_passive, objects_of
from twosource.base.reading import Reading
from twosource.extract.claim_carry import whole
from twosource.extract.claim_cues import Cue
from twosource.extract.claim_drafts import Draft
from twosource.extract.claim_words import word_set

FROM = frozenset({"from"})
OF = frozenset({"of", "for"})
LATER = frozenset({"confirm"})


def give_source(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """The drafts; a sentence that names the source of the one before yields a claim of its own."""
    found = list(drafts)
    for before, passage in zip(reading.sentences, reading.sentences[1:], strict=False):
        if not any(token.like_num for token in before):
            continue
        verb = _source_verb(passage)
        speaker = _whose(passage.root) if verb is None else _source(verb)
        verb = verb or passage.root
        if speaker is None or _has_claim(drafts, before):
            continue
        found = [each for each in found if each.passage.start != passage.start]
        cue = Cue(verb, "counting", "saying", None, passive=is_passive(verb))
        found.append(Draft(cue, speaker, [whole(before)], passage))
    return found


def _source_verb(passage: Words) -> Token | None:
    """The verb of "the figures were given by", "the toll comes from"; no number stands in it."""
    root = passage.root
    lemma = root.lemma_.lower()
    told = lemma in word_set("sourcing", "verbs") and is_passive(root)
    if not (told or lemma in word_set("sourcing", "come")):
        return None
    subject = next((c for c in root.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or not _is_figure(subject):
        return None
    held = any(child.dep_ == "det" for child in subject.lefts)
    return root if held and not any(token.like_num for token in passage) else None


def _whose(verb: Token) -> Token | None:
    """Whose "the figure is that of the Front", "… is the Front's" says that it is."""
    if verb.lemma_ != "be" or any(token.like_num for token in verb.sent):
        return None
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    told = next((c for c in verb.rights if c.dep_ == "attr"), None)
    if subject is None or told is None:
        return None
    if told.lemma_.lower() == "source":  # "the Front is the source of the figure"
        return subject if any(map(_is_figure, objects_of(told, OF))) else None
    if not (_is_figure(subject) and any(c.dep_ == "det" for c in subject.lefts)):
        return None
    if told.lower_ in {"that", "those"}:
        return next(iter(objects_of(told, OF)), None)
    return told if any(c.tag_ == "POS" for c in told.rights) else None


def _is_figure(noun: Token) -> bool:
    return noun.lemma_.lower() in word_set("sourcing", "subjects")


def _source(verb: Token) -> Token | None:
    if not is_passive(verb):
        return next(iter(objects_of(verb, FROM)), None)
    agents = (c for c in verb.rights if c.dep_ == "agent" or c.lower_ == "by")
    return next((each for agent in agents for each in agent.children if each.dep_ == "pobj"), None)


def _has_claim(drafts: list[Draft], passage: Words) -> bool:
    starts = sorted(draft.passage.start for draft in drafts)
    place = bisect_left(starts, passage.start)
    return place < len(starts) and starts[place] == passage.start
