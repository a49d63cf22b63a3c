"""A claim (or none) in, its origin out: the first identifiable voucher for what is told."""

from dataclasses import replace

from twosource.base.countries import by_iso3
from twosource.base.records import Account, Actor, Attribution, Claim, Span, Speaker
from twosource.base.vocabulary import load_words
from twosource.reconcile.book import Book
from twosource.reconcile.channels import Voice, find_channel, find_outlet, publisher_of
from twosource.reconcile.eyewitnesses import find_reporter, with_outlet
from twosource.reconcile.identify import body_key, identify, is_known
from twosource.reconcile.identity import is_crowd, is_scrap, is_some_of, trim_scraps
from twosource.reconcile.keys import SOME_STATE, key_of, plain, surname_of
from twosource.reconcile.members import find_membership
from twosource.reconcile.officeholders import find_armed, is_local_office, is_office
from twosource.reconcile.passed_on import find_chain, find_quotes
from twosource.reconcile.pronouns import is_pronoun, is_stand_in, name_behind
from twosource.reconcile.reporters import agency_of, is_faceless, is_reporter
from twosource.reconcile.sides import find_adversaries
from twosource.reconcile.together import said_with
from twosource.reconcile.watchers import find_watcher, is_another, state_of_medium

NEAR = 500  # characters behind a speaker within which "it" may be that speaker
FORCES = ("armed forces", "defence forces", "defense forces")  # a state's own, by any name
SIDES = "both sides, not named"


def find_voices(book: Book, account: Account, claim: Claim | None) -> tuple[Voice, ...]:
    """The origins of one claim: one for each body that says it, two for "both sides"."""
    if claim is None or claim.speaker is None or claim.attribution == "unattributed":
        return (find_channel(book, account),)
    claim = _passed_on(book, account, claim)
    words = trim_scraps(_words(account, claim.speaker))
    if is_stand_in(words) and claim.speaker is not None:
        words = name_behind(claim.speaker, account) or words
    if is_scrap(words):
        return (find_channel(book, account),)
    both: list[str] = load_words("twosource.reconcile", "speakers")["both"]
    if any(phrase in words.lower() for phrase in both):
        return _both_sides(account)
    others = [
        _find_speaker(book, account, each, name)
        for each, name in said_with(claim, account.report.text)
    ]
    bodies = [each for each in others if each.key is not None]
    return (_find_speaker(book, account, claim, words), *bodies)


def find_named(account: Account, words: Span) -> Voice:
    """The origin that some words name, where no claim was read: their actor, else the words."""
    text = " ".join(words.quote(account.report.text).split())
    for actor in account.actors:
        key = key_of(actor, account)
        if key is not None and actor.span.overlaps(words):
            return Voice(actor.name or text, "institution", (f"who:{key}",), key)
    return Voice(text, "institution", (f"who:body:{plain(text)}",), f"body:{plain(text)}")


def _passed_on(book: Book, account: Account, claim: Claim) -> Claim:
    """The claim as that of whom an agency or a paper passes on: "the mayor said, N. reported"."""
    if claim.attribution != "media":
        return claim
    told = [book.actors.get((account.report.id, name)) for name in claim.via]
    known = [each for each in told if each is not None and each.kind != "media"]
    if not known:
        return claim
    inner = known[-1]
    kind: Attribution = "named" if inner.kind == "person" and inner.name else "institution"
    speaker = Speaker(inner.span, inner.name, inner.id)
    return replace(claim, speaker=speaker, attribution=kind, via=())


def _find_speaker(book: Book, account: Account, claim: Claim, words: str) -> Voice:
    speaker, words = claim.speaker, find_reporter(account, claim.speaker, words)
    words = with_outlet(words, account, speaker)
    actor = book.actors.get((account.report.id, speaker.actor or "")) if speaker else None
    actor = actor or find_armed(account, speaker)
    key = _key_of_speaker(book, account, actor, words)
    if is_pronoun(words) and key is None and (speaker is None or speaker.name is None):
        return _behind_pronoun(book, account, claim, words)
    if key == SOME_STATE:
        return _office(book, account, claim, words)
    name = (speaker.name if speaker else None) or (actor.name if actor else None)
    name = trim_scraps(name) if name else name
    if name and claim.attribution != "named" and is_another(words, name):
        return _unnamed(book, account, claim, words)
    outlet = find_outlet(book, name or words) if key is None or _is_person(key) else None
    media = claim.attribution == "media" or outlet is not None
    if is_reporter(words) or media or state_of_medium(words):
        return _medium(book, account, claim, (words, name))
    key = None if is_crowd(words) else body_key(book, key, words)
    holds = surname_of(words) in book.people and words[:1].isupper()
    nobody = key is None and not holds and (claim.attribution == "unnamed" or name is None)
    if nobody or is_crowd(words) or not is_known(book, name or words, words, key):
        return _unnamed(book, account, claim, words)
    key, marks = identify(book, name or words, key, "named" if holds else claim.attribution)
    marks = (*marks, *find_quotes(account, claim), *find_chain(book, account, claim))
    kind = "institution" if claim.attribution in {"unnamed", "document"} else claim.attribution
    kind = "unnamed" if is_some_of(words) else kind
    return Voice(name or words, kind, marks, key)


def _is_person(key: str) -> bool:
    return key.startswith("person:")


