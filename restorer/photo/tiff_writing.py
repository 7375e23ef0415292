"""TIFF 6.0 and BigTIFF: packed strips, then the directory with all that is known of the photo.

The byte order is that of the photo's EXIF block, so that a maker note with its own pointers keeps its
meaning.
"""

import functools
import struct
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from restorer.photo import exif, metadata
from restorer.photo.exif import BYTE, LONG, LONG8, SHORT, UNDEFINED, Entry, whole
from restorer.photo.parallel import in_order
from restorer.photo.photo import Photo
from restorer.photo.raster import rows_of, strips
from restorer.progress import Progress

_STRIP = 1 << 20
_CLASSIC_LIMIT = 3_900_000_000
_LZW, _DEFLATE = 5, 8
_HORIZONTAL, _FLOATING_POINT = 2, 3


def write(photo: Photo, file: BinaryIO, bits: int, progress: Progress) -> None:
    """Write a photo as TIFF of 8, 16 or 32 (floating point) ``bits``, strip by strip."""
    parsed = exif.parse(photo.metadata.exif) if photo.metadata.exif else None
    order = parsed[0].order if parsed else "<"
    channels = photo.pixels.shape[2] + (photo.alpha is not None)
    # Noise may become bigger by half, at the very worst of LZW's codes of 12 bits.
    big = photo.width * photo.height * channels * bits // 8 * 3 // 2 > _CLASSIC_LIMIT
    file.write(_header(order, big, 0))
    rows = rows_of(photo, channels, bits, _STRIP)
    offsets, counts, done = [], [], 0
    for packed in in_order(functools.partial(_packed, order), strips(photo, bits, rows)):
        offsets.append(file.tell())
        counts.append(len(packed))
        file.write(packed)
        done += rows
        progress(done / photo.height)
    if file.tell() % 2:
        file.write(b"\0")
    start = file.tell()
    ifd = parsed[1] if parsed else exif.Ifd()
    ifd.entries |= _structure(photo, bits, channels, order)
    long = LONG8 if big else LONG
    ifd.entries |= {
        0x0111: whole(offsets, order, long),
        0x0116: whole(rows, order, LONG),
        0x0117: whole(counts, order, long),
    }
    file.write(exif.build(ifd, order, big=big, start=start))
    file.seek(0)
    file.write(_header(order, big, start))


def _header(order: str, big: bool, first: int) -> bytes:
    mark = b"II" if order == "<" else b"MM"
    if big:
        return mark + struct.pack(order + "HHHQ", 43, 8, 0, first)
    return mark + struct.pack(order + "HI", 42, first)


def _structure(photo: Photo, bits: int, channels: int, order: str) -> dict[int, Entry]:
    grey = photo.pixels.shape[2] == 1
    floating = bits == 32
    entries = {
        0x0100: whole(photo.width, order),
        0x0101: whole(photo.height, order),
        0x0102: whole([bits] * channels, order, SHORT),
        0x0103: whole(_compression(bits), order, SHORT),
        0x0106: whole(1 if grey else 2, order, SHORT),
        exif.ORIENTATION: whole(1, order, SHORT),
        0x0115: whole(channels, order, SHORT),
        0x011C: whole(1, order, SHORT),
        0x013D: whole(_FLOATING_POINT if floating else _HORIZONTAL, order, SHORT),
        0x0153: whole([3 if floating else 1] * channels, order, SHORT),
    }
    if photo.alpha is not None:
        entries[0x0152] = whole(2, order, SHORT)
    if dpi := metadata.rounded(photo.metadata.dpi):
        entries |= exif.resolution_entries(dpi, order)
    if xmp := photo.metadata.xmp:
        entries[0x02BC] = Entry(BYTE, len(xmp), xmp)
    if captions := photo.metadata.iptc:
        entries[0x83BB] = Entry(UNDEFINED, len(captions), captions)
    if resources := photo.metadata.resources:
        entries[0x8649] = Entry(BYTE, len(resources), resources)
    if profile := photo.profile:
        entries[0x8773] = Entry(UNDEFINED, len(profile), profile)
    return entries


def _packed(order: str, strip: NDArray[Any]) -> bytes:
    import imagecodecs

    values = _predicted(strip, order).tobytes()
    if _compression(strip.dtype.itemsize * 8) == _LZW:
        return bytes(imagecodecs.lzw_encode(values))
    return bytes(imagecodecs.deflate_encode(values, 1))


def _compression(bits: int) -> int:
    # LZW is read everywhere, but makes 16-bit photos with grain bigger than they are.
    return _LZW if bits == 8 else _DEFLATE


def _predicted(strip: NDArray[Any], order: str) -> NDArray[Any]:
    """Return each value less the one to its left (TIFF 6.0 §14), or floats as in Adobe's technical note 3."""
    if strip.dtype == np.float32:
        import imagecodecs

        # A network may go a little beyond 0..1; whoever opens the file would darken all for the sake of that.
        within = np.clip(strip, np.float32(0), np.float32(1))
        return np.asarray(imagecodecs.floatpred_encode(np.ascontiguousarray(within), axis=-2))
    less = strip.copy()
    np.subtract(strip[:, 1:], strip[:, :-1], out=less[:, 1:])
    return less.astype(order + less.dtype.str[1:], copy=False)
