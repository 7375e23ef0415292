"""Finds the lattices by which a picture repeats itself, all over and to the pixel, as no scene does.

A picture is compared with itself at every shift. Scenes are like themselves at small shifts, and buildings
along their rows of windows; that much is taken away by dividing the power of every frequency by that of the
frequencies around it (the idea of phase correlation, Kuglin and Hines, 1975). What stands out then is a
mark that was laid over the picture again and again.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from restorer.restoration.small import Floats, box_mean

Vector = NDArray[np.float64]
"""Rows and columns, in pixels."""

_AROUND = 20
"""Pixels over which the contrast is evened out, so that a calm sky says as much as foliage."""
_FAINTEST = 2 / 255
_STRONGEST = 2.0

_NEAR = 60.0
"""Shifts up to about so many pixels are those in which scenes are like themselves."""
_SHORTEST = 16
_LEAST_OVERLAP = 0.12
_TAPER = 16

_STANDS_OUT = 9.5
"""Standard deviations of chance. A quarter of 428 photos without a mark has a shift that stands out so far:
what stands out with it, and what lies on the lattice, tells these."""
_LEAST_SIGNIFICANCE = 16.0
_LEAST_CELL, _LEAST_SIDE = 100.0, 5.5
_POOL, _TRIED, _MOST_POINTS = 16, 5, 60_000
_MOST_LATTICES = 3
_LEFT_OVER = 3
"""Pixels around a lattice's shifts in which what it leaves of itself is taken for chance."""


@dataclass(frozen=True)
class Lattice:
    """Two shifts; every sum of whole multiples of them brings the repeated mark upon itself."""

    first: Vector
    second: Vector

    @property
    def cell(self) -> float:
        """How many pixels lie in one cell."""
        return abs(float(self.first[0] * self.second[1] - self.first[1] * self.second[0]))

    def bears(self, shift: Vector) -> bool:
        """Return whether a shift is nearly one of the lattice's: what is left of these is no other one."""
        multiples = np.rint(shift @ np.linalg.inv(self.basis))
        return float(np.hypot(*(shift - multiples @ self.basis))) < _LEFT_OVER

    @property
    def basis(self) -> NDArray[np.float64]:
        """Both shifts, one a row."""
        return np.array([self.first, self.second])


def find_lattices(luma: Floats) -> list[Lattice]:
    """Return the lattices by which a picture ``(h, w)``, 0..1, repeats itself, plainest first."""
    if min(luma.shape) < 4 * _SHORTEST:
        return []
    likeness = _Likeness.of(_directions(luma))
    found: list[Lattice] = []
    for _ in range(_MOST_LATTICES):
        if (lattice := likeness.plainest()) is None:
            break
        if not any(known.bears(shift) for known in found for shift in lattice.basis):
            found.append(lattice)
        likeness.forget(lattice)
    return found


def gradients(plane: Floats) -> tuple[Floats, Floats]:
    """Return by how much a plane ``(h, w)`` rises from row to row and from column to column."""
    down, across = np.zeros_like(plane), np.zeros_like(plane)
    down[1:-1] = 0.5 * (plane[2:] - plane[:-2])
    across[:, 1:-1] = 0.5 * (plane[:, 2:] - plane[:, :-2])
    return down, across


def _directions(luma: Floats) -> NDArray[np.complex128]:
    """Return which way edges run, and how plainly, alike for both sides of an edge.

    A grey mark is lighter than some of a photo and darker than the rest.
    """
    down, across = gradients(luma)
    even = np.sqrt(box_mean(down * down + across * across, _AROUND)) + _FAINTEST
    slope = (across + 1j * down) / even
    size = np.abs(slope)
    doubled = slope * slope / np.maximum(size, 1e-6)
    return np.asarray(doubled * np.minimum(1.0, _STRONGEST / np.maximum(size, 1e-6)), np.complex128)


