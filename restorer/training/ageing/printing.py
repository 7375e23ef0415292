"""How a picture was put on paper: halftone dots, and the paper's own surface."""

import functools

import numpy as np

from restorer.training.ageing.fields import LUMA, Pixels, blurred, clouds, coordinates, soft_noise

_SCREEN_ANGLES = (15.0, 75.0, 0.0)  # degrees, for cyan, magenta and yellow, as printers set them


def halftone(clean: Pixels, period: float, random: np.random.Generator, *, grey: bool) -> Pixels:
    """Print the picture in dots, ``period`` pixels apart: one black screen, or three coloured ones."""
    sharpness = random.uniform(2.0, 6.0)
    softness = random.uniform(0.1, 0.22) * period
    turn = random.uniform(-5, 5)
    if grey:
        tone = np.clip(clean @ LUMA, 0, 1)
        ink = _dots(tone, period, 45 + turn, sharpness, random)
        printed = np.repeat(ink[..., None], 3, axis=-1)
    else:
        printed = np.stack(
            [
                _dots(np.clip(clean[..., channel], 0, 1), period, angle + turn, sharpness, random)
                for channel, angle in enumerate(_SCREEN_ANGLES)
            ],
            axis=-1,
        )
    paper = np.float32(random.uniform(0.85, 1.0)), np.float32(random.uniform(0.02, 0.15))
    return blurred(paper[1] + (paper[0] - paper[1]) * printed, softness)


def _dots(tone: Pixels, period: float, angle: float, sharpness: float, random: np.random.Generator) -> Pixels:
    rows, columns = coordinates((tone.shape[0], tone.shape[1]))
    turn = np.deg2rad(angle)
    phase = random.uniform(0, 2 * np.pi, 2)
    step = 2 * np.pi / period
    along = np.cos(step * (np.cos(turn) * columns + np.sin(turn) * rows) + phase[0])
    across = np.cos(step * (np.cos(turn) * rows - np.sin(turn) * columns) + phase[1])
    thresholds = np.interp(along + across, *_screen()).astype(np.float32)
    return np.asarray(np.clip(0.5 + sharpness * (tone - thresholds), 0, 1), np.float32)


@functools.cache
def _screen() -> tuple[Pixels, Pixels]:
    """The values of a cosine screen and their ranks: with ranks as thresholds, tones keep their mean."""
    wave = np.cos(np.linspace(0, 2 * np.pi, 200, endpoint=False))
    values = np.quantile(wave[:, None] + wave[None], np.linspace(0, 1, 101))
    return values.astype(np.float32), np.linspace(0, 1, 101, dtype=np.float32)


def paper_texture(clean: Pixels, strength: float, random: np.random.Generator) -> Pixels:
    """Shade the picture by the surface of its paper: rough, woven or silk (a honeycomb).

    ``strength`` (0..1) is the standard deviation of the shading.
    """
    shape = clean.shape[:2]
    kind = random.random()
    if kind < 0.5:
        surface = clouds(shape, random.uniform(3, 10), random, 2)
        surface = 0.6 * surface + 0.6 * soft_noise(shape, random.uniform(0.6, 1.5), random)
    else:
        surface = _lattice(shape, random.uniform(4, 14), random, sides=2 if kind < 0.7 else 3)
    # Paper is lit from one side when it is scanned: slopes show, not heights.
    angle = random.uniform(0, 2 * np.pi)
    slopes = np.gradient(surface)
    relief = np.cos(angle) * slopes[0] + np.sin(angle) * slopes[1]
    relief /= max(float(relief.std()), 1e-6)
    return np.asarray(clean * (1 + np.float32(strength) * relief[..., None]), np.float32)


def _lattice(shape: tuple[int, ...], period: float, random: np.random.Generator, *, sides: int) -> Pixels:
    """Waves in two directions make a weave, in three a honeycomb; the cloth is a little uneven."""
    rows, columns = coordinates((shape[0], shape[1]))
    uneven = 0.6 * clouds((shape[0], shape[1]), 8 * period, random, 2)
    turn = random.uniform(0, np.pi)
    waves = np.zeros((shape[0], shape[1]), np.float32)
    for side in range(sides):
        angle = turn + side * np.pi / sides
        waves += np.cos(2 * np.pi / period * (np.cos(angle) * rows + np.sin(angle) * columns) + uneven)
    return waves.astype(np.float32)
