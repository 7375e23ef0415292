"""Says what a photo is from the header of its file, without decoding it: quick enough for whole folders."""

import struct
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from restorer.photo import exif, tiff_pages, tiff_reading
from restorer.photo.decoding import avif_depth, check_psd, jpeg2000_depth, pixmap_depth
from restorer.photo.heif import open_heif
from restorer.photo.raster import check_length, check_size, quiet
from restorer.photo.reading import kind_of, sentences
from restorer.photo.segments import frame_of

_PNG_CHANNELS = {0: 1, 2: 3, 3: 3, 4: 2, 6: 4}
_DEEP_MODES = ("I", "F")
_DEPTHS = {"AVIF": avif_depth, "JPEG2000": jpeg2000_depth, "PPM": pixmap_depth}
_HEAD = 1 << 20


@dataclass(frozen=True)
class Facts:
    """What a file's header promises: its kind (as in `kinds.READABLE`), size, and depth in bits per channel.

    ``channels`` counts an alpha channel.
    """

    kind: str
    width: int
    height: int
    bits: int = 8
    channels: int = 3

    @property
    def megapixels(self) -> float:
        """Millions of pixels."""
        return self.width * self.height / 1e6

    @property
    def bytes(self) -> int:
        """How much memory the pixels take."""
        return self.width * self.height * self.channels * self.bits // 8


def probe(path: Path) -> Facts:
    """Return what the header of a photo's file says; whether the rest is sound shows when it is opened.

    Raises:
        PhotoError: there is no file, it is no picture, or its header is damaged.
    """
    kind = kind_of(path)
    with sentences(path, kind), quiet():
        match kind:
            case "JPEG":
                facts = _jpeg(path)
            case "PNG":
                facts = _png(path)
            case "TIFF":
                facts = _tiff(path)
            case "HEIF":
                facts = _heif(path)
            case "RAW":
                facts = _raw(path)
            case "AVIF" | "JPEG2000" | "PPM":
                facts = replace(_by_pillow(path, kind), bits=_bits(path, _DEPTHS[kind]))
            case _:
                facts = _by_pillow(path, kind)
        check_size(facts.width, facts.height)
    return facts


def _jpeg(path: Path) -> Facts:
    """Read the header as `open_photo` does: Pillow knows of 8 bits only."""
    check_length(path)
    with path.open("rb") as file:
        data = file.read(_HEAD)
        frame = frame_of(data) or frame_of(data + file.read())  # long metadata may come first
    if frame is None:
        raise ValueError("no picture")
    return Facts("JPEG", frame.width, frame.height, 8 if frame.depth == 8 else 16, min(frame.channels, 3))


def _png(path: Path) -> Facts:
    with path.open("rb") as file:
        head = file.read(26)
    width, height, depth, colour = struct.unpack_from(">IIBB", head, 16)
    return Facts("PNG", width, height, 16 if depth == 16 else 8, _PNG_CHANNELS[colour])


def _tiff(path: Path) -> Facts:
    with path.open("rb") as file:
        read_at = tiff_reading.reader_of(file)
        layout = exif.layout_of(read_at(0, 16))
        if layout is None:
            raise ValueError("no TIFF structure")
        _, at = tiff_pages.photo_page(read_at, layout)
        entries = exif.read_ifd(read_at, layout, at, deep=False).entries
    width, height = (layout.number(entries.get(tag)) or 0 for tag in (0x0100, 0x0101))
    bits = layout.number(entries.get(0x0102)) or 1
    channels = layout.number(entries.get(0x0115)) or 1
    return Facts("TIFF", width, height, 8 if bits <= 8 else 16 if bits <= 16 else 32, channels)


def _heif(path: Path) -> Facts:
    file = open_heif(path)
    width, height = file.size
    return Facts("HEIF", width, height, 16 if ";" in file.mode else 8, 4 if file.has_alpha else 3)


def _bits(path: Path, depth: Callable[[bytes], int]) -> int:
    """Return the depth that `open_photo` gives the picture; Pillow knows of 8 bits only."""
    with path.open("rb") as file:
        return 8 if depth(file.read(_HEAD)) <= 8 else 16


def _raw(path: Path) -> Facts:
    import rawpy

    with rawpy.RawPy() as raw:
        raw.open_file(str(path))
        return Facts("RAW", raw.sizes.width, raw.sizes.height, 16, 3)


def _by_pillow(path: Path, kind: str) -> Facts:
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # sizes are checked by the caller, and better
    check_length(path)
    if kind == "PSD":
        check_psd(path)
    with Image.open(path, formats=[kind]) as image:
        deep = image.mode in _DEEP_MODES or image.mode.startswith("I;16")
        channels = 3 if image.mode in ("P", "CMYK") else len(image.getbands())
        return Facts(kind, *image.size, 16 if deep else 8, channels)
