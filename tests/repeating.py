"""Pictures that bear a mark again and again, made by code."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
SIZE = (300, 400)
_LETTER = ["#...#", "##..#", "#.#.#", "#..##", "#...#"]  # an N


def scene(seed: int = 5) -> Floats:
    """Return a soft picture ``(3, h, w)``, dark at its left and light at its right."""
    random = np.random.default_rng(seed)
    fall = np.hypot(np.fft.fftfreq(SIZE[0])[:, None], np.fft.fftfreq(SIZE[1])) + 1 / max(SIZE)
    fall = fall**1.5
    planes = [np.fft.ifft2(np.fft.fft2(random.normal(size=SIZE)) / fall).real for _ in range(2)]
    luma = np.linspace(0.2, 0.8, SIZE[1]) + 0.1 * planes[0] / planes[0].std()
    shades = [luma + 0.03 * share * planes[1] / planes[1].std() for share in (-1, 0, 1)]
    return np.clip(np.stack(shades), 0, 1).astype(np.float32)


def tiles(step: int = 3) -> NDArray[np.bool_]:
    """Return a letter again and again, each row half a tile further to the right."""
    letter = np.kron(np.array([[dot == "#" for dot in row] for row in _LETTER]), np.ones((step, step)))
    tile = np.pad(letter, ((0, 26), (0, 45)))
    rows = [np.roll(np.tile(tile, (1, 8)), index % 2 * 30, axis=1) for index in range(9)]
    return np.concatenate(rows)[: SIZE[0], : SIZE[1]] > 0


def waves() -> NDArray[np.bool_]:
    rows, columns = np.mgrid[: SIZE[0], : SIZE[1]]
    across = 0.8 * columns + 0.6 * rows + 9 * np.sin(2 * np.pi * (0.8 * rows - 0.6 * columns) / 75)
    return np.asarray(across % 15 < 4)


def laid(scene: Floats, mark: NDArray[np.bool_], opacity: float, ink: float) -> Floats:
    share = np.float32(opacity) * mark.astype(np.float32)
    return (scene * (1 - share) + np.float32(ink) * share).astype(np.float32)


def eight_bit(planes: Floats) -> NDArray[np.uint8]:
    """Return planes ``(3, h, w)``, 0..1, as the pixels of a photo."""
    return np.rint(np.moveaxis(planes, 0, -1) * 255).astype(np.uint8)
