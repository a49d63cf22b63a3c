"""Records in, bytes out, and back: how the archive and the workers carry them.

JSON by msgspec: the types of the records say how to read it, so a record that does not fit its
type is an error and never a surprise later.
"""

from typing import TypeVar

import msgspec

Record = TypeVar("Record")


def pack(record: object) -> bytes:
    """A record as JSON."""
    return msgspec.json.encode(record)


def unpack(data: bytes, kind: type[Record]) -> Record:
    """The record in the JSON. Raises msgspec.ValidationError when it does not fit `kind`."""
    return msgspec.json.decode(data, type=kind)
