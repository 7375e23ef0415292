"""The arithmetic of strengths: exact where all of them are 1 or 0. See docs/decisions/005."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from restorer.photo import Box
from restorer.photo.photo import Pixels
from restorer.restoration.layers import Layer
from restorer.restoration.planes import in_depth
from restorer.restoration.small import Floats


def telescoped(
    base: Pixels, layers: Sequence[Layer | None], strengths: Sequence[float], level: int, box: Box
) -> Pixels | Floats:
    """Return base + Σ strengthₖ · (layerₖ − layerₖ₋₁) in ``box`` of a zoom level; layer₀ is ``base``.

    In the depth of ``base`` where that is one of the pictures, to the bit; else float32 in the same values.
    Where a layer is missing or not yet known, it is taken to change nothing.
    """
    pictures = [base]
    for layer in layers:
        pictures.append(_read(layer, pictures[-1], level, box))
    following = [*strengths, 0.0]
    shares = [before - after for before, after in zip([1.0, *strengths], following, strict=True)]
    parts = [(share, picture) for share, picture in zip(shares, pictures, strict=True) if share]
    if len(parts) == 1:
        return parts[0][1]
    total = np.zeros(base.shape, np.float32)
    for share, picture in parts:
        total += np.float32(share) * picture
    return total


def mixed_in(
    picture: Pixels | Floats, layer: Layer, chosen: NDArray[np.uint8], strength: float, level: int, box: Box
) -> tuple[Floats, Floats] | None:
    """Return ``picture`` with what ``layer`` holds where it is ``chosen`` (255), and the share of each pixel.

    None if nothing is chosen, or known yet.
    """
    if (covered := layer.covered(level, box)) is not None:
        chosen = chosen * covered
    if not chosen.any():
        return None
    share: Floats = chosen.astype(np.float32) * np.float32(1 / 255)
    before: Floats = picture.astype(np.float32)
    change: Floats = layer.pyramid.read(level, box) - before
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


def _read(layer: Layer | None, previous: Pixels, level: int, box: Box) -> Pixels:
    if layer is None:
        return previous
    pixels = layer.pyramid.read(level, box)
    covered = layer.covered(level, box)
    return pixels if covered is None else np.where(covered, pixels, previous)
