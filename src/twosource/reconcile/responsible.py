"""The accusations of a story in, findings of who is responsible out.

Two independent origins that name one party corroborate it: the party itself and another, or two
bodies. Foes of the party and persons who only blame it are no witnesses, however many they are.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from twosource.base.records import Account, ReportId
from twosource.base.stories import Citation, Event, EventId, Finding, Status, Value
from twosource.base.vocabulary import load_words
from twosource.reconcile.accusations import Accusation, find_accusations
from twosource.reconcile.attacks import TOLD, VIOLENT
from twosource.reconcile.book import Book
from twosource.reconcile.culprit_words import (
    Word,
    as_last_told,
    is_beside,
    is_other,
    of_one_target,
    share_target,
)
from twosource.reconcile.episodes import Episodes
from twosource.reconcile.independence import Bloc, count_independent, find_blocs
from twosource.reconcile.outcome import Outcome, is_party, make_finding
from twosource.reconcile.pronouns import is_pronoun
from twosource.reconcile.propositions import OWN_WORD, Saying, as_of_report
from twosource.reconcile.scenes import scene_of
from twosource.reconcile.status import Verdict, judge, name_all
from twosource.reconcile.told_deeds import targets_of
from twosource.reconcile.turns import voices_at
from twosource.reconcile.who import find_doers
from twosource.reconcile.worded import noun_of, strangers

SLOT = "responsible"
TELLING = frozenset({"tell", "undone"})
BLAMING = frozenset({"blame", "tell", "claim"})
Homes = Mapping[tuple[ReportId, str], Event]


def find_responsible(events: Sequence[Event], book: Book, episodes: Episodes) -> list[Finding]:
    """For each attack, each party that is said to have done it: who says so, who denies it."""
    homes = {(each.report, each.mention): event for event in events for each in event.mentions}
    by_id = {event.id: event for event in events}
    told: dict[EventId, list[Word]] = defaultdict(list)
    for account in book.accounts.values():
        for one in find_accusations(account, book):
            event = _attack_of(one, account.report.id, homes, book)
            home = _home(event, episodes, by_id) if event is not None else None
            if event is None or (one.mode == "deed" and _hits_other(one, account, event, book)):
                continue
            if home is not None and by_id[home].plover.event == VIOLENT:
                told[home] += _words(one, account.report.id, home, event.id, book)
    _bring_denials_home(told)
    for event in events:
        home = _home(event, episodes, by_id)
        accused = {word.accused for word in told.get(home, ()) if word.mode not in TELLING}
        told[home] += _tell_doers(event, accused, home, book)
    told = {home: list(_own_deeds_claimed(words)) for home, words in told.items()}
    return [
        _weigh(_attack_meant(by_id[home], accused, words, by_id), accused, words, book)
        for home, words in sorted(told.items())
        for accused in sorted({word.accused for word in words})
    ]


def _hits_other(deed: Accusation, account: Account, event: Event, book: Book) -> bool:
    """Whether one's own deed names a target that no other report of the event names."""
    mention = book.mentions.get((account.report.id, deed.attack or ""))
    sites = scene_of(mention, account).sites if mention is not None else frozenset[str]()
    others = [each for each in event.mentions if each.report != account.report.id]
    told = [
        scene_of(book.mentions[each.report, each.mention], book.accounts[each.report]).sites
        for each in others
        if (each.report, each.mention) in book.mentions
    ]
    return bool(sites and told) and not any(sites & each for each in told)


def _own_deeds_claimed(words: Sequence[Word]) -> Iterator[Word]:
    """The words; a deed told as one's own is a claim, unless it is another than that blamed.

    Who denies this attack and says he struck a depot owns nothing but the depot.
    """
    denying = {word.accused for word in words if word.mode == "deny"}
    blamed = {(word.accused, word.attack) for word in words if word.mode in BLAMING}
    accused = {party for party, _ in blamed}
    told = {word.accused for word in words if word.mode not in {"deny", "undone", "deed"}}
    for word in words:
        if word.mode == "undone":  # a denial of what nobody says is none
            yield from (replace(word, mode="deny"),) if word.accused in told else ()
        elif word.mode != "deed":
            yield word
        elif word.accused not in denying and (
            word.accused not in accused or (word.accused, word.attack) in blamed
        ):
            yield replace(word, mode="claim")


def _attack_meant(
    home: Event, accused: str, words: Sequence[Word], events: Mapping[EventId, Event]
) -> Event:
    """The episode's event; where no report with a word on the party tells it, the attack meant."""
    own = [word for word in words if word.accused == accused]
    telling = {each.report for each in home.mentions}
    if any(word.saying.report in telling for word in own):
        return home
    attacks = [word.attack for word in own if word.mode != "deny"]
    attacks = attacks or [word.attack for word in own]
    return events[min(attacks, key=lambda one: (-attacks.count(one), one))]


def _bring_denials_home(told: dict[EventId, list[Word]]) -> None:
    """Give a party's denial that answers nobody to the one attack that is put on that party."""
    put: dict[str, set[EventId]] = defaultdict(set)
    for home, words in told.items():
        for word in words:
            if word.mode != "deny":
                put[word.accused].add(home)
    for home, words in sorted(told.items()):
        for word in list(words):
            homes = put[word.accused]
            if word.mode == "deny" and home not in homes and len(homes) == 1:
                words.remove(word)
                target = min(homes)
                told[target].append(replace(word, saying=replace(word.saying, event=target)))


