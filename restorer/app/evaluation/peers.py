"""The classical methods that a user would pick, to be measured beside ours.

They need libraries of the ``benchmark`` extra, which is no part of the program that users install; each peer
says which.
"""

import importlib.util
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from restorer.app.evaluation.damage import Filler, Finder
from restorer.app.evaluation.denoising import Method
from restorer.app.evaluation.faces import FaceCounter
from restorer.app.evaluation.pictures import Picture, eight_bit
from restorer.errors import RestorerError

Work = TypeVar("Work")

_WAVELETS = ("skimage", "pywt")
_PACKAGES = {"cv2": "opencv-python-headless", "pywt": "PyWavelets", "skimage": "scikit-image"}
"""What is to be installed for a library, where it is called otherwise."""


@dataclass(frozen=True)
class Peer(Generic[Work]):
    """A classical method: what it does, and the libraries that it needs, by the names that Python knows."""

    work: Work
    needs: tuple[str, ...]


def chosen(peers: Mapping[str, Peer[Work]], names: Iterable[str]) -> dict[str, Work]:
    """Return what the peers of these names do; no other peer's libraries are needed.

    Raises:
        RestorerError: there is no such peer, or a library of one of them is not installed.
    """
    wanted = list(names)
    if strange := [name for name in wanted if name not in peers]:
        raise RestorerError(
            f"{strange[0]} does something else than this model.", hint=f"Choose from: {', '.join(peers)}."
        )
    for name in wanted:
        if error := lack(name, peers[name]):
            raise error
    return {name: peers[name].work for name in wanted}


def lack(name: str, peer: Peer[Work]) -> RestorerError | None:
    """Return what keeps a peer from being run, in words: a library that is not installed; None if nothing."""
    for library in peer.needs:
        if importlib.util.find_spec(library) is None:
            package = _PACKAGES.get(library, library)
            return RestorerError(
                f"The peer {name} needs the package {package}, which is not installed.",
                hint=f"Install it with: pip install {package}",
            )
    return None


def denoising_peers() -> Mapping[str, Peer[Method]]:
    """Return the peers by name: OpenCV's non-local means, scikit-image's wavelets (BayesShrink) and total
    variation, and CBM3D. All but ``wavelet-blind`` are told the true noise level, which is their best case.
    """
    return {
        "non-local-means": Peer(_opencv_non_local_means, ("cv2",)),
        "wavelet": Peer(_wavelet, _WAVELETS),
        "wavelet-blind": Peer(_wavelet_blind, _WAVELETS),
        "total-variation": Peer(_total_variation, ("skimage",)),
        "bm3d": Peer(_bm3d, ("bm3d",)),
    }


def filling_peers() -> Mapping[str, Peer[Filler]]:
    """Return what fills masks: OpenCV's two (Telea, 2004; Navier-Stokes, Bertalmio et al., 2001)."""
    return {
        "telea": Peer(_opencv_filling("INPAINT_TELEA"), ("cv2",)),
        "navier-stokes": Peer(_opencv_filling("INPAINT_NS"), ("cv2",)),
    }


def finding_peers() -> Mapping[str, Peer[Finder]]:
    """Return what finds thin damage: OpenCV's top-hat and black-hat, the larger of both."""
    return {"top-hat": Peer(_top_hat, ("cv2",))}


def face_peers() -> Mapping[str, Peer[FaceCounter]]:
    """Return what finds faces: the cascade of local binary patterns that comes with scikit-image."""
    return {"cascade": Peer(_cascade, ("skimage",))}


def _opencv_filling(method: str) -> Filler:
    def fill(picture: Picture, mask: NDArray[np.bool_]) -> Picture:
        import cv2

        filled = cv2.inpaint(eight_bit(picture), mask.astype(np.uint8), 3, getattr(cv2, method))
        return np.where(mask[..., None], np.asarray(filled, np.float32) / np.float32(255), picture)

    return fill


def _top_hat(picture: Picture) -> NDArray[np.float32]:
    import cv2

    grey = cv2.cvtColor(eight_bit(picture), cv2.COLOR_RGB2GRAY)
    element = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (9, 9))
    light, dark = (cv2.morphologyEx(grey, kind, element) for kind in (cv2.MORPH_TOPHAT, cv2.MORPH_BLACKHAT))
    return np.asarray(np.maximum(light, dark), np.float32) / np.float32(255)


def _opencv_non_local_means(noisy: Picture, sigma: float) -> Picture:
    import cv2

    blue_first = np.ascontiguousarray(eight_bit(noisy)[..., ::-1])
    # The best factor over σ = 15, 25 and 50 on ten photos that are not measured here (0.5 to 1.2 tried).
    strength = 0.8 * sigma * 255
    restored = cv2.fastNlMeansDenoisingColored(blue_first, None, strength, strength, 7, 21)
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


def _cascade(picture: Picture) -> int:
    from skimage import data
    from skimage.feature import Cascade

    cascade = Cascade(data.lbp_frontal_face_cascade_filename())
    grey = eight_bit(picture.mean(axis=-1, keepdims=True))[..., 0]
    longest = min(grey.shape)
    found = cascade.detect_multi_scale(
        grey, scale_factor=1.2, step_ratio=1, min_size=(24, 24), max_size=(longest, longest)
    )
    return len(found)
