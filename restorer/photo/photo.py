"""What a picture is: its pixels in their own depth, its colours, and what its file says about it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from restorer.photo.arrival import Arrival

Pixels = NDArray[Any]
"""``(H, W, C)`` with C of 1 (grey) or 3 (red, green, blue); uint8, uint16 or float32."""


@dataclass(frozen=True)
class Metadata:
    """What the file says besides its pixels, each part as the bytes that stood in the file.

    ``exif`` is a TIFF structure without the ``Exif\\0\\0`` mark, its orientation already set to 1 (upright);
    ``xmp`` an XML packet; ``iptc`` an IPTC-IIM record (captions); ``dpi`` the horizontal and vertical dots
    per inch. ``record`` (`xmp.record`) is what a restoration did, to be put into the packet when it is saved;
    ``extension`` a packet that the first one names, where it had no room for all (`extended_xmp`);
    ``comments`` what stands in a file without any structure, captions among it; ``texts`` the
    chunks of text in a PNG file, each its kind and its body; ``resources`` what Photoshop keeps in a file
    besides captions (`iptc.besides`).
    """

    exif: bytes | None = None
    xmp: bytes | None = None
    dpi: tuple[float, float] | None = None
    iptc: bytes | None = None
    record: bytes | None = None
    extension: bytes | None = None
    comments: tuple[bytes, ...] = ()
    texts: tuple[tuple[bytes, bytes], ...] = ()
    resources: bytes | None = None


@dataclass(frozen=True, eq=False)
class Photo:
    """A picture as it lies in its file: same depth, same colours, nothing lost; already turned upright.

    ``pixels`` is ``(H, W, C)`` with C of 1 or 3, uint8, uint16 or float32 (0..1), and read-only;
    ``alpha`` is ``(H, W)`` of the same dtype, or None; ``profile`` an ICC profile (None: untagged, read as
    sRGB or its grey counterpart). ``notes`` are sentences for the user about what was left out or guessed
    while reading ("This file has 12 pages; the first is shown."). ``format`` is the file's kind as Pillow
    names it ("JPEG", "PNG", "TIFF", "WEBP", "HEIF", "AVIF", "RAW"). ``identity`` is `identity_of` the file
    that it was read from, which stays true when the file is moved or renamed while it is open, ``stamp`` its
    `stamp_of` then, which tells whether it was changed since. ``arrival``
    tells which rows are final while the pixels are still being made (None: all are); saving waits for them.
    """

    pixels: Pixels
    alpha: Pixels | None = None
    profile: bytes | None = None
    metadata: Metadata = field(default_factory=Metadata)
    path: Path | None = None
    format: str | None = None
    notes: tuple[str, ...] = ()
    identity: tuple[int, int] | None = None
    stamp: tuple[int, int] | None = None
    arrival: Arrival | None = None

    def __post_init__(self) -> None:
        if self.pixels.ndim != 3 or self.pixels.shape[2] not in (1, 3) or 0 in self.pixels.shape:
            raise ValueError(f"pixels must be (H, W, 1 or 3), not {self.pixels.shape}")
        if self.pixels.dtype not in (np.uint8, np.uint16, np.float32):
            raise ValueError(f"pixels must be uint8, uint16 or float32, not {self.pixels.dtype}")
        if self.alpha is not None and (
            self.alpha.shape != self.pixels.shape[:2] or self.alpha.dtype != self.pixels.dtype
        ):
            raise ValueError("alpha must have the size and depth of the pixels")
        self.pixels.flags.writeable = False
        if self.alpha is not None:
            self.alpha.flags.writeable = False

    @property
    def width(self) -> int:
        """Columns, in pixels."""
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        """Rows, in pixels."""
        return int(self.pixels.shape[0])

    @property
    def is_grey(self) -> bool:
        """Whether the file holds one channel only."""
        return bool(self.pixels.shape[2] == 1)

    @property
    def bits(self) -> int:
        """Bits per channel: 8, 16 or 32 (floating point)."""
        return int(self.pixels.dtype.itemsize) * 8

    @property
    def megapixels(self) -> float:
        """Millions of pixels."""
        return self.width * self.height / 1e6


def identity_of(path: Path) -> tuple[int, int] | None:
    """Return what a file is on this computer, whatever it is called: its volume and its number there.

    None where there is no such file, or its file system has no such numbers.
    """
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return (status.st_dev, status.st_ino) if status.st_ino else None


def stamp_of(path: Path) -> tuple[int, int] | None:
    """Return a file's size in bytes and when it was last written (nanoseconds); None if there is none."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_mtime_ns