def _key_of_speaker(book: Book, account: Account, actor: Actor | None, words: str) -> str | None:
    """The key of the body that speaks, by its actor or by its words; None: nobody can tell."""
    sole = book.bodies.holder(words)
    if sole is not None:
        return sole
    key = key_of(actor, account) if actor is not None else None
    if key in {None, SOME_STATE} and not is_office(words):
        known = find_watcher(words, account, book.bodies) or book.bodies.find(words)
        own = key == SOME_STATE and (known or "").endswith(FORCES)
        key = f"body:{known}" if known is not None and not own else key
    return SOME_STATE if key is None and is_office(words) else key


def _medium(book: Book, account: Account, claim: Claim, called: tuple[str, str | None]) -> Voice:
    """One who saw it for an agency, a state's own medium, or the agency or paper that is cited.

    `called` is the speaker as written, and by name.
    """
    words, name = called
    if is_reporter(words):
        marks = _marks_of_reporter(book, account, words)
        return Voice(words, "reporter", (*marks, *find_quotes(account, claim)))
    country = state_of_medium(words)
    if country is not None:
        marks = (f"who:{country}", *find_quotes(account, claim), *find_chain(book, account, claim))
        return Voice(words, "institution", marks, country)
    if is_faceless(words):
        return _unnamed(book, account, claim, words)
    whole = find_outlet(book, name or words) or name or words
    if whole == account.report.outlet:
        return find_channel(book, account)
    media = (f"agency:{plain(whole)}", f"outlet:{publisher_of(whole)}")
    marks = (*media, *find_quotes(account, claim), *find_chain(book, account, claim))
    return Voice(name or words, "media", marks)


def _behind_pronoun(book: Book, account: Account, claim: Claim, words: str) -> Voice:
    """Who "we" or "it" is: the outlet for "we" outside quotations, else who spoke just before."""
    if plain(words) in {"we", "i"}:
        return find_channel(book, account)
    before = [
        (each.speaker.span, each)
        for each in account.claims
        if each.speaker is not None
        and each.speaker.span is not None
        and _speaks_before(each, claim, account)
    ]
    if not before:
        return _unnamed(book, account, claim, words)
    last, told = max(before, key=lambda row: row[0].start)
    return _find_speaker(book, account, told, last.quote(account.report.text))


def _speaks_before(other: Claim, claim: Claim, account: Account) -> bool:
    """Whether another body spoke within a few sentences before."""
    if other.speaker is None or other.speaker.span is None or claim.speaker is None:
        return False
    if claim.speaker.span is None or is_pronoun(_words(account, other.speaker)):
        return False
    gap = claim.speaker.span.start - other.speaker.span.end
    return other.attribution in {"institution", "media"} and 0 < gap < NEAR


def _office(book: Book, account: Account, claim: Claim, words: str) -> Voice:
    """An army or ministry without a country: the story's one state; of several, nobody knows whose.

    Where no state is named at all, every such office is taken to be of one and the same.
    """
    if len(book.states) > 1 or is_local_office(account, claim):
        return _unnamed(book, account, claim, words)
    key = book.states[0] if book.states else SOME_STATE
    name = (claim.speaker.name if claim.speaker else None) or words
    kind = "unnamed" if is_some_of(words) else "institution"
    return Voice(name, kind, (f"who:{key}", *find_quotes(account, claim)), key)


def _unnamed(book: Book, account: Account, claim: Claim, words: str) -> Voice:
    """Somebody not named: nobody can tell such speakers of one text's copies apart.

    "The interior ministry" of two reports of one story is one, whosever it is; "a doctor" is not.
    """
    family = "all" if _is_the_one(claim, words) else book.families[account.report.id]
    told = " ".join(sorted(set(plain(words).split()) - {"of", "in"})) if family == "all" else ""
    called = "somebody not named" if not words or is_pronoun(words) else words
    if called[:2].lower() == "a " or called[:3].lower() == "an ":
        called = f"{called}, not named"
    kind = "document" if claim.attribution == "document" else "unnamed"
    body = find_membership(book, account, claim)
    marks = () if body is None else (f"who:{body}",)
    marks = (f"unnamed:{family}:{told or plain(called)}", *marks, *find_quotes(account, claim))
    marks = (*marks, *find_chain(book, account, claim))
    return Voice(called, kind, marks)


def _is_the_one(claim: Claim, words: str) -> bool:
    """Whether the words point at one body that the reader is taken to know."""
    return claim.attribution == "institution" and words.lower().startswith("the ")


def _both_sides(account: Account) -> tuple[Voice, ...]:
    """Two adverse origins, if the report itself names the two that fight; else somebody not named.

    "According to both parties" is one outlet's word for what nobody in particular is quoted with:
    who cannot be told cannot vouch, and two of them not twice.
    """
    fighting = find_adversaries(account)
    if fighting:
        return tuple(Voice(_say(key), "institution", (f"who:{key}",), key) for key in fighting)
    return (Voice(SIDES, "unnamed", (f"who:{SIDES}",), f"side:{SIDES}"),)


def _say(key: str) -> str:
    kind, _, name = key.partition(":")
    country = by_iso3(name) if kind == "state" else None
    return country.name if country is not None else name


def _words(account: Account, speaker: Speaker | None) -> str:
    if speaker is None:
        return ""
    if speaker.span is not None:
        return speaker.span.quote(account.report.text)
    return speaker.name or ""


def _marks_of_reporter(book: Book, account: Account, words: str) -> tuple[str, ...]:
    """The agency or paper named with a reporter; "the correspondent" is that of the report itself.

    An agency's reporter and a report that the agency publishes are one origin.
    """
    agency = agency_of(words)
    if agency is None:
        return find_channel(book, account).marks
    agency = plain(find_outlet(book, agency) or agency)
    return (f"agency:{agency}", f"outlet:{publisher_of(agency)}")
