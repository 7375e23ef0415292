"""Opens HEIC files for whoever reads them, after a look at what the library for them trips over."""

import io
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from restorer.errors import PhotoError
from restorer.photo.raster import contents


def open_heif(path: Path) -> Any:
    """Return the file as `pi_heif` opens it, with all the bits that it has.

    Raises:
        PhotoError: the file is far too long, or its list of contents is damaged.
    """
    import pi_heif

    data = contents(path)
    _check_items(data)
    return pi_heif.open_heif(io.BytesIO(data), convert_hdr_to_8bit=False)


def _check_items(data: bytes) -> None:
    """Refuse items whose kind is no text: pi_heif 1.4 makes words of them, and ends the program if it cannot.

    An item's entry ("infe", ISO/IEC 14496-12 §8.11.6) gives its number, its kind of four letters, its name.
    """
    for meta in _inside(data, b"meta"):
        for table in _inside(meta[4:], b"iinf"):
            for entry in _inside(table[8 if table[:1] > b"\0" else 6 :], b"infe"):
                kind = 10 if entry[:1] > b"\2" else 8
                try:
                    entry[kind : kind + 4].decode("ascii")
                    entry[kind + 4 :].decode("utf-8")
                except UnicodeDecodeError as error:
                    raise PhotoError(
                        "The list of what this HEIC file holds is damaged.", "Try to get the file again."
                    ) from error


def _inside(data: bytes, wanted: bytes) -> Iterator[bytes]:
    """Yield the contents of the boxes of a kind that stand one after another in ``data``."""
    at = 0
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        head = 8
        if length == 1 and at + 16 <= len(data):
            (length,), head = struct.unpack_from(">Q", data, at + 8), 16
        end = at + length if length else len(data)
        if end < at + head:
            return
        if kind == wanted:
            yield data[at + head : end]
        at = end
