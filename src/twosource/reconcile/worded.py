"""What is said in words of one slot in, its findings out: one for each thing said."""

import re
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence

from twosource.base.records import Span
from twosource.base.stories import Citation, Event, Finding, Value
from twosource.base.vocabulary import load_words
from twosource.reconcile.book import Book
from twosource.reconcile.common_ground import find_common_ground, find_odd_counts
from twosource.reconcile.contradiction import split_days
from twosource.reconcile.independence import Bloc, find_blocs
from twosource.reconcile.outcome import Outcome, make_finding
from twosource.reconcile.pronouns import say_whom
from twosource.reconcile.propositions import Saying
from twosource.reconcile.scenes import are_other
from twosource.reconcile.status import judge
from twosource.reconcile.tempering import ROOT, temper

SPOKEN_BY = re.compile(r"\b(?:it|he|she|they) (?:said|says|added|told)\b")
PERSONS = frozenset({"he", "she", "it", "his", "her"})  # nobody knows whom a quotation means by it
COUNTS_BACK = re.compile(r"\w+ (?:were|was|are|is|have|had|has)\b")
MARKS = "“\"'‘”’"
VIOLENT = "ASSAULT"
MARKERS = "–-—•·▪*► "  # before the points of a list
MIDDLING = 110  # characters of a sentence that says enough and not too much


def weigh_words(event: Event, slot: str, sayings: Sequence[Saying], book: Book) -> list[Finding]:
    """The findings of one slot of one event."""
    if sayings[0].value is None:
        return [weigh_whether(event, slot, sayings, book)]
    values: dict[str, list[Saying]] = defaultdict(list)
    for one in sayings:
        values[one.value or ""].append(one)
    return [_weigh_value(event, slot, value, values, book) for value in sorted(values)]


def weigh_whether(
    event: Event,
    slot: str,
    sayings: Sequence[Saying],
    book: Book,
    taken: Container[str] = (),
) -> Finding:
    """Whether it happened (or was planned): those who say so, those who deny it.

    `taken` are sentences that tell of another event already: others go before them.
    """
    told = [one for one in sayings if not one.denies]
    saying = find_blocs(told, book)
    denied = [one for one in sayings if one.denies and _answers(one, told)]
    denying = strangers(find_blocs(denied, book), saying)
    verdict = temper(judge(saying, denying, book.policy), saying, slot)
    vouchers = [bloc for bloc in saying if bloc.name in verdict.vouchers]
    text = _best_words(vouchers or saying or denying, saying, book, taken)
    if leans(text):
        said = text if text[:1] in MARKS else f"“{text}”"
        text = f"{noun_of(event)}: {said}"
    if event.plover.event == VIOLENT and _name_others(saying):
        text = f"{event.title}: that it happened; each names another as the doer"
    return make_finding(event, Outcome(slot, "", text, verdict, saying, denying), book)


def _name_others(blocs: Sequence[Bloc]) -> bool:
    """Whether two origins tell the deed as somebody else's: then no one's sentence is agreed.

    Who is known by a key is not set against who is only called something.
    """
    told = [each for bloc in blocs if (each := _doers_of(bloc))]
    return any(_are_others(one, two) for place, one in enumerate(told) for two in told[:place])


def _are_others(one: frozenset[str], two: frozenset[str]) -> bool:
    known = {any(":" in each for each in doers) for doers in (one, two)}
    forces = set(load_words("twosource.reconcile", "statements")["own_forces"])
    return len(known) == 1 and not one & two and not (one & forces and two & forces)


def _doers_of(bloc: Bloc) -> frozenset[str]:
    return frozenset[str]().union(*(one.doers for one in bloc.sayings))


def _answers(denial: Saying, told: Sequence[Saying]) -> bool:
    """Whether a denial is of what was told: nothing in its scene rules all of that out.

    "The plant was not targeted" does not deny the strikes on the town, and who denies attacking it
    contradicts only those who tell it as his deed.
    """
    if denial.own_part and told:
        return any(denial.voice.key in one.doers for one in told)
    return not told or any(_is_of_one(denial, one) for one in told)


