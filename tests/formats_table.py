"""What survives a round trip through each format, found out by making the trip.

Run with Python from the top of the repository, it writes ``docs/formats.md``; a test compares.
"""

import io
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
from pictures import documented, exif_block, photo
from PIL import Image

from restorer.photo import READABLE, WRITABLE, Metadata, Photo, open_photo, save_photo

TEXTS = ((b"tEXt", b"Author\0Zeiler"), (b"iTXt", b"Title\0\0\0\0\0" + "Großmutter".encode()))
COMMENTS = ("Großmutter, 1947".encode(),)
TABLE = Path(__file__).parents[1] / "docs" / "formats.md"

_NAMES = {"WEBP": "WebP", "HEIF": "HEIC", "RAW": "Camera raw", "JPEG2000": "JPEG 2000"}
_COLUMNS = (
    "Format", "Bits per channel", "Pixels", "Grey", "Alpha", "EXIF", "XMP", "IPTC", "Texts", "Comments",
    "DPI", "ICC", "Orientation",
)  # fmt: skip
_HEAD = """# What survives in which format

Made by `python tests/formats_table.py`, which saves a photo in each format and depth, opens it again and
compares; a test fails when this page is not what really happens. ● comes back exactly, ◐ comes back with
small errors, ○ does not come back. Before saving, the program says what would be lost.
"""


def _again(before: Photo, folder: Path, suffix: str) -> Photo:
    path = folder / f"photo{suffix}"
    save_photo(before, path, overwrite=True)
    return open_photo(path)


def _compared(before: np.ndarray, after: np.ndarray | None) -> str:
    if after is None or after.shape != before.shape:
        return "○"
    if after.dtype == before.dtype and np.array_equal(before, after):
        return "●"
    tops = [1.0 if array.dtype.kind == "f" else np.iinfo(array.dtype).max for array in (before, after)]
    return "◐" if np.abs(before / tops[0] - after / tops[1]).mean() < 0.02 else "○"


def _orientation(folder: Path, suffix: str) -> str:
    """Return whether a photo that its camera marked as turned is upright after the trip."""
    tall = Image.fromarray(photo(30, 40).pixels).transpose(Image.Transpose.ROTATE_90)
    source = folder / "turned.jpg"
    tall.save(source, exif=b"Exif\0\0" + exif_block(6, thumbnail=False), quality=95, subsampling=0)
    upright = open_photo(source)
    after = _again(upright, folder, suffix)
    tag = 1
    if after.metadata.exif:
        read = Image.Exif()
        read.load(b"Exif\0\0" + after.metadata.exif)
        tag = read.get(0x0112, 1)
    stands = _compared(photo(30, 40).pixels, after.pixels) != "○"
    return "●" if stands and tag == 1 else "○"


def _row(kind: str, bits: int, folder: Path) -> str:
    suffix = WRITABLE[kind][0]
    before = documented(bits=bits)
    after = _again(before, folder, suffix)
    grey, see_through = photo(channels=1, bits=bits), photo(bits=bits, alpha=True)
    old, new = before.metadata, after.metadata
    words = _again(
        replace(before, metadata=Metadata(texts=TEXTS, comments=COMMENTS)), folder, suffix
    ).metadata
    same_exif = _same_exif(old, new)
    cells = [
        _NAMES.get(kind, kind),
        str(bits) if after.bits == bits else f"{bits} → {after.bits}",
        _compared(before.pixels, after.pixels),
        _compared(grey.pixels, _again(grey, folder, suffix).pixels),
        _compared(see_through.alpha, _again(see_through, folder, suffix).alpha),
        "●" if same_exif else "○",
        "●" if new.xmp == old.xmp else "○",
        "●" if new.iptc == old.iptc else "○",
        "●" if words.texts == TEXTS else "○",
        "●" if words.comments == COMMENTS else "○",
        "●" if new.dpi == old.dpi else "○",
        "●" if after.profile == before.profile else "○",
        _orientation(folder, suffix),
    ]
    return "| " + " | ".join(cells) + " |\n"


def _same_exif(before: Metadata, after: Metadata) -> bool:
    """Return whether another program reads the same from both blocks, maker note and place included."""

    def read(block: bytes | None) -> list[dict[int, object]]:
        exif = Image.Exif()
        exif.load(b"Exif\0\0" + (block or b""))
        main = {tag: value for tag, value in exif.items() if tag not in (0x8769, 0x8825)}
        main.setdefault(0x0112, 1)  # upright is what a block without it says
        return [main, dict(exif.get_ifd(0x8769)), dict(exif.get_ifd(0x8825))]

    return read(before.exif) == read(after.exif)


def as_markdown(folder: Path) -> str:
    """Return the page; ``folder`` is for the files that are made on the way."""
    page = io.StringIO()
    page.write(f"{_HEAD}\n| {' | '.join(_COLUMNS)} |\n|{'---|' * len(_COLUMNS)}\n")
    for kind in WRITABLE:
        for bits in (8, 16, 32):
            page.write(_row(kind, bits, folder))
    others = ", ".join(_NAMES.get(kind, kind) for kind in READABLE if kind not in WRITABLE)
    page.write(
        "\n32 bits are floating-point values. WebP is exact at quality 100. Texts are those of PNG files "
    )
    page.write("(title, author, description …), comments those of JPEG and GIF files.\n")
    page.write(f"\nOpened, but not saved: {others}.\n")
    return page.getvalue()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        TABLE.write_text(as_markdown(Path(scratch)), encoding="utf-8")
    sys.stdout.write(f"{TABLE}\n")
