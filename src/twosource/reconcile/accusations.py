"""Reports in, accusations out: who claims, admits, puts on somebody or denies an attack."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from twosource.base.records import Account, Actor, Span
from twosource.base.vocabulary import load_words
from twosource.reconcile.attacks import attack_behind, attack_meant, find_attacks
from twosource.reconcile.book import Book
from twosource.reconcile.channels import Voice
from twosource.reconcile.independence import FIRM
from twosource.reconcile.joint import named_together
from twosource.reconcile.keys import key_of
from twosource.reconcile.origins import find_named, find_voices
from twosource.reconcile.own_deeds import find_own_deeds
from twosource.reconcile.parties import find_party
from twosource.reconcile.told_deeds import find_told_deeds
from twosource.reconcile.unlisted import is_unlisted, with_unlisted

Mode = Literal["claim", "admit", "blame", "tell", "deny", "undone", "deed"]
SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?![\s\"”’)]|$)[^\n.!?]*)*[.!?]*[\"”’)]*")
ASKING = frozenset({"which", "who", "whoever", "whether"})
OURSELVES = re.compile(r"\b(?:we|it|they)\s+$", re.I)  # who speaks of himself
REACH = 70  # characters from a verb in which its subject or object stands
WHAT_FOR = re.compile(r"\bfor\b")  # who is blamed stands before what he is blamed for
OWN_DEED = re.compile(r"\b(?:of|for)\s+(?!being\b)\w{2,}ing\b")  # "for arming the rebels"
MEMBERS = re.compile(r"\s+(?:of|from|with|belonging to)\s+(?:the\s+)?")  # "rebels of the Front"
OWN_LOSSES = re.compile(  # "that 31 of his men were killed": no word on who did it
    r"(?: that)?(?: [\w-]+){0,8} (?:his|her|its|their)(?: [\w-]+){1,3} "
    r"(?:were|was|had been|have been) (?:killed|wounded|injured|hurt|shot|captured|missing)"
)
DEEDS = frozenset({
    "Explosions/Remote violence", "Violence against civilians", "Looting/property destruction",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Accusation:
    """One word on who did it: how it is meant, who is meant, whose word, which attack."""

    mode: Mode
    accused: str  # the party's key
    words: Span  # the party as named
    sentence: Span
    voices: tuple[Voice, ...]
    attack: str | None  # id of the mention; None: the report's main happening


def find_accusations(account: Account, book: Book) -> Iterator[Accusation]:
    """Each word on who did it, in the order of the text."""
    text = account.report.text
    account = replace(account, actors=with_unlisted(account))
    outside = [piece.span for piece in account.report.furniture]
    for match in SENTENCE.finditer(text):
        sentence = Span(*match.span())
        low = match.group().lower()
        if any(span.overlaps(sentence) for span in outside) or _pattern("nobody").search(low):
            continue
        yield from _read(sentence, low, account, book)
    yield from _tell_own(account, book)
    yield from _tell_others(account, book)


def _tell_others(account: Account, book: Book) -> Iterator[Accusation]:
    """Those who tell an attack as another's: "said the Column had bombed the court"."""
    for deed in find_told_deeds(account, book):
        voices = find_voices(book, account, deed.claim)
        kinds = {deed.mention.acled.event_type, deed.mention.acled.sub_event_type}
        for voice in voices if kinds & DEEDS else ():
            if voice.kind not in FIRM and not deed.denied:
                continue
            mode: Mode = "undone" if deed.denied else "tell"
            sentence, attack = deed.mention.sentence, deed.mention.id
            yield Accusation(mode, deed.key, deed.words, sentence, (voice,), attack)


def _tell_own(account: Account, book: Book) -> Iterator[Accusation]:
    """Those who tell an attack as their own: "said its drones had struck the depot"."""
    for mention, claim in find_own_deeds(account):
        voices = find_voices(book, account, claim)
        key = voices[0].key if len(voices) == 1 else None
        span = claim.speaker.span if claim.speaker is not None else None
        if key is None or span is None or mention.acled.event_type not in DEEDS:
            continue
        voice = Voice(voices[0].name, voices[0].kind, (f"who:{key}",), key)
        yield Accusation("deed", key, span, mention.sentence, (voice,), mention.id)


