"""Passages in, sayings out: who denies that civilians came to harm, against the count of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from twosource.base.stories import Citation, EventId
from twosource.reconcile.book import Book
from twosource.reconcile.intervals import Reach
from twosource.reconcile.passages import Passage, find_passages
from twosource.reconcile.propositions import OWN_WORD, Saying, as_of_report
from twosource.reconcile.sparing import spares_civilians

SLOTS = frozenset({"killed", "injured"})
CIVILIAN = frozenset({"civilian", "child", "woman", "journalist", "medic"})


def deny_harm(sayings: Sequence[Saying], book: Book) -> Iterator[Saying]:
    """For each denial a denying word on each count of civilians harmed in the story."""
    counted: dict[tuple[EventId, str, tuple[str, ...]], Saying] = {}
    for one in sayings:
        current = one.scope == "current" and (one.reach is None or one.reach.high != 0)
        if one.slot in SLOTS and one.key[0] in CIVILIAN and current:
            counted.setdefault((one.event, one.slot, one.key), one)
    if not counted:
        return
    for passage in find_passages(book):
        if spares_civilians(_whole(passage)):
            yield from _against(passage, counted)


def _whole(passage: Passage) -> str:
    """The sentence: the word of denying stands before what is denied."""
    return " ".join(passage.sentence.quote(passage.account.report.text).lower().split())


def _against(
    passage: Passage, counted: Mapping[tuple[EventId, str, tuple[str, ...]], Saying]
) -> Iterator[Saying]:
    report = passage.account.report
    for (event, slot, key), one in sorted(counted.items()):
        for voice in passage.voices:
            if voice.kind not in OWN_WORD:
                yield replace(
                    one,
                    event=event,
                    slot=slot,
                    key=key,
                    voice=voice,
                    report=report.id,
                    citation=Citation(report.id, passage.span.start, passage.span.end),
                    text=f"No civilians were {slot}",
                    reach=Reach(0.0, 0.0),
                    denies=True,
                    as_of=as_of_report(passage.account),
                    own=None,
                    figure="",
                    whole="",
                    remarks=(),
                )
