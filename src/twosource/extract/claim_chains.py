"""Drafts in, the same with those who passed the words on or are cited for them out.

"The agency quoted the mayor as saying …" is the mayor's word by way of the agency; "…, the paper
reported, citing a colonel" is the paper's, who has it from the colonel.
"""

from spacy.tokens import Token

from twosource.base.grammar import is_passive, subjects
from twosource.base.reading import Reading
from twosource.extract.claim_cues import Cue
from twosource.extract.claim_drafts import Draft
from twosource.extract.claim_speakers import bearer_of
from twosource.extract.claim_voices import can_speak
from twosource.extract.claim_words import word_set

OWN = frozenset({"i", "we"})  # the speaker once more: "we saw", she said


def take_citations(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """The drafts without "citing a colonel": the colonel is kept with the draft he is cited for."""
    said = {draft.cue.token.i: draft for draft in drafts if draft.cue is not None}
    kept = []
    for draft in drafts:
        cited = _cited(reading, draft)
        outer = _cited_for(draft, said) if cited is not None else None
        if cited is None or outer is None:
            kept.append(draft)
        elif outer.speaker is None or not can_speak(reading, bearer_of(outer.speaker)):
            outer.speaker = cited
        else:
            outer.cited.append(cited)
    return kept


def _cited_for(draft: Draft, said: dict[int, Draft]) -> Draft | None:
    """The draft told with it: "…, citing a colonel"; "the radio, citing a colonel, said"."""
    cue = draft.cue
    if cue is None:
        return None
    upper = cue.token.head
    within = upper.dep_ in {"nsubj", "ccomp"}
    return said.get(upper.i) or (said.get(upper.head.i) if within else None)


def heads_of_chain(draft: Draft) -> list[Token]:
    """The heads of those the words passed through, from the report inwards."""
    inner = [
        each.speaker for each in draft.within
        if each.klass == "saying" and each.speaker and each.speaker.lower_ not in OWN
    ]  # fmt: skip
    carrier = _carrier(draft.cue) if draft.cue is not None else None
    heads = [carrier, draft.speaker, *inner, *draft.cited]
    return [head for head in heads if head is not None]


def _cited(reading: Reading, draft: Draft) -> Token | None:
    """Who is cited, when the draft is only "citing …" and that can speak; a concern cannot."""
    cue = draft.cue
    if cue is None or cue.token.tag_ != "VBG" or cue.token.lemma_ not in word_set("quoting"):
        return None
    if cue.token.dep_ not in {"advcl", "acl"} or cue.content is None or cue.content.dep_ != "dobj":
        return None
    return cue.content if can_speak(reading, cue.content) else None


def _carrier(cue: Cue) -> Token | None:
    """Who quotes: the agency of "the agency quoted the mayor as saying …"."""
    verb = cue.token.head.head
    if cue.token.dep_ != "pcomp" or verb.lemma_ not in word_set("quoting"):
        return None
    if not is_passive(verb):
        return next(iter(subjects(verb)), None)
    agents = [c for token in (verb, cue.token) for c in token.rights if c.dep_ == "agent"]
    agents += [c for c in cue.token.rights if c.lower_ == "by"]
    return next((c for agent in agents for c in agent.children if c.dep_ == "pobj"), None)
