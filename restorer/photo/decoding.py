"""The kinds that other libraries read whole: WebP, AVIF, HEIC, camera raw, and the many old kinds."""

import re
import struct
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from restorer.errors import PhotoError
from restorer.photo import exif, jpeg, tiff_reading
from restorer.photo.colour import from_inks, srgb_profile
from restorer.photo.heif import open_heif
from restorer.photo.raster import Raster, check_length, check_size, is_grey, to_bits
from restorer.progress import Progress

_MOST_PIXELS = 300_000_000
_KEPT_MODES = {"L", "RGB", "LA", "RGBA"}
_ROOM = 65_533  # of a comment in a JPEG file, in bytes
_SIZE_OF_JPEG2000 = b"\xff\x4f\xff\x51"
_PIXMAP = re.compile(rb"P[56]" + rb"(?:\s|#[^\n]*\n)+(\d{1,9})" * 3 + rb"\s")


def read_by_pillow(path: Path, progress: Progress, *, kind: str) -> Raster:
    """Return the first picture of a file of a kind that Pillow reads: 8 bit, or 16 where grey and deep."""
    from PIL import Image

    check_length(path)
    if kind == "ICO":
        _check_icons(path)
    if kind == "PSD":
        check_psd(path)
    # Sizes are checked below, and better.
    Image.MAX_IMAGE_PIXELS = None
    # Pillow would open whatever it knows: a page of PostScript, say, by running a program.
    with Image.open(path, formats=[kind]) as image:
        check_size(*image.size, most=_MOST_PIXELS)
        frames = getattr(image, "n_frames", 1)
        image.load()
        progress(0.8)
        raster = _raster(image)
        info = image.info
    if frames > 1:
        raster.notes.append(f"This file has {frames} pictures; the first is shown.")
    raster.exif = (info.get("exif") or b"").removeprefix(b"Exif\0\0") or None
    raster.orientation = exif.orientation(raster.exif)
    raster.xmp = info.get("xmp")
    raster.dpi = info.get("dpi") or _dpi(raster.exif)
    if isinstance(comment := info.get("comment"), bytes):  # of a GIF or JPEG 2000 file
        raster.comments = tuple(comment[at : at + _ROOM] for at in range(0, len(comment), _ROOM))
    return raster