class _Likeness:
    """How like a picture is to itself at each shift, in standard deviations of chance.

    ``values`` holds shifts of -h … h - 1 rows and -w … w - 1 columns; shifts that say nothing are 0.
    ``nearby`` is the largest of the nine values around each shift.
    """

    def __init__(self, values: Floats, counts: NDArray[np.bool_]) -> None:
        self.values, self.counts = values, counts
        self.height, self.width = values.shape[0] // 2, values.shape[1] // 2
        self._look()

    @classmethod
    def of(cls, directions: NDArray[np.complex128]) -> "_Likeness":
        height, width = directions.shape
        rows, columns = (np.arange(-side, side) for side in (height, width))
        overlap = np.outer(1 - np.abs(rows) / height, 1 - np.abs(columns) / width)
        far = rows[:, None] ** 2 + columns**2 >= _SHORTEST**2
        counts = (overlap > _LEAST_OVERLAP) & far
        values = _whitened(directions)
        values /= 1.4826 * np.median(np.abs(values[counts])) + 1e-12
        return cls(np.where(counts, values, 0).astype(np.float32), counts)

    def _look(self) -> None:
        wide = np.maximum(self.values, np.maximum(np.roll(self.values, 1, 0), np.roll(self.values, -1, 0)))
        self.nearby = np.maximum(wide, np.maximum(np.roll(wide, 1, 1), np.roll(wide, -1, 1)))
        usual = self.nearby[self.counts]
        self._mean = float(np.median(usual))
        self._spread = 1.4826 * float(np.median(np.abs(usual - self._mean))) + 1e-6

    def plainest(self) -> Lattice | None:
        """Return the lattice whose shifts stand out most together, or None where none does."""
        peaks = self._peaks()
        if not len(peaks):
            return None
        pairs = (_reduced(peaks[i], peaks[j]) for i in range(len(peaks)) for j in range(i))
        known = [(self._significance(pair), pair) for pair in pairs if pair is not None]
        known.sort(key=lambda entry: -entry[0])
        finest = [self._finest(pair) for _, pair in known[:_TRIED]]
        if not finest:
            return None
        significance, lattice = max(finest, key=lambda entry: entry[0])
        repeats = self.height * self.width / lattice.cell
        return lattice if significance >= max(_LEAST_SIGNIFICANCE, 2 * np.sqrt(repeats)) else None

    def forget(self, lattice: Lattice) -> None:
        """Take the shifts of a lattice for chance from now on."""
        _, shifts = self._shifts(lattice)
        for row in range(-_LEFT_OVER, _LEFT_OVER + 1):
            for column in range(-_LEFT_OVER, _LEFT_OVER + 1):
                at = shifts + np.array([self.height + row, self.width + column])
                inside = np.all((at >= 0) & (at < self.values.shape), axis=1)
                self.values[at[inside, 0], at[inside, 1]] = 0
        self._look()

    def _peaks(self) -> list[Vector]:
        """Return the shifts that stand out most, plainest first; none if that one is no more than chance."""
        half = self.values[self.height :]  # a shift and its opposite say the same
        tops = np.where(half == self.nearby[self.height :], half, 0)
        order = np.argsort(-tops, axis=None, kind="stable")[:_POOL]
        if tops.flat[order[0]] < _STANDS_OUT:
            return []
        places = np.column_stack(np.unravel_index(order[tops.flat[order] > 0], tops.shape))
        return [self._exact(int(row), int(column) - self.width) for row, column in places]

    def _exact(self, row: int, column: int) -> Vector:
        """Return where between the pixels the peak at a shift lies."""
        at = (row + self.height, column + self.width)
        if not all(0 < place < side - 1 for place, side in zip(at, self.values.shape, strict=True)):
            return np.array([row, column], np.float64)
        around = self.values[at[0] - 1 : at[0] + 2, at[1] - 1 : at[1] + 2]
        return np.array([row + _summit(*around[:, 1]), column + _summit(*around[1])], np.float64)

    def _shifts(self, lattice: Lattice) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the multiples and the nearest pixels of a lattice's shifts that say something."""
        corners = np.array([[self.height, self.width], [self.height, -self.width]], np.float64)
        reach = np.abs(corners @ np.linalg.inv(lattice.basis)).max(0).astype(np.int64) + 1
        grids = np.meshgrid(*(np.arange(-side, side + 1) for side in reach), indexing="ij")
        multiples = np.column_stack([grid.ravel() for grid in grids])
        shifts = np.rint(multiples @ lattice.basis).astype(np.int64)
        inside = np.all(np.abs(shifts) < (self.height - 1, self.width - 1), axis=1)
        inside &= (shifts[:, 0] > 0) | ((shifts[:, 0] == 0) & (shifts[:, 1] > 0))
        multiples, shifts = multiples[inside], shifts[inside]
        counts = self.counts[shifts[:, 0] + self.height, shifts[:, 1] + self.width]
        return multiples[counts], shifts[counts]

    def _at(self, shifts: NDArray[np.int64]) -> Floats:
        return np.asarray(self.nearby[shifts[:, 0] + self.height, shifts[:, 1] + self.width])

    def _significance(self, lattice: Lattice) -> float:
        """Return by how many standard deviations all of a lattice's shifts together are more than chance."""
        if self.height * self.width * 4 / lattice.cell > _MOST_POINTS:
            return -1.0
        _, shifts = self._shifts(lattice)
        if not len(shifts):
            return -1.0
        values = np.minimum(self._at(shifts), 60.0) - self._mean
        return float(values.sum() / np.sqrt(len(values)) / self._spread)

    def _finest(self, lattice: Lattice) -> tuple[float, Lattice]:
        """Return a lattice made exact, and finer as long as its shifts stand out more for it."""
        lattice = self._refined(lattice)
        significance = self._significance(lattice)
        while True:
            finer = [(self._significance(part), part) for part in _parts(lattice)]
            more, part = max(finer, key=lambda entry: entry[0], default=(0.0, lattice))
            if more <= 1.02 * significance:
                return significance, lattice
            part = self._refined(part)
            more = self._significance(part)
            if more <= significance:
                return significance, lattice
            significance, lattice = more, part

    def _refined(self, lattice: Lattice) -> Lattice:
        """Return the lattice that fits the peaks near its shifts best."""
        for _ in range(3):
            multiples, shifts = self._shifts(lattice)
            if not len(shifts):
                return lattice
            values = self._at(shifts)
            plain = np.flatnonzero(values > max(4.0, 0.1 * float(values.max())))[:400]
            weights = np.sqrt(np.minimum(values[plain], 30.0))[:, None]
            exact = np.array([self._top(*shift) for shift in shifts[plain].tolist()])
            if len(plain) < 3 or np.linalg.matrix_rank(multiples[plain]) < 2:
                return lattice
            basis = np.linalg.lstsq(multiples[plain] * weights, exact * weights, rcond=None)[0]
            lattice = Lattice(basis[0], basis[1])
        return lattice

    def _top(self, row: int, column: int) -> Vector:
        """Return the peak among the nine shifts around one."""
        top, left = row + self.height - 1, column + self.width - 1
        step = divmod(int(self.values[top : top + 3, left : left + 3].argmax()), 3)
        return self._exact(row + step[0] - 1, column + step[1] - 1)


