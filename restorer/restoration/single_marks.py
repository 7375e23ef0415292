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

Places = NDArray[np.bool_]

_OPPONENT = np.array([LUMA, [0.5, -0.5, 0.0], [-0.25, -0.25, 0.5]], np.float32)
_RGB = np.linalg.inv(_OPPONENT).astype(np.float32)

_FEWEST = 30
"""Pixels that tell an opacity."""
_ROUNDS = 12
_FAINTEST, _TOO_UNSURE = 0.03, 0.2
"""Of an opacity: less is not seen, and what may be wrong by so much is not known."""
_PULL = 1e-4
"""Where the surroundings are all of one tone, nothing tells an opacity: it is drawn to one half."""
_FARTHEST = 9.0
"""Standard deviations squared: what is farther off counts no more."""
_SURER = 0.75
"""The odds that nine pixels around one tell of it, for each standard deviation squared."""
_LEAST_SCATTER = 0.25
"""Of what would be expected: pixels that lie closer to the line do so by chance."""
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


def single_overlay(planes: Floats, marked: Places, known: Places) -> Overlay | None:
    """Return what lies over a picture ``(3, h, w)``, 0..1, as one mark; None if nothing translucent does.

    ``marked`` ``(h, w)`` is where it is, and may be a little of what is beside it and between its letters;
    ``known`` is where there is none.
    """
    beneath = surroundings(planes, known)
    seen, expected = _opponent(planes), _opponent(beneath)
    rough = np.stack([_roughness(plane, known) for plane in seen])
    spread = rough + NOISE**2
    starts = _starts(seen - expected, spread)
    lines = [_line(seen, expected, marked, spread, start) for start in starts]
    line = max((line for line in lines if line), key=lambda line: line.worth, default=None)
    if line is None or line.unsure > _TOO_UNSURE or not _FAINTEST < 1 - line.through < OPAQUE:
        return None
    opacity = 1 - line.through
    field, settled = _opacity(seen, expected, marked, line, spread)
    inks = np.clip(_RGB @ (line.added / opacity), 0, 1)[:, None, None]
    rising = np.hypot(*gradients(field))
    contrast = np.abs(inks - beneath).mean(0)
    unsure = np.hypot(_UNSURE, line.unsure) + _UNSURE_AT_EDGES * rising
    unsure = unsure + np.where(settled, 0, _UNSURE_OF_EDGE * opacity)
    doubt = (NOISE**2 + (unsure * contrast) ** 2) / (1 - field) ** 2
    trust = np.where(marked, rough[0] / (rough[0] + doubt), 0)
    fields = np.concatenate([field[None], field * inks, trust[None]])
    return Overlay(np.asarray(fields, np.float32), (0, 0), (planes.shape[1], planes.shape[2]))


def _opponent(planes: Floats) -> Floats:
    """Return luma and two differences of colours: texture is mostly in the first, a coloured ink in all."""
    return np.tensordot(_OPPONENT, planes, 1).astype(np.float32)


def _roughness(plane: Floats, known: Places) -> Floats:
    """Return how much a plane changes from pixel to pixel, beneath the mark as around it.

    A filling from means is smooth, and would have nothing to say of that.
    """
    down, across = gradients(plane)
    inner = box_mean(known.astype(np.float32), 1) > 0.999
    change = surroundings((down * down + across * across)[None], inner)[0]
    return np.asarray(box_mean(change, TEXTURE) + np.float32(1 / 255) ** 2, np.float32)


def _starts(change: Floats, spread: Floats) -> list[Places]:
    """Return first guesses at which pixels bear the mark: those that differ, that are lighter, and darker."""
    near = np.stack([box_mean(plane, 1) for plane in change]) / np.sqrt(spread)
    return [(near * near).max(0) > 1, near[0] > 1, near[0] < -1]


def _line(seen: Floats, expected: Floats, marked: Places, spread: Floats, start: Places) -> _Line | None:
    """Find the line on which the marked pixels lie, from a first guess at which these are."""
    likely = np.where(marked & start, np.float32(1), np.float32(0))
    beneath, above, error = expected[:, marked], seen[:, marked], spread[:, marked]
    on_photo = ((seen - expected) ** 2 / spread).sum(0)
    off = np.zeros(beneath.shape[1:], np.float32)
    for _ in range(_ROUNDS):
        if likely.sum() < _FEWEST:
            return None
        for _ in range(3):  # what lies off the line counts less
            weight = likely[marked] / error / (1 + off)
            total = weight.sum(1)
            middle, height = (beneath * weight).sum(1) / total, (above * weight).sum(1) / total
            aside = beneath - middle[:, None]
            wide = float((weight * aside * aside).sum())
            steep = float((weight * aside * (above - height[:, None])).sum())
            pull = _PULL * float(total[0])
            through = min(max((steep + 0.5 * pull) / (wide + pull), 0.0), OPAQUE)
            through, added = _possible(through, middle, height)
            error_on_line = through**2 * error + NOISE**2
            off = ((above - through * beneath - added[:, None]) ** 2 / error_on_line).mean(0)
        narrower = through**2 * (spread - NOISE**2) + NOISE**2
        on_line = ((seen - through * expected - added[:, None, None]) ** 2 / narrower).sum(0)
        odds = np.minimum(on_photo, _FARTHEST) - np.minimum(on_line, _FARTHEST)
        odds = odds + np.log(spread / narrower).sum(0)
        odds = _SURER * box_mean(np.where(marked, odds, -3).astype(np.float32), 1)
        likely = np.where(marked, 1 / (1 + np.exp(-np.clip(odds, -30, 30))), 0).astype(np.float32)
    if likely.sum() < _FEWEST:
        return None
    scatter = max(float((likely[marked] * off).sum()) / float(likely.sum()), _LEAST_SCATTER)
    scatter *= float((error_on_line / error).mean())
    unsure = float(np.sqrt(scatter * _ALIKE / max(wide, 1e-9)))
    return _Line(through, added.astype(np.float32), likely, unsure, float((odds * likely).sum()))


def _possible(through: float, middle: Floats, height: Floats) -> "tuple[float, Floats]":
    """Return a line through ``middle`` and ``height`` whose ink is a colour, as near as may be."""
    inks = np.clip(_RGB @ ((height - through * middle) / max(1 - through, 1e-3)), 0, 1)
    inks = np.asarray(_OPPONENT @ inks, np.float32)
    towards = inks - middle
    opacity = float((towards * (height - middle)).sum()) / max(float((towards * towards).sum()), 1e-9)
    through = 1 - min(max(opacity, 0.0), OPAQUE)
    return through, height - through * middle


def _opacity(
    seen: Floats, expected: Floats, marked: Places, line: _Line, spread: Floats
) -> tuple[Floats, Places]:
    """Return the opacity ``(h, w)``, and where a pixel and all around it are of the mark, or none is."""
    opacity = np.float32(1 - line.through)
    share = box_mean((line.likely > 0.5).astype(np.float32), 1)
    towards = expected - (line.added / opacity)[:, None, None]
    led = box_mean(((expected - seen) * towards / spread).sum(0), 1)
    far = np.maximum(box_mean((towards * towards / spread).sum(0), 1), 1e-6)
    edge = np.clip(led / far, 0, opacity)
    inner, outer = share > 0.999, share < 0.001
    field = np.where(inner, opacity, np.where(outer | ~marked, 0, edge))
    return field.astype(np.float32), inner | outer
