"""A reading with its mentions in, the agreements that it tells of out, with their terms."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as Words
from spacy.tokens import Token

from twosource.base.reading import Reading, span_of
from twosource.base.records import Agreement, Participant
from twosource.extract.agreement_breaches import breaches
from twosource.extract.agreement_brokers import mediators
from twosource.extract.agreement_bundles import UNREAL, Bundle, find_bundles
from twosource.extract.agreement_people import parties
from twosource.extract.agreement_state import state_of
from twosource.extract.agreement_terms import obligations
from twosource.extract.agreement_times import in_force_of, times_of, until_of
from twosource.extract.event_words import base_form
from twosource.extract.mention_cast import Cast, Role, cast_of
from twosource.extract.mention_spans import span_at

BEHIND = 2  # sentences behind the last word for it that may go on about it


def find_agreements(reading: Reading) -> Iterator[Agreement]:
    """The agreements of a report, in the order of the text."""
    bundles = find_bundles(reading)
    if not bundles:
        return
    cast, passages, times = cast_of(reading), list(reading.passages), times_of(reading)
    for number, bundle in enumerate(bundles, 1):
        others = {home for each in bundles if each is not bundle for home in each.homes}
        near = [passages[each] for each in _near(bundle, len(passages), others)]
        found = _agreement(f"g{number}", bundle, near, cast, reading)
        since, until = in_force_of(bundle.words, times), until_of(bundle.words, times)
        yield replace(found, in_force=since, until=until)


def _near(bundle: Bundle, last: int, others: set[int]) -> list[int]:
    """The passages that tell of it, and those right behind them that tell of no other."""
    own = set(bundle.homes)
    found = {home + more for home in own for more in range(BEHIND + 1) if home + more < last}
    return sorted(own | (found - others))


def _agreement(
    name: str, bundle: Bundle, near: Sequence[Words], cast: Cast, reading: Reading
) -> Agreement:
    tokens, claims = bundle.words, reading.account.claims
    brokers = _cast(mediators(near, tokens, cast), "mediator", cast, reading)
    told = {_key(each, reading) for each in brokers}
    parties_ = _cast(parties(tokens, cast), "actor", cast, reading)
    real = [each.modality for each in bundle.mentions if each.modality not in UNREAL]
    return Agreement(
        id=name,
        span=span_of(tokens[0]),
        kind=bundle.kind,
        mentions=tuple(dict.fromkeys(each.id for each in bundle.mentions)),
        parties=tuple(each for each in parties_ if _key(each, reading) not in told),
        mediators=brokers,
        obligations=obligations(tokens, near, cast, claims),
        breaches=breaches(tokens, near, cast, claims),
        modality="asserted" if "asserted" in real or not real else real[0],
        state=state_of(tokens),
    )


def _cast(
    heads: Sequence[Token], role: Role, cast: Cast, reading: Reading
) -> tuple[Participant, ...]:
    """The participants that words head, each once: by name, else by the noun for them."""
    found: dict[str, Participant] = {}
    nouns: set[str] = set()
    for head in sorted(heads, key=lambda each: each.i):
        actor = cast.at(head)
        row = Participant(span_at(head, actor, cast), actor.id if actor else None, role, "group")
        known = (actor is None or actor.name is None) and base_form(head) in nouns
        if not known:
            found.setdefault(_key(row, reading), row)
        nouns.add(base_form(head))
    return tuple(sorted(found.values(), key=lambda each: each.span.start))


def _key(each: Participant, reading: Reading) -> str:
    """What two participants share who are one: the name, else the words."""
    names = {actor.id: actor.name for actor in reading.account.actors}
    return names.get(each.actor or "") or each.span.quote(reading.report.text).lower()
