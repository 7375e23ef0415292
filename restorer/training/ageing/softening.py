"""Loss of sharpness (focus, motion, low resolution, colours beside each other), and too much sharpness."""

import numpy as np
from PIL import Image

from restorer.training.ageing.fields import Pixels, blurred, convolved, coordinates

_FILTERS = (Image.Resampling.BILINEAR, Image.Resampling.BICUBIC, Image.Resampling.BOX)


def gaussian_blur(clean: Pixels, size: float, stretch: float, angle: float) -> Pixels:
    """Blur by a Gaussian of ``size`` pixels, ``stretch`` (at least 1) times as long along ``angle``."""
    if stretch < 1.05:
        return blurred(clean, size)
    reach = int(np.ceil(3 * size * stretch))
    rows, columns = coordinates((2 * reach + 1, 2 * reach + 1))
    rows, columns = rows - reach, columns - reach
    along = np.cos(angle) * columns + np.sin(angle) * rows
    across = np.cos(angle) * rows - np.sin(angle) * columns
    kernel = np.exp(-0.5 * ((along / (size * stretch)) ** 2 + (across / size) ** 2))
    return convolved(clean, kernel / kernel.sum())


def out_of_focus(clean: Pixels, radius: float) -> Pixels:
    """Blur by the disc of ``radius`` pixels that a lens out of focus makes of each point."""
    reach = int(np.ceil(radius)) + 1
    rows, columns = coordinates((2 * reach + 1, 2 * reach + 1))
    disc = np.clip(radius + 0.5 - np.hypot(rows - reach, columns - reach), 0, 1)
    return convolved(clean, disc / disc.sum())


def camera_shake(clean: Pixels, length: float, random: np.random.Generator) -> Pixels:
    """Blur along the path, about ``length`` pixels long and a little bent, of a camera not held still."""
    reach = int(np.ceil(length)) + 1
    angle, bend = random.uniform(0, 2 * np.pi), random.uniform(-1.2, 1.2)
    times = np.linspace(-0.5, 0.5, 64)
    rows = reach + length * times * np.sin(angle + bend * times)
    columns = reach + length * times * np.cos(angle + bend * times)
    kernel = np.zeros((2 * reach + 1, 2 * reach + 1), np.float32)
    np.add.at(kernel, (np.rint(rows).astype(int), np.rint(columns).astype(int)), 1)
    kernel = blurred(kernel, 0.5)
    return convolved(clean, kernel / kernel.sum())


def low_resolution(clean: Pixels, scale: float, random: np.random.Generator) -> Pixels:
    """Shrink by ``scale`` (0..1) and bring back to size, as a poor scan or a small copy was."""
    height, width = clean.shape[:2]
    small = max(2, round(width * scale)), max(2, round(height * scale))
    down, up = (_FILTERS[random.integers(len(_FILTERS) - last)] for last in (0, 1))
    planes = []
    for plane in np.moveaxis(clean, -1, 0):
        image = Image.fromarray(np.ascontiguousarray(plane)).resize(small, down)
        planes.append(np.asarray(image.resize((width, height), up)))
    return np.stack(planes, axis=-1)


def misregistered(clean: Pixels, shift: float, random: np.random.Generator) -> Pixels:
    """Move red and blue by up to ``shift`` pixels each, as in a scan or a print in three passes."""
    height, width = clean.shape[:2]
    planes = [np.pad(clean[..., channel], 2, mode="edge") for channel in range(3)]
    for channel in (0, 2):
        top, left = 2 + random.uniform(-shift, shift, 2)
        box = (left, top, left + width, top + height)
        image = Image.fromarray(planes[channel]).resize((width, height), Image.Resampling.BICUBIC, box)
        planes[channel] = np.asarray(image)
    planes[1] = planes[1][2:-2, 2:-2]
    return np.stack(planes, axis=-1)


def softened(clean: Pixels, random: np.random.Generator, strength: float = 1.0) -> Pixels:
    """Draw one kind of softness; ``strength`` 1 reaches to what a poor old print shows."""
    kind = random.random()
    if kind < 0.45:
        size = random.uniform(0.3, 2.4) * strength
        return gaussian_blur(clean, size, random.uniform(1, 2), random.uniform(0, np.pi))
    if kind < 0.65:
        return out_of_focus(clean, random.uniform(0.7, 3.0) * strength)
    if kind < 0.75:
        return camera_shake(clean, random.uniform(2, 8) * strength, random)
    return low_resolution(clean, 1 - random.uniform(0.1, 0.6) * strength, random)


def sharpened(clean: Pixels, random: np.random.Generator) -> Pixels:
    """Sharpen by an unsharp mask, as cameras and sites do: edges get bright and dark rims."""
    rims = clean - blurred(clean, random.uniform(0.4, 1.6))
    return np.clip(clean + np.float32(random.uniform(0.2, 1.6)) * rims, 0, 1).astype(np.float32)
