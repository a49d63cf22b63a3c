"""Reports in, what must be read and what is a copy out: a text is read once.

Memory is bounded: a text is remembered for the next `REACH` chunks, then it is read again. What is
remembered is packed: an account takes ten times the room of its JSON.
"""

from dataclasses import dataclass, field, fields, replace
from hashlib import blake2b

import msgspec

from twosource.base.packing import pack, unpack
from twosource.base.records import Account, Report

REACH = 64  # chunks
OWN = {"id", "sha256", "path", "given_id", "url", "outlet"}  # differ between copies of one text
SHARED = tuple(each.name for each in fields(Report) if each.name not in OWN)


def analysis_key(report: Report) -> str:
    """What the reading of a report depends on, as a hash: its text, date, title and furniture."""
    told = msgspec.json.encode([getattr(report, name) for name in SHARED])
    return blake2b(told, digest_size=16).hexdigest()


def adopt(account: Account, report: Report) -> Account:
    """The account of a copy: read from the same words, standing for its own report."""
    return account if account.report == report else replace(account, report=report)


@dataclass(slots=True)
class Memory:
    """Which texts were read, and what was read from them, for the last `REACH` chunks."""

    assigned: dict[str, int] = field(default_factory=dict)
    packed: dict[str, bytes] = field(default_factory=dict)

    def is_new(self, key: str, chunk: int) -> bool:
        """Whether this chunk must read the text; it is then assigned to the chunk."""
        before = self.assigned.get(key)
        if before is not None and before > chunk - REACH:
            return False
        self.assigned[key] = chunk
        return True

    def keep(self, key: str, account: Account) -> None:
        """Remember what was read from the text with this key; its words are with each copy."""
        self.packed[key] = pack(replace(account, report=replace(account.report, text="")))

    def recall(self, key: str) -> Account:
        """What was read from the text with this key; its report has no text."""
        return unpack(self.packed[key], Account)

    def forget(self, chunk: int) -> None:
        """Drop what no later chunk may ask for, once `chunk` is printed."""
        if chunk % REACH:
            return
        old = [key for key, when in self.assigned.items() if when <= chunk - REACH]
        for key in old:
            del self.assigned[key]
            self.packed.pop(key, None)
