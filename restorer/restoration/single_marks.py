"""What a mark that stands in a photo once lets shine through: its opacity and ink, from what surrounds it.

A marked picture is ``J = (1 - a) · I + a · W``. Where neither letter nor logo repeats, one thing is known
still: opacity a and ink W are the same all over it. So the marked pixels lie, over what the surroundings lead
one to expect there, on one straight line, and the others, between the letters, on another: ``J = I``. Which
pixels belong to which, and how the first line runs, is found in turn. See docs/decisions/031.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from restorer.restoration.lattices import gradients
from restorer.restoration.overlays import NOISE, OPAQUE, TEXTURE, Overlay, surroundings
from restorer.restoration.small import LUMA, Floats, box_mean

Mask = NDArray[np.bool_]

_FEWEST = 30
"""Pixels that tell an opacity."""
_ROUNDS = 12
_FAINTEST, _TOO_UNSURE = 0.03, 0.2
"""Of an opacity: less is not seen, and what may be wrong by so much is not known."""
_PULL = 1e-4
"""Where the surroundings are all of one tone, nothing tells an opacity: it is drawn to one half."""
_FARTHEST = 9.0
"""Standard deviations squared: what is farther off counts no more."""
_SURER = 1.5
_ALIKE = 25.0
"""Pixels that err alike: so many tell no more than one."""
_UNSURE, _UNSURE_AT_EDGES, _UNSURE_OF_EDGE = 0.05, 0.1, 0.15
"""How far the opacity may be wrong: everywhere; by how much of what it rises within a pixel; and by how much
of itself where a pixel of the mark has one beside it that is none."""


@dataclass(frozen=True)
class _Line:
    """``J = through · I + added``: how likely each pixel is to lie on it, and how unsure ``through`` is."""

    through: float
    added: Floats
    likely: Floats
    unsure: float
    worth: float


def single_overlay(planes: Floats, marked: Mask, known: Mask) -> Overlay | None:
    """Return what lies over a picture ``(3, h, w)``, 0..1, as one mark; None if nothing translucent does.

    ``marked`` ``(h, w)`` is where it is, and may be a little of what is beside it and between its letters;
    ``known`` is where there is none.
    """
    beneath = surroundings(planes, known)
    rough = _roughness(planes, known)
    lines = [
        _line(planes, beneath, marked, rough + NOISE**2, start) for start in _starts(planes - beneath, rough)
    ]
    line = max((line for line in lines if line), key=lambda line: line.worth, default=None)
    if line is None or line.unsure > _TOO_UNSURE or not _FAINTEST < 1 - line.through < OPAQUE:
        return None
    opacity = 1 - line.through
    inks = np.clip(line.added / opacity, 0, 1)[:, None, None]
    field, settled = _opacity(planes, beneath, marked, inks, line, rough)
    rising = np.hypot(*gradients(field))
    contrast = np.abs(inks - beneath).mean(0)
    unsure = np.hypot(_UNSURE, line.unsure) + _UNSURE_AT_EDGES * rising
    unsure = unsure + np.where(settled, 0, _UNSURE_OF_EDGE * opacity)
    doubt = (NOISE**2 + (unsure * contrast) ** 2) / (1 - field) ** 2
    trust = np.where(marked, rough / (rough + doubt), 0)
    fields = np.concatenate([field[None], field * inks, trust[None]])
    return Overlay(np.asarray(fields, np.float32), (0, 0), (planes.shape[1], planes.shape[2]))


def _roughness(planes: Floats, known: Mask) -> Floats:
    """Return how much a picture changes from pixel to pixel, beneath the mark as around it.

    A filling from means is smooth, and would have nothing to say of that.
    """
    down, across = gradients(np.tensordot(LUMA, planes, 1).astype(np.float32))
    inner = box_mean(known.astype(np.float32), 1) > 0.999
    change = surroundings((down * down + across * across)[None], inner)[0]
    return np.asarray(box_mean(change, TEXTURE) + np.float32(1 / 255) ** 2, np.float32)


def _starts(change: Floats, rough: Floats) -> list[Mask]:
    """Return first guesses at which pixels bear the mark: those that differ, that are lighter, and darker."""
    near = np.stack([box_mean(plane, 1) for plane in change])
    light, spread = np.tensordot(LUMA, near, 1), np.sqrt(rough + NOISE**2)
    return [np.sqrt((near * near).mean(0)) > spread, light > spread, light < -spread]


def _line(planes: Floats, beneath: Floats, marked: Mask, spread: Floats, start: Mask) -> _Line | None:
    """Find the line on which the marked pixels lie, from a first guess at which these are."""
    likely = np.where(marked & start, np.float32(1), np.float32(0))
    known, seen, error = beneath[:, marked], planes[:, marked], spread[marked]
    for _ in range(_ROUNDS):
        if likely.sum() < _FEWEST:
            return None
        weight = likely[marked] / error
        for _ in range(3):  # what lies off the line counts less
            total = float(weight.sum())
            middle, height = (known * weight).sum(1) / total, (seen * weight).sum(1) / total
            aside = known - middle[:, None]
            wide = float((weight * aside * aside).sum())
            steep = float((weight * aside * (seen - height[:, None])).sum())
            through = min(max((steep + 0.5 * _PULL * total) / (wide + _PULL * total), 0.0), OPAQUE)
            through, added = _possible(through, middle, height)
            off = ((seen - through * known - added[:, None]) ** 2).mean(0)
            weight = likely[marked] / error / (1 + off / (through**2 * error + NOISE**2))
        expected = through**2 * (spread - NOISE**2) + NOISE**2
        on_line = ((planes - through * beneath - added[:, None, None]) ** 2).mean(0) / expected
        on_photo = ((planes - beneath) ** 2).mean(0) / spread
        odds = np.minimum(on_photo, _FARTHEST) - np.minimum(on_line, _FARTHEST) + np.log(spread / expected)
        odds = _SURER * box_mean(np.where(marked, odds, -3).astype(np.float32), 1)
        likely = np.where(marked, 1 / (1 + np.exp(-np.clip(odds, -30, 30))), 0).astype(np.float32)
    if likely.sum() < _FEWEST:
        return None
    weight = likely[marked] / error / (1 + off / (through**2 * error + NOISE**2))
    total = float(weight.sum())
    variance, width = float((weight * off).sum()) / total + NOISE**2, max(wide / 3 / total, 1e-6)
    unsure = float(np.sqrt(variance / width / max(1.0, float(likely.sum()) / _ALIKE)))
    return _Line(through, added.astype(np.float32), likely, unsure, float((odds * likely).sum()))


def _possible(through: float, middle: Floats, height: Floats) -> "tuple[float, Floats]":
    """Return a line through ``middle`` and ``height`` whose ink is a colour, as near as may be."""
    inks = np.clip((height - through * middle) / max(1 - through, 1e-3), 0, 1)
    towards = inks - middle
    opacity = float((towards * (height - middle)).sum()) / max(float((towards * towards).sum()), 1e-9)
    through = 1 - min(max(opacity, 0.0), OPAQUE)
    return through, height - through * middle


def _opacity(
    planes: Floats, beneath: Floats, marked: Mask, inks: Floats, line: _Line, rough: Floats
) -> tuple[Floats, Mask]:
    """Return the opacity ``(h, w)``, and where a pixel and all around it are of the mark, or none is."""
    opacity = np.float32(1 - line.through)
    share = box_mean((line.likely > 0.5).astype(np.float32), 1)
    weight, towards = 1 / (rough + NOISE**2), beneath - inks
    led = box_mean(weight * ((beneath - planes) * towards).sum(0), 1)
    far = np.maximum(box_mean(weight * (towards * towards).sum(0), 1), 1e-6)
    edge = np.clip(led / far, 0, opacity)
    inner, outer = share > 0.999, share < 0.001
    field = np.where(inner, opacity, np.where(outer | ~marked, 0, edge))
    return field.astype(np.float32), inner | outer
