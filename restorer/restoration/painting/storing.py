"""Masks as text for recipes: each tile packed and spelled in base64."""

import base64
import zlib
from typing import Any

import numpy as np

from restorer.restoration.painting.edits import Edits
from restorer.restoration.painting.mask import TILE, Mask, Tile

_MOST_PIXELS = 1_000_000_000


def edits_to_json(edits: Edits) -> dict[str, Any]:
    """Return edits as what JSON is made of."""
    return {
        "height": edits.added.size[0],
        "width": edits.added.size[1],
        "added": _tiles(edits.added),
        "removed": _tiles(edits.removed),
    }


def edits_from_json(content: dict[str, Any]) -> Edits:
    """Read what `edits_to_json` returned.

    Raises:
        ValueError, KeyError, TypeError: it did not return this.
    """
    size = int(content["height"]), int(content["width"])
    if not (size[0] > 0 and size[1] > 0 and size[0] * size[1] <= _MOST_PIXELS):
        raise ValueError(f"no photo has {size[1]} × {size[0]} pixels")
    return Edits(_mask(size, content["added"]), _mask(size, content["removed"]))


def _tiles(mask: Mask) -> list[dict[str, Any]]:
    return [
        {"at": list(place), "values": base64.b64encode(zlib.compress(tile.values.tobytes())).decode("ascii")}
        for place, tile in sorted(mask.tiles.items())
    ]


def _mask(size: tuple[int, int], tiles: list[dict[str, Any]]) -> Mask:
    read = {}
    for entry in tiles:
        row, column = (int(number) for number in entry["at"])
        # Tiles are packed hundredfold, so what lies nowhere in the photo would fill the memory.
        if not (0 <= row * TILE < size[0] and 0 <= column * TILE < size[1]):
            raise ValueError("a tile outside of the photo")
        read[row, column] = Tile(_values(entry["values"]))
    return Mask(size, read)


def _values(text: str) -> np.ndarray[Any, np.dtype[np.uint8]]:
    # Unpacked no further than a tile goes: a hostile recipe must not fill the memory.
    try:
        unpacked = zlib.decompressobj().decompress(base64.b64decode(text, validate=True), TILE * TILE + 1)
    except zlib.error as error:
        raise ValueError("a damaged tile") from error
    if len(unpacked) != TILE * TILE:
        raise ValueError("a tile of another size")
    return np.frombuffer(unpacked, np.uint8).reshape(TILE, TILE).copy()
