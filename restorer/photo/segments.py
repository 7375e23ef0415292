"""What a JPEG stream (ITU-T T.81 §B.1) consists of: segments up to the first scan, and the scans after it."""

import re
import struct
from collections.abc import Iterator
from typing import NamedTuple

FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The markers of the segments that say how large the picture is."""

SCAN = 0xDA
_END = 0xD9
# In a scan's data a zero follows each 0xFF; 0xD0 to 0xD7 restart the decoder, and more of 0xFF are filling.
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def segments(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    """Yield the marker, the contents and the end of each segment up to the first scan."""
    at = 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            at += 1
            continue
        marker = data[at + 1]
        if marker in (0xFF, 0x00, 0x01) or 0xD0 <= marker <= 0xD8:
            at += 1 if marker == 0xFF else 2
            continue
        (size,) = struct.unpack_from(">H", data, at + 2)
        end = at + 2 + size
        yield marker, data[at + 4 : end], end
        at = end


class Frame(NamedTuple):
    """What the beginning of a picture says of it (§B.2.2); ``depth`` in bits per channel."""

    depth: int
    height: int
    width: int
    channels: int


def frame_of(data: bytes) -> Frame | None:
    """Return the frame that a stream claims to hold; None if it claims none."""
    for marker, body, _ in segments(data):
        if marker in FRAMES and len(body) >= 6:
            return Frame(*struct.unpack_from(">BHHB", body))
        if marker == SCAN:
            break
    return None


def count_scans(data: bytes, first: int, most: int) -> int:
    """Return how many scans there are, the first one's data beginning at ``first``; counts up to ``most``."""
    count, at = 1, first
    while count < most and (found := _MARKER.search(data, at)):
        marker, at = data[found.start() + 1], found.end()
        if marker == _END:
            break
        count += marker == SCAN
        if at + 2 <= len(data):
            at += max(2, struct.unpack_from(">H", data, at)[0])
    return count
