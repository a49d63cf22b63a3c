"""The accounts of a story in, which names call one and the same origin out.

A body is told of as "the office", by its full name, or by its director: readers of a whole story
want one row for it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from twosource.base.records import Account
from twosource.base.settings import Settings
from twosource.base.stories import Family, Finding
from twosource.reconcile.book import Book, open_book
from twosource.reconcile.channels import Voice
from twosource.reconcile.keys import plain
from twosource.reconcile.origins import find_voices

SPOKEN = frozenset({"named", "institution", "document"})  # attributions that name somebody


def find_callings(
    accounts: Sequence[Account], families: Sequence[Family], settings: Settings
) -> Mapping[str, str]:
    """Each speaker's plain name with the name of the body that it speaks for.

    The body's name is the one that most claims use; a name that could call two bodies is left out.
    """
    told: dict[str, Counter[str]] = {}
    keys: dict[str, set[str]] = {}
    for voice in _voices(open_book(accounts, families, settings)):
        if voice.key is None:
            continue
        told.setdefault(voice.key, Counter())[voice.name] += 1
        keys.setdefault(plain(voice.name), set()).add(voice.key)
    heads = {key: _head(key, names) for key, names in told.items()}
    return {name: heads[min(found)] for name, found in keys.items() if len(found) == 1}


def count_origins(
    findings: Sequence[Finding], accounts: Sequence[Account], families: Sequence[Family],
    settings: Settings,
) -> int:  # fmt: skip
    """How many vouchers stand behind the live findings of the story's own happening."""
    heads = find_callings(accounts, families, settings)
    live = [each for each in findings if each.scope == "current" and each.lifecycle == "live"]
    names = {plain(origin.name) for each in live for origin in each.origins}
    return len({plain(heads.get(name, name)) for name in names})


def _voices(book: Book) -> Iterator[Voice]:
    """Whoever speaks in a claim, each wording once a report."""
    for account in book.accounts.values():
        met = set()
        for claim in account.claims:
            if claim.speaker is None or claim.attribution not in SPOKEN:
                continue
            span = claim.speaker.span
            words = span.quote(account.report.text) if span else ""
            mark = (words, claim.speaker.name, claim.attribution)
            if mark not in met:
                met.add(mark)
                yield from find_voices(book, account, claim)


def _head(key: str, names: Counter[str]) -> str:
    """The body's own name where a report uses it, else the name that is used most."""
    own = key.partition(":")[2]
    for name in sorted(names):
        if plain(name) == own:
            return name
    return min(names, key=lambda name: (-names[name], -len(name), name))
