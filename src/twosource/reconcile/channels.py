"""An account in, whose word it is where nobody is named: its outlet's, agency's or publisher's."""

from dataclasses import dataclass

from twosource.base.labels import label_of
from twosource.base.records import Account, Report
from twosource.base.vocabulary import load_words
from twosource.reconcile.book import Book
from twosource.reconcile.issuers import find_issuer
from twosource.reconcile.keys import SOME_STATE, plain
from twosource.reconcile.publishers import find_publisher


@dataclass(frozen=True, slots=True, order=True)
class Voice:
    """Who vouches. Two voices that share a mark are one origin."""

    name: str
    kind: str  # named, institution, unnamed, media, document, agency, reporter, outlet
    marks: tuple[str, ...]
    key: str | None = None  # the organisation's key, None for an outlet or a nobody


def find_channel(book: Book, account: Account) -> Voice:
    """The agency whose words the report carries, else its outlet, else the report itself.

    An outlet that is a body's own publication gives the body's word.
    """
    report = account.report
    marks = [f"family:{book.families[report.id]}"]
    if report.outlet:
        marks.append(f"outlet:{publisher_of(report.outlet)}")
    marks += [f"agency:{plain(agency)}" for agency in credits_of(report)]
    marks += [f"outlet:{publisher_of(agency)}" for agency in credits_of(report)]
    if report.credit:
        return Voice(report.credit, "agency", tuple(sorted(marks)))
    name = find_publisher(report.outlet) if report.outlet else None
    key = _key_of_publisher(book, name) if name else None
    issuer = find_issuer(account) if key is None else None
    if issuer is not None:
        name, key = issuer[0], book.bodies.key(issuer[1])
        marks.append(f"who:{book.bodies.key(f'body:{plain(report.outlet or name)}')}")
    if name and key:
        return Voice(name, "institution", tuple(sorted({*marks, f"who:{key}"})), key)
    return Voice(label_of(report), "outlet", tuple(sorted(marks)))


def _key_of_publisher(book: Book, name: str) -> str | None:
    """The key of a body that publishes; an office is of the story's one state, of several none."""
    offices: list[str] = load_words("twosource.reconcile", "speakers")["offices"]
    if not any(word in offices for word in plain(name).split()):
        return book.bodies.key(f"body:{plain(name)}")
    if len(book.states) > 1:
        return None
    return book.states[0] if book.states else SOME_STATE


def find_hearsay(book: Book, account: Account) -> Voice:
    """Whoever reports what a speaker only has from reports: nobody can tell."""
    family = book.families[account.report.id]
    return Voice("reports, not named", "unnamed", (f"unnamed:{family}:reports",))


def find_outlet(book: Book, name: str) -> str | None:
    """The outlet of the story that a medium's name means, whole or its end: "the Gazette".

    None for none or several, and for an outlet that is a body's own.
    """
    told = publisher_of(name)
    outlets = {account.report.outlet for account in book.accounts.values()}
    same = {
        each
        for each in outlets
        if each and f" {publisher_of(each)}".endswith(f" {told}") and find_publisher(each) is None
    }
    return same.pop() if len(same) == 1 else None


def credits_of(report: Report) -> tuple[str, ...]:
    """The agencies that it credits, the one whose words it carries first."""
    first = () if report.credit is None else (report.credit,)
    return (*first, *(name for name in report.credits if name != report.credit))


def publisher_of(outlet: str) -> str:
    """The outlet's name without the words that only tell its channels apart.

    >>> publisher_of("Orvan Post Online") == publisher_of("The Orvan Post")
    True
    """
    empty: list[str] = load_words("twosource.reconcile", "speakers")["publisher_words"]
    words = [word for word in plain(outlet).split() if word not in empty]
    return " ".join(words) or plain(outlet)
