"""Opens HEIC files for whoever reads them, after a look at what the library for them trips over."""

import io
import re
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
    for box in (body for kind, body in _boxes(data) if kind == b"meta"):
        for found in re.finditer(b"infe", box):
            entry = box[found.start() - 4 :]
            version, (length,) = entry[8], struct.unpack_from(">I", entry)
            kind = 16 + 2 * (version >= 3)
            try:
                entry[kind : kind + 4].decode("ascii")
                entry[kind + 4 : length].decode("utf-8")
            except UnicodeDecodeError as error:
                raise PhotoError(
                    "The list of what this HEIC file holds is damaged.", "Try to get the file again."
                ) from error


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kind and the content of each outermost box."""
    at = 0
    while at + 16 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        head = 8
        if length == 1:
            (length,), head = struct.unpack_from(">Q", data, at + 8), 16
        end = len(data) if length == 0 else at + length
        if length and length < head:
            return
        yield kind, data[at + head : end]
        at = end
