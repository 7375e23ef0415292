"""Repairs: the places that a network's scores propose, which of them count, and the mask that they make.

See docs/decisions/005 for why the shape of a repair does not depend on the sensitivity.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from restorer.inference.card import ModelCard
from restorer.photo import Box
from restorer.photo.pyramid import Pyramid
from restorer.restoration.layers import CELL, cells
from restorer.restoration.regions import connected
from restorer.restoration.steps import MaskStep, Place, RepairDamage

Scores = NDArray[np.uint8]
"""``(H, W)``, 0 (surely intact) to 255 (surely not)."""

LOW = 160
"""Scores from here on belong to the shape of a repair, if its surest pixel counts. With lower ones, doubtful
pixels join what is sure into places as large as a face."""

MARGIN = 3
"""Pixels by which a repair is wider than what was found, where the network looked at full size; its weight
falls from 1 to 0 over them."""


@dataclass(frozen=True)
class Margin:
    """By how many pixels a repair is wider than what was found; the first ``solid`` of them are filled whole.

    Over the others the weight falls to 0.
    """

    width: int
    solid: int = 0

    def weight(self, distance: int) -> int:
        """Return the weight (0..255) of a pixel so far (1..width) from what was found."""
        return round(255 * (1 - max(0, distance - self.solid) / (self.width + 1 - self.solid)))


_LARGEST_SHARE = 0.2
"""Of a photo. Where more has a score of `LOW`, the network is lost, and nothing of it is taken: in a halftone
print every dot is a speck to it."""

_EXACT_MARGIN = 1
"""Pixels by which a repair is wider than what is known to the pixel: fine waves have no more between them."""

WIDEST = 40
"""Pixels that the network looks at. Damage in which a square so wide lies would be filled with a blur, and
what seems to be so is often a bright sky: it is repaired only where somebody says so, or paints it."""

_BLOCKS, _FULL = 5, 0.9
"""Such a square is looked for in so many blocks a side, covered to this share: a gap is nothing to go by."""

_UNCALIBRATED = ((0.98, 0.01), (0.95, 0.1), (0.85, 1.0), (0.75, 5.0), (0.65, 20.0))
"""Score and wrong repairs per megapixel, for a card without a table: a guess, and said to be one."""


@dataclass(frozen=True)
class Repair:
    """A place that may need repair.

    ``place`` is its surest pixel and names it in verdicts; ``area`` counts the pixels that were found,
    without the margin; ``score`` (0..1) is that of its surest pixel.
    """

    place: Place
    box: Box
    area: int
    score: float


class Repairs:
    """All the places that a photo's scores propose, surest first.

    ``share`` (0..1) is how much of what the network looked at seems to need repair; ``megapixels`` is how
    many that were, in a photo that was reduced by ``scale`` for it. ``exact_share`` (0..1) is known to need
    repair, without a network.
    """

    def __init__(
        self,
        size: tuple[int, int],
        pixels: "_Pixels",
        share: float,
        megapixels: float,
        scale: int,
        exact_share: float = 0.0,
    ) -> None:
        self.size, self.share, self.megapixels, self.exact_share = size, share, megapixels, exact_share
        self._pixels = pixels
        self.all = pixels.repairs(size[1])
        self._peaks = np.array([repair.score for repair in self.all])
        self._wide = pixels.holding_squares(size[1], (WIDEST + 2 * MARGIN) * scale // _BLOCKS)

    @property
    def lost(self) -> bool:
        """Whether the network is at a loss with this photo, so that nothing of its is proposed."""
        return self.share > _LARGEST_SHARE

    def counting(self, step: MaskStep, least: float) -> NDArray[np.bool_]:
        """Return which of `all` are repaired: by their score, ``least`` (0..1) or more, or by a verdict.

        Damage wider than `WIDEST` needs a verdict.
        """
        counts = self.from_score(least)
        if isinstance(step, RepairDamage):
            counts &= ~self._wide
        for places, verdict in ((step.accepted, True), (step.rejected, False)):
            for place in places:
                if (index := self.at(place)) is not None:
                    counts[index] = verdict
        return counts

    def at(self, place: Place) -> int | None:
        """Return the index of the repair (with its margin) that covers a pixel, or None."""
        index = self._pixels.find(place[0] * self.size[1] + place[1])
        return None if index is None else int(self._pixels.number[index])

    def mask(self, counting: NDArray[np.bool_]) -> NDArray[np.uint8]:
        """Return ``(H, W, 1)``: 255 in the repairs that count, with their margins, 0 elsewhere."""
        mask = np.zeros((*self.size, 1), np.uint8)
        mask.reshape(-1)[self._pixels.flat[counting[self._pixels.number]]] = 255
        return mask

    def weights(self, box: Box, counting: NDArray[np.bool_]) -> NDArray[np.uint8]:
        """Return ``(h, w)`` how much of a filling is taken: 255 in repairs that count, falling over their
        margins, 0 elsewhere and beyond the photo."""
        weights = np.zeros((box.height, box.width), np.uint8)
        flat, width = self._pixels.flat, self.size[1]
        inside = box.intersect(Box(0, 0, *self.size))
        for row in range(inside.top, inside.bottom):
            bounds = (row * width + inside.left, row * width + inside.right)
            part = slice(*np.searchsorted(flat, bounds).tolist())
            taken = np.where(counting[self._pixels.number[part]], self._pixels.weight[part], 0)
            weights[row - box.top, flat[part] - row * width - box.left] = taken
        return weights

    def from_score(self, least: float) -> NDArray[np.bool_]:
        """Return which of `all` have a score of ``least`` (0..1) or more."""
        return np.asarray(self._peaks >= least)

    def touched(self, counting: NDArray[np.bool_]) -> set[Box]:
        """Return the cells that hold repairs that count."""
        height, width = self.size
        across = -(-width // CELL)
        rows, columns = np.divmod(self._pixels.flat[counting[self._pixels.number]], width)
        held = np.flatnonzero(np.bincount(rows // CELL * across + columns // CELL))
        corners = [(cell // across * CELL, cell % across * CELL) for cell in held.tolist()]
        whole = Box(0, 0, height, width)
        return {Box(top, left, top + CELL, left + CELL).intersect(whole) for top, left in corners}


@dataclass(frozen=True)
class _Pixels:
    """The pixels of all repairs, by rising flat index: whose they are, their weights, their scores.

    The margin has score 0.
    """

    flat: NDArray[np.int64]
    number: NDArray[np.int64]
    weight: NDArray[np.uint8]
    score: NDArray[np.uint8]

    def find(self, flat: int) -> int | None:
        index = int(np.searchsorted(self.flat, flat))
        return index if index < len(self.flat) and self.flat[index] == flat else None

    def holding_squares(self, width: int, block: int) -> NDArray[np.bool_]:
        """Return which repairs, margins included, hold a square of `_BLOCKS` blocks a side."""
        order = np.argsort(self.number, kind="stable")
        areas = np.bincount(self.number)
        ends = np.cumsum(areas)
        holding = np.zeros(len(areas), np.bool_)
        for number in np.flatnonzero(areas >= (_BLOCKS * block) ** 2):
            flat = self.flat[order[ends[number] - areas[number] : ends[number]]]
            holding[number] = _holds_square(*np.divmod(flat, width), block)
        return holding

    def repairs(self, width: int) -> tuple[Repair, ...]:
        count = int(self.number.max(initial=-1)) + 1
        rows, columns = np.divmod(self.flat, width)
        bounds = np.full((4, count), np.iinfo(np.int64).max)
        for bound, values in zip(bounds, (rows, columns, -rows - 1, -columns - 1), strict=True):
            np.minimum.at(bound, self.number, values)
        area = np.bincount(self.number[self.score > 0], minlength=count)
        surest = np.lexsort((-self.score.astype(np.int64), self.number))
        surest = surest[np.searchsorted(self.number[surest], np.arange(count))]
        return tuple(
            Repair((int(rows[at]), int(columns[at])), Box(top, left, -bottom, -right), int(size), score / 255)
            for at, (top, left, bottom, right), size, score in zip(
                surest.tolist(), bounds.T.tolist(), area.tolist(), self.score[surest].tolist(), strict=True
            )
        )


def _holds_square(rows: NDArray[np.int64], columns: NDArray[np.int64], block: int) -> bool:
    """Return whether pixels cover a square of `_BLOCKS` blocks a side, on a grid from their corner on."""
    rows, columns = rows - rows.min(), columns - columns.min()
    shape = int(rows.max()) // block + 1, int(columns.max()) // block + 1
    covered = np.bincount(rows // block * shape[1] + columns // block, minlength=shape[0] * shape[1])
    full = covered.reshape(shape) >= _FULL * block**2
    for _ in range(_BLOCKS - 1):  # each time what is left stands for squares of a block more
        full = full[1:, 1:] & full[:-1, 1:] & full[1:, :-1] & full[:-1, :-1]
    return bool(full.any())


def find_repairs(
    scores: Scores,
    scale: int = 1,
    area: Box | None = None,
    margin: Margin | None = None,
    exact: NDArray[np.bool_] | None = None,
) -> Repairs:
    """Return the places that ``scores`` propose, and what is ``exact``; if the network is lost, that alone.

    The scores are those of a photo that was reduced by ``scale``, enlarged again; beyond ``area`` nobody
    looked, and they are 0. ``margin`` is that of the repairs, `MARGIN` of the pixels that the network
    looked at where none is given. ``exact`` ``(H, W)`` is what is known to the pixel, without a network.
    """
    size = scores.shape[0], scores.shape[1]
    seen = area.area if area else scores.size
    doubtful = scores >= LOW if exact is None else (scores >= LOW) & ~exact
    share = np.count_nonzero(doubtful) / seen
    megapixels, exact_share = seen / scale**2 / 1e6, 0.0
    if share > _LARGEST_SHARE:
        scores = np.zeros_like(scores)
    if exact is not None:
        scores, exact_share = np.where(exact, np.uint8(255), scores), np.count_nonzero(exact) / seen
    margin = margin or Margin(MARGIN * scale)
    parts = [part for cell in cells(size) if (part := _of_cell(scores, cell, margin, exact)) is not None]
    if not parts:
        nothing = np.zeros(0, np.int64)
        pixels = _Pixels(nothing, nothing, np.zeros(0, np.uint8), np.zeros(0, np.uint8))
        return Repairs(size, pixels, share, megapixels, scale)
    flat, weight = np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])
    order = np.argsort(flat, kind="stable")
    flat, weight = flat[order], weight[order]
    found = scores.reshape(-1)[flat]
    found[found < LOW] = 0  # the margin
    number, count = connected(flat, size[1])
    if exact is not None:
        number, count = _as_one(number, exact.reshape(-1)[flat])
    peak = np.zeros(count, np.uint8)
    np.maximum.at(peak, number, found)
    rank = np.empty(count, np.int64)
    rank[np.argsort(-peak.astype(np.int64), kind="stable")] = np.arange(count)
    pixels = _Pixels(flat, rank[number], weight, found)
    return Repairs(size, pixels, share, megapixels, scale, exact_share)


def _as_one(number: NDArray[np.int64], exact: NDArray[np.bool_]) -> tuple[NDArray[np.int64], int]:
    """Return the numbers of places, and how many there are, if all that hold what is exact are one.

    A mark that repeats is one mark: one verdict is for all of it.
    """
    belongs = np.zeros(int(number.max()) + 1, np.bool_)
    belongs[number[exact]] = True
    merged = np.where(belongs, belongs.argmax(), np.arange(len(belongs)))
    kept, numbered = np.unique(merged, return_inverse=True)
    return numbered[number].astype(np.int64), len(kept)


def mask_pyramid(mask: NDArray[np.uint8], touched: Sequence[Box] | None = None) -> Pyramid:
    """Return a mask ``(H, W, 1)`` at every zoom level; it is 0 outside ``touched`` (default: anywhere)."""
    if touched is None or sum(box.height * box.width for box in touched) > mask.size // 3:
        return Pyramid.build(mask)
    levels = [mask]
    while max(levels[-1].shape[:2]) > CELL:
        height, width, _ = levels[-1].shape
        levels.append(np.zeros(((height + 1) // 2, (width + 1) // 2, 1), np.uint8))
    pyramid = Pyramid(levels)
    for box in touched:
        pyramid.update(box)
    return pyramid


def least_score(card: ModelCard, wrong_repairs: float, megapixels: float) -> float:
    """Return the score (0..1) from which on repairs count, so that about ``wrong_repairs`` are wrong.

    Read from the card's ``calibration``, on a logarithmic scale between its entries; a card without one
    is given a guess (`is_calibrated`). What is surest counts even if more of it are wrong (`fewest_wrong`).
    """
    scores, rates = _calibration(card)
    wanted = max(wrong_repairs, 1e-6) / max(megapixels, 1e-6)
    return float(np.interp(np.log(wanted), np.log(rates), scores))


def fewest_wrong(card: ModelCard, megapixels: float) -> float:
    """Return how many of the surest repairs in a photo are wrong; nobody has measured fewer."""
    return float(_calibration(card)[1][0]) * megapixels


def _calibration(card: ModelCard) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return falling scores, and how many repairs per megapixel are wrong from each on."""
    table = [(entry["score"], entry["wrong_per_megapixel"]) for entry in card.calibration] or _UNCALIBRATED
    scores, rates = np.array(sorted(table, reverse=True)).T
    return scores, np.maximum.accumulate(np.maximum(rates, 1e-6))


