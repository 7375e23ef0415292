"""TIFF 6.0 and BigTIFF of any layout, decoded strip by strip or tile by tile straight into their place."""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from restorer.errors import PhotoError
from restorer.photo import buffers, exif, iptc, tiff_pages
from restorer.photo.colour import from_inks, lab_to_light
from restorer.photo.raster import MEMORY_LIMIT, Raster, check_size, is_grey, lying
from restorer.photo.segments import frame_of
from restorer.progress import Progress

_WHITE_IS_ZERO, _BLACK_IS_ZERO, _RGB, _PALETTE, _CMYK, _YCBCR = 0, 1, 2, 3, 5, 6
_COLOURS = {_WHITE_IS_ZERO: 1, _BLACK_IS_ZERO: 1, _RGB: 3, _PALETTE: 1, _CMYK: 4, _YCBCR: 3}
_RAW_PHOTOMETRIC = (32803, 34892)
_ASSOCIATED_ALPHA, _ALPHA = 1, 2
_FLOAT, _SIGNED = 3, 2
_XMP_TAG, _ICC_TAG, _IPTC_TAG, _RESOURCES_TAG = 0x02BC, 0x8773, 0x83BB, 0x8649
# What the first directory says about the photo, rather than about how this file stores it.
_DESCRIPTIVE = frozenset(
    (0x010D, 0x010E, 0x010F, 0x0110, 0x0112, 0x011A, 0x011B, 0x011D, 0x0128, 0x0131, 0x0132, 0x013B, 0x013C)
) | frozenset((0x4746, 0x4749, 0x8298, 0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E, 0x9C9F))
_OF_ONE_PAGE = frozenset((0x0112, 0x011A, 0x011B, 0x011D, 0x0128))  # and not of its preview too
_AT_ONCE = 16 << 20
_FARTHEST = (1 << 63) - 1
_MOST_CONVERTED = 300_000_000
_LARGEST_SEGMENT = 4 << 30
_JPEG, _JPEG2000 = 7, (33003, 33004, 33005, 34712)
_HEAD, _SIZE_OF_JPEG2000 = 1 << 17, b"\xff\x4f\xff\x51"
# None, three of fax, LZW, JPEG, two of Deflate, PackBits, LZMA, Zstandard, WebP and JPEG 2000.
_COMPRESSIONS = frozenset((1, 2, 3, 4, 5, _JPEG, 8, 32946, 32773, 34925, 50000, 50001, *_JPEG2000))

Segment = tuple[NDArray[Any] | None, tuple[int, ...], tuple[int, ...]]


def read(path: Path, progress: Progress) -> Raster:
    """Return the first picture in a TIFF file that is no mere preview of another, upright already."""
    import tifffile

    with path.open("rb") as file:
        raster = _about(file)
        number, notes = _choice(file)
    with tifffile.TiffFile(path) as tiff:
        page = tiff.pages[number]
        check_size(page.imagewidth, page.imagelength)
        raster.notes += notes
        if not _decodes(page):
            raster.pixels = _by_pillow(path, number)
            raster.orientation = 1
            return raster
        _decode(page, raster, progress)
    raster.orientation = 1
    return raster


