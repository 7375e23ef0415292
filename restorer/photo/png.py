"""PNG (ISO/IEC 15948): 8 and 16 bit, read and written with everything that travels along.

The usual encoders spend seconds on a 24-megapixel photo, mostly choosing filters and searching for matches
that a photo does not have. Here rows are filtered by numpy and compressed by ISA-L, four times as quick as
zlib or libdeflate at the same size, in several threads: a zlib stream may be joined from pieces.
"""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from restorer.errors import PhotoError
from restorer.photo import buffers, exif, metadata
from restorer.photo.parallel import in_order
from restorer.photo.photo import Photo
from restorer.photo.raster import MEMORY_LIMIT, Raster, check_size, contents, is_grey, rows_of, strips
from restorer.progress import Progress

try:
    from isal import isal_zlib as deflate
except ImportError:  # there is none for Windows on ARM
    import zlib as deflate  # type: ignore[no-redef]

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_XMP = b"XML:com.adobe.xmp"
_KEPT, _TEXTS = (b"iCCP", b"pHYs", b"eXIf", b"tRNS"), (b"tEXt", b"zTXt", b"iTXt")
_LARGEST_TEXT = 16 << 20
_BESIDE_PIXELS = 64 << 20
_LEVEL = 1
_COLOUR_TYPES = {1: 0, 2: 4, 3: 2, 4: 6}


