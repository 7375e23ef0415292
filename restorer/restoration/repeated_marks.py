"""Marks that repeat: tiled lettering and logos, and the fine waves of proofs, told to the pixel.

What lies on a lattice is the same in every cell, while the photo beneath is not: the mean of all cells shows
the mark alone (as the median of many photos does in Dekel et al., "On the Effectiveness of Visible
Watermarks", CVPR 2017, here within one photo). See docs/decisions/027.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from restorer.progress import Progress
from restorer.restoration.lattice_cells import places_in, spread_out
from restorer.restoration.lattices import Lattice, find_lattices, gradients
from restorer.restoration.small import LUMA, Floats, box_mean

_AROUND = 20
_NOISE = 4 / 255
_INKS = np.linspace(0, 1, 11)
_LEAST_WEIGHT = 1e-3
_FLATTENED = 1e-3

_FAINTEST, _LEAST_SEPARATION = 0.03, 3.8
"""Opacity, and how far it lies from what is between the marks, in that one's standard deviations. Lattices of
photos without a mark bear less, but for façades."""
_BLOCKS, _BORNE, _LEAST_REACH = 6, 0.25, 0.88
"""A mark lies all over: of so many blocks each way, this share bears at least a quarter of it. The windows of
a house do not go on in the sky."""
_BESIDE_THE_PLAINEST = 0.3
_PLAIN = 0.8
"""Of the mark's opacity. What does not reach that anywhere is what is left of the photo in the mean."""
_RIM = (0.04, 1.5, 0.25)
"""A pixel is marked from so much opacity on, so many standard deviations, such a share of the mark's own."""


@dataclass(frozen=True)
class _Cell:
    """The mean of all cells of a lattice: ``opacity`` ``(rows, columns)``, with bounds of what is marked.

    ``changes`` ``(2, rows, columns)`` holds by how much it rises down and across, as measured; ``inks`` are
    the mark's red, green and blue.
    """

    lattice: Lattice
    inks: tuple[float, ...]
    changes: NDArray[np.float64]
    opacity: NDArray[np.float64]
    paper: float
    contrast: float
    spread: float

    @property
    def plain(self) -> bool:
        return self.contrast > _FAINTEST and self.contrast > _LEAST_SEPARATION * self.spread

    @property
    def least(self) -> float:
        """The opacity from which on a pixel is marked."""
        absolute, deviations, share = _RIM
        return self.paper + max(absolute, deviations * self.spread, share * self.contrast)


@dataclass(frozen=True)
class RepeatedMark:
    """A mark that repeats: which pixels ``(h, w)`` bear it, and about which red, green and blue it has."""

    lattice: Lattice
    inks: tuple[float, ...]
    marked: NDArray[np.bool_]


def repeated_marks(planes: Floats, *, progress: Progress | None = None) -> list[RepeatedMark]:
    """Return the marks that repeat all over a picture ``(3, h, w)``, 0..1, plainest lattice first.

    Raises:
        Cancelled: ``progress`` says so.
    """
    progress = progress or Progress()
    progress(0.0)
    luma = np.tensordot(LUMA, planes, 1)
    size = luma.shape[0], luma.shape[1]
    found: list[RepeatedMark] = []
    marked, strongest = np.zeros(size, np.bool_), 0.0
    lattices = find_lattices(luma)
    for index, lattice in enumerate(lattices):
        progress(0.6 + 0.4 * index / len(lattices))
        cell = _cell(planes, lattice, ~marked)
        if not cell.plain or cell.contrast < _BESIDE_THE_PLAINEST * strongest:
            continue
        if _reach(cell, planes) >= _LEAST_REACH:
            strongest = max(strongest, cell.contrast)
            mark = spread_out(_without_specks(cell), lattice, size) > cell.least
            if mark.any():
                found.append(RepeatedMark(lattice, cell.inks, mark))
            marked |= mark
    progress(1.0)
    return found


def _cell(planes: Floats, lattice: Lattice, seen: NDArray[np.bool_]) -> _Cell:
    """Return the mark in one cell of a lattice, from the pixels ``(h, w)`` that are ``seen``.

    What another lattice explains is not seen: the strokes of one letter are like each other, too.

    A marked picture is ``J = (1 - a) · I + a · W``. Where the photo I is smooth, J changes as a does, times
    W - I: a's changes follow from all cells by least squares, whether the mark is lighter there or darker.
    """
    shape, places = places_in(lattice, (planes.shape[1], planes.shape[2]))
    count = shape[0] * shape[1]
    down, across, weight = (np.zeros(shape) for _ in range(3))
    inks = []
    for plane in planes:
        rows, columns = gradients(plane)
        around = box_mean(plane, _AROUND)
        trust = seen / (box_mean(rows * rows + columns * columns, _AROUND) + _NOISE**2)
        fields = (trust, trust * around, trust * around**2, trust * rows, trust * rows * around,
                  trust * columns, trust * columns * around)  # fmt: skip
        sums = [
            np.bincount(places, field.ravel(), count).reshape(shape).astype(np.float64) for field in fields
        ]
        inks.append(float(max(_INKS, key=lambda ink: _explained(sums, float(ink)))))
        more = _of_ink(sums, inks[-1])
        down, across, weight = down + more[0], across + more[1], weight + more[2]
    changes = np.stack([down, across]) / weight
    opacity = _summed(changes, lattice)
    if np.mean((opacity - opacity.mean()) ** 3) < 0:  # marks are rarer than what is between them
        opacity = -opacity
    return _Cell(lattice, tuple(inks), changes, opacity, *_bounds(opacity))