def _check_icons(path: Path) -> None:
    """Check the sizes of the pictures in an icon: Pillow unpacks the first as it opens the file."""
    with path.open("rb") as file:
        (count,) = struct.unpack("<4xH", file.read(6))
        table = file.read(16 * count)
        for length, offset in struct.iter_unpack("<8xII", table[: len(table) // 16 * 16]):
            file.seek(offset)
            head = file.read(min(length, 24)).ljust(24, b"\0")
            # A PNG picture, or a bitmap whose rows count double for its mask.
            width, height = struct.unpack_from(">II", head, 16) if head[1:4] == b"PNG" else _bitmap(head)
            check_size(width, height, most=_MOST_PIXELS)


def check_psd(path: Path) -> None:
    """Refuse what Pillow would take for damaged: more than 8 bits, and the big kind.

    Raises:
        PhotoError: so it is.
    """
    with path.open("rb") as file:
        version, depth = struct.unpack(">4xH16xH2x", file.read(26))
    if version != 1 or depth not in (1, 8):
        raise PhotoError(
            f"“{path.name}” is a PSD file of a kind that cannot be read.",
            "Open it with the program that made it, and save it as TIFF.",
        )


def _bitmap(head: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from("<ii", head, 4)
    return abs(width), abs(height)


def small_jpeg(path: Path, side: int) -> Raster:
    """Return a JPEG picture of at least ``side`` on its longer side, decoded at a part of its size.

    That takes a fraction of the time of the whole.
    """
    from PIL import Image

    check_length(path)
    Image.MAX_IMAGE_PIXELS = None
    with Image.open(path, formats=["JPEG"]) as image:
        check_size(*image.size, most=_MOST_PIXELS)
        image.draft(None, (side, side))
        image.load()
        raster = _raster(image)
        block = image.info.get("exif") or b""
    raster.orientation = exif.orientation(block.removeprefix(b"Exif\0\0") or None)
    return raster


def _raster(image: Any) -> Raster:
    """Return the pixels of a loaded Pillow picture of any mode."""
    profile, mode, notes = image.info.get("icc_profile"), image.mode, []
    if mode == "CMYK":
        return from_inks(np.asarray(image), profile)
    if mode.startswith("I;16"):
        return Raster(np.asarray(image).astype(np.uint16)[..., None], profile=profile)
    if mode in ("I", "F"):
        return Raster(to_bits(_stretched(np.asarray(image, np.float32)), 16)[..., None], profile=profile)
    if mode in ("P", "PA"):
        notes.append("The colours came from a palette; they are now stored for each pixel.")
        transparent = "transparency" in image.info or mode == "PA"
        image = image.convert("RGBA" if transparent else "RGB")
        if not transparent and is_grey(np.asarray(image)):
            image = image.convert("L")
    elif mode not in _KEPT_MODES:
        image = image.convert("L" if mode == "1" else "RGBA" if mode in ("La", "RGBa") else "RGB")
    elif "transparency" in image.info:
        image = image.convert("RGBA" if mode == "RGB" else "LA")
    pixels = np.asarray(image)
    pixels = pixels[..., None] if pixels.ndim == 2 else pixels
    if image.format == "WEBP" and is_grey(pixels, tolerance=1):
        # The format has no grey of its own; what differs by no more than its rounding is without colour.
        pixels = np.concatenate([pixels[..., 1:2], pixels[..., 3:]], axis=2)
    return _split(pixels, profile, notes)


def _split(pixels: NDArray[Any], profile: bytes | None, notes: list[str]) -> Raster:
    if pixels.shape[2] in (1, 3):
        return Raster(pixels, profile=profile, notes=notes)
    colours, alpha = np.ascontiguousarray(pixels[..., :-1]), np.ascontiguousarray(pixels[..., -1])
    return Raster(colours, alpha, profile, notes=notes)


def _stretched(values: NDArray[np.float32]) -> NDArray[np.float32]:
    values = np.nan_to_num(values, posinf=0.0, neginf=0.0)
    top = float(values.max(initial=0.0))
    return values / np.float32(65535.0 if 1.0 < top <= 65535.0 else max(top, 1.0))


def _dpi(block: bytes | None) -> tuple[float, float] | None:
    parsed = exif.parse(block) if block else None
    return exif.resolution(*parsed) if parsed else None


def read_avif(path: Path, progress: Progress) -> Raster:
    """Return the picture in an AVIF file; 10 and 12 bits become 16."""
    import imagecodecs

    raster = read_by_pillow(path, progress, kind="AVIF")
    data = path.read_bytes()
    if avif_depth(data) == 8:
        return raster
    _deepen(raster, imagecodecs.avif_decode(data, index=0), (1 << avif_depth(data)) - 1)
    return raster


def avif_depth(data: bytes) -> int:
    """Return the bits per channel that the AV1 configuration box (AV1-ISOBMFF §2.3.3) tells."""
    at = data.find(b"av1C")
    flags = data[at + 6] if 0 <= at < len(data) - 6 else 0
    return 8 if not flags & 0x40 else 12 if flags & 0x20 else 10


def read_jpeg2000(path: Path, progress: Progress) -> Raster:
    """Return the picture in a JPEG 2000 file; more than 8 bits become 16."""
    import imagecodecs

    raster = read_by_pillow(path, progress, kind="JPEG2000")
    data = path.read_bytes()
    if (bits := jpeg2000_depth(data)) > 8:
        _deepen(raster, imagecodecs.jpeg2k_decode(data), (1 << bits) - 1)
    return raster


def jpeg2000_depth(data: bytes) -> int:
    """Return the bits per channel that the image's size segment (ISO/IEC 15444-1 §A.5.1) tells."""
    at = data.find(_SIZE_OF_JPEG2000)
    return (data[at + 42] & 0x7F) + 1 if 0 <= at < len(data) - 42 else 8


def read_pixmap(path: Path, progress: Progress) -> Raster:
    """Return the picture in a portable pixmap; more than 8 bits become 16."""
    raster = read_by_pillow(path, progress, kind="PPM")
    data = path.read_bytes()
    if (found := _PIXMAP.match(data)) and (top := int(found[3])) > 255:
        height, width, channels = raster.pixels.shape
        values = np.frombuffer(data, ">u2", height * width * channels, found.end())
        _deepen(raster, values.reshape(height, width, channels), top)
    return raster


def pixmap_depth(data: bytes) -> int:
    """Return the bits per channel that `read_pixmap` gives."""
    found = _PIXMAP.match(data)
    return 16 if found and int(found[3]) > 255 else 8


def _deepen(raster: Raster, values: NDArray[Any], top: int) -> None:
    """Put values up to ``top`` in place of those that a library has brought down to 8 bits."""
    values = values[..., None] if values.ndim == 2 else values
    fine = _split(_widened(values, top), raster.profile, raster.notes)
    raster.pixels, raster.alpha = fine.pixels, fine.alpha


def _widened(values: NDArray[Any], top: int) -> NDArray[np.uint16]:
    """Return values up to ``top`` as 16 bits, so that white stays white."""
    return ((values.astype(np.uint32) * 65535 + top // 2) // top).astype(np.uint16)


def read_heif(path: Path, progress: Progress) -> Raster:
    """Return the main picture in a HEIC file; 10 and 12 bits become 16. It comes upright from the library."""
    file = open_heif(path)
    check_size(*file.size)
    progress(0.1)
    info = file.info
    raster = _split(_heif_pixels(file), info.get("icc_profile"), [])
    raster.exif = (info.get("exif") or b"").removeprefix(b"Exif\0\0") or None
    raster.xmp = info.get("xmp") or None
    raster.dpi = _dpi(raster.exif)
    if len(file) > 1:
        raster.notes.append(f"This file has {len(file)} pictures; the main one is shown.")
    return raster


def _heif_pixels(file: Any) -> NDArray[Any]:
    # The library's own array interface points into memory that it has given back already.
    deep = ";16" in file.mode
    dtype = np.dtype(np.uint16 if deep else np.uint8)
    channels = {"L": 1, "LA": 2, "RGB": 3, "RGBA": 4}[file.mode.partition(";")[0].replace("a", "A")]
    width, height = file.size
    rows = np.frombuffer(file.data, np.uint8).reshape(height, -1)[:, : width * channels * dtype.itemsize]
    pixels = np.ascontiguousarray(rows).view(dtype).reshape(height, width, channels)
    bits = int(file.info.get("bit_depth", 16))
    return _widened(pixels >> (16 - bits), (1 << bits) - 1) if deep and bits < 16 else pixels.copy()


def _exif_of_preview(raw: Any) -> bytes | None:
    """Return what the JPEG inside a raw file says: some kinds tell nowhere else what we can read."""
    import rawpy

    try:
        preview = raw.extract_thumb()
    except rawpy.LibRawError:
        return None
    return jpeg.exif_of(preview.data) if preview.format == rawpy.ThumbFormat.JPEG else None


def is_raw(path: Path) -> bool:
    """Return whether LibRaw knows a file: the last word on files that look like a TIFF but are named raw."""
    import rawpy

    with rawpy.RawPy() as raw:
        try:
            raw.open_file(str(path))
        except rawpy.LibRawError:
            return False
    return True


def read_raw(path: Path, progress: Progress) -> Raster:
    """Return a camera's raw picture, developed with the camera's white balance into 16-bit sRGB."""
    import rawpy

    about = tiff_reading.about_of(path)
    with rawpy.imread(str(path)) as raw:
        check_size(raw.sizes.width, raw.sizes.height)
        progress(0.2)
        pixels = raw.postprocess(use_camera_wb=True, output_bps=16, output_color=rawpy.ColorSpace.sRGB)
        about.exif = about.exif or _exif_of_preview(raw)
    raster = Raster(pixels, profile=srgb_profile(), exif=about.exif, xmp=about.xmp)
    raster.notes.append("This is a camera raw file; it was developed with the camera's own white balance.")
    return raster