def _is_of_one(denial: Saying, one: Saying) -> bool:
    """Whether the two are of one thing: told by one word, or tied by a place, a day or a doer."""
    if are_other(denial.scene, one.scene):
        return False
    named = denial.trigger[:ROOT].lower() == one.trigger[:ROOT].lower()
    return named or bool(denial.scene.sites & one.scene.sites) or _share_name(denial, one)


def _share_name(denial: Saying, one: Saying) -> bool:
    shared = denial.tie.anchors & one.tie.anchors
    return any(kind != "main" for kind, _, _ in shared)


def _weigh_value(
    event: Event, slot: str, value: str, values: Mapping[str, Sequence[Saying]], book: Book
) -> Finding:
    """One day, place or weapon: who gives it, and who gives one that cannot also be true."""
    saying = find_blocs(_agreeing(slot, value, values, book), book)
    against = [
        one for other in sorted(values) if _excludes(slot, value, other) for one in values[other]
    ]
    denying = strangers(find_blocs(against, book), saying)
    verdict = temper(judge(saying, denying, book.policy), saying, slot)
    words = min(values[value], key=_clearness).text
    kind = f"{slot} {value.partition(' ')[0]}" if slot == "who" else slot
    pattern: str = load_words("twosource.reconcile", "statements")["slots"][kind]
    text = pattern.format(noun=noun_of(event), words=words)
    told = Value(text=words if slot == "who" else _plain_value(value))
    return make_finding(event, Outcome(slot, value, text, verdict, saying, denying, told), book)


def _clearness(one: Saying) -> tuple[bool, int, Citation]:
    """Words with a name in them first, then the longest."""
    return one.text == one.text.lower(), -len(one.text), one.citation


def strangers(blocs: Sequence[Bloc], heard: Sequence[Bloc]) -> list[Bloc]:
    """Those of the origins that share no mark with those heard: nobody contradicts himself."""
    known = {mark for bloc in heard for mark in bloc.marks}
    return [bloc for bloc in blocs if not bloc.marks & known]


def _agreeing(
    slot: str, value: str, values: Mapping[str, Sequence[Saying]], book: Book
) -> list[Saying]:
    """Those who give this value, or one within it: a day of the week, a town of the country."""
    found = list(values[value])
    for other, sayings in sorted(values.items()):
        if other != value and _holds(slot, value, other, book):
            found += sayings
    return found


def _holds(slot: str, outer: str, inner: str, book: Book) -> bool:
    if slot == "where":
        return lies_within(inner, outer, book)
    start, _, end = outer.partition("/")
    first, _, last = inner.partition("/")
    return slot == "when" and start <= first and last <= end


def lies_within(inner: str, outer: str, book: Book) -> bool:
    """Whether the one place is in the other, which is a country."""
    one, two = book.places.get(inner), book.places.get(outer)
    if one is None or two is None or two.precision != "country":
        return False
    return one.precision != "country" and one.country == two.country


def _excludes(slot: str, value: str, other: str) -> bool:
    return slot == "when" and split_days(value, other)


def _plain_value(value: str) -> str:
    start, _, end = value.partition("/")
    return start if start == end or not end else value


def noun_of(event: Event) -> str:
    """The event's name without its place and its day."""
    return event.title.split(",")[0].split(" in ")[0]


