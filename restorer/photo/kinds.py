"""Which kinds of picture files there are, and how each is recognised by its first bytes."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

HEAD = 64
"""As many first bytes of a file as `recognise` wants to see."""

_SUFFIXES = {
    "JPEG": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "PNG": (".png",),
    "TIFF": (".tif", ".tiff"),
    "WEBP": (".webp",),
    "HEIF": (".heic", ".heif", ".hif"),
    "AVIF": (".avif",),
    "RAW": (
        *(
            ".dng",
            ".cr2",
            ".cr3",
            ".nef",
            ".nrw",
            ".arw",
            ".srf",
            ".sr2",
            ".orf",
            ".rw2",
            ".raf",
            ".pef",
            ".srw",
        ),
        *(".3fr", ".fff", ".iiq", ".erf", ".mef", ".mos", ".mrw", ".rwl", ".x3f", ".kdc", ".dcr"),
    ),
    "JPEG2000": (".jp2", ".j2k", ".jpx"),
    "GIF": (".gif",),
    "BMP": (".bmp", ".dib"),
    "PPM": (".ppm", ".pgm", ".pbm", ".pnm"),
    "TGA": (".tga",),
    "PCX": (".pcx",),
    "PSD": (".psd",),
    "ICO": (".ico",),
}

READABLE: Mapping[str, tuple[str, ...]] = MappingProxyType(_SUFFIXES)
"""The kinds that can be opened, with the endings of their names."""

MOST_BITS: Mapping[str, int] = MappingProxyType({"JPEG": 8, "PNG": 16, "TIFF": 32, "WEBP": 8, "AVIF": 8})
"""The depth that each kind can be saved in, in bits per channel."""

WRITABLE: Mapping[str, tuple[str, ...]] = MappingProxyType({kind: _SUFFIXES[kind] for kind in MOST_BITS})
"""The kinds that can be saved, with the endings of their names; the first is the usual one."""

_BEGINNINGS = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"8BPS", "PSD"),
    (b"\x00\x00\x00\x0cjP  ", "JPEG2000"),
    (b"\xff\x4f\xff\x51", "JPEG2000"),
    (b"\x00\x00\x01\x00", "ICO"),
    (b"FUJIFILMCCD-RAW", "RAW"),
    (b"IIRO", "RAW"),
    (b"IIRS", "RAW"),
    (b"MMOR", "RAW"),
    (b"IIU\x00", "RAW"),
    (b"\x00MRM", "RAW"),
    (b"FOVb", "RAW"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"II+\x00", "TIFF"),
    (b"MM\x00+", "TIFF"),
)
_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}


def recognise(head: bytes, path: Path) -> str | None:
    """Return the kind of a file from its first bytes; None if they are those of no picture.

    The name matters only for old kinds without a mark of their own. Most raw files look like any TIFF here.
    """
    by_name = of_name(path)
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return "RAW" if kind == "TIFF" and head[8:10] == b"CR" else kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[4:8] == b"ftyp":
        return _of_brands(head)
    if len(head) > 2 and head[:1] == b"P" and head[1:2] in b"123456fF" and head[2:3].isspace():
        return "PPM"
    if head[:1] == b"\x0a" and by_name == "PCX":
        return "PCX"
    return "TGA" if by_name == "TGA" and len(head) > 18 else None


def _of_brands(head: bytes) -> str | None:
    size = int.from_bytes(head[:4], "big")
    brands = {head[at : at + 4] for at in (8, *range(16, min(size, len(head)), 4))}
    if head[8:12] == b"crx ":
        return "RAW"
    if brands & {b"avif", b"avis"}:
        return "AVIF"
    return "HEIF" if brands & _HEIF_BRANDS else None


def of_name(path: Path) -> str | None:
    """Return the kind that the ending of a name promises, or None."""
    suffix = path.suffix.lower()
    return next((kind for kind, suffixes in READABLE.items() if suffix in suffixes), None)


def in_words(kind: str) -> str:
    """Return what people call a kind."""
    return {"WEBP": "WebP", "HEIF": "HEIC", "RAW": "camera raw", "JPEG2000": "JPEG 2000"}.get(kind, kind)
