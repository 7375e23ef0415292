"""What a decoder hands over, and what all decoding and encoding needs: quiet, limits, upright pixels."""

import contextlib
import functools
import logging
import threading
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from restorer.errors import PhotoError
from restorer.photo import buffers
from restorer.photo.photo import Photo, Pixels

MEMORY_LIMIT = 2 << 30
"""Pixels that take more bytes than this go into a scratch file."""

LARGEST_FILE = 2 << 30
"""Files that are read into memory as a whole may take at most so many bytes."""

_ROWS = 64
MOST_PIXELS = 1_000_000_000
MOST_ROWS = 1_000_000
"""A picture beyond these is a damaged or hostile header, not a photo; the largest scanners stay below."""


_FLIPS = {1: (1, 1), 2: (1, -1), 3: (-1, -1), 4: (-1, 1), 5: (1, 1), 6: (-1, 1), 7: (-1, -1), 8: (1, -1)}


@dataclass
class Raster:
    """A decoded picture: as in `Photo`, but with ``orientation`` (1..8, Exif's) not yet applied."""

    pixels: Pixels
    alpha: Pixels | None = None
    profile: bytes | None = None
    exif: bytes | None = None
    xmp: bytes | None = None
    dpi: tuple[float, float] | None = None
    iptc: bytes | None = None
    extension: bytes | None = None
    comments: tuple[bytes, ...] = ()
    texts: tuple[tuple[bytes, bytes], ...] = ()
    resources: bytes | None = None
    orientation: int = 1
    notes: list[str] = field(default_factory=list)


def check_size(width: int, height: int, most: int = MOST_PIXELS) -> None:
    """Refuse a picture that nobody can have meant, before memory is asked for.

    Raises:
        PhotoError: it has no pixels, or absurdly many.
    """
    if width < 1 or height < 1:
        raise PhotoError("This file holds a picture without any pixels.", "It may be damaged.")
    if width * height > most or max(width, height) > MOST_ROWS:
        raise PhotoError(
            f"This file claims to hold {width:,} × {height:,} pixels, which is more than can be opened.",
            f"Pictures of this kind of up to {most // 1_000_000:,} megapixels can; the file may be damaged.",
        )


def contents(path: Path, most: int = LARGEST_FILE) -> bytes:
    """Return a whole file, unless it is longer than any picture of its kind.

    Raises:
        PhotoError: it is longer than ``most`` bytes.
    """
    check_length(path, most)
    return path.read_bytes()


def check_length(path: Path, most: int = LARGEST_FILE) -> None:
    """Refuse a file that is longer than ``most`` bytes, before it is read into memory; raises PhotoError."""
    length = path.stat().st_size
    if length > most:
        raise PhotoError(
            f"“{path.name}” is {length / 1e9:,.1f} GB long, which no photo of this kind and size is.",
            "The file may be damaged.",
        )


def upright(array: NDArray[Any], orientation: int) -> NDArray[Any]:
    """Return a view of ``(H, W, …)`` turned as Exif 2.32 §4.6.4 (tag 274) says that it must be shown."""
    rows, columns = _FLIPS[orientation]
    flipped = array[::rows, ::columns]
    return flipped.swapaxes(0, 1) if orientation >= 5 else flipped


def lying(array: NDArray[Any], orientation: int) -> NDArray[Any]:
    """Return the view of an upright array in which its file's rows and columns run; undoes `upright`."""
    inverse = {6: 8, 8: 6}.get(orientation, orientation)
    return upright(array, inverse)


def is_grey(pixels: NDArray[Any], tolerance: int = 0) -> bool:
    """Return whether the first three channels of ``(H, W, C)`` differ by no more than ``tolerance``."""
    for top in range(0, len(pixels), _ROWS):  # most pictures show their colours in the first rows
        red, green, blue = (pixels[top : top + _ROWS, :, channel].astype(np.int32) for channel in range(3))
        for one, other in ((red, green), (green, blue), (blue, red)):
            if np.abs(one - other).max(initial=0) > tolerance:
                return False
    return True


