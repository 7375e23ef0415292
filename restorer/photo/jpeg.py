"""JPEG (ITU-T T.81) with JFIF, Exif, XMP and ICC segments, read and written.

The pixels go through libjpeg-turbo straight into arrays, which takes half the time and memory of a detour.
"""

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

import numpy as np

from restorer.errors import PhotoError
from restorer.photo import buffers, exif, extended_xmp, iptc, metadata, xmp
from restorer.photo.colour import from_inks
from restorer.photo.photo import Photo
from restorer.photo.raster import MEMORY_LIMIT, Raster, check_size, contents, gathered, to_bits
from restorer.photo.segments import FRAMES, SCAN, count_scans, segments
from restorer.progress import Progress

LONGEST_SIDE = 65_500
_OPTIMIZED_MEGAPIXELS = 60
_EXIF, _XMP, _ICC = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"ICC_PROFILE\0"
_RESOURCES = b"Photoshop 3.0\0"
_ROOM = 65_533
XMP_ROOM = _ROOM - len(_XMP)
"""The longest packet that fits into a segment, in bytes."""

_UNKNOWN = (72.0, 72.0)
_COMMENT = 0xFE
_END = b"\xff\xd9"
_MOST_SCANS = 500
_MOST_INKED = 300_000_000
_ARITHMETIC = frozenset(range(0xC9, 0xD0))


@dataclass
class _Header:
    width: int = 0
    height: int = 0
    channels: int = 0
    depth: int = 8
    scan: int = 0
    frame: int = 0
    exif: bytes | None = None
    xmp: bytes | None = None
    extended: list[bytes] = field(default_factory=list)
    iptc: bytes | None = None
    dpi: tuple[float, float] | None = None
    icc: dict[int, bytes] = field(default_factory=dict)
    comments: list[bytes] = field(default_factory=list)
    resources: list[bytes] = field(default_factory=list)


def read(path: Path, progress: Progress) -> Raster:
    """Return the picture in a JPEG file; CMYK becomes RGB."""
    data = contents(path)
    header = _header(data)
    check_size(header.width, header.height)
    progress(0.1)
    profile = b"".join(header.icc[key] for key in sorted(header.icc)) or None
    _check_scans(data, header)
    raster = _inks(data, profile) if header.channels == 4 else _light(data, header, profile)
    raster.exif, raster.xmp, raster.iptc = header.exif, header.xmp, header.iptc
    raster.comments = tuple(header.comments)
    raster.resources = b"".join(header.resources) or None
    raster.extension = extended_xmp.joined(header.xmp, header.extended)
    if header.extended and raster.extension is None:
        raster.notes.append("A part of the XMP description of this photo is damaged; it will not be kept.")
    raster.orientation = exif.orientation(header.exif)
    raster.dpi = _resolution(header)
    return raster


def _resolution(header: _Header) -> tuple[float, float] | None:
    """Return the dots per inch that EXIF tells rather than JFIF's, which many cameras write without meaning.

    Of 72 dpi Exif 2.32 §4.6.4 says that they stand for an unknown resolution.
    """
    parsed = exif.parse(header.exif) if header.exif else None
    told = exif.resolution(*parsed) if parsed else None
    return header.dpi if told in (None, _UNKNOWN) and header.dpi else told


def _check_scans(data: bytes, header: _Header) -> None:
    # Where a picture's end is missing libjpeg paints the rest grey and says nothing. Huffman's codes need a
    # bit for each block of 8 × 8 pixels; less than half of that is nothing but the end.
    blocks = header.width * header.height // 64
    short = len(data) - header.scan < blocks // 16 and header.frame not in _ARITHMETIC
    if short or data.rfind(_END) < header.scan:
        raise PhotoError("The end of this JPEG file is missing.", "Try to get the file again.")
    if count_scans(data, header.scan, _MOST_SCANS) >= _MOST_SCANS:
        raise PhotoError(
            "This JPEG file tells its pixels hundreds of times over, as no camera or program does.",
            "It may be damaged.",
        )


def exif_of(data: bytes) -> bytes | None:
    """Return the EXIF block of a JPEG picture, or None."""
    return next((body[len(_EXIF) :] for _, body, _ in segments(data) if body.startswith(_EXIF)), None)


def _light(data: bytes, header: _Header, profile: bytes | None) -> Raster:
    import imagecodecs

    grey = header.channels == 1
    size = (header.height, header.width) if grey else (header.height, header.width, 3)
    dtype = np.uint8 if header.depth == 8 else np.uint16
    pixels = buffers.allocate(size, dtype, memory_limit=MEMORY_LIMIT)
    imagecodecs.jpeg8_decode(data, outcolorspace="GRAYSCALE" if grey else "RGB", out=pixels)
    pixels = pixels[..., None] if grey else pixels
    if header.depth > 8:
        pixels = to_bits(pixels.astype(np.float32) / ((1 << header.depth) - 1), 16)
    return Raster(pixels, profile=profile)


def _inks(data: bytes, profile: bytes | None) -> Raster:
    from PIL import Image

    # Pillow knows which programs store their inks the wrong way round.
    with Image.open(io.BytesIO(data), formats=["JPEG"]) as image:
        check_size(*image.size, most=_MOST_INKED)
        return from_inks(np.asarray(image.convert("CMYK")), profile)


