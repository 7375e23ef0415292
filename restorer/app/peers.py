"""The classical denoisers that a user would pick, to be measured beside ours.

They need the ``benchmark`` extra, which is no part of the program that users install.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from restorer.app.evaluation import Method, Picture
from restorer.errors import RestorerError


def denoising_peers() -> Mapping[str, Method]:
    """Return the peers by name: OpenCV's non-local means, scikit-image's wavelets (BayesShrink) and total
    variation, and CBM3D. All but ``wavelet-blind`` are told the true noise level, which is their best case.

    Raises:
        RestorerError: the libraries are not installed.
    """
    try:
        import bm3d  # noqa: F401
        import cv2  # noqa: F401
        import skimage  # noqa: F401
    except ImportError as error:
        raise RestorerError(
            f"The peers cannot be measured: {error.name} is not installed.",
            hint='Install them with: pip install "restorer[benchmark]"',
        ) from error
    return {
        "non-local-means": _opencv_non_local_means,
        "wavelet": _wavelet,
        "wavelet-blind": _wavelet_blind,
        "total-variation": _total_variation,
        "bm3d": _bm3d,
    }


def _opencv_non_local_means(noisy: Picture, sigma: float) -> Picture:
    import cv2

    eight_bit = np.ascontiguousarray(np.rint(np.clip(noisy, 0, 1) * 255).astype(np.uint8)[..., ::-1])
    # The best factor over σ = 15, 25 and 50 on ten photos that are not measured here (0.5 to 1.2 tried).
    strength = 0.8 * sigma * 255
    restored = cv2.fastNlMeansDenoisingColored(eight_bit, None, strength, strength, 7, 21)
    return np.asarray(restored[..., ::-1], np.float32) / np.float32(255)


def _wavelet(noisy: Picture, sigma: float) -> Picture:
    from skimage.restoration import denoise_wavelet

    known = sigma or None  # a clean picture has no level to tell, so it has to be estimated
    return _float(
        denoise_wavelet(noisy, sigma=known, convert2ycbcr=True, channel_axis=-1, rescale_sigma=True)
    )


def _wavelet_blind(noisy: Picture, sigma: float) -> Picture:
    from skimage.restoration import denoise_wavelet

    return _float(denoise_wavelet(noisy, convert2ycbcr=True, channel_axis=-1, rescale_sigma=True))


def _total_variation(noisy: Picture, sigma: float) -> Picture:
    from skimage.restoration import denoise_tv_chambolle

    return _float(denoise_tv_chambolle(noisy, weight=max(1.6 * sigma, 1e-4), channel_axis=-1))


def _bm3d(noisy: Picture, sigma: float) -> Picture:
    import bm3d

    return _float(bm3d.bm3d_rgb(noisy.astype(np.float64), max(sigma, 1 / 255)))


def _float(picture: NDArray[Any]) -> Picture:
    return np.asarray(picture, np.float32)
