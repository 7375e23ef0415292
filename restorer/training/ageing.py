"""Makes a clean picture old: noise, film grain, compression. numpy and Pillow only, and seeded.

Every function takes pixels ``(H, W, 3)``, float32 in 0..1, and a generator, and returns new pixels of the
same shape; values may leave 0..1 where a sensor's would before it is read out.
"""

import io
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.float32]

_LUMA = np.array([0.299, 0.587, 0.114], np.float32)


@dataclass(frozen=True)
class Aged:
    """An aged picture, and what aged it: clean → ``noisy`` (noise only) → ``pixels`` (and compressed)."""

    pixels: Pixels
    noisy: Pixels


def gaussian_noise(clean: Pixels, sigma: float, random: np.random.Generator) -> Pixels:
    """Add independent Gaussian noise of standard deviation ``sigma`` (0..1) to every value."""
    return clean + np.float32(sigma) * random.standard_normal(clean.shape, np.float32)


def grey_noise(clean: Pixels, sigma: float, random: np.random.Generator) -> Pixels:
    """Add the same Gaussian noise of standard deviation ``sigma`` (0..1) to all three channels."""
    return clean + np.float32(sigma) * random.standard_normal((*clean.shape[:2], 1), np.float32)


def film_grain(clean: Pixels, strength: float, size: float, random: np.random.Generator) -> Pixels:
    """Add film grain: soft clumps, strongest in the mid-tones, mostly alike in all channels.

    ``strength`` is the standard deviation in the mid-tones (0..1), ``size`` the clumps' radius in
    pixels (0.4..1.5).
    """
    shared = _soft_noise(clean.shape[:2], size, random)[..., None]
    own = np.stack([_soft_noise(clean.shape[:2], size, random) for _ in range(3)], axis=-1)
    mix = random.uniform(0.0, 0.6)
    grain = np.float32(np.sqrt(1 - mix)) * shared + np.float32(np.sqrt(mix)) * own
    luma = np.clip(clean @ _LUMA, 0, 1)[..., None]
    return clean + np.float32(strength) * (0.4 + 2.4 * luma * (1 - luma)) * grain


def sensor_noise(clean: Pixels, random: np.random.Generator) -> Pixels:
    """Add a camera's noise: variance grows with the light, differs by channel, may be softened.

    The model is Foi et al.'s (2008): variance = a · signal + b, with colour gains as a white balance
    leaves them, and in a third of the cases blurred as by demosaicing.
    """
    shot = 10.0 ** random.uniform(-4.0, -1.7)
    read = 10.0 ** random.uniform(-6.0, -2.8)
    gains = random.uniform(0.7, 1.6, 3).astype(np.float32)
    sigma = gains * np.sqrt(shot * np.clip(clean, 0, 1) + read).astype(np.float32)
    if random.random() < 0.35:
        size = random.uniform(0.4, 0.8)
        field = np.stack([_soft_noise(clean.shape[:2], size, random) for _ in range(3)], axis=-1)
    else:
        field = random.standard_normal(clean.shape, np.float32)
    return clean + sigma * field


def jpeg(picture: Pixels, quality: int, offset: tuple[int, int], subsampling: int) -> Pixels:
    """Compress and decompress. ``offset`` (0..7 each) shifts the grid of 8×8 blocks.

    ``subsampling`` is Pillow's: 0 keeps the colours at full size, 2 halves them both ways.
    """
    top, left = offset
    eight_bit = np.rint(np.clip(picture, 0, 1) * 255).astype(np.uint8)
    padded = np.pad(eight_bit, ((top, 0), (left, 0), (0, 0)), mode="edge")
    file = io.BytesIO()
    Image.fromarray(padded).save(file, "JPEG", quality=quality, subsampling=subsampling)
    back = np.asarray(Image.open(file))[top:, left:]
    return back.astype(np.float32) / np.float32(255)


def noise_and_compression(clean: Pixels, random: np.random.Generator) -> Aged:
    """Age a crop for the denoiser: a draw over every kind of noise, then perhaps compression.

    A twentieth stays clean, so that the network learns to leave alone what needs nothing.
    """
    kind = random.random()
    if kind < 0.05:
        return Aged(clean, clean)
    compress_chance = 0.2
    if kind < 0.55:
        noisy = gaussian_noise(clean, random.uniform(0, 55) / 255, random)
        compress_chance = 0.1
    elif kind < 0.60:
        noisy = grey_noise(clean, random.uniform(0, 50) / 255, random)
    elif kind < 0.71:
        noisy = film_grain(clean, random.uniform(2, 30) / 255, random.uniform(0.4, 1.2), random)
    elif kind < 0.82:
        noisy = sensor_noise(clean, random)
    else:
        noisy, compress_chance = clean, 1.0
    if _is_grey(clean):
        noisy = np.repeat(noisy[..., :1], 3, axis=-1)
    if random.random() < 0.5:  # half as a file holds them, half as the published tests leave them
        noisy = np.rint(np.clip(noisy, 0, 1) * 255) / np.float32(255)
    if random.random() >= compress_chance:
        return Aged(noisy, noisy)
    return Aged(_random_jpeg(noisy, random), noisy)


def _random_jpeg(picture: Pixels, random: np.random.Generator) -> Pixels:
    rounds = 2 if random.random() < 0.2 else 1  # saved twice, with the grids apart, is common and harder
    for _ in range(rounds):
        quality = int(random.integers(8, 96))
        offset = (int(random.integers(8)), int(random.integers(8)))
        picture = jpeg(picture, quality, offset, 2 if random.random() < 0.7 else 0)
    return picture


def _soft_noise(shape: tuple[int, int], size: float, random: np.random.Generator) -> Pixels:
    """Return Gaussian noise ``shape`` blurred by ``size`` pixels, with a standard deviation of 1."""
    reach = max(1, int(np.ceil(2.5 * size)))
    taps = np.exp(-0.5 * (np.arange(-reach, reach + 1) / size) ** 2).astype(np.float32)
    taps /= np.sqrt(np.square(taps).sum())
    field = random.standard_normal((shape[0] + 2 * reach, shape[1] + 2 * reach), np.float32)
    rows = sum(tap * field[index : index + shape[0]] for index, tap in enumerate(taps))
    return np.asarray(sum(tap * rows[:, index : index + shape[1]] for index, tap in enumerate(taps)))


def _is_grey(picture: Pixels) -> bool:
    return bool((picture[..., 0] == picture[..., 1]).all() and (picture[..., 1] == picture[..., 2]).all())