def is_calibrated(card: ModelCard) -> bool:
    """Whether the sensitivity of a model was measured, rather than guessed."""
    return bool(card.calibration)


def _of_cell(
    scores: Scores, cell: Box, margin: Margin, exact: NDArray[np.bool_] | None
) -> tuple[NDArray[np.int64], NDArray[np.uint8]] | None:
    """Return the flat indices and the weights of a cell's repairs, margins included."""
    around = cell.grow(max(margin.width, _EXACT_MARGIN)).intersect(Box.of(scores))
    found = scores[around.slices] >= LOW
    if not found.any():
        return None
    if exact is None:
        weights = _weighted(found, margin)
    else:
        known = exact[around.slices]
        weights = np.maximum(_weighted(found & ~known, margin), _weighted(known, Margin(_EXACT_MARGIN)))
    weights = weights[cell.within(around).slices]
    rows, columns = np.nonzero(weights)
    flat = (rows + cell.top) * scores.shape[1] + (columns + cell.left)
    return flat.astype(np.int64), weights[rows, columns]


def _weighted(found: NDArray[np.bool_], margin: Margin) -> NDArray[np.uint8]:
    """Return how much of a filling is taken in and around what was found."""
    weights = np.where(found, np.uint8(255), np.uint8(0))
    for distance, grown in enumerate(_wider(found, margin.width), 1):
        weights[grown & (weights == 0)] = margin.weight(distance)
    return weights


def _wider(mask: NDArray[np.bool_], most: int) -> Iterator[NDArray[np.bool_]]:
    """Yield the mask wider by 1, 2 … ``most`` pixels."""
    for _ in range(most):
        wider = mask.copy()
        wider[1:] |= mask[:-1]
        wider[:-1] |= mask[1:]
        across = wider.copy()
        across[:, 1:] |= wider[:, :-1]
        across[:, :-1] |= wider[:, 1:]
        mask = across
        yield mask