def _tell_doers(event: Event, accused: set[str], home: EventId, book: Book) -> list[Word]:
    """Those who tell the deed itself as that of a party on which there is a word already."""
    found = []
    for joined in event.mentions if accused else ():
        mention = book.mentions.get((joined.report, joined.mention))
        if mention is None or mention.modality not in TOLD or mention.kind != "incident":
            continue
        account = book.accounts[joined.report]
        claim = book.claims.get((joined.report, mention.claim or ""))
        voices = voices_at(book, account, claim, mention.trigger.start)[0]
        for role, span, key in find_doers(mention, account):
            here = mention.sentence.covers(span)  # not a name told elsewhere: "X claimed it"
            if role == "actor" and key in accused and here and claim is not None:
                words = Accusation("blame", key, span, mention.sentence, voices, mention.id)
                found += _words(words, joined.report, home, event.id, book)
    return [word for word in found if word.saying.voice.kind not in OWN_WORD]


def _attack_of(one: Accusation, report: ReportId, homes: Homes, book: Book) -> Event | None:
    """The event of the attack that is meant, else of what the report is about."""
    main = book.accounts[report].main
    return homes.get((report, one.attack or (main.mention if main is not None else "")))


def _home(event: Event, episodes: Episodes, events: Mapping[EventId, Event]) -> EventId:
    """The event that speaks for its episode, if that is an attack too; else the event itself."""
    head = episodes.home(event)
    return head if events[head].plover.event == VIOLENT else event.id


def _words(
    one: Accusation, report: ReportId, event: EventId, attack: EventId, book: Book
) -> list[Word]:
    account = book.accounts[report]
    cited = Citation(report, one.sentence.start, one.sentence.end)
    return [
        Word(
            one.accused,
            "claim" if voice.key == one.accused and one.mode in BLAMING else one.mode,
            Saying(
                event=event,
                slot=SLOT,
                voice=voice,
                report=report,
                citation=cited,
                text=one.words.quote(account.report.text),
                as_of=as_of_report(account),
                denies=one.mode in {"deny", "undone"},
            ),
            attack,
            targets_of(book.mentions.get((report, one.attack or "")), account),
        )
        for voice in one.voices
    ]


def _weigh(event: Event, accused: str, words: Sequence[Word], book: Book) -> Finding:
    """One party: those who say it did it; against them its denial and those who name another."""
    own = of_one_target(as_last_told([word for word in words if word.accused == accused]))
    saying = find_blocs([word.saying for word in own if word.mode != "deny"], book)
    attacks = {word.attack for word in own}
    other = [
        word.saying
        for word in words
        if word.mode != "deny" and is_other(accused, word) and not is_beside(word, own)
        if word.mode != "tell" or any(share_target(word, each) for each in own)
        if word.attack in attacks
    ]
    against = find_blocs([word.saying for word in own if word.mode == "deny"] + other, book)
    if not saying:
        against = find_blocs([word.saying for word in own if word.mode == "deny"], book)
    denying = strangers(against, saying)
    verdict = _temper(judge(saying, denying, book.policy), saying, own, book)
    kind, name = _kind(own), _name(own)
    patterns: dict[str, str] = load_words("twosource.reconcile", "statements")["responsible"]
    text = patterns[kind].format(noun=noun_of(event), words=name)
    value = Value(text=name, rule=kind)
    return make_finding(event, Outcome(SLOT, accused, text, verdict, saying, denying, value), book)


def _temper(verdict: Verdict, saying: Sequence[Bloc], own: Sequence[Word], book: Book) -> Verdict:
    """A party's own word weighs most; its foes' and the blame of persons corroborate nothing."""
    admitted = _is_admitted(own)
    owned = "it says so itself: " if admitted and saying else ""
    if verdict.status == "contested" or admitted:
        return replace(verdict, reason=owned + verdict.reason)
    telling = {word.saying.voice.name for word in own if word.mode == "tell"}
    able = [bloc for bloc in saying if bloc.firm and (_is_body(bloc) or bloc.name in telling)]
    foes = all(is_party(bloc, book) for bloc in able)
    if verdict.status != "corroborated" or (len(able) > 1 and not foes):
        return verdict
    count = count_independent(saying)
    channels = {channel for bloc in saying for channel in bloc.channels}
    reason = f"put on it by {name_all(saying)}; it has not said so itself"
    status: Status = "multiple_reports" if len(channels) > 1 else "single_source"
    return Verdict(status, reason, "blame-is-no-witness", 1, count.most)


def _is_body(bloc: Bloc) -> bool:
    return bloc.key is not None and not bloc.key.startswith("person:")


def _is_admitted(own: Sequence[Word]) -> bool:
    return any(word.mode in {"claim", "admit"} for word in own)


def _kind(own: Sequence[Word]) -> str:
    """How far it is told of the party: admitted or claimed by itself, alleged, only denied."""
    modes = {word.mode for word in own}
    if _is_admitted(own):
        return "admitted" if "admit" in modes else "claimed"
    return "denied" if modes == {"deny"} else "alleged"


def _name(own: Sequence[Word]) -> str:
    """The party as the reports name it, else by the name of who speaks for it."""
    owning = [word for word in own if word.mode in {"claim", "admit"}] or own
    named = [word.saying.text for word in owning if not is_pronoun(word.saying.text)]
    told = named or [word.saying.voice.name for word in own if word.mode not in {"blame", "tell"}]
    name = max(told or [own[0].saying.text], key=lambda text: (len(text), text))
    return " ".join(name.split())
