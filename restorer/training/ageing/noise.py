"""Noise: of sensors, of film, of scanners."""

import numpy as np

from restorer.training.ageing.fields import LUMA, Pixels, coordinates, soft_noise


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
    shared = soft_noise(clean.shape[:2], size, random)[..., None]
    own = np.stack([soft_noise(clean.shape[:2], size, random) for _ in range(3)], axis=-1)
    mix = random.uniform(0.0, 0.6)
    grain = np.float32(np.sqrt(1 - mix)) * shared + np.float32(np.sqrt(mix)) * own
    luma = np.clip(clean @ LUMA, 0, 1)[..., None]
    return np.asarray(clean + np.float32(strength) * (0.4 + 2.4 * luma * (1 - luma)) * grain, np.float32)


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
        field = np.stack([soft_noise(clean.shape[:2], size, random) for _ in range(3)], axis=-1)
    else:
        field = random.standard_normal(clean.shape, np.float32)
    return np.asarray(clean + sigma * field, np.float32)


def speckle(clean: Pixels, sigma: float, random: np.random.Generator) -> Pixels:
    """Add noise in proportion to the light: each value times 1 ± ``sigma``."""
    return clean * (1 + np.float32(sigma) * random.standard_normal(clean.shape, np.float32))


def salt_and_pepper(clean: Pixels, amount: float, random: np.random.Generator) -> Pixels:
    """Turn a share ``amount`` (0..1) of the pixels black or white."""
    draw = random.random(clean.shape[:2], np.float32)[..., None]
    black, white = np.float32(0), np.float32(1)
    return np.where(draw < amount / 2, black, np.where(draw > 1 - amount / 2, white, clean))


def scanner_banding(clean: Pixels, strength: float, random: np.random.Generator) -> Pixels:
    """Add a scanner's stripes along one side: every line lighter or darker by ``strength`` (0..1).

    Now and then a grain of dust on the sensor draws a few lines of its own across the whole picture.
    """
    height, width = clean.shape[:2]
    along_rows = random.random() < 0.5
    count = height if along_rows else width
    size = random.uniform(0.4, 3.0)
    lines = np.float32(strength) * soft_noise((count, 1), size, random)[:, 0]
    tint = random.uniform(0.6, 1.4, 3).astype(np.float32)
    stripes = lines[:, None] * tint
    if random.random() < 0.4:
        for _ in range(int(random.integers(1, 4))):
            stripes[int(random.integers(count))] += random.uniform(-0.15, 0.15) * tint
    return clean + (stripes[:, None] if along_rows else stripes[None])


def newton_rings(clean: Pixels, strength: float, random: np.random.Generator) -> Pixels:
    """Add the rainbow rings that film pressed on glass shows, of ``strength`` (0..1)."""
    rows, columns = coordinates(clean.shape[:2])
    side = max(clean.shape[:2])
    top, left = random.uniform(-0.5, 1.5, 2) * side
    square = ((rows - top) ** 2 + (columns - left) ** 2) / side**2
    rings = random.uniform(6, 16) * 2 * np.pi
    phases = np.array([0.0, 0.8, 1.7], np.float32)
    waves = np.cos(rings * square[..., None] * np.array([1.0, 1.15, 1.35], np.float32) + phases)
    return np.asarray(clean + np.float32(strength) * waves * np.exp(-2 * square)[..., None], np.float32)
