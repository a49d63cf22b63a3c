"""PolNeAR in, the quality of claims out: contents with their speakers, and cues of speech.

A content is right when it shares at least half of its characters with the gold (intersection
over union), matched one to one. Its speaker is right when the mention covers a head word of the
gold source and lies mostly within it; without a gold source, when no speaker is named. One
annotator a report: the first by name, as annotators of one report marked it apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from benchmarks.quality.common import Metric, Text, f1, sample, to_report
from twosource.base.records import Claim, Span
from twosource.base.settings import Settings
from twosource.extract.parse import parse_reports
from twosource.pipeline import extract

ENOUGH = 0.5
# Lemmas of the cues whose recall is told apart: plain acts of speech.
SPEECH = frozenset(
    [
        "say", "tell", "write", "add", "note", "announce", "report", "explain", "declare",
        "state", "claim", "argue", "insist", "tweet", "warn", "deny", "reply", "respond",
        "confirm", "admit", "acknowledge", "stress", "reiterate", "suggest", "ask", "accord",
    ]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution, gold or ours. `heads` are the head words of its source."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: Span | None
    heads: tuple[Span, ...] = ()
    speech: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """What is right, found and wanted."""

    right: int = 0
    contents: int = 0
    found: int = 0
    gold: int = 0
    cues_hit: int = 0
    cues: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """The counts of two reports together."""
        return Counts(
            self.right + other.right,
            self.contents + other.contents,
            self.found + other.found,
            self.gold + other.gold,
            self.cues_hit + other.cues_hit,
            self.cues + other.cues,
        )


def score(data: Path, limit: int | None) -> list[Metric]:
    """Three numbers for each split that lies in `data`/polnear; they are printed as one."""
    total = Counts()
    for ours, gold in read_pairs(data / "polnear", limit):
        total += count(ours, gold)
    recall = 100 * total.cues_hit / total.cues if total.cues else 0.0
    return [
        Metric("claims.f1", f1(total.right, total.found, total.gold), total.gold, 44.1, 65),
        Metric("claims.content_f1", f1(total.contents, total.found, total.gold), total.gold),
        Metric("claims.speech_cue_recall", recall, total.cues, 62.6, 80),
    ]


def read_pairs(
    folder: Path, limit: int | None
) -> Iterator[tuple[list[Attribution], list[Attribution]]]:
    """Ours and the gold of each report: of `dev` when it is there, else of all splits."""
    splits = [folder / "dev"] if (folder / "dev").is_dir() else sorted(folder.glob("*/"))
    texts = [path for split in splits for path in sorted((split / "text").glob("*.txt"))]
    chosen = sample(texts, lambda path: path.stem, limit)
    reports = [to_report(Text(p.stem, p.read_text(encoding="utf-8"))) for p in chosen]
    for path, reading in zip(chosen, parse_reports(reports, Settings()), strict=True):
        marked = sorted((path.parent.parent / "attributions").glob(f"{path.stem}_????.ann"))
        if not marked:
            continue
        gold = list(read_gold(marked[0].read_text(encoding="utf-8"), reading.doc))
        yield [from_claim(claim) for claim in extract(reading).claims], gold


def read_gold(text: str, doc: Doc) -> Iterator[Attribution]:
    """The attributions of a brat file; those without a content are left out."""
    spans: dict[str, tuple[Span, ...]] = {}
    lines = [line.split("\t") for line in text.splitlines() if "\t" in line]
    for name, rest, *_ in (line for line in lines if line[0].startswith("T")):
        places = rest.split(" ", 1)[1].split(";")
        spans[name] = tuple(Span(*map(int, place.split())) for place in places)
    for _, rest, *_ in (line for line in lines if line[0].startswith("E")):
        parts: dict[str, tuple[Span, ...]] = {}
        for piece in rest.split()[1:]:
            label, name = piece.split(":")
            label = label.rstrip("0123456789")
            parts[label] = (*parts.get(label, ()), *spans[name])
        if parts.get("Content"):
            yield _gold(parts, doc)


def _gold(parts: dict[str, tuple[Span, ...]], doc: Doc) -> Attribution:
    source = parts.get("Source", ())
    cue = parts.get("Cue")
    heads = [head for span in source for head in _heads(doc, span)]
    whole = Span(min(s.start for s in cue), max(s.end for s in cue)) if cue else None
    speech = whole is not None and any(
        token.lemma_.lower() in SPEECH and whole.start <= token.idx < whole.end for token in doc
    )
    return Attribution(parts["Content"], source, whole, tuple(heads), speech)


def _heads(doc: Doc, span: Span) -> Iterator[Span]:
    """The words of a span that hang on nothing within it, and what is joined to them."""
    inside = [
        token
        for token in doc
        if span.start <= token.idx < span.end and not (token.is_punct or token.is_space)
    ]
    for token in inside:
        outer = not span.start <= token.head.idx < span.end or token.head == token
        if outer or token.dep_ == "conj":
            yield Span(token.idx, token.idx + len(token.text))


def from_claim(claim: Claim) -> Attribution:
    """A claim of ours in the same form."""
    speaker = claim.speaker.span if claim.speaker else None
    return Attribution(claim.content, (speaker,) if speaker else (), claim.cue)


def count(ours: Sequence[Attribution], gold: Sequence[Attribution]) -> Counts:
    """The counts of one report."""
    pairs = sorted(
        (
            (is_speaker_right(mine, want), share, -i, -j)
            for i, want in enumerate(gold)
            for j, mine in enumerate(ours)
            if (share := overlap(mine.content, want.content)) >= ENOUGH
        ),
        reverse=True,
    )
    wanted: set[int] = set()
    used: set[int] = set()
    right = 0
    for good, _, i, j in pairs:
        if i not in wanted and j not in used:
            wanted.add(i)
            used.add(j)
            right += good
    speech = [each.cue for each in gold if each.speech and each.cue]
    hit = sum(any(mine.cue and mine.cue.overlaps(cue) for mine in ours) for cue in speech)
    return Counts(right, len(wanted), len(ours), len(gold), hit, len(speech))


def overlap(left: Sequence[Span], right: Sequence[Span]) -> float:
    """Characters in both over characters in either, 0 to 1."""
    ours = {place for span in left for place in range(span.start, span.end)}
    theirs = {place for span in right for place in range(span.start, span.end)}
    both = len(ours & theirs)
    return both / len(ours | theirs) if both else 0.0


def is_speaker_right(ours: Attribution, gold: Attribution) -> bool:
    """Whether the mention covers a head word of the gold source and lies mostly in it."""
    if not gold.source or not ours.source:
        return not gold.source and not ours.source
    mention = ours.source[0]
    inside = sum(
        max(0, min(mention.end, span.end) - max(mention.start, span.start)) for span in gold.source
    )
    mostly = 2 * inside >= mention.end - mention.start
    return mostly and any(mention.overlaps(head) for head in gold.heads)
