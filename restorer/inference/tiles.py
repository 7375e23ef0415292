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

_FEATHER = 32
"""Pixels. Half of what two strips share at least."""


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
    """One side of the work: which part of the photo is wanted, and what must be read for it."""

    wanted: tuple[int, int]
    read: tuple[int, int]
    halo: int
    step: int

    @classmethod
    def of(cls, length: int, wanted: tuple[int, int], halo: int, step: int) -> "_Line":
        halo = _up(halo, step)
        first = max(0, _down(wanted[0], step) - halo)
        last = min(_up(wanted[1], step) + halo, _up(length, step))
        return cls(wanted, (first, last), halo, step)

    @property
    def length(self) -> int:
        return self.read[1] - self.read[0]

    @property
    def most_tiles(self) -> int:
        return max(1, (self.length - 2 * self.halo) // max(self.step, _SMALLEST_CORE))

    def tile_length(self, count: int) -> int:
        """Return how long each of ``count`` tiles must be; all are equally long."""
        return _up(-(-(self.length + (count - 1) * 2 * self.halo) // count), self.step)

    def tiles_for(self, most: int) -> int:
        """Return how few tiles of at most ``most`` pixels will do; `most_tiles` if none will."""
        most = _down(most, self.step)
        if most >= self.length:
            return 1
        if most <= 2 * self.halo:
            return self.most_tiles
        return min(-(-(self.length - 2 * self.halo) // (most - 2 * self.halo)), self.most_tiles)

    def cut(self, count: int) -> list[_Span]:
        """Return ``count`` spans; their cores follow each other without a gap."""
        length = self.tile_length(count)
        room = self.length - length
        # Spread evenly and rounded up, neighbours still overlap by no less than two halos.
        starts = [
            self.read[0] + (min(room, _up(-(-room * i // (count - 1)), self.step)) if i else 0)
            for i in range(count)
        ]
        spans: list[_Span] = []
        begin = self.wanted[0]
        for start, following in zip(starts, [*starts[1:], None], strict=True):
            # The cut lies on the grid, at least a halo away from where either tile ends.
            cut = self.wanted[1] if following is None else _down((following + start + length) // 2, self.step)
            end = min(max(cut, begin), self.wanted[1])
            spans.append(_Span((begin, end), (start, start + length)))
            begin = end
        return [span for span in spans if span.core[0] < span.core[1]]


def plan_tiles(
    size: tuple[int, int], area: Box, *, halo: int, multiple_of: int, most_pixels: int
) -> list[Tile]:
    """Cut ``area`` of a photo of ``size`` (height, width) into few, large, even tiles.

    Of all grids whose padded tiles have at most ``most_pixels`` pixels, the one that computes the fewest
    pixels twice is chosen; if no grid has tiles so small, the one with the smallest. All tiles are equally
    large, so that memory used for one serves the next. The cores cover the area, each pixel once.
    """
    rows = _Line.of(size[0], (area.top, area.bottom), halo, multiple_of)
    columns = _Line.of(size[1], (area.left, area.right), halo, multiple_of)
    grids = []
    for down in range(1, rows.most_tiles + 1):
        height = rows.tile_length(down)
        across = columns.tiles_for(most_pixels // height)
        pixels = height * columns.tile_length(across)
        grids.append((max(pixels, most_pixels), pixels * down * across, down * across, down, across))
    *_, down, across = min(grids)
    return _grid(rows, columns, down, across)


def plan_strips(size: tuple[int, int], area: Box, *, multiple_of: int, most_pixels: int) -> list[Tile]:
    """Cut ``area`` into strips that overlap, for a network that may depend on the whole photo.

    The result is not that of a run on the whole; `Feather` hides where the strips meet.
    """
    rows = _Line.of(size[0], (area.top, area.bottom), _FEATHER, multiple_of)
    columns = _Line.of(size[1], (area.left, area.right), _FEATHER, multiple_of)
    count = rows.tiles_for(max(most_pixels // columns.length, 8 * rows.halo))
    return _grid(rows, columns, count, 1)


class Feather:
    """Joins strips that overlap: over the rows that two of them know, one fades into the other."""

    def __init__(self, area: Box) -> None:
        self._area = area
        self._done = area.top
        self._tail: NDArray[np.float32] | None = None

    def join(
        self, strip: Tile, following: Tile | None, planes: NDArray[np.float32]
    ) -> tuple[Box, NDArray[np.float32]]:
        """Take the result of ``strip.padded`` ``(C, H, W)``; return what is finished, and its box."""
        top = strip.padded.top
        if self._tail is not None:
            rows = self._tail.shape[1]
            weight = ((np.arange(rows, dtype=np.float32) + 0.5) / rows)[:, np.newaxis]
            planes[:, :rows] = self._tail * (1 - weight) + planes[:, :rows] * weight
        end = self._area.bottom if following is None else following.padded.top
        self._tail = None if following is None else planes[:, end - top :].copy()
        box = Box(self._done, self._area.left, end, self._area.right)
        self._done = end
        rows_done, columns_done = box.within(strip.padded).slices
        return box, planes[:, rows_done, columns_done]


def _grid(rows: _Line, columns: _Line, down: int, across: int) -> list[Tile]:
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


def centre(size: tuple[int, ...], radius: int | None, multiple_of: int) -> tuple[Box, Box]:
    """Return a part in the middle of a tile of ``size``, and that of it which a run on the part gets right.

    A radius of None gives the whole tile twice.
    """
    if radius is None:
        return Box(0, 0, size[0], size[1]), Box(0, 0, size[0], size[1])
    halo = _up(radius, multiple_of)
    spans = []
    for length in size:
        side = min(length, _up(2 * halo + 2 * _SMALLEST_CORE, multiple_of))
        first = _down((length - side) // 2, multiple_of)
        last = first + side
        spans.append((first, last, first + (halo if first else 0), last - (halo if last < length else 0)))
    (top, bottom, core_top, core_bottom), (left, right, core_left, core_right) = spans
    return Box(top, left, bottom, right), Box(core_top, core_left, core_bottom, core_right)