def is_raw(path: Path) -> bool:
    """Return whether what looks like a TIFF file is a camera's raw file (DNG and its relatives)."""
    with path.open("rb") as file:
        read_at = reader_of(file)
        layout = exif.layout_of(read_at(0, 16))
        if layout is None:
            return False
        first = exif.read_ifd(read_at, layout, layout.first, deep=False)
        levels = [first]
        if (subs := first.entries.get(0x014A)) is not None:
            kind = np.dtype(layout.order + ("u8" if subs.kind in (16, 18) else "u4"))
            offsets = np.frombuffer(subs.value, kind, len(subs.value) // kind.itemsize)
            levels += [exif.read_ifd(read_at, layout, int(offset), deep=False) for offset in offsets[:8]]
        return 0xC612 in first.entries or any(
            layout.number(level.entries.get(0x0106)) in _RAW_PHOTOMETRIC for level in levels
        )


def about_of(path: Path) -> Raster:
    """Return what a file says of its photo besides the pixels, which are a placeholder."""
    with path.open("rb") as file:
        return _about(file)


def reader_of(file: BinaryIO) -> exif.Read:
    """Return what reads bytes at an offset of a file; fewer than asked for, or none, where there are none."""

    def read_at(offset: int, count: int) -> bytes:
        if offset > _FARTHEST:
            return b""
        file.seek(offset)
        return file.read(count)

    return read_at


def _about(file: BinaryIO) -> Raster:
    read_at = reader_of(file)
    about = Raster(np.zeros((1, 1, 1), np.uint8))
    layout = exif.layout_of(read_at(0, 16))
    if layout is None:
        return about
    ifd = _directory(read_at, layout)
    profile, xmp = ifd.entries.get(_ICC_TAG), ifd.entries.get(_XMP_TAG)
    about.profile = profile.value if profile else None
    about.xmp = xmp.value.rstrip(b"\0") if xmp else None
    about.iptc = _captions(ifd)
    resources = ifd.entries.get(_RESOURCES_TAG)
    about.resources = iptc.besides(resources.value) or None if resources else None
    about.dpi = exif.resolution(layout, ifd)
    turned = layout.number(ifd.entries.get(exif.ORIENTATION))
    about.orientation = turned if turned is not None and 1 <= turned <= 8 else 1
    kept = {tag: entry for tag, entry in ifd.entries.items() if tag in _DESCRIPTIVE}
    if ifd.subs or set(kept) - {exif.ORIENTATION, *exif.resolution_entries((1, 1), "<")}:
        about.exif = exif.block_of(exif.Ifd(kept, ifd.subs), layout.order)
    return about


def _directory(read_at: exif.Read, layout: exif.Layout) -> exif.Ifd:
    """Return what is said of the photo; if it has a preview before it, programs may have said it there."""
    _, at = tiff_pages.photo_page(read_at, layout)
    ifd = exif.read_ifd(read_at, layout, at)
    if at != layout.first:
        first = exif.read_ifd(read_at, layout, layout.first)
        shared = (_DESCRIPTIVE - _OF_ONE_PAGE) | {_XMP_TAG, _IPTC_TAG, _RESOURCES_TAG}
        ifd.entries = {tag: it for tag, it in first.entries.items() if tag in shared} | ifd.entries
        ifd.subs = first.subs | ifd.subs
    return ifd


def _choice(file: BinaryIO) -> tuple[int, list[str]]:
    """Return the number of the page that is read, and what is to be said of the others."""
    read_at = reader_of(file)
    layout = exif.layout_of(read_at(0, 16))
    if layout is None:
        return 0, []
    number, _ = tiff_pages.photo_page(read_at, layout)
    return number, tiff_pages.notes(read_at, layout, number)


def _captions(ifd: exif.Ifd) -> bytes | None:
    if record := ifd.entries.get(_IPTC_TAG):
        # Some programs count it in words of 32 bits; what follows the record is filling.
        return record.value.rstrip(b"\0") or None
    resources = ifd.entries.get(_RESOURCES_TAG)
    return iptc.from_resources(resources.value) if resources else None


def _decodes(page: Any) -> bool:
    photometric, compression = int(page.photometric), int(page.compression)
    subsampled = photometric == _YCBCR and compression != 7
    known = photometric in _COLOURS and compression in _COMPRESSIONS
    return known and not subsampled and page.dtype is not None


def _by_pillow(path: Path, number: int) -> NDArray[Any]:
    """Return pixels of the rare kinds (Lab, old JPEG, subsampled) as libtiff sees them, in 8 bit."""
    from PIL import Image, ImageOps

    try:
        with Image.open(path, formats=["TIFF"]) as image:
            image.seek(number)
            check_size(*image.size, most=_MOST_CONVERTED)
            image.load()
            upright = ImageOps.exif_transpose(image)
    except (OSError, ValueError) as error:
        raise PhotoError(
            f"“{path.name}” is a TIFF file of a rare kind that cannot be read.",
            "Open it with the program that made it, and save it as a usual TIFF in RGB.",
        ) from error
    if upright.mode == "LAB":
        return lab_to_light(upright)
    pixels = np.asarray(upright if upright.mode == "L" else upright.convert("RGB"))
    return pixels[..., None] if pixels.ndim == 2 else pixels


def _decode(page: Any, raster: Raster, progress: Progress) -> None:
    """Fill in the upright pixels and alpha of a page."""
    photometric = int(page.photometric)
    colours = _COLOURS[photometric]
    kind = _alpha_kind(page, colours, raster)
    height, width = page.imagelength, page.imagewidth
    size = (width, height) if raster.orientation >= 5 else (height, width)
    dtype = _dtype(page)
    pixels = buffers.allocate((*size, colours), dtype, memory_limit=MEMORY_LIMIT)
    alpha = buffers.allocate(size, dtype, memory_limit=MEMORY_LIMIT) if kind else None
    targets = [lying(pixels, raster.orientation)]
    if alpha is not None:
        targets.append(lying(alpha[..., None], raster.orientation))
    _fill(page, targets, progress)
    raster.pixels, raster.alpha = pixels, alpha
    if dtype == np.float32:
        _to_unit(pixels, alpha, raster)
    if photometric == _WHITE_IS_ZERO:
        np.subtract(1 if dtype == np.float32 else np.iinfo(dtype).max, pixels, out=pixels)
    elif photometric == _PALETTE:
        coloured = _looked_up(page, pixels)
        grey = raster.profile is None and is_grey(coloured)
        raster.pixels = np.ascontiguousarray(coloured[..., :1]) if grey else coloured
        raster.notes.append("The colours came from a palette; they are now stored for each pixel.")
    elif photometric == _CMYK:
        light = from_inks(pixels, raster.profile)
        raster.pixels, raster.profile = light.pixels, None
        raster.notes += light.notes
    if kind == _ASSOCIATED_ALPHA and alpha is not None:
        _divide(raster.pixels, alpha)


def _alpha_kind(page: Any, colours: int, raster: Raster) -> int:
    """Return what the first extra channel is: 0 if there is none, or one that is no alpha."""
    extra = [int(kind) for kind in page.extrasamples or ()]
    spare = int(page.samplesperpixel) - colours
    if spare < 1:
        return 0
    kind = extra[0] if extra and extra[0] in (_ASSOCIATED_ALPHA, _ALPHA) else 0
    if left := spare - bool(kind):
        channels = "1 extra channel" if left == 1 else f"{left} extra channels"
        raster.notes.append(f"This file has {channels} (infrared, perhaps), which will not be kept.")
    return kind


def _dtype(page: Any) -> Any:
    if page.sampleformat == _FLOAT:
        return np.float32
    return np.uint8 if page.bitspersample <= 8 else np.uint16


def _fill(page: Any, targets: list[NDArray[Any]], progress: Progress) -> None:
    """Decode a page into arrays ``(H, W, C)``: the colours and, if there are two, the alpha."""
    height, width = page.imagelength, page.imagewidth
    separate = page.planarconfig == 2 and page.samplesperpixel > 1
    for data, (plane, _, top, left, _), shape in _segments(page):
        if data is None:
            continue
        strip = _scaled(page, data.reshape(shape)[0, : height - top, : width - left])
        rows, columns = slice(top, top + strip.shape[0]), slice(left, left + strip.shape[1])
        first = plane if separate else 0
        for target in targets:
            wanted = strip[..., :1] if separate else strip[..., first : first + target.shape[2]]
            if not separate:
                target[rows, columns] = wanted
                first += target.shape[2]
            elif 0 <= first < target.shape[2]:
                target[rows, columns, first : first + 1] = wanted
            else:
                first -= target.shape[2]
                continue
            if separate:
                break
        whole = height * (page.samplesperpixel if separate else 1)
        progress((plane * height + top if separate else top) / whole)


def _segments(page: Any) -> Iterator[Segment]:
    """Yield values, their ``(plane, depth, top, left, sample)`` and shape ``(depth, h, w, samples)``."""
    plain = page.compression == 1 and page.is_contiguous and page.bitspersample in (8, 16, 32, 64)
    if plain and not page.is_tiled and page.imagedepth == 1:
        yield from _plain_rows(page)
    else:
        _check_segments(page)
        yield from page.segments(buffersize=_AT_ONCE)


def _check_segments(page: Any) -> None:
    """Refuse strips and tiles that are missing, or that hold far more than their part of the picture.

    Raises:
        PhotoError: one is or does; nothing was decoded.
    """
    width, rows = page.imagewidth, min(page.rowsperstrip, page.imagelength)
    if page.is_tiled:
        width, rows = page.tilewidth, page.tilelength
    samples = 1 if page.planarconfig == 2 else page.samplesperpixel
    size = width * rows * samples * max(1, page.imagedepth) * page.dtype.itemsize
    if not page.databytecounts or 0 in page.databytecounts:
        raise PhotoError("Parts of the picture are missing from this TIFF file.", "Open another copy.")
    if size > _LARGEST_SEGMENT or any(w > 2 * width or h > 2 * rows for w, h in _claims(page)):
        raise PhotoError("The parts of this TIFF file are larger than its picture.", "Open another copy.")


def _claims(page: Any) -> Iterator[tuple[int, int]]:
    """Yield what (width, height) the strips or tiles claim that are pictures of their own."""
    file = page.parent.filehandle
    compression = int(page.compression)
    if compression not in (_JPEG, *_JPEG2000):
        return
    for offset, length in zip(page.dataoffsets, page.databytecounts, strict=False):
        file.seek(offset)
        head = file.read(min(length, _HEAD))
        if compression == _JPEG:
            frame = frame_of(head)
            size = (frame.width, frame.height) if frame else None
        else:
            at = head.find(_SIZE_OF_JPEG2000) + 8  # ISO/IEC 15444-1 §A.5.1
            size = struct.unpack_from(">II", head, at) if 8 <= at <= len(head) - 8 else None
        if size is not None:
            yield size


def _plain_rows(page: Any) -> Iterator[Segment]:
    """Yield rows of uncompressed pixels a few at a time, even where they are one strip of gigabytes."""
    separate = page.planarconfig == 2
    samples = 1 if separate else page.samplesperpixel
    dtype = np.dtype(page.parent.byteorder + page.dtype.char)
    row = page.imagewidth * samples * dtype.itemsize
    step = max(1, _AT_ONCE // row)
    file = page.parent.filehandle
    file.seek(page.dataoffsets[0])
    for plane in range(page.samplesperpixel if separate else 1):
        for top in range(0, page.imagelength, step):
            rows = min(step, page.imagelength - top)
            data = file.read(rows * row)
            if len(data) < rows * row:
                raise EOFError
            shape = (1, rows, page.imagewidth, samples)
            yield np.frombuffer(data, dtype), (plane, 0, top, 0, 0), shape


def _scaled(page: Any, values: NDArray[Any]) -> NDArray[Any]:
    """Return values of any depth as uint8, uint16 or float32; an index into a palette stays what it is."""
    bits, dtype = page.bitspersample, _dtype(page)
    if page.sampleformat == _FLOAT:
        return values.astype(np.float32)
    if page.sampleformat == _SIGNED:
        bits -= 1
        values = np.maximum(values, 0)
    if bits in (8, 16) or int(page.photometric) == _PALETTE:
        return np.asarray(values, dtype)
    if bits > 16:
        return np.asarray(values >> (bits - 16), np.uint16)
    top, limit = (1 << bits) - 1, np.iinfo(dtype).max
    return np.asarray((values.astype(np.uint32) * limit + top // 2) // top, dtype)


def _to_unit(pixels: NDArray[Any], alpha: NDArray[Any] | None, raster: Raster) -> None:
    """Bring floating-point values into 0..1, in place, a strip at a time."""
    peak, senseless = 0.0, False
    for top in range(0, len(pixels), 256):
        strip = pixels[top : top + 256]
        if not np.isfinite(strip).all() or strip.min() < 0:
            senseless = True
            np.nan_to_num(strip, copy=False, posinf=0.0, neginf=0.0)
            np.maximum(strip, 0.0, out=strip)
        peak = max(peak, float(strip.max()))
    if senseless:
        raster.notes.append("Some values of this file are negative or no numbers; they are shown as black.")
    if peak > 1.0:
        np.divide(pixels, peak, out=pixels)
        raster.notes.append(f"The values of this file reach {peak:g}; they were scaled to between 0 and 1.")
    if alpha is not None:
        np.nan_to_num(alpha, copy=False, nan=1.0)
        np.clip(alpha, 0.0, 1.0, out=alpha)


def _looked_up(page: Any, index: NDArray[Any]) -> NDArray[Any]:
    table = np.asarray(page.colormap, np.uint16).T
    # Most programs fill the 16 bits of an entry with twice the same eight.
    if np.array_equal(table >> 8, table & 0xFF) or not (table & 0xFF).any() or not (table >> 8).any():
        table = (table >> 8 if (table >> 8).any() else table).astype(np.uint8)
    return np.ascontiguousarray(table[np.minimum(index[..., 0], len(table) - 1)])


def _divide(pixels: NDArray[Any], alpha: NDArray[Any]) -> None:
    """Undo the multiplication of colours by their alpha, in place."""
    top = 1.0 if alpha.dtype == np.float32 else float(np.iinfo(alpha.dtype).max)
    for first in range(0, len(pixels), 256):
        rows = slice(first, first + 256)
        opacity = np.maximum(alpha[rows].astype(np.float32) / top, 1e-6)[..., None]
        colours = np.minimum(pixels[rows] / opacity, top)
        pixels[rows] = colours if top == 1.0 else np.rint(colours)
