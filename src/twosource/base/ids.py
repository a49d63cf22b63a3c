"""Content in, ids out: the same content has the same id on every machine."""

from hashlib import blake2b, sha256


def make_id(prefix: str, *parts: str | None) -> str:
    """An id such as `rep_1f0c9a…`: the prefix and 12 hex digits of a hash of the parts.

    >>> make_id("rep", "a", None) == make_id("rep", "a", None)
    True
    >>> make_id("rep", "a", "b") == make_id("rep", "ab")
    False
    """
    digest = blake2b(digest_size=6)
    for part in parts:
        data = b"\x00" if part is None else b"\x01" + part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return f"{prefix}_{digest.hexdigest()}"


def hash_bytes(data: bytes) -> str:
    """The SHA-256 of the bytes, in hex: what an item is known by."""
    return sha256(data).hexdigest()
