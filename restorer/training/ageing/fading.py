"""What light and time do to the tones and colours of a print."""

import numpy as np

from restorer.training.ageing.fields import LUMA, Pixels, clouds, coordinates, mixed, smooth_step

_CASTS = {
    "yellowed": (1.0, 0.94, 0.78),
    "magenta": (1.0, 0.80, 0.88),  # cyan dye goes first in colour prints of the seventies
    "red": (1.0, 0.74, 0.66),
    "blue": (0.84, 0.94, 1.0),
    "green": (0.88, 1.0, 0.86),
}


def faded(clean: Pixels, random: np.random.Generator) -> Pixels:
    """Lift the blacks, lower the whites and bend the curve between, a little differently per channel."""
    depth = random.uniform(0.15, 1.0)
    lift = depth * (random.uniform(0.02, 0.28) + random.uniform(-0.04, 0.05, 3))
    white = 1 - depth * (random.uniform(0.0, 0.32) + random.uniform(-0.03, 0.06, 3))
    gamma = np.exp(depth * (random.uniform(-0.3, 0.3) + random.uniform(-0.1, 0.1, 3))).astype(np.float32)
    lift = np.clip(lift, 0, 0.35).astype(np.float32)
    white = np.clip(white, 0.5, 1).astype(np.float32)
    return np.asarray(lift + (white - lift) * np.clip(clean, 0, 1) ** gamma, np.float32)


def colour_cast(clean: Pixels, random: np.random.Generator) -> Pixels:
    """Tint the picture as aged dyes and yellowed paper do, some of the colour being lost with it."""
    names = list(_CASTS)
    tint = np.array(_CASTS[names[random.integers(len(names))]], np.float32)
    tint = tint ** np.float32(random.uniform(0.3, 1.2))
    bleached = np.float32(random.uniform(0, 0.5))
    grey = (clean @ LUMA)[..., None]
    return (clean * (1 - bleached) + grey * bleached) * tint


def sepia(clean: Pixels, random: np.random.Generator) -> Pixels:
    """Tone the picture as a whole brown or olive: darks keep more of the tone than lights."""
    grey = np.clip(clean @ LUMA, 0, 1)[..., None]
    strength = random.uniform(0.4, 1.3)
    powers = 1 + strength * np.array([-0.22, random.uniform(0.0, 0.1), random.uniform(0.3, 0.6)])
    paper = 1 - strength * np.array([0.01, random.uniform(0.03, 0.08), random.uniform(0.12, 0.3)])
    return np.asarray(grey ** powers.astype(np.float32) * paper, np.float32)


def vignette(clean: Pixels, random: np.random.Generator) -> Pixels:
    """Darken (a lens) or lighten (a faded edge) the picture away from a centre, which may lie outside."""
    height, width = clean.shape[:2]
    rows, columns = coordinates((height, width))
    top, left = random.uniform(0.1, 0.9) * height, random.uniform(0.1, 0.9) * width
    radius = np.hypot(rows - top, columns - left) / np.hypot(height, width)
    fall = np.clip(radius / random.uniform(0.5, 0.9), 0, 1) ** np.float32(random.uniform(1.5, 3.5))
    if random.random() < 0.7:
        return np.asarray(clean * (1 - random.uniform(0.15, 0.7) * fall)[..., None], np.float32)
    return mixed(clean, random.uniform(0.75, 0.95), random.uniform(0.2, 0.6) * fall)


def unevenly_faded(clean: Pixels, random: np.random.Generator) -> Pixels:
    """Fade some regions more than others: a frame's edge, a sheet that lay half over the print."""
    height, width = clean.shape[:2]
    if random.random() < 0.5:
        rows, columns = coordinates((height, width))
        angle = random.uniform(0, 2 * np.pi)
        across = np.cos(angle) * rows + np.sin(angle) * columns
        middle = random.uniform(0.25, 0.75) * (across.max() - across.min()) + across.min()
        softness = random.uniform(0.02, 0.5) * max(height, width)
        share = smooth_step(across, middle - softness, middle + softness)
    else:
        share = smooth_step(clouds((height, width), 0.7 * max(height, width), random, 2), -1.2, 1.2)
    return mixed(clean, faded(clean, random), share)
