"""A dossier and an id in, the way back to the words out: rule, origins, claims, quotes, item."""

from collections.abc import Iterable, Iterator

from twosource.base.errors import UnknownIdError
from twosource.base.labels import label_of
from twosource.base.records import Account, ReportId, Span
from twosource.base.stories import Citation, Dossier, Event, Family, Finding, Origin, Story, Told
from twosource.render.decided import decided_lines
from twosource.render.phrases import dated_words, how_dated, range_words, span_words, when_words
from twosource.render.why_part import part_lines

Lines = Iterator[str]


def explain(dossier: Dossier, identity: str) -> Lines:
    """The lines that explain any id of the output, such as `fin_…`, `rep_…` or `rep_…/f1`.

    Raises UnknownIdError when no record has the id.
    """
    accounts = {account.report.id: account for account in dossier.accounts}
    report, _, part = identity.partition("/")
    account = accounts.get(ReportId(report))
    if account is not None:
        return part_lines(account, part) if part else _report(account, dossier)
    rows: tuple[Finding | Event | Story | Family, ...] = (
        *dossier.findings, *dossier.events, *dossier.stories, *dossier.families,
    )  # fmt: skip
    found = next((each for each in rows if each.id == identity), None)
    if isinstance(found, Finding):
        return _finding(found, accounts)
    if isinstance(found, Event):
        return _event(found, dossier, accounts)
    if isinstance(found, Story | Family):
        return _group(found, accounts)
    message = f"no record has the id {identity!r}. `twosource findings` prints the ids of a pile"
    raise UnknownIdError(message)


def _finding(finding: Finding, accounts: dict[ReportId, Account]) -> Lines:
    yield f"finding {finding.id}: {finding.text}"
    yield f"  {finding.slot} · {finding.status} · {finding.lifecycle} · {finding.scope}"
    yield f"  rule {finding.rule}: {finding.reason}"
    value = finding.value
    if value is not None:
        said = value.text or range_words(value.low, value.high)
        best = "" if value.best is None else f", best {range_words(value.best, value.best)}"
        yield f"  value {said}{best}{f' ({value.rule})' if value.rule else ''}"
    yield f"  independent origins: {finding.independent_min} to {finding.independent_max}"
    yield f"  event {finding.event}"
    for line in decided_lines(finding.decisions):
        yield f"  {line}"
    for origin in finding.origins:
        yield from _origin(origin)
    for tie in finding.ties:
        yield f"  tie {tie.left} – {tie.right}: {tie.verdict}, {tie.reason}"
    for title, cited in (("supports", finding.supports), ("denies", finding.denies)):
        yield from _citations(title, cited, accounts)
    for remark in finding.remarks:
        yield from _citations(f"remark {remark.value}", [remark.citation], accounts)


def _origin(origin: Origin) -> Lines:
    party = ", a party" if origin.party else ""
    yield f"  origin {origin.name} ({origin.kind}{party}), {origin.side}"
    yield f"    carried by {', '.join(origin.reports)}"
    for told in origin.values:
        yield f"    said {_told(told)}"


def _told(told: Told) -> str:
    words = told.text or range_words(told.low, told.high)
    as_of = f", as of {told.as_of}" if told.as_of else ""
    return f"{words}{as_of}, {told.lifecycle}"


def _citations(title: str, cited: Iterable[Citation], accounts: dict[ReportId, Account]) -> Lines:
    for each in cited:
        account = accounts[each.report]
        report = account.report
        span = Span(each.start, each.end)
        yield f"  {title}: “{span.quote(report.text)}”"
        yield f"    {report.id} {each.start}–{each.end} · {label_of(report)}, {_dated(account)}"
        for kind, name in _parts_at(account, span):
            yield f"    {kind} {report.id}/{name}"
        yield f"    item sha256 {report.sha256} · {report.path}"


def _parts_at(account: Account, span: Span) -> Iterator[tuple[str, str]]:
    """The claims and figures whose words the citation points at."""
    for claim in account.claims:
        if any(each.overlaps(span) for each in claim.content):
            yield "claim", claim.id
    for figure in account.figures:
        if figure.span.overlaps(span):
            yield "figure", figure.id


def _event(event: Event, dossier: Dossier, accounts: dict[ReportId, Account]) -> Lines:
    yield f"event {event.id}: {event.title}"
    kinds = [event.acled.event_type, event.acled.sub_event_type, event.plover.event]
    yield f"  {' · '.join(kind for kind in kinds if kind) or 'no event type'}"
    if event.when is not None:
        yield f"  when {when_words(event.when)}"
    if event.place is not None:
        yield f"  place {event.place.name or 'none'}: {event.place.reason}"
    yield f"  story {event.story}"
    for joined in event.mentions:
        yield f"  mention {joined.report}/{joined.mention}: {joined.reason}"
        account = accounts[joined.report]
        spans = [each.sentence for each in account.mentions if each.id == joined.mention]
        for span in spans:
            yield f"    “{' '.join(span.quote(account.report.text).split())}”"
    for finding in dossier.findings:
        if finding.event == event.id:
            yield f"  finding {finding.id} · {finding.slot} · {finding.status}: {finding.text}"


def _group(group: Story | Family, accounts: dict[ReportId, Account]) -> Lines:
    if isinstance(group, Story):
        yield f"story {group.id}: {group.title} · {span_words(group.start, group.end)}"
    else:
        yield f"family {group.id}: reports that descend from one text"
    for report in group.reports:
        account = accounts[report]
        yield f"  {report} · {label_of(account.report)}, {_dated(account)}"
    for tie in group.why if isinstance(group, Story) else ():
        yield f"  {tie.report} – {tie.tied_to}: {tie.reason} ({tie.likeness:.2f})"
    for edge in group.edges if isinstance(group, Family) else ():
        yield f"  {edge.left} – {edge.right}: {edge.relation}, {edge.reason} ({edge.overlap:.2f})"


def _report(account: Account, dossier: Dossier) -> Lines:
    report = account.report
    yield f"report {report.id} · {label_of(report)} · {report.path}"
    yield f"  published {_dated(account)}: {how_dated(report.published)}"
    yield f"  language {report.language or 'unknown'} · {len(report.text)} characters"
    yield f"  item sha256 {report.sha256}"
    groups: tuple[Story | Family, ...] = (*dossier.stories, *dossier.families)
    for row in groups:
        if report.id in row.reports:
            yield f"  in {row.id}"
    for kind in ("claims", "figures", "mentions", "times", "places", "actors"):
        names = [each.id for each in getattr(account, kind)]
        if names:
            yield f"  {kind}: {' '.join(names)}"


def _dated(account: Account) -> str:
    return dated_words(account.report.published)
