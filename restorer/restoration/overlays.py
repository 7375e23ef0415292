"""What lies over a photo and lets it shine through, so that the photo beneath can be computed back.

A marked picture is ``J = (1 - a) · I + a · W``. Of a mark that repeats many places tell the same opacity a,
and all of them the ink W; then ``I = (J - a · W) / (1 - a)`` is the photo itself, where filling would invent
one. Neither is always right: see docs/decisions/028.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from restorer.photo import Box
from restorer.progress import Progress
from restorer.restoration.lattice_cells import places_in, spread_out
from restorer.restoration.lattices import gradients
from restorer.restoration.repeated_marks import RepeatedMark
from restorer.restoration.small import LUMA, Floats, box_mean, stretched

OPAQUE = 0.97
"""What is covered more than that has nothing to say."""
_ROUNDS = 10
NOISE = 4 / 255
"""How far a pixel is off because of JPEG."""
_UNSURE, _UNSURE_AT_EDGES = 0.05, 0.1
"""How far the opacity may be wrong: everywhere, and by how much of what it rises within a pixel."""
_ROOM = 0.4
"""Pixels beside a mark bear some of it, too, and are no part of its surroundings; but fine waves that cover
more than this have no others."""
TEXTURE = 8
"""Pixels around one that tell how rough the photo is there."""
_RADII = (1, 2, 3, 5, 8, 13, 21, 34, 60)
_LEAST_KNOWN = 0.15


@dataclass(frozen=True)
class Overlay:
    """What lies over a part of a photo, known at the size at which it was looked at.

    ``fields`` ``(5, h, w)`` are the opacity (0..1), red, green and blue times the opacity, and how far what
    is computed back is to be trusted beside a filling (0..1; 0 beside the mark). The part has its top left
    pixel at ``corner`` of the photo and is ``size`` (height, width) large.
    """

    fields: Floats
    corner: tuple[int, int]
    size: tuple[int, int]

    def lifted(self, box: Box, marked: Floats) -> tuple[Floats, Floats]:
        """Return what shines through in ``box`` of the photo, ``(3, h, w)``, and the trust in it ``(h, w)``.

        ``marked`` ``(3, h, w)``, 0..1, is the photo as it is.
        """
        fields = stretched(self.fields, self.size, 0, box, self.corner)
        opacity, colour, trust = np.minimum(fields[0], OPAQUE), fields[1:4], fields[4]
        top, left = self.corner
        inside = box.intersect(Box(top, left, top + self.size[0], left + self.size[1]))
        within = np.zeros_like(trust)
        if not inside.empty:
            part = inside.within(box).slices
            within[part] = trust[part]
        return np.clip((marked - colour) / (1 - opacity), 0, 1).astype(np.float32), within


def overlay_of(planes: Floats, marks: Sequence[RepeatedMark], *, progress: Progress | None = None) -> Overlay:
    """Return what marks lay over a picture ``(3, h, w)``, 0..1; they are lifted in turn.

    Raises:
        Cancelled: ``progress`` says so.
    """
    progress = progress or Progress()
    size = planes.shape[1], planes.shape[2]
    marked = np.logical_or.reduce([mark.marked for mark in marks])
    wider = box_mean(marked.astype(np.float32), 1) > 0.05  # any of the nine pixels
    filling = surroundings(planes, ~(wider if wider.mean() < _ROOM else marked))
    through, doubt = np.ones(size, np.float32), np.zeros(size, np.float32)
    lifted, colour = planes, np.zeros_like(planes)
    for index, mark in enumerate(marks):
        part = progress.part(index / len(marks), 1 / len(marks))
        opacity, inks = _opacity(lifted, mark, filling, part)
        colour += through * opacity * inks
        through *= 1 - opacity
        lifted = np.asarray((lifted - opacity * inks) / (1 - opacity), np.float32)
        rising = np.hypot(*gradients(opacity))
        contrast = np.abs(inks - filling).mean(0)
        wrong = NOISE**2 + ((_UNSURE + _UNSURE_AT_EDGES * rising) * contrast) ** 2
        doubt += np.asarray(mark.marked * wrong / (1 - opacity) ** 2, np.float32)
    progress(1.0)
    rough = texture(np.where(marked, filling, planes))
    trust = np.where(marked, rough / (rough + doubt), 0)
    fields = np.concatenate([(1 - through)[None], colour, trust[None]])
    return Overlay(np.asarray(fields, np.float32), (0, 0), size)


def _opacity(
    planes: Floats, mark: RepeatedMark, filling: Floats, progress: Progress
) -> tuple[Floats, Floats]:
    """Return a mark's opacity ``(h, w)`` and its inks ``(3, 1, 1)``, both by least squares, in turn.

    At each place of a cell the opacity is the one that leads from the filling, over all cells, to what is
    seen there; calm surroundings count more, for they are filled more truly.
    """
    size = planes.shape[1], planes.shape[2]
    shape, places = places_in(mark.lattice, size)
    count = shape[0] * shape[1]
    weight = (1 / (texture(filling) + NOISE**2)).ravel()
    seen, beneath = planes.reshape(3, -1), filling.reshape(3, -1)
    inks = np.array(mark.inks, np.float64)
    cell, within = np.zeros(shape), mark.marked.ravel()
    for index in range(_ROUNDS):
        progress(index / _ROUNDS)
        here = spread_out(cell, mark.lattice, size).ravel()
        towards = beneath - inks[:, None]
        # What is still missing, as it will be spread: so the opacity's edges stay as sharp as they are.
        missing = np.bincount(places, weight * ((beneath - seen - here * towards) * towards).sum(0), count)
        possible = np.bincount(places, weight * (towards * towards).sum(0), count)
        cell = np.clip(cell + (missing / np.maximum(possible, 1e-9)).reshape(shape), 0, OPAQUE)
        here = np.where(within, spread_out(cell, mark.lattice, size).ravel(), 0)
        strength = weight * here
        total = max(float((strength * here).sum()), 1e-9)
        inks = np.clip(((seen - (1 - here) * beneath) * strength).sum(1) / total, 0, 1)
    return here.reshape(size).astype(np.float32), inks.astype(np.float32)[:, None, None]


def texture(planes: Floats) -> Floats:
    """Return how much a picture changes from pixel to pixel around each: about how wrong a filling is."""
    down, across = gradients(np.tensordot(LUMA, planes, 1))
    return box_mean(down * down + across * across, TEXTURE) + np.float32(1 / 255) ** 2


def surroundings(planes: Floats, known: NDArray[np.bool_]) -> Floats:
    """Return a picture with means of what is ``known`` where it is not, of as near as there is enough."""
    result, share, missing = planes.copy(), known.astype(np.float32), ~known
    for radius in _RADII:
        if not missing.any():
            break
        near = box_mean(share, radius)
        now = missing & (near > _LEAST_KNOWN)
        for plane, given in zip(result, planes, strict=True):
            plane[now] = (box_mean(given * share, radius) / np.maximum(near, 1e-6))[now]
        missing = missing & ~now
    return result
