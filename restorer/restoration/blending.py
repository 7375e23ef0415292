"""The arithmetic of strengths: exact where all of them are 1 or 0. See docs/decisions/005."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from restorer.photo import Box
from restorer.photo.photo import Pixels
from restorer.photo.pyramid import Pyramid
from restorer.restoration.layers import Layer
from restorer.restoration.planes import in_depth
from restorer.restoration.small import Floats


@dataclass(frozen=True)
class Part:
    """Pixels that are blended: those of ``box`` at a zoom level, or those ``n`` of them in ``places`` alone.

    ``places`` are the rows and the columns in the box, ``(n,)`` each. All pixels come as ``(h, w, C)``, a
    choice as ``(n, C)``. Where little is repaired, a choice costs a fraction of the whole.
    """

    level: int
    box: Box
    places: tuple[NDArray[np.intp], ...] | None = None

    def read(self, pyramid: Pyramid) -> Pixels:
        """Return the part's pixels of a picture."""
        pixels = pyramid.read(self.level, self.box)
        return pixels if self.places is None else pixels[self.places]

    def choose(self, values: Floats) -> Floats:
        """Return the part's values of those ``(h, w)`` of its box."""
        return values if self.places is None else values[self.places]

    def covered(self, layer: Layer) -> NDArray[np.bool_] | None:
        """Return which of the part's pixels a layer knows, with one channel; None if it knows all."""
        covered = layer.covered(self.level, self.box)
        return covered if covered is None or self.places is None else covered[self.places]


def telescoped(
    base: Pixels, layers: Sequence[Layer | None], strengths: Sequence[float], part: Part
) -> Pixels | Floats:
    """Return base + Σ strengthₖ · (layerₖ − layerₖ₋₁) in a part; layer₀ is ``base``, its pixels there.

    In the depth of ``base`` where that is one of the pictures, to the bit; else float32 in the same values.
    Where a layer is missing or not yet known, it is taken to change nothing.
    """
    pictures = [base]
    for layer in layers:
        pictures.append(_read(layer, pictures[-1], part))
    following = [*strengths, 0.0]
    shares = [before - after for before, after in zip([1.0, *strengths], following, strict=True)]
    parts = [(share, picture) for share, picture in zip(shares, pictures, strict=True) if share]
    if len(parts) == 1:
        return parts[0][1]
    (share, picture), *others = parts
    total: Floats = np.multiply(picture, np.float32(share), dtype=np.float32)
    for share, picture in others:
        total += np.float32(share) * picture
    return total


def mixed_in(
    picture: Pixels | Floats, layer: Layer, chosen: NDArray[np.uint8], strength: float, part: Part
) -> tuple[Floats, Floats] | None:
    """Return ``picture`` with what ``layer`` holds where it is ``chosen`` (255), and the share of each pixel.

    ``picture`` and ``chosen`` are those of the part. None if nothing is chosen, or known yet.
    """
    if (covered := part.covered(layer)) is not None:
        chosen = chosen * covered
    if not chosen.any():
        return None
    share: Floats = chosen.astype(np.float32) * np.float32(1 / 255)
    before: Floats = picture.astype(np.float32)
    change: Floats = part.read(layer.pyramid) - before
    return before + np.float32(strength) * share * change, share


def with_repairs(
    before: Pixels, plain: Pixels | Floats, repaired: Floats, fresh: Floats, filled: Pixels, share: Floats
) -> Pixels:
    """Return the repaired photo with the later stages' changes, of the run that each pixel's ``share`` says.

    ``plain`` is the photo after the stages without repairs, ``fresh`` that with all of them, which is
    ``filled`` before the stages. Where the share is 0, the result is ``plain``, to the bit.
    """
    without = plain.astype(np.float32) - before
    with_them = fresh.astype(np.float32) - filled
    values = in_depth(repaired + without + share * (with_them - without), before.dtype)
    return np.where(share > 0, values, rounded(plain, before.dtype))


def rounded(values: Pixels | Floats, dtype: "np.dtype[np.generic]") -> Pixels:
    """Return values in a depth; themselves if they are in it."""
    return values if values.dtype == dtype else in_depth(values, dtype)


def _read(layer: Layer | None, previous: Pixels, part: Part) -> Pixels:
    if layer is None:
        return previous
    pixels, covered = part.read(layer.pyramid), part.covered(layer)
    return pixels if covered is None else np.where(covered, pixels, previous)
