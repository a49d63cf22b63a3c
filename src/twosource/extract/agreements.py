"""A reading with its mentions in, the agreements that it tells of out, with their terms.

Mentions of one kind of agreement in one report are one agreement; "the deal" is the one told last.
What somebody only calls for is none.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from twosource.base.grammar import clause_of, objects_of, subjects
from twosource.base.reading import Reading, span_of
from twosource.base.records import Agreement, Mention, Participant, Term
from twosource.extract.agreement_terms import (
    agreed_clauses,
    breaches_of,
    is_broken,
    obligations_of,
    obligations_under,
)
from twosource.extract.agreement_times import in_force_of, times_of, until_of
from twosource.extract.agreement_words import Kind, kind_agreed, kind_named, listed
from twosource.extract.event_words import base_form
from twosource.extract.mention_cast import Cast, Role, cast_of
from twosource.extract.mention_spans import span_at

OF = frozenset({"of", "from", "for"})
UNREAL = frozenset({"hypothetical", "negated", "threatened"})


@dataclass(slots=True)
class Bundle:
    """What is gathered of one agreement while the report is read."""

    kind: Kind
    scope: str
    words: list[tuple[Token, Mention | None]] = field(default_factory=list)


def find_agreements(reading: Reading) -> Iterator[Agreement]:
    """The agreements of a report, in the order of the text."""
    bundles = _bundles(reading)
    if not bundles:
        return
    cast = cast_of(reading)
    for number, bundle in enumerate(bundles, 1):
        yield _agreement(f"g{number}", bundle, cast, reading)


def _bundles(reading: Reading) -> list[Bundle]:
    found: list[Bundle] = []
    mentions = {each.trigger.start: each for each in reading.account.mentions}
    for passage in reading.passages:
        for token in passage:
            kind = _kind_at(token)
            if kind is None:
                continue
            mention = mentions.get(token.idx) or _carried(token, mentions)
            scope = mention.scope if mention is not None else "current"
            bundle = _home(found, kind, scope)
            if bundle is None:
                if mention is None or mention.modality in UNREAL:
                    continue
                bundle = Bundle(kind, scope)
                found.append(bundle)
            if bundle.kind == "other":
                bundle.kind = kind
            bundle.words.append((token, mention))
    return found


def _carried(noun: Token, mentions: dict[int, Mention]) -> Mention | None:
    """The mention whose verb has the noun as its object: "signed an agreement"."""
    found = mentions.get(noun.head.idx)
    return found if found is not None and found.kind in {"agreement", "plan"} else None


def _kind_at(token: Token) -> Kind | None:
    kind = kind_named(token)
    if kind is not None or token.pos_ != "VERB":
        return kind
    clauses = agreed_clauses(token) if token.lemma_ == "agree" else []
    return kind_agreed(clauses[0]) if clauses else None


def _home(found: Sequence[Bundle], kind: Kind, scope: str) -> Bundle | None:
    """The agreement that a further mention belongs to; None: it is a new one."""
    same = [each for each in found if each.scope == scope]
    fitting = [each for each in same if kind in {each.kind, "other"} or each.kind == "other"]
    return fitting[-1] if fitting else None


def _agreement(name: str, bundle: Bundle, cast: Cast, reading: Reading) -> Agreement:
    tokens = [token for token, _ in bundle.words]
    mentions = [mention for _, mention in bundle.words if mention is not None]
    people = [
        each for token, mention in bundle.words if mention is not None and not is_broken(token)
        for each in mention.participants
    ]  # fmt: skip
    people += _brokers(tokens, reading)
    parties = _apart(people, "actor", reading) or _signers(tokens[0], cast, reading)
    mediators = _apart(people, "mediator", reading) or _patrons(tokens, cast, reading)
    brokers = {each.span for each in mediators}  # whoever only brings it about is no party to it
    times = times_of(reading)
    real = [each.modality for each in mentions if each.modality not in UNREAL]
    return Agreement(
        id=name,
        span=span_of(tokens[0]),
        kind=bundle.kind,
        mentions=tuple(dict.fromkeys(each.id for each in mentions)),
        parties=tuple(each for each in parties if each.span not in brokers),
        mediators=mediators,
        in_force=in_force_of(tokens, times),
        until=until_of(tokens, times),
        obligations=_obligations(tokens, cast, reading),
        breaches=_breaches(tokens, cast, reading),
        modality="asserted" if "asserted" in real or not real else real[0],
    )


def _brokers(tokens: Sequence[Token], reading: Reading) -> list[Participant]:
    """Who brought it about, by a verb of the same sentence: "signed …, brokered by A"."""
    sentences = {(token.sent.start_char, token.sent.end_char) for token in tokens}
    return [
        replace(each, role="mediator")
        for mention in reading.account.mentions
        if mention.lemma in listed("verbs", "mediating")
        and any(start <= mention.trigger.start < end for start, end in sentences)
        for each in mention.participants
        if each.role == "actor"
    ]


def _signers(noun: Token, cast: Cast, reading: Reading) -> tuple[Participant, ...]:
    """Who enters into it by the subject of its clause: "envoys of A and of B signed"."""
    found = [
        each for head in subjects(clause_of(noun))
        for each in (_sent_by(head) if base_form(head) in listed("nouns", "delegates") else [head])
    ]  # fmt: skip
    return _apart(list(_as(found, "actor", cast)), "actor", reading)


def _sent_by(head: Token) -> list[Token]:
    """Whose delegates they are: "of A and B", "of A and of B"."""
    joined = [child for prep in head.rights for child in prep.rights if child.dep_ == "conj"]
    further = [each for prep in joined for each in prep.rights if each.dep_ == "pobj"]
    return [*objects_of(head, OF), *further]


def _patrons(tokens: Sequence[Token], cast: Cast, reading: Reading) -> tuple[Participant, ...]:
    """Under whose auspices it was made."""
    found = [
        each for sentence in {token.sent.start: token.sent for token in tokens}.values()
        for noun in sentence if base_form(noun) in listed("nouns", "auspices")
        for each in objects_of(noun, OF)
    ]  # fmt: skip
    return _apart(list(_as(found, "mediator", cast)), "mediator", reading)


def _as(heads: Sequence[Token], role: Role, cast: Cast) -> Iterator[Participant]:
    for head in heads:
        actor = cast.at(head)
        if actor is not None:
            yield Participant(span_at(head, actor, cast), actor.id, role, "group")


def _apart(people: Sequence[Participant], role: str, reading: Reading) -> tuple[Participant, ...]:
    """The participants of a role, each actor once: by its name, else by its words."""
    names = {each.id: each.name for each in reading.account.actors}
    found: dict[str, Participant] = {}
    for each in people:
        words = each.span.quote(reading.report.text).lower()
        taken = words in listed("kinds", "exchange")  # "a prisoner exchange": no party
        if each.role == role and each.klass != "object" and each.actor is not None and not taken:
            found.setdefault(names.get(each.actor) or words, each)
    return tuple(sorted(found.values(), key=lambda each: each.span.start))


def _obligations(tokens: Sequence[Token], cast: Cast, reading: Reading) -> tuple[Term, ...]:
    claims = reading.account.claims
    found = [
        term for token in tokens
        for term in (*obligations_under(token, cast, claims), *obligations_of(token, cast, claims))
    ]  # fmt: skip
    return tuple(dict.fromkeys(found))


def _breaches(tokens: Sequence[Token], cast: Cast, reading: Reading) -> tuple[Term, ...]:
    claims = reading.account.claims
    found = [term for token in tokens for term in breaches_of(token, cast, claims)]
    return tuple(dict.fromkeys(found))