def _best_words(
    blocs: Sequence[Bloc], heard: Sequence[Bloc], book: Book, taken: Container[str]
) -> str:
    """The fullest statement among the reports' own words, loaded words in quotation marks.

    Whom its pronouns mean is said in brackets; of sentences that count people the latest is told,
    and one whose count most of those `heard` give.
    """
    sayings = [one for bloc in blocs for one in bloc.sayings if not _is_headline(one, book)]
    sayings = sayings or [one for bloc in blocs for one in bloc.sayings]
    former = _former(sayings, book)
    odd = find_odd_counts(heard, book, former)
    common = find_common_ground(blocs)

    def fitness(one: Saying) -> tuple[bool | int | Citation, ...]:
        """Whole sentences that state it as news come first, then dated ones and later counts."""
        cited = one.citation
        shown = (leans(one.text), not one.vouches, _is_beside(one.text))
        counted = (not one.dated, cited in former, cited in odd, -common[cited])
        return (*shown, *counted, abs(len(one.text) - MIDDLING), cited)

    ranked = sorted(sayings, key=fitness)
    texts = (_own_words(one, book) for one in ranked)
    return next((each for each in texts if each not in taken), _own_words(ranked[0], book))


def _is_headline(one: Saying, book: Book) -> bool:
    title = book.accounts[one.report].report.title
    at = Span(one.citation.start, one.citation.end)
    return one.headline or (title is not None and title.covers(at))


def _own_words(one: Saying, book: Book) -> str:
    cited = Span(one.citation.start, one.citation.end)
    text = say_whom(cited, book.accounts[one.report])
    return text if leans(text) else quote_loaded(text.lstrip(MARKERS))


def _former(sayings: Sequence[Saying], book: Book) -> frozenset[Citation]:
    """Sentences whose count of people a later report tells anew."""
    last: dict[str, str] = {}
    for one in sayings:
        for measure in _counted(one, book):
            last[measure] = max(last.get(measure, ""), one.as_of or "")
    return frozenset(
        one.citation
        for one in sayings
        if any((one.as_of or "") < last[measure] for measure in _counted(one, book))
    )


def _counted(one: Saying, book: Book) -> set[str]:
    """What its sentence counts people by: killed, displaced."""
    where = one.citation
    return {
        figure.measure
        for figure in book.accounts[one.report].figures
        if figure.unit == "persons" and where.start <= figure.span.start < where.end
    }


def _is_beside(text: str) -> bool:
    """Whether a sentence tells it in passing, or is only somebody's words."""
    passing: list[str] = load_words("twosource.reconcile", "statements")["passing"]
    text = text.lstrip(MARKERS).lower()
    return text.startswith(tuple(passing)) or text[:1] in MARKS


def leans(text: str) -> bool:
    """Whether a sentence cannot stand alone: it points back, or it does not begin as one.

    >>> leans("They were coming home."), leans("Two vans burned.")
    (True, False)
    """
    backward: list[str] = load_words("twosource.reconcile", "statements")["backward"]
    text = text.lstrip(MARKERS)
    first = text.split(maxsplit=1)[0].strip("“\"'‘–-—,").lower() if text.split() else ""
    head = text.lstrip("“\"'‘([")[:1]
    counting: list[str] = load_words("twosource.reconcile", "statements")["counting"]
    if first in counting and COUNTS_BACK.match(text.lstrip(MARKS)):
        return True
    own = text[:1] in MARKS and text[-1:] not in MARKS and first not in PERSONS
    return (first in backward and not own) or not (head.isupper() or head.isdigit())


def points_back(text: str) -> bool:
    """Whether a sentence leans on the one before it, at its head or by who speaks.

    >>> points_back("Six were hurt, it said."), points_back("Six were hurt, the mayor said.")
    (True, False)
    """
    return leans(text) or SPOKEN_BY.search(text) is not None


def quote_loaded(text: str) -> str:
    """The text with loaded words in quotation marks, unless they stand in some.

    >>> quote_loaded("anti-terror measures began")
    '“anti-terror measures” began'
    """
    loaded: list[str] = load_words("twosource.reconcile", "loaded")["phrases"]
    for phrase in loaded:
        place = text.lower().find(phrase)
        marked = place > 0 and text[place - 1] in "“\"‘'"
        if place >= 0 and not marked:
            end = place + len(phrase)
            text = f"{text[:place]}“{text[place:end]}”{text[end:]}"
    return text
