"""Random fields and filters that the kinds of ageing are drawn with.

A picture is ``(H, W, 3)`` or ``(H, W)``, float32; a field is ``(H, W)``, float32.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.float32]

LUMA = np.array([0.299, 0.587, 0.114], np.float32)


def soft_noise(shape: tuple[int, int], size: float, random: np.random.Generator) -> Pixels:
    """Return Gaussian noise ``shape`` blurred by ``size`` pixels, with a standard deviation of 1."""
    taps = _gaussian(size, 2.5)
    taps /= np.sqrt(np.square(taps).sum())
    reach = len(taps) // 2
    field = random.standard_normal((shape[0] + 2 * reach, shape[1] + 2 * reach), np.float32)
    return _separable(field, taps, shape)


def blurred(picture: Pixels, size: float) -> Pixels:
    """Blur by a Gaussian of standard deviation ``size`` pixels; the borders are mirrored."""
    if size < 0.05:
        return picture
    taps = _gaussian(size, 3.0)
    taps /= taps.sum()
    reach = len(taps) // 2
    margins = [(reach, reach), (reach, reach)] + [(0, 0)] * (picture.ndim - 2)
    return _separable(np.pad(picture, margins, mode="symmetric"), taps, picture.shape[:2])


def convolved(picture: Pixels, kernel: Pixels) -> Pixels:
    """Convolve with a kernel of odd sides, any shape, by Fourier transforms; the borders are mirrored."""
    reach = kernel.shape[0] // 2
    margins = [(reach, reach), (reach, reach)] + [(0, 0)] * (picture.ndim - 2)
    padded = np.pad(picture, margins, mode="symmetric")
    size = padded.shape[:2]
    spectrum = np.fft.rfft2(kernel, size)
    if picture.ndim == 3:
        spectrum = spectrum[..., None]
    whole = np.fft.irfft2(np.fft.rfft2(padded, axes=(0, 1)) * spectrum, size, axes=(0, 1))
    return whole[2 * reach :, 2 * reach :].astype(np.float32)


def clouds(shape: tuple[int, int], scale: float, random: np.random.Generator, octaves: int = 3) -> Pixels:
    """Return a smooth field of blobs about ``scale`` pixels wide, finer octaves half as strong.

    Its values are shifted and scaled to mean 0 and standard deviation 1 (flat fields stay at 0).
    """
    field = np.zeros(shape, np.float32)
    for octave in range(octaves):
        size = max(1.5, scale / 2**octave)
        rows, columns = (int(side / size) + 4 for side in shape)
        coarse = Image.fromarray(random.standard_normal((rows, columns), np.float32))
        top, left = random.uniform(0.5, 1.5, 2)
        box = (left, top, left + shape[1] / size, top + shape[0] / size)
        fine = coarse.resize((shape[1], shape[0]), Image.Resampling.BICUBIC, box)
        field += np.asarray(fine) * np.float32(0.5**octave)
    field -= field.mean()
    return field / max(float(field.std()), 1e-6)


def smooth_step(field: Pixels, low: float, high: float) -> Pixels:
    """Return 0 where the field is below ``low``, 1 above ``high``, and a smooth rise between."""
    rise = np.clip((field - np.float32(low)) / np.float32(high - low), 0, 1)
    return np.asarray(rise * rise * (3 - 2 * rise), np.float32)


def coordinates(shape: tuple[int, int]) -> tuple[Pixels, Pixels]:
    """Return the row and the column of every pixel, as fields."""
    rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]].astype(np.float32)
    return rows, columns


def mixed(picture: Pixels, other: Pixels | float, opacity: Pixels) -> Pixels:
    """Lay ``other`` over the picture with the opacity given as a field (0..1)."""
    share = opacity[..., None]
    return (picture * (1 - share) + other * share).astype(np.float32)


def _gaussian(size: float, reach: float) -> Pixels:
    radius = max(1, int(np.ceil(reach * size)))
    return np.exp(-0.5 * (np.arange(-radius, radius + 1) / size) ** 2).astype(np.float32)


def _separable(padded: Pixels, taps: Pixels, shape: tuple[int, ...]) -> Pixels:
    height, width = shape[:2]
    rows = sum(tap * padded[index : index + height] for index, tap in enumerate(taps))
    return np.asarray(sum(tap * rows[:, index : index + width] for index, tap in enumerate(taps)), np.float32)