@functools.lru_cache(maxsize=1)
def _sixteen_to_eight() -> NDArray[np.uint8]:
    return ((np.arange(65536, dtype=np.uint32) * 255 + 32767) // 65535).astype(np.uint8)


def to_bits(values: NDArray[Any], bits: int) -> NDArray[Any]:
    """Return values as uint8, uint16 (rounded) or float32 (0..1) for ``bits`` of 8, 16 or 32."""
    dtype: Any = {8: np.uint8, 16: np.uint16, 32: np.float32}[bits]
    if values.dtype == dtype:
        return values
    top = 1.0 if values.dtype.kind == "f" else float(np.iinfo(values.dtype).max)
    if bits == 32:
        return np.asarray(values, np.float32) / np.float32(top)
    if values.dtype == np.uint8:
        return values.astype(np.uint16) * np.uint16(257)
    if values.dtype == np.uint16:
        # A table is several times faster than dividing, and tiles are drawn many times a second.
        return np.take(_sixteen_to_eight(), values)
    limit = float(np.iinfo(dtype).max)
    return np.asarray(np.clip(np.nan_to_num(values), 0.0, 1.0) * limit + 0.5).astype(dtype)


_quiet_lock = threading.Lock()
_quiet_depth = 0
_quiet_filters: Any = None


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Keep the warnings of picture libraries from everybody: what matters is said as a note or an error.

    Python's own way to do so is not safe in threads; here the first to come in silences and the last
    restores.
    """
    global _quiet_depth, _quiet_filters  # noqa: PLW0603 - warnings are the interpreter's
    with _quiet_lock:
        _quiet_depth += 1
        if _quiet_depth == 1:
            _quiet_filters = warnings.catch_warnings()
            _quiet_filters.__enter__()
            warnings.simplefilter("ignore")
            logging.getLogger("tifffile").setLevel(logging.CRITICAL + 1)
            logging.getLogger("PIL").setLevel(logging.WARNING)
    try:
        yield
    finally:
        with _quiet_lock:
            _quiet_depth -= 1
            if _quiet_depth == 0:
                _quiet_filters.__exit__(None, None, None)


def strips(photo: Photo, bits: int, rows: int) -> Iterator[NDArray[Any]]:
    """Yield ``rows`` of a photo at a time, as ``(h, W, C)`` with the alpha as the last channel.

    Rows of a photo that is still being made are waited for (`Photo.arrival`). Memory of a photo that lies in
    a scratch file is given back as it is read; strips are copies then, since what is done with them may come
    later.

    Raises:
        Cancelled: the photo will never be finished.
    """
    scratch = buffers.on_disk(photo.pixels)
    for top in range(0, photo.height, rows):
        part = slice(top, top + rows)
        if photo.arrival is not None:
            photo.arrival.wait_for(top + rows)
        strip = to_bits(photo.pixels[part], bits)
        if photo.alpha is not None:
            strip = np.concatenate([strip, to_bits(photo.alpha[part], bits)[..., None]], axis=2)
        if scratch:
            strip = strip.copy()
            buffers.release(photo.pixels, part)
        yield strip


def gathered(photo: Photo, bits: int) -> NDArray[Any]:
    """Return a whole photo as `strips` yields it, for encoders that want it at once; contiguous."""
    if photo.alpha is None and photo.bits == bits:
        if photo.arrival is not None:
            photo.arrival.wait_for(photo.height)
        return np.ascontiguousarray(photo.pixels)
    channels = photo.pixels.shape[2] + (photo.alpha is not None)
    whole = np.empty(
        (photo.height, photo.width, channels), {8: np.uint8, 16: np.uint16, 32: np.float32}[bits]
    )
    top = 0
    for strip in strips(photo, bits, rows_of(photo, channels, bits)):
        whole[top : top + len(strip)] = strip
        top += len(strip)
    return whole


def rows_of(photo: Photo, channels: int, bits: int, size: int = 4 << 20) -> int:
    """Return how many rows make up about ``size`` bytes, at least one."""
    return max(1, size // (photo.width * channels * bits // 8))
