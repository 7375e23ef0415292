"""What of a photo's XMP does not fit into one segment of a JPEG file (XMP specification, part 3 §1.1.3.1).

The packet names its extension by a GUID; the extension is another packet, in as many segments as it takes. It
is kept as it stands, byte by byte.
"""

import re
import struct
from collections.abc import Iterator, Sequence

MARK = b"http://ns.adobe.com/xmp/extension/\0"
"""What the contents of such a segment begin with; GUID, length of the whole, and offset follow."""

_HEAD = struct.Struct(">32sII")
_ROOM = 65_000
_NAME = re.compile(
    rb"\s+xmpNote:HasExtendedXMP\s*=\s*[\"'](?P<a>\w{32})[\"']"
    rb"|<xmpNote:HasExtendedXMP>\s*(?P<b>\w{32})\s*</xmpNote:HasExtendedXMP>\s*"
)


def joined(packet: bytes | None, bodies: Sequence[bytes]) -> bytes | None:
    """Return the extension that a packet names, from contents of segments; None if it is not all there."""
    name, parts = _name(packet), {}
    for body in bodies:
        head = body[len(MARK) :][: _HEAD.size]
        if len(head) == _HEAD.size:
            guid, length, offset = _HEAD.unpack(head)
            if guid == name:
                parts[offset] = (body[len(MARK) + _HEAD.size :], length)
    whole = b"".join(parts[offset][0] for offset in sorted(parts))
    at = 0
    for offset in sorted(parts):
        part, length = parts[offset]
        if offset != at or length != len(whole):
            return None
        at += len(part)
    return whole or None


def bodies(packet: bytes | None, extension: bytes | None) -> Iterator[bytes]:
    """Yield the contents of the segments that hold the extension of a packet."""
    name = _name(packet)
    if name is None or extension is None:
        return
    for at in range(0, len(extension), _ROOM):
        yield MARK + _HEAD.pack(name, len(extension), at) + extension[at : at + _ROOM]


def without_name(packet: bytes) -> bytes:
    """Return a packet that names no extension, for where there is none."""
    return _NAME.sub(b"", packet)


def _name(packet: bytes | None) -> bytes | None:
    found = _NAME.search(packet or b"")
    return (found["a"] or found["b"]) if found else None
