"""How a photo is cut into tiles so that the result equals a run on the whole.

A pixel of a network's result depends on no pixel further away than its receptive radius. So a tile is run
with that much of its surroundings (its halo), of which the result is dropped; at the border of the photo
there is no halo, and the network's own padding acts there as in a run on the whole. Strided networks see
the photo on a grid: every tile begins on a multiple of their alignment, so that they keep their phase.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from restorer.photo.geometry import Box

_SMALLEST_CORE = 32
"""Pixels. A tile that delivers less would be almost all halo."""


@dataclass(frozen=True)
class Tile:
    """A part of the work: the network is run on ``padded`` and its result is kept in ``core``.

    ``padded`` may reach beyond the photo at the right and the bottom, by less than the alignment.
    """

    core: Box
    padded: Box


@dataclass(frozen=True)
class _Span:
    """One side of a tile."""

    core: tuple[int, int]
    padded: tuple[int, int]


@dataclass(frozen=True)
class _Line:
    """One side of the work: which part of ``length`` pixels is wanted, and what must be read for it."""

    wanted: tuple[int, int]
    read: tuple[int, int]
    overlap: int
    radius: int
    step: int

    @classmethod
    def of(cls, length: int, wanted: tuple[int, int], radius: int, step: int) -> "_Line":
        first = _down(max(0, wanted[0] - radius), step)
        last = min(_up(wanted[1] + radius, step), _up(length, step))
        return cls(wanted, (first, last), _up(2 * radius, step), radius, step)

    @property
    def most_tiles(self) -> int:
        return max(1, (self.read[1] - self.read[0] - self.overlap) // max(self.step, _SMALLEST_CORE))

    def tile_length(self, count: int) -> int:
        """Return how long each of ``count`` tiles must be; all are equally long."""
        return _up(-(-(self.read[1] - self.read[0] + (count - 1) * self.overlap) // count), self.step)

    def tiles_for(self, most: int) -> int:
        """Return how few tiles of at most ``most`` pixels will do; `most_tiles` if none will."""
        total, most = self.read[1] - self.read[0], _down(most, self.step)
        if most >= total:
            return 1
        if most <= self.overlap:
            return self.most_tiles
        return min(-(-(total - self.overlap) // (most - self.overlap)), self.most_tiles)

    def cut(self, count: int) -> list[_Span]:
        """Return ``count`` spans; their cores follow each other without a gap."""
        length = self.tile_length(count)
        room = self.read[1] - self.read[0] - length
        # Spread evenly and rounded up, neighbours overlap by no less than `overlap`.
        starts = [
            self.read[0] + (min(room, _up(-(-room * i // (count - 1)), self.step)) if i else 0)
            for i in range(count)
        ]
        spans: list[_Span] = []
        begin = self.wanted[0]
        for start, following in zip(starts, [*starts[1:], None], strict=True):
            # Halfway between the first pixel the next tile knows for certain and the last this one does.
            certain = self.wanted[1] if following is None else (following + start + length) // 2
            end = min(max(certain, begin), self.wanted[1])
            spans.append(_Span((begin, end), (start, start + length)))
            begin = end
        return [span for span in spans if span.core[0] < span.core[1]]


def plan_tiles(
    size: tuple[int, int], area: Box, *, radius: int, multiple_of: int, most_pixels: int
) -> list[Tile]:
    """Cut ``area`` of a photo of ``size`` (height, width) into few, large, even tiles.

    Of all grids whose padded tiles have at most ``most_pixels`` pixels, the one that computes the fewest
    pixels twice is chosen; if no grid has tiles so small, the one with the smallest. All tiles are equally
    large, so that memory used for one serves the next. The cores cover the area, each pixel once.
    """
    rows = _Line.of(size[0], (area.top, area.bottom), radius, multiple_of)
    columns = _Line.of(size[1], (area.left, area.right), radius, multiple_of)
    grids = []
    for down in range(1, rows.most_tiles + 1):
        height = rows.tile_length(down)
        across = columns.tiles_for(most_pixels // height)
        pixels = height * columns.tile_length(across)
        grids.append((max(pixels, most_pixels), pixels * down * across, down * across, down, across))
    *_, down, across = min(grids)
    return [
        Tile(
            Box(row.core[0], column.core[0], row.core[1], column.core[1]),
            Box(row.padded[0], column.padded[0], row.padded[1], column.padded[1]),
        )
        for row in rows.cut(down)
        for column in columns.cut(across)
    ]


def mirrored(start: int, stop: int, length: int) -> NDArray[np.intp]:
    """Return which of ``length`` rows (or columns) stand at ``start`` to ``stop``.

    Beyond the last one they come back in reverse, the last not repeated, as often as it takes.
    """
    if length == 1:
        return np.zeros(stop - start, np.intp)
    place = np.arange(start, stop) % (2 * (length - 1))
    return np.minimum(place, 2 * (length - 1) - place)


def _up(value: int, step: int) -> int:
    return -(-value // step) * step


def _down(value: int, step: int) -> int:
    return value // step * step
