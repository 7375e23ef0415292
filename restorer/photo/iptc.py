"""Captions as picture agencies and archives write them: IPTC-IIM, inside Photoshop's image resources; and
what else Photoshop keeps there, such as paths and guides.

See "Adobe Photoshop File Formats Specification", Image Resources Section: each resource is ``8BIM``, a
number, a name of even length, a size, and its contents padded to even length.
"""

import struct
from collections.abc import Iterator

_MARK, _CAPTIONS = b"8BIM", 0x0404
_ELSEWHERE = frozenset((_CAPTIONS, 0x0409, 0x040C, 0x0422, 0x0423, 0x0424))
"""Captions, small pictures of the photo as it was, and second copies of its EXIF and XMP."""


def from_resources(resources: bytes) -> bytes | None:
    """Return the IPTC record in a series of image resources, or None."""
    found = (content for number, content, _ in _each(resources) if number == _CAPTIONS)
    return next(found, None) or None


def besides(resources: bytes) -> bytes:
    """Return the resources that hold what stands nowhere else, without those that are cut off."""
    return b"".join(whole for number, _, whole in _each(resources) if whole and number not in _ELSEWHERE)


def _each(resources: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield the number, the contents and the whole of each resource; no whole of one that is cut off."""
    at = 0
    while resources.startswith(_MARK, at) and at + 12 <= len(resources):
        (number,) = struct.unpack_from(">H", resources, at + 4)
        name = 1 + resources[at + 6]
        size_at = at + 6 + name + name % 2
        if size_at + 4 > len(resources):
            return
        (size,) = struct.unpack_from(">I", resources, size_at)
        content, following = resources[size_at + 4 :][:size], size_at + 4 + size + size % 2
        whole = resources[at:following].ljust(following - at, b"\0") if len(content) == size else b""
        yield number, content, whole
        at = following


def to_resources(record: bytes) -> bytes:
    """Return image resources that hold an IPTC record alone."""
    head = _MARK + struct.pack(">H2xI", _CAPTIONS, len(record))
    return head + record + b"\0" * (len(record) % 2)