def _whitened(directions: NDArray[np.complex128]) -> NDArray[np.float64]:
    """Return how like a field is to itself at each shift, but for what is alike because it is near."""
    height, width = directions.shape
    fades = [np.minimum(1.0, (np.minimum(np.arange(side), np.arange(side)[::-1]) + 1) / _TAPER)
             for side in (height, width)]  # fmt: skip
    even = (directions - directions.mean()) * np.outer(*fades)
    power = np.abs(np.fft.fft2(even, (2 * height, 2 * width))) ** 2
    near = [np.exp(-0.5 * (np.fft.fftfreq(2 * side, 0.5 / side) / _NEAR) ** 2) for side in (height, width)]
    usual = np.fft.fft2(np.fft.ifft2(power) * np.outer(*near)).real
    usual = np.maximum(usual, 1e-6 * power.mean() + 1e-12)
    return np.asarray(np.fft.fftshift(np.fft.ifft2(power / usual - 1).real))


def _summit(before: float, middle: float, after: float) -> float:
    """Return where the parabola through three values is highest, from the middle one."""
    bend = before - 2 * middle + after
    return 0.0 if bend >= -1e-9 else float(np.clip(0.5 * (before - after) / bend, -0.5, 0.5))


def _reduced(first: Vector, second: Vector) -> Lattice | None:
    """Return the lattice of two shifts by its shortest ones (Gauss), or None if its cells are too small."""
    if abs(first[0] * second[1] - first[1] * second[0]) < _LEAST_CELL:
        return None
    while True:
        if first @ first > second @ second:
            first, second = second, first
        times = round(float(first @ second / (first @ first)))
        if times == 0:
            break
        second = second - times * first
    return Lattice(first, second) if np.hypot(*first) >= _LEAST_SIDE else None


def _parts(lattice: Lattice) -> list[Lattice]:
    """Return the lattices of which every second, third or fifth shift is one of a lattice's."""
    first, second = lattice.first, lattice.second
    parts = []
    for count in (2, 3, 5):
        parts.append(_reduced(first / count, second))
        parts += [_reduced(first, (second + times * first) / count) for times in range(count)]
        parts += [_reduced((first + times * second) / count, second) for times in range(1, count)]
    return [part for part in parts if part is not None]
