"""Captions as picture agencies and archives write them: IPTC-IIM, inside Photoshop's image resources.

See "Adobe Photoshop File Formats Specification", Image Resources Section: each resource is ``8BIM``, a
number, a name of even length, a size, and its contents padded to even length.
"""

import struct

_MARK, _CAPTIONS = b"8BIM", 0x0404


def from_resources(resources: bytes) -> bytes | None:
    """Return the IPTC record in a series of image resources, or None."""
    at = 0
    while resources.startswith(_MARK, at) and at + 12 <= len(resources):
        (number,) = struct.unpack_from(">H", resources, at + 4)
        name = 1 + resources[at + 6]
        size_at = at + 6 + name + name % 2
        if size_at + 4 > len(resources):
            return None
        (size,) = struct.unpack_from(">I", resources, size_at)
        if number == _CAPTIONS:
            return resources[size_at + 4 :][:size] or None
        at = size_at + 4 + size + size % 2
    return None


def to_resources(record: bytes) -> bytes:
    """Return image resources that hold an IPTC record alone."""
    head = _MARK + struct.pack(">H2xI", _CAPTIONS, len(record))
    return head + record + b"\0" * (len(record) % 2)