def _header(data: bytes) -> _Header:
    header = _Header()
    for marker, body, end in segments(data):
        if marker in FRAMES and len(body) >= 6 and not header.channels:
            header.frame = marker
            header.depth, header.height, header.width, header.channels = struct.unpack_from(">BHHB", body)
        elif marker == 0xE0 and body.startswith(b"JFIF\0") and len(body) >= 12:
            unit, across, down = struct.unpack_from(">BHH", body, 7)
            scale = {1: 1.0, 2: 2.54}.get(unit)
            header.dpi = (across * scale, down * scale) if scale and across and down else None
        elif marker == 0xE1 and body.startswith(_EXIF):
            header.exif = header.exif or body[len(_EXIF) :]
        elif marker == 0xE1 and body.startswith(_XMP):
            header.xmp = header.xmp or body[len(_XMP) :]
        elif marker == 0xE1 and body.startswith(extended_xmp.MARK):
            header.extended.append(body)
        elif marker == 0xED and body.startswith(_RESOURCES):
            header.iptc = header.iptc or iptc.from_resources(body[len(_RESOURCES) :])
            header.resources.append(iptc.besides(body[len(_RESOURCES) :]))
        elif marker == 0xE2 and body.startswith(_ICC) and len(body) > 14:
            header.icc[body[12]] = body[14:]
        elif marker == _COMMENT and body:
            header.comments.append(body)
        elif marker == SCAN:
            header.scan = end
            break
    if not header.channels or not header.scan:
        raise PhotoError("This JPEG file ends before its picture begins.", "Try to get the file again.")
    return header


def write(photo: Photo, file: BinaryIO, quality: int, progress: Progress) -> None:
    """Write a photo as JPEG of 8 bit, its colour at full resolution from quality 90 on; alpha is left out."""
    import imagecodecs

    progress(0.0)
    pixels = gathered(replace(photo, alpha=None), 8)
    grey = pixels.shape[2] == 1
    data = imagecodecs.jpeg8_encode(
        pixels[..., 0] if grey else pixels,
        level=quality,
        subsampling=None if grey else "444" if quality >= 90 else "420",
        # The last few per cent of size need all coefficients in memory at once, twice the pixels.
        optimize=photo.megapixels <= _OPTIMIZED_MEGAPIXELS,
    )
    progress(0.9)
    # The encoder begins with its own JFIF segment of 18 bytes, which ours replaces.
    file.write(b"\xff\xd8" + _jfif(photo))
    for segment in _written(photo):
        file.write(b"\xff" + segment[:1] + struct.pack(">H", len(segment) + 1) + segment[1:])
    file.write(memoryview(data)[20:])


def _jfif(photo: Photo) -> bytes:
    dpi = metadata.rounded(photo.metadata.dpi)
    unit, across, down = (1, *(min(round(value), 0xFFFF) for value in dpi)) if dpi else (0, 1, 1)
    return b"\xff\xe0" + struct.pack(">H5sHBHHBB", 16, b"JFIF\0", 0x0101, unit, across, down, 0, 0)


def _written(photo: Photo) -> Iterator[bytes]:
    if photo.metadata.exif and len(photo.metadata.exif) + len(_EXIF) <= _ROOM:
        yield b"\xe1" + _EXIF + photo.metadata.exif
    if photo.metadata.xmp and len(photo.metadata.xmp) <= XMP_ROOM:
        yield b"\xe1" + _XMP + photo.metadata.xmp
        for body in extended_xmp.bodies(photo.metadata.xmp, photo.metadata.extension):
            yield b"\xe1" + body
    if photo.metadata.iptc and len(photo.metadata.iptc) + len(_RESOURCES) + 14 <= _ROOM:
        yield b"\xed" + _RESOURCES + iptc.to_resources(photo.metadata.iptc)
    if photo.metadata.resources and len(photo.metadata.resources) + len(_RESOURCES) <= _ROOM:
        yield b"\xed" + _RESOURCES + photo.metadata.resources
    for comment in photo.metadata.comments:
        yield bytes([_COMMENT]) + comment
    if photo.profile:
        room = _ROOM - len(_ICC) - 2
        parts = [photo.profile[at : at + room] for at in range(0, len(photo.profile), room)]
        for number, part in enumerate(parts, 1):
            yield b"\xe2" + _ICC + bytes([number, len(parts)]) + part


def too_long(photo: Photo) -> list[str]:
    """Return sentences about what does not fit into the segments of a JPEG file, 64 KB each."""
    said = []
    if len(photo.metadata.exif or b"") + len(_EXIF) > _ROOM:
        said.append("The EXIF data of this photo are too long for JPEG and will be left out.")
    if len(xmp.without_padding(photo.metadata.xmp or b"")) > XMP_ROOM:
        said.append("The XMP description of this photo is too long for JPEG and will be left out.")
    if len(photo.metadata.iptc or b"") + len(_RESOURCES) + 14 > _ROOM:
        said.append("The IPTC captions of this photo are too long for JPEG and will be left out.")
    if len(photo.metadata.resources or b"") + len(_RESOURCES) > _ROOM:
        said.append("What Photoshop noted in this photo is too long for JPEG and will be left out.")
    return said
