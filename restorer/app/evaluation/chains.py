"""Chains of classical steps, as a person with a photo program restores an old print.

Noise goes first, then tones are set right, then edges are sharpened. They need the ``benchmark`` extra.
"""

from collections.abc import Callable, Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from restorer.app.evaluation.peers import Peer
from restorer.app.evaluation.pictures import Picture, eight_bit
from restorer.restoration.small import LUMA

Step = Callable[[Picture], Picture]

Ends = np.float32 | NDArray[np.float32]

_ENDS = 0.5, 99.5  # percentiles that auto levels bring to black and white
_UNSHARP = 0.5, 1.5  # amount, and radius in pixels


def print_peers() -> Mapping[str, Peer[Callable[[Picture], Mapping[str, Picture]]]]:
    """Return what restores a picture by every chain, under the one name ``chains``.

    Noise: left, a bilateral filter, non-local means or wavelets, told the level that scikit-image estimates.
    Tones: left; levels of each channel or of all alike, grey world, grey world and levels; each wholly or by
    half. Edges: left, or sharpened by an unsharp mask.
    """
    return {"chains": Peer(lambda picture: dict(_chains(picture)), ("cv2", "skimage", "pywt"))}


def _chains(picture: Picture) -> Iterator[tuple[str, Picture]]:
    for quiet, smooth in _NOISE.items():
        smoothed = smooth(picture)
        for tone, level in _TONES.items():
            for share, how in ((1.0, tone), (0.5, f"half {tone}")):
                if not tone and share < 1:
                    continue
                toned = smoothed + np.float32(share) * (level(smoothed) - smoothed)
                for edge, sharpen in _EDGES.items():
                    names = [name for name in (quiet, how, edge) if name]
                    yield ", ".join(names) or "nothing", sharpen(toned)


def _as_it_is(picture: Picture) -> Picture:
    return picture


def _noise_level(picture: Picture) -> float:
    from skimage.restoration import estimate_sigma

    return float(estimate_sigma(picture, average_sigmas=True, channel_axis=-1))


def _bilateral(picture: Picture) -> Picture:
    import cv2

    reach = max(2.5 * _noise_level(picture), 1e-3)
    return np.asarray(cv2.bilateralFilter(picture, 7, reach, 2.0), np.float32)


def _non_local_means(picture: Picture) -> Picture:
    import cv2

    blue_first = np.ascontiguousarray(eight_bit(picture)[..., ::-1])
    strength = 0.8 * 255 * _noise_level(picture)
    smooth = cv2.fastNlMeansDenoisingColored(blue_first, None, strength, strength, 7, 21)
    return np.asarray(smooth[..., ::-1], np.float32) / np.float32(255)


def _wavelet(picture: Picture) -> Picture:
    from skimage.restoration import denoise_wavelet

    smooth = denoise_wavelet(picture, convert2ycbcr=True, channel_axis=-1, rescale_sigma=True)
    return np.asarray(smooth, np.float32)


def _levels(picture: Picture) -> Picture:
    """Stretch all channels alike, by their luma."""
    low, high = np.percentile(picture @ LUMA, _ENDS)
    return _stretched(picture, np.float32(low), np.float32(high))


def _channel_levels(picture: Picture) -> Picture:
    """Stretch each channel by itself: what takes a cast away."""
    low, high = np.percentile(picture, _ENDS, axis=(0, 1)).astype(np.float32)
    return _stretched(picture, low, high)


def _stretched(picture: Picture, low: Ends, high: Ends) -> Picture:
    stretched = (picture - low) / np.maximum(high - low, np.float32(0.05))
    return np.asarray(np.clip(stretched, 0, 1), np.float32)


def _grey_world(picture: Picture) -> Picture:
    means = picture.mean(axis=(0, 1))
    gains = means.mean() / np.maximum(means, np.float32(1e-3))
    return np.asarray(np.clip(picture * gains, 0, 1), np.float32)


def _unsharp(picture: Picture) -> Picture:
    import cv2

    amount, radius = _UNSHARP
    return np.asarray(picture + np.float32(amount) * (picture - cv2.GaussianBlur(picture, (0, 0), radius)))


_NOISE: Mapping[str, Step] = {
    "": _as_it_is,
    "bilateral": _bilateral,
    "non-local-means": _non_local_means,
    "wavelet": _wavelet,
}
_TONES: Mapping[str, Step] = {
    "": _as_it_is,
    "levels": _levels,
    "channel levels": _channel_levels,
    "grey world": _grey_world,
    "grey world and levels": lambda picture: _levels(_grey_world(picture)),
}
_EDGES: Mapping[str, Step] = {"": _as_it_is, "unsharp": _unsharp}