def _read(sentence: Span, low: str, account: Account, book: Book) -> Iterator[Accusation]:
    """The accusations of one sentence: by itself, by another, by denial."""
    for mode, verb in _own_words(sentence, low, account):
        yield from _own(mode, verb, sentence, account, book)
    for match in _pattern("blame").finditer(low):
        verb = _shift(match, sentence)
        accused = _after(verb, sentence, account)
        if accused is not None and _blames(match, low, sentence, account):
            for party in named_together(accused, sentence, account):
                yield from _put(party, verb, sentence, account, book)
    for match in _pattern("behind").finditer(low):
        verb = _shift(match, sentence)
        accused = _before(verb, sentence, account)
        harm = _pattern("harms").search(low, match.end(), match.end() + REACH)
        harmful = harm or attack_behind(verb, sentence, account) is not None
        if accused is not None and harmful and _stands_at(accused, verb, account):
            for party in named_together(accused, sentence, account):
                yield from _put(party, verb, sentence, account, book)


def _own_words(sentence: Span, low: str, account: Account) -> Iterator[tuple[Mode, Span]]:
    """The verbs by which a party speaks of its own part, with what is meant."""
    for match in _pattern("claim").finditer(low):
        yield "claim", _shift(match, sentence)
    for match in _pattern("admit").finditer(low):
        verb = _shift(match, sentence)
        if not OWN_LOSSES.match(low, match.end()) and _attack_spoken(verb, sentence, account):
            yield "admit", verb
    for match in _pattern("deny").finditer(low):
        verb = _shift(match, sentence)
        what = low[match.end() : match.end() + REACH]
        meant = _pattern("denied").search(what) or _attack_spoken(verb, sentence, account)
        if meant and not _tells_others(verb, sentence, account):
            yield "deny", verb
    for match in _pattern("not_behind").finditer(low):
        yield "deny", _shift(match, sentence)


def _own(
    mode: Mode, verb: Span, sentence: Span, account: Account, book: Book
) -> Iterator[Accusation]:
    """Each party's word on itself; a pronoun is whoever the claim says it is."""
    doer = _speaker(verb, account) or _before(verb, sentence, account)
    attack = attack_meant(verb, sentence, account)
    told = False
    for each in named_together(doer, sentence, account) if doer is not None else ():
        named, key = find_named(account, each.span), find_party(each, account, book)
        if key is not None:
            told = True
            voice = Voice(named.name, named.kind, (f"who:{key}",), key)
            yield Accusation(mode, key, each.span, sentence, (voice,), attack)
    voices = _speaking(verb, account, book)
    if not voices and OURSELVES.search(account.report.text, sentence.start, verb.start):
        voices = _around(verb, account, book)
    if not told and len(voices) == 1 and (key := voices[0].key) is not None:
        words = doer.span if doer is not None else _speaker_span(verb, account) or verb
        voice = Voice(voices[0].name, voices[0].kind, (f"who:{key}",), key)
        yield Accusation(mode, key, words, sentence, (voice,), attack)


def _put(
    accused: Actor, verb: Span, sentence: Span, account: Account, book: Book
) -> Iterator[Accusation]:
    """Another's word on the party."""
    key = find_party(accused, account, book)
    if key is None:
        return
    voices = _speaking(verb, account, book)
    if not voices:
        doer = _before(verb, sentence, account)
        known = doer is not None and doer is not accused
        voices = (
            (find_named(account, doer.span),) if doer and known else _around(verb, account, book)
        )
    voices = tuple(voice for voice in voices if voice.key != key)
    if voices:
        attack = attack_meant(verb, sentence, account)
        yield Accusation("blame", key, accused.span, sentence, voices, attack)


def _blames(match: re.Match[str], low: str, sentence: Span, account: Account) -> bool:
    """Whether the verb puts an attack on somebody: "held … responsible", "accused … of …"."""
    words = load_words("twosource.reconcile", "responsible")
    if match.group() in words["needs_responsible"]:
        return "responsible" in low[match.end() : match.end() + 2 * REACH]
    verb = match.group().split()[0]
    needs = any(verb == each.split()[0] for each in words["needs_attack"])
    if verb.startswith("attribut"):
        told = _shift(match, sentence)
        return any(told.covers(each.trigger) for each in find_attacks(account))
    if needs or OWN_DEED.search(low, match.end()):
        return attack_behind(_shift(match, sentence), sentence, account) is not None
    return True


def _speaking(verb: Span, account: Account, book: Book) -> tuple[Voice, ...]:
    """Whoever speaks by this verb as its cue."""
    for claim in account.claims:
        if claim.cue is not None and claim.cue.overlaps(verb) and claim.speaker is not None:
            return find_voices(book, account, claim)
    return ()


