"""Scratches: of film (long, upright, many) and of prints (any way, few)."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from restorer.training.ageing.fields import Pixels, blurred, clouds, smooth_step
from restorer.training.ageing.marks import Layer, light_or_dark

_FINER = 3  # lines are drawn this many times as large and shrunk, which smooths their edges


def scratches(shape: tuple[int, int], random: np.random.Generator) -> list[Layer]:
    """Draw 1 to 8 scratches across a picture of this shape."""
    on_film = random.random() < 0.6
    layers = []
    for _ in range(int(random.integers(1, 9)) if on_film else int(random.integers(1, 5))):
        angle = random.normal(np.pi / 2, 0.04) if on_film else random.uniform(0, np.pi)
        opacity = _scratch(shape, angle, random) * np.float32(random.uniform(0.35, 1.0))
        colour = light_or_dark(random)
        if random.random() < 0.25:  # the emulsion is pushed up beside the groove
            edge = blurred(opacity, random.uniform(1.5, 3)) * np.float32(0.5)
            layers.append(Layer(edge, np.clip(1 - colour, 0.2, 0.8), damage=False))
        layers.append(Layer(opacity, colour))
    return layers


def _scratch(shape: tuple[int, int], angle: float, random: np.random.Generator) -> Pixels:
    height, width = shape
    length = random.uniform(0.05, 1.2) * np.hypot(height, width)
    count = max(8, int(length / 6))
    times = np.linspace(-0.5, 0.5, count)
    bend, wobble = random.normal(0, 0.15), random.uniform(0, 0.7)
    heading = angle + bend * times
    steps = length / count
    rows = np.cumsum(np.sin(heading)) * steps + wobble * random.standard_normal(count)
    columns = np.cumsum(np.cos(heading)) * steps + wobble * random.standard_normal(count)
    rows += random.uniform(0, height) - rows.mean()
    columns += random.uniform(0, width) - columns.mean()
    thickness = random.uniform(0.6, 2.2) if random.random() < 0.8 else random.uniform(2, 4.5)
    taper = np.clip(4 * (0.5 - np.abs(times)), 0.15, 1) ** random.uniform(0.3, 1)
    uneven = np.convolve(random.standard_normal(count + 6), np.full(7, 1 / 7), "valid")
    widths = thickness * taper * np.exp(0.4 * uneven)
    opacity = drawn_line(shape, rows, columns, widths)
    if random.random() < 0.35:  # the groove comes and goes
        gaps = smooth_step(clouds(shape, random.uniform(8, 50), random), -0.6, 0.4)
        opacity = opacity * gaps
    return opacity


def drawn_line(
    shape: tuple[int, int],
    rows: NDArray[np.float64],
    columns: NDArray[np.float64],
    widths: NDArray[np.float64],
) -> Pixels:
    """Draw a line through the points, as wide at each as said (pixels), with smooth edges; 0..1."""
    image = Image.new("L", (shape[1] * _FINER, shape[0] * _FINER))
    draw = ImageDraw.Draw(image)
    points = [(_FINER * column, _FINER * row) for row, column in zip(rows, columns, strict=True)]
    for index, width in enumerate(widths[:-1]):
        thick = max(1, round(_FINER * width))
        draw.line([points[index], points[index + 1]], fill=255, width=thick)
        if thick > 3:
            (x, y), radius = points[index], thick / 2
            draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=255)
    return np.asarray(image.reduce(_FINER), np.float32) / np.float32(255)