def _without_specks(cell: _Cell) -> NDArray[np.float64]:
    """Return the opacity of a cell, without what hangs together with nothing that is plainly marked."""
    may, kept = cell.opacity > cell.least, cell.opacity > cell.paper + max(_PLAIN * cell.contrast, _RIM[0])
    while True:
        wider = kept.copy()
        for axis in (0, 1):
            wider |= np.roll(wider, 1, axis) | np.roll(wider, -1, axis)
        wider &= may
        if np.array_equal(wider, kept):
            return np.where(may & ~kept, cell.paper, cell.opacity)
        kept = wider


def _reach(cell: _Cell, planes: Floats) -> float:
    """Return over which share of the picture a mark lies, block by block, as far as its changes are there."""
    size = planes.shape[1], planes.shape[2]
    expected = [spread_out(change, cell.lattice, size) for change in cell.changes]
    agreeing, possible = np.zeros(size), np.zeros(size)
    for plane, ink in zip(planes, cell.inks, strict=True):
        rows, columns = gradients(plane)
        trust = 1 / (box_mean(rows * rows + columns * columns, _AROUND) + _NOISE**2)
        contrast = ink - box_mean(plane, _AROUND)
        agreeing += trust * contrast * (rows * expected[0] + columns * expected[1])
        possible += trust * contrast**2 * (expected[0] ** 2 + expected[1] ** 2)
    whole = _in_blocks(possible)
    share = _in_blocks(agreeing) / np.maximum(whole, 1e-12)
    weight = np.minimum(whole, whole.mean())  # a block between two marks says nothing
    return float((weight * (share > _BORNE)).sum() / max(float(weight.sum()), 1e-12))


def _in_blocks(field: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the sums of a field over `_BLOCKS` blocks each way."""
    starts = [np.arange(_BLOCKS) * side // _BLOCKS for side in field.shape]
    return np.asarray(np.add.reduceat(np.add.reduceat(field, starts[0], 0), starts[1], 1))


def _of_ink(sums: list[NDArray[np.float64]], ink: float) -> tuple[NDArray[np.float64], ...]:
    """Return, if the mark has this ink, both sums of the opacity's changes, and their weights."""
    trust, around, squares, rows, rows_around, columns, columns_around = sums
    weight = ink * ink * trust - 2 * ink * around + squares + _LEAST_WEIGHT * trust.mean()
    return ink * rows - rows_around, ink * columns - columns_around, weight


def _explained(sums: list[NDArray[np.float64]], ink: float) -> float:
    down, across, weight = _of_ink(sums, ink)
    return float(((down**2 + across**2) / weight).sum())


def _summed(changes: NDArray[np.float64], lattice: Lattice) -> NDArray[np.float64]:
    """Return the field whose changes these are, nearest in squares; a cell has no border, its ends meet."""
    down, across = changes
    shape = down.shape
    steps = [shift / count for shift, count in zip(lattice.basis, shape, strict=True)]
    spectra = [np.fft.fft2(down * step[0] + across * step[1]) for step in steps]
    ways = [1j * np.sin(2 * np.pi * np.fft.fftfreq(count)) for count in shape]
    first, second = ways[0][:, None], ways[1][None]
    power = np.abs(first) ** 2 + np.abs(second) ** 2 + _FLATTENED
    return np.asarray(np.fft.ifft2((np.conj(first) * spectra[0] + np.conj(second) * spectra[1]) / power).real)


def _bounds(opacity: NDArray[np.float64]) -> tuple[float, float, float]:
    """Return the mean of what is not marked, how much more the marked has, and the spread of the former.

    They are told apart where that explains most of the variance (Otsu, 1979).
    """
    values = np.clip(opacity, *np.quantile(opacity, [0.001, 0.999])).ravel()
    counts, edges = np.histogram(values, 256)
    middles, below = 0.5 * (edges[1:] + edges[:-1]), np.cumsum(counts)
    above, mass = below[-1] - below, np.cumsum(counts * middles)
    means = mass / np.maximum(below, 1), (mass[-1] - mass) / np.maximum(above, 1)
    at = int((below * above * (means[0] - means[1]) ** 2)[:-1].argmax())
    rest = values[values <= middles[at]]
    return float(means[0][at]), float(means[1][at] - means[0][at]), float(rest.std())
