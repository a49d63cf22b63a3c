"""A report in, its sketch out: all that families and stories read of it, in a few thousand bytes.

A sketch depends on its report and on what was read in it, so an archive can keep it: `pack_sketch`,
`unpack_sketch`. A sketch of another `VERSION` is to be made anew. Words are CRC-32 hashes, the same
on every machine; arrays are little-endian.
"""

import math
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from zlib import crc32

import msgspec
import numpy as np
from numpy.typing import NDArray

from twosource.base.body import body_of, headline_of
from twosource.base.records import Account, Report, ReportId
from twosource.cluster.anchors import find_anchors, pack_anchors
from twosource.cluster.days import find_days
from twosource.cluster.grams import Hashes, find_pairs, hash_words
from twosource.cluster.rarity import count_halvings
from twosource.cluster.scenes import NO_SCENE, read_scene
from twosource.cluster.terms import Terms, read_terms
from twosource.cluster.tolls import find_tolls, tells_rise

VERSION = 8  # of what a sketch holds, how it is packed and by which keys it is found

WORD = re.compile(r"\w+")
QUOTED = re.compile(
    r"“[^”\n]{3,4000}”|\"[^\"\n]{3,2000}\"|«[^»\n]{3,4000}»|„[^“”\n]{3,4000}[“”]"
    r"|^[“\"«„][^”\"»\n]{3,4000}$"  # a speech over several paragraphs closes the last alone
    r"|(?<!\w)['‘](?=\w)[^\n]{20,4000}?[.,!?]['’](?!\w)",
    re.MULTILINE,
)
SENTENCE = re.compile(r"\s*(.{1,160}?(?:[.!?](?=\s|$)|\n|$)|.{1,160}\b)", re.DOTALL)
LEAST_UNQUOTED = 12  # words: a text that is all quotation is compared with its quotations
EPOCH = date(1900, 1, 1).toordinal()
UNDATED = 0xFFFF  # days after the epoch
NO_WEEKDAY = 7
TIE = 47  # bits
PLAIN, NAME, PAIR = 0, 1, 2  # kinds of terms
STEP = 16  # a term's damped count is kept in sixteenths


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a report is compared by. The bytes are arrays: read them by the properties."""

    id: ReportId
    published: str | None  # as the report has it; None: unknown
    outlet: str | None
    credit: str | None  # the agency whose words these are, as the report says
    language: str | None
    title: str  # the headline, else the first sentence
    length: int  # words of the body, quotations left out
    word_bytes: bytes  # those words, in order
    pair_bytes: bytes  # pairs of neighbouring longer words without names, each once, sorted
    term_bytes: bytes  # terms, each once, sorted
    count_bytes: bytes  # of each term 1 + log of its count, in sixteenths
    halving_bytes: bytes  # of each term how rare it is in the world
    written: int = UNDATED  # the day of writing, after the epoch: see `days.py`
    opening_bytes: bytes = b""  # days that its opening tells of, sorted
    told_bytes: bytes = b""  # days that the whole text tells of, sorted
    toll_bytes: bytes = b""  # numbers of dead that are told first, in the order told
    kind_bytes: bytes = b""  # of each term whether it is `PLAIN`, a `NAME` or a `PAIR`
    anchors: str = ""  # numbers and names, in order, which a translation keeps: see `anchors.py`
    first_day: int = UNDATED  # the day that its opening names first, after the epoch
    weekday: int = NO_WEEKDAY  # the weekday that its lead names first, Monday is 0
    rises: bool = False  # it says that the number of dead has grown
    weekdays: int = 0  # a bit for each weekday that the text names, Monday the lowest
    main_bytes: bytes = b""  # days of its main happening as read, sorted: see `scenes.py`
    deed_bytes: bytes = b""  # days of all that it tells as done, sorted
    dead_bytes: bytes = b""  # all numbers of dead as read, sorted

    @property
    def words(self) -> Hashes:
        """The words of the body, quotations left out: two reports may quote one speech."""
        return np.frombuffer(self.word_bytes, "<u4")

    @property
    def pairs(self) -> Hashes:
        """Pairs of neighbouring longer words, each once, sorted."""
        return np.frombuffer(self.pair_bytes, "<u4")

    @property
    def terms(self) -> Hashes:
        """What could tell its happening from others: see `terms.py`."""
        return np.frombuffer(self.term_bytes, "<u4")

    @property
    def counts(self) -> NDArray[np.float64]:
        """Of each term 1 + log of how often it occurs."""
        return np.frombuffer(self.count_bytes, "u1") / STEP

    @property
    def halvings(self) -> NDArray[np.uint8]:
        """Of each term how rare it is: see `rarity.py`."""
        return np.frombuffer(self.halving_bytes, "u1")

    @property
    def kinds(self) -> NDArray[np.uint8]:
        """Of each term whether it is a plain word, a name or a pair of words."""
        return np.frombuffer(self.kind_bytes, "u1")

    @property
    def opening_days(self) -> NDArray[np.uint16]:
        """The days that its opening tells of, after the epoch."""
        return np.frombuffer(self.opening_bytes, "<u2")

    @property
    def told_days(self) -> NDArray[np.uint16]:
        """The days that the whole text tells of, after the epoch."""
        return np.frombuffer(self.told_bytes, "<u2")

    @property
    def tolls(self) -> NDArray[np.uint16]:
        """The numbers of dead that it tells first, in the order told."""
        return np.frombuffer(self.toll_bytes, "<u2")

    @property
    def main_days(self) -> NDArray[np.uint16]:
        """The days of its main happening, after the epoch; none when it was not read."""
        return np.frombuffer(self.main_bytes, "<u2")

    @property
    def deed_days(self) -> NDArray[np.uint16]:
        """The days of all that it tells as done, after the epoch."""
        return np.frombuffer(self.deed_bytes, "<u2")

    @property
    def dead(self) -> NDArray[np.uint32]:
        """All numbers of dead that were read."""
        return np.frombuffer(self.dead_bytes, "<u4")

    @property
    def day(self) -> str | None:
        """The day it was published, ISO; None: unknown."""
        return None if self.published is None else self.published[:10]


def make_sketch(report: Report, account: Account | None = None) -> Sketch:
    """The sketch of a report; `account` None: it was not read, and its words alone must do."""
    body = body_of(report)
    words = WORD.findall(QUOTED.sub(" ", body))
    if len(words) < LEAST_UNQUOTED:
        words = WORD.findall(body)
    read = read_terms(report)
    terms = _unique(read, report.language)
    days = find_days(body, report.published.value, report.language)
    scene = NO_SCENE if account is None else read_scene(account)
    return Sketch(
        report.id, report.published.value, report.outlet, report.credit, report.language,
        _title(report, body), len(words),
        hash_words([word.lower() for word in words]).tobytes(), find_pairs(words).tobytes(),
        np.array([code for code, _, _, _ in terms], "<u4").tobytes(),
        bytes(min(round(STEP * (1 + math.log(max(count, 1)))), 255) for _, count, _, _ in terms),
        bytes(halvings for _, _, halvings, _ in terms),
        UNDATED if days.written is None else _after_epoch(days.written),
        _pack_days(days.opening), _pack_days(days.all),
        np.array(find_tolls(report), "<u2").tobytes(),
        bytes(kind for _, _, _, kind in terms),
        anchors=pack_anchors(find_anchors(body)),
        first_day=UNDATED if days.first is None else _after_epoch(days.first),
        weekday=NO_WEEKDAY if days.weekday is None else days.weekday,
        rises=tells_rise(report), weekdays=sum(1 << each for each in days.weekdays),
        main_bytes=_pack_days(scene.main), deed_bytes=_pack_days(scene.deeds),
        dead_bytes=np.array(sorted(scene.dead), "<u4").tobytes(),
    )  # fmt: skip


def pack_sketch(sketch: Sketch) -> bytes:
    """The bytes that an archive keeps."""
    return msgspec.msgpack.encode(sketch)


def unpack_sketch(data: bytes) -> Sketch:
    """The sketch in bytes of this `VERSION`."""
    return msgspec.msgpack.decode(data, type=Sketch)


def days_of(sketch: Sketch) -> int:
    """The day of writing after `EPOCH`; UNDATED when it is unknown."""
    return sketch.written


def rank_of(sketch: Sketch) -> int:
    """Where a report stands among the owners of a key: by day, the undated last; 63 bits."""
    tie = int.from_bytes(blake2b(sketch.id.encode(), digest_size=8).digest(), "big") >> (64 - TIE)
    return (days_of(sketch) << TIE) | tie


def _after_epoch(ordinal: int) -> int:
    return min(max(ordinal - EPOCH, 0), UNDATED - 1)


def _pack_days(ordinals: Collection[int]) -> bytes:
    return np.array(sorted({_after_epoch(each) for each in ordinals}), "<u2").tobytes()


def _title(report: Report, body: str) -> str:
    """The report's headline, else its first sentence."""
    headline = " ".join(headline_of(report).split())
    if headline:
        return headline
    match = SENTENCE.match(body)
    return " ".join(match[1].split()) if match else ""


def _unique(read: Terms, language: str | None) -> list[tuple[int, float, int, int]]:
    """Each term's hash, count, rarity and kind, by hash; of two with one hash the first counts."""
    found: dict[int, tuple[int, float, int, int]] = {}
    for term, count in sorted(read.counts.items(), reverse=True):
        code = crc32(term.encode("utf-8", "surrogatepass"))
        kind = PAIR if " " in term else NAME if term in read.names else PLAIN
        found[code] = (code, count, count_halvings(term, language), kind)
    return sorted(found.values())
