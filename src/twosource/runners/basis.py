"""Settings in, what stories rest on beside the reports out: versions, policy, sides.

The version of sketches is among them: reports are compared by these.
"""

from zlib import crc32

from twosource.base.archive import Archive
from twosource.base.ids import make_id
from twosource.base.settings import Settings
from twosource.cluster.sketches import VERSION
from twosource.runners.versions import hash_file


def basis_of(archive: Archive, settings: Settings) -> str:
    """Stories of one basis were made in the same way from the same reports."""
    return make_id("bas", archive.edition, settings.policy, hash_file(settings.sides), str(VERSION))


def sketches_of(archive: Archive) -> int:
    """Sketches of one number (31 bits) were made in the same way from readings of one edition."""
    return crc32(f"{VERSION} {archive.edition}".encode()) >> 1
