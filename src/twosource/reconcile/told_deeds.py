"""A report in, the attacks out that a speaker tells as another's deed, or as not that one's.

"The police said the Column bombed the court" says who did it as surely as blame does.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from twosource.base.records import Account, Claim, Mention, Span
from twosource.base.vocabulary import load_words
from twosource.reconcile.book import Book
from twosource.reconcile.holding_cues import subject_before
from twosource.reconcile.holding_parties import is_force, name_party
from twosource.reconcile.parties import is_nobody
from twosource.reconcile.scenes import scene_of

VIOLENT = "ASSAULT"
TOLD = frozenset({"asserted", "claimed"})
ANY = "*"  # a target of which nothing is told
HIT = frozenset({"recipient", "affected"})
PASSIVE = re.compile(r"^[^.,;:]{0,60}?\b(?:was|were|been) (?:carried out|committed|staged) by\b")
BLAME = ("blam", "accus", "held", "hold", "attribut", "point", "claim")
CLEFT = re.compile(
    r"\b[Ii]t was (?P<no>not )?(?:the )?(?P<who>[^.,;:]{3,70}?) (?:that|which|who) ?$"
)
DENIED = re.compile(r"\b(?:did|has|have|had) not (?:\w+ )?$|n[’']t (?:\w+ )?$")
CARRIED = re.compile(
    r"\b(?:carried out|committed|staged|perpetrated|mounted|launched|conducted)(?: [\w-]+){0,3} $"
)
BY = re.compile(r"^[^.,;:]{0,60}?\bby (?:the )?(?P<who>[^.,;:]{3,70})")


@dataclass(frozen=True, slots=True)
class Deed:
    """An attack as a speaker tells it: whose deed, in which words; `denied`: that it was not."""

    key: str
    words: Span
    mention: Mention
    claim: Claim
    denied: bool


def find_told_deeds(account: Account, book: Book) -> Iterator[Deed]:
    """The attacks that somebody tells, each with each party that is said to have made it."""
    claims = {claim.id: claim for claim in account.claims if claim.speaker is not None}
    for mention in account.mentions:
        claim = claims.get(mention.claim or "")
        if claim is None or mention.plover.event != VIOLENT or mention.scope != "current":
            continue
        denied = _is_denied(mention, claim, account)
        if (
            denied is None
            or _only_blames(claim, account)
            or "territory" in (mention.acled.sub_event_type or "")
        ):
            continue
        for words in _doers(mention, account):
            party = _party(words, account, book)
            if party is not None and any(part.covers(words) for part in claim.content):
                other = denied != _is_cleft_away(mention, account)
                yield Deed(*party, mention, claim, other)


def _is_denied(mention: Mention, claim: Claim, account: Account) -> bool | None:
    """Whether it is told as not done by him; None: as nothing of the kind."""
    if mention.modality in TOLD:
        return claim.polarity == "-"
    lead = account.report.text[mention.sentence.start : mention.trigger.start]
    return True if mention.modality == "negated" and DENIED.search(lead) else None


def _is_stated(mention: Mention, account: Account) -> bool:
    """Whether a verb tells it: "shelled", "carried out the bombing", no "attempts by"."""
    told = mention.trigger.quote(account.report.text).lower()
    verb = told != mention.lemma.lower() and not told.endswith(("s", "ing"))
    lead = _lead(mention, account)
    behind = account.report.text[mention.trigger.end : mention.sentence.end]
    return verb or CARRIED.search(lead) is not None or PASSIVE.search(behind) is not None


def targets_of(mention: Mention | None, account: Account) -> frozenset[str]:
    """The nouns of what it hit, in small letters; `ANY` where only "the building" is told."""
    if mention is None:
        return frozenset()
    text = account.report.text
    hit = [each.span.quote(text) for each in mention.participants if each.role in HIT]
    nouns = {words.split()[-1].lower().rstrip("s") for words in hit if words.split()}
    generic: list[str] = load_words("twosource.reconcile", "responsible")["anything"]
    told = (frozenset(nouns) | scene_of(mention, account).sites) - set(generic)
    return told or frozenset({ANY} if nouns else ())


def _only_blames(claim: Claim, account: Account) -> bool:
    """Whether its word is one of blame: an accusation is read as that."""
    cue = claim.cue.quote(account.report.text).lower() if claim.cue is not None else ""
    return cue.startswith(BLAME)


def _lead(mention: Mention, account: Account) -> str:
    return account.report.text[mention.sentence.start : mention.trigger.start]


def _is_cleft_away(mention: Mention, account: Account) -> bool:
    cleft = CLEFT.search(_lead(mention, account))
    return cleft is not None and cleft["no"] is not None


def _doers(mention: Mention, account: Account) -> Iterator[Span]:
    """The words that name who did it: its subject, else what stands behind "by"."""
    sentence, lead = mention.sentence, _lead(mention, account)
    cleft = CLEFT.search(lead)
    if cleft is not None:
        yield Span(sentence.start + cleft.start("who"), sentence.start + cleft.end("who"))
        return
    told = [each.span for each in mention.participants if each.role == "actor"]
    inside = [span for span in told if sentence.covers(span)]
    if inside:
        yield from inside
        return
    lead = CARRIED.sub("", lead)
    part = subject_before(lead.lower(), len(lead))
    if part is not None:
        yield Span(sentence.start + part[0], sentence.start + part[1])
    by = BY.match(account.report.text[mention.trigger.end : sentence.end])
    if by is not None:
        at = mention.trigger.end
        yield Span(at + by.start("who"), at + by.end("who"))


def _party(words: Span, account: Account, book: Book) -> tuple[str, Span] | None:
    """The key of the party that the words name, who is somebody in particular."""
    found = name_party(words, account, book)
    actors = [each for each in account.actors if each.span.overlaps(words)]
    if found is None or any(is_nobody(each, account) for each in actors):
        return None
    known = not found[0].startswith(("group:", "person:")) or is_force(found[1])
    return (found[0], words) if known else None