def read(path: Path, progress: Progress) -> Raster:
    """Return the picture in a PNG file, any depth, palettes and transparent colours resolved."""
    import imagecodecs

    width, height, depth, colour = _header(path)
    check_size(width, height)
    # What is packed as badly as can be is hardly longer than the pixels.
    data = contents(path, most=width * height * 8 * 101 // 100 + _BESIDE_PIXELS)
    found = list(_chunks(data))
    chunks = {kind: body for kind, body in found if not _is_text(kind, body)}
    progress(0.1)
    veil = b"tRNS" in chunks and colour in (0, 2, 3)
    channels = {0: 1, 2: 3, 3: 3, 4: 2, 6: 4}.get(colour, 3) + veil
    size = (height, width, channels) if channels > 1 else (height, width)
    dtype = np.uint16 if depth == 16 else np.uint8
    decoded = buffers.allocate(size, dtype, memory_limit=MEMORY_LIMIT)
    imagecodecs.png_decode(data, out=decoded)
    raster = _split(decoded[..., None] if channels == 1 else decoded)
    if colour == 3:
        raster.notes.append("The colours came from a palette; they are now stored for each pixel.")
    elif depth < 8:
        raster.notes.append(f"The {depth} bits per pixel of this file are now 8.")
    raster.profile = _unpacked(chunks.get(b"iCCP", b"").partition(b"\0")[2][1:])
    if colour == 3 and raster.profile is None and is_grey(raster.pixels):
        raster.pixels = np.ascontiguousarray(raster.pixels[..., :1])
    raster.exif = chunks.get(b"eXIf")
    raster.orientation = exif.orientation(raster.exif)
    raster.xmp = _xmp(chunks.get(b"iTXt", b""))
    raster.texts = tuple(chunk for chunk in found if _is_text(*chunk))
    if len(chunks.get(b"pHYs", b"")) == 9:
        across, down, unit = struct.unpack(">IIB", chunks[b"pHYs"])
        raster.dpi = (across * 0.0254, down * 0.0254) if unit == 1 else None
    return raster


def _header(path: Path) -> tuple[int, int, int, int]:
    """Return the width, height, depth and type of colour that the first chunk tells."""
    with path.open("rb") as file:
        head = file.read(33)
    if len(head) < 33 or head[12:16] != b"IHDR":
        raise PhotoError("The beginning of this PNG file is damaged.", "Try to get the file again.")
    width, height, depth, colour = struct.unpack_from(">IIBB", head, 16)
    return width, height, depth, colour


def _split(decoded: NDArray[Any]) -> Raster:
    if decoded.shape[2] in (1, 3):
        return Raster(decoded)
    return Raster(np.ascontiguousarray(decoded[..., :-1]), np.ascontiguousarray(decoded[..., -1]))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the chunks that matter, without the picture itself; texts that are cut off do not."""
    at = len(_SIGNATURE)
    while at + 12 <= len(data):
        (size,) = struct.unpack_from(">I", data, at)
        kind = data[at + 4 : at + 8]
        if kind in _KEPT or (kind in _TEXTS and at + 12 + size <= len(data)):
            yield kind, data[at + 8 : at + 8 + size]
        at += size + 12


def _is_text(kind: bytes, body: bytes) -> bool:
    """Return whether a chunk is a text for people: the XMP packet is none."""
    return kind in _TEXTS and not body.startswith(_XMP + b"\0")


def _unpacked(data: bytes) -> bytes | None:
    try:
        return zlib.decompressobj().decompress(data, _LARGEST_TEXT) or None
    except zlib.error:
        return None


def _xmp(text: bytes) -> bytes | None:
    if not text.startswith(_XMP):
        return None
    packed = text[len(_XMP) + 1 : len(_XMP) + 2] == b"\1"
    # After the key: two flags, then language and translated key, each ended by a zero.
    packet = text[len(_XMP) + 3 :].split(b"\0", 2)[-1]
    return _unpacked(packet) if packed else packet or None


def write(photo: Photo, file: BinaryIO, bits: int, progress: Progress) -> None:
    """Write a photo as PNG of 8 or 16 ``bits``, a strip at a time where it is big."""
    channels = photo.pixels.shape[2] + (photo.alpha is not None)
    colour = _COLOUR_TYPES[channels]
    file.write(_SIGNATURE)
    _put(file, b"IHDR", struct.pack(">IIBBBBB", photo.width, photo.height, bits, colour, 0, 0, 0))
    if photo.profile:
        _put(file, b"iCCP", b"ICC profile\0\0" + zlib.compress(photo.profile))
    if dpi := metadata.rounded(photo.metadata.dpi):
        _put(file, b"pHYs", struct.pack(">IIB", *(round(value / 0.0254) for value in dpi), 1))
    if photo.metadata.exif:
        _put(file, b"eXIf", photo.metadata.exif)
    if photo.metadata.xmp:
        _put(file, b"iTXt", _XMP + b"\0\0\0\0\0" + photo.metadata.xmp)
    for kind, body in photo.metadata.texts:
        _put(file, kind, body)
    rows = rows_of(photo, channels, bits)
    for piece in _compressed(_filtered(photo, bits, rows, progress)):
        _put(file, b"IDAT", piece)
    _put(file, b"IEND", b"")


def _compressed(filtered: Iterator[NDArray[np.uint8]]) -> Iterator[bytes]:
    """Yield the pieces of one zlib stream (RFC 1950), each compressed on its own up to a whole byte."""
    checksum = 1

    def seen() -> Iterator[NDArray[np.uint8]]:
        nonlocal checksum
        for strip in filtered:
            checksum = deflate.adler32(strip.data, checksum)
            yield strip

    yield b"\x78\x01"
    yield from in_order(_piece, seen())
    yield b"\x03\x00" + struct.pack(">I", checksum)


def _piece(strip: NDArray[np.uint8]) -> bytes:
    packer = deflate.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return bytes(packer.compress(strip.data) + packer.flush(zlib.Z_SYNC_FLUSH))


def _put(file: BinaryIO, kind: bytes, body: bytes) -> None:
    file.write(struct.pack(">I", len(body)) + kind)
    file.write(body)
    file.write(struct.pack(">I", deflate.crc32(body, deflate.crc32(kind))))


def _filtered(photo: Photo, bits: int, rows: int, progress: Progress) -> Iterator[NDArray[np.uint8]]:
    """Yield the rows as they are compressed: each begins with the number of its filter."""
    above: NDArray[np.uint8] | None = None
    done = 0
    for strip in strips(photo, bits, rows):
        big_endian = strip.astype(">u2") if bits == 16 else strip
        plain = np.ascontiguousarray(big_endian).view(np.uint8).reshape(len(strip), -1)
        if above is None:
            above = np.zeros(plain.shape[1], np.uint8)
        yield _filter(plain, above, strip.shape[2] * bits // 8)
        above = plain[-1].copy()
        done += len(strip)
        progress(done / photo.height)


def _filter(rows: NDArray[np.uint8], above: NDArray[np.uint8], step: int) -> NDArray[np.uint8]:
    """Return rows with the filter "Up" (2) applied: each byte less the one above it."""
    filtered = np.empty((rows.shape[0], rows.shape[1] + 1), np.uint8)
    filtered[:, 0] = 2
    np.subtract(rows[0], above, out=filtered[0, 1:])
    np.subtract(rows[1:], rows[:-1], out=filtered[1:, 1:])
    return filtered