def _speaker(verb: Span, account: Account) -> Actor | None:
    """Who was read as the speaker by this verb: "the Front, at war with the state, claimed …"."""
    speaking = [
        speaker
        for claim in account.claims
        if claim.cue is not None and claim.cue.overlaps(verb) and claim.speaker is not None
        for speaker in (claim.speaker, *claim.also)
    ]
    ids = {speaker.actor for speaker in speaking}
    spans = [speaker.span for speaker in speaking if speaker.span is not None]
    groups = [
        actor
        for actor in account.actors
        if is_unlisted(actor) and any(span.overlaps(actor.span) for span in spans)
    ]
    known = [actor for actor in account.actors if actor.id in ids]
    named = [actor for actor in known if actor.name]
    return max(named or groups or known, key=lambda actor: actor.span, default=None)


def _speaker_span(verb: Span, account: Account) -> Span | None:
    """How the speaker is named in whose words the verb stands."""
    for claim in account.claims:
        if any(content.covers(verb) for content in claim.content) and claim.speaker is not None:
            return claim.speaker.span
    return None


def _around(verb: Span, account: Account, book: Book) -> tuple[Voice, ...]:
    """Whose words the verb stands in; else the outlet's own."""
    for claim in account.claims:
        if any(content.covers(verb) for content in claim.content):
            return find_voices(book, account, claim)
    return find_voices(book, account, None)


def _before(verb: Span, sentence: Span, account: Account) -> Actor | None:
    """The nearest actor before the verb in its sentence."""
    near = [
        actor
        for actor in account.actors
        if sentence.start <= actor.span.start and verb.start - REACH <= actor.span.end <= verb.start
    ]
    return max(near, key=lambda actor: (actor.span.end, -actor.span.start), default=None)


def _stands_at(actor: Actor, verb: Span, account: Account) -> bool:
    """Whether nobody else is named between the actor and the verb: no tags, no other's planes."""
    between = account.report.text[actor.span.end : verb.start]
    return not any(word[:1].isupper() or word in ASKING for word in between.split())


def _after(verb: Span, sentence: Span, account: Account) -> Actor | None:
    """The first actor behind the verb in its sentence."""
    near = [
        actor
        for actor in account.actors
        if verb.end <= actor.span.start <= verb.end + REACH and actor.span.end <= sentence.end
        if not WHAT_FOR.search(account.report.text, verb.end, actor.span.start)
    ]
    first = min(near, key=lambda actor: (actor.span.start, -actor.span.end), default=None)
    if first is None or first.name is not None:
        return first
    behind = MEMBERS.match(account.report.text, first.span.end)
    named = [each for each in near if behind and each.name and each.span.start == behind.end()]
    return named[0] if named else first


def _attack_spoken(verb: Span, sentence: Span, account: Account) -> bool:
    """Whether an attack stands behind the verb, in what is said by it and not in what follows."""
    attack = attack_behind(verb, sentence, account)
    said = [each for each in account.claims if each.cue is not None and each.cue.overlaps(verb)]
    return attack is not None and (
        not said or any(part.covers(attack.trigger) for each in said for part in each.content)
    )


def _tells_others(verb: Span, sentence: Span, account: Account) -> bool:
    """Whether the attack behind the verb is told as the deed of somebody named there.

    "The army denied that the Front had shot down a jet" is no word of the army on itself.
    """
    attack = attack_behind(verb, sentence, account)
    doers = [each.span for each in attack.participants if each.role == "actor"] if attack else []
    speaker = _before(verb, sentence, account)
    own = key_of(speaker, account) if speaker is not None else None
    named = [
        each
        for each in account.actors
        if each.name
        and each.span.start >= verb.end
        and any(span.covers(each.span) for span in doers)
    ]
    return bool(named) and all(key_of(each, account) != own for each in named)


def _shift(match: re.Match[str], sentence: Span) -> Span:
    return Span(sentence.start + match.start(), sentence.start + match.end())


@cache
def _pattern(name: str) -> re.Pattern[str]:
    told: list[str] = load_words("twosource.reconcile", "responsible")[name]
    ordered = sorted(told, key=len, reverse=True)
    parts = [re.escape(each).replace("…\\ ", r"(?:[\w’'-]+ ){0,6}?") for each in ordered]
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")
