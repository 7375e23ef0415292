"""Whether a device computes what the CPU computes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from restorer.inference.card import ModelCard
from restorer.inference.devices import Device

TOLERANCE = 1 / 255
"""How far a device may be from the CPU anywhere, in the 0..1 of a photo: one step of 8 bits. Devices that
compute with 10-bit mantissas (TF32, half precision) stay well below; wrong kernels are far above."""

_SIDE = 256


@dataclass(frozen=True)
class SelfTest:
    """The outcome of a self-test: the largest difference from the CPU, 0..1, and what it may be at most."""

    device: Device
    passed: bool
    difference: float
    tolerance: float
    seconds: float
    note: str


def golden_patch(card: ModelCard) -> NDArray[np.float32]:
    """Return the picture ``(len(inputs), H, W)``, 0..1, that a device is tested with; always the same one.

    It holds what photos hold: smooth ramps, edges, fine stripes, flat parts and noise.
    """
    side = -(-_SIDE // card.multiple_of) * card.multiple_of
    y, x = np.mgrid[0:side, 0:side].astype(np.float32) / side
    picture = 0.25 + 0.5 * x
    picture[side // 2 :] = 0.5 + 0.25 * np.sin(80 * x * y)[side // 2 :]
    picture[(y - 0.3) ** 2 + (x - 0.6) ** 2 < 0.02] = 0.95
    planes: NDArray[np.float32] = np.stack([np.roll(picture, 5 * i, axis=1) for i in range(len(card.inputs))])
    noise = np.random.default_rng(1839).standard_normal(planes.shape, np.float32)
    planes += 0.05 * noise * (y > 0.25)
    return np.clip(planes, 0, 1, out=planes)


def difference(result: NDArray[np.float32], reference: NDArray[np.float32]) -> float:
    """Return the largest difference, infinite where shapes differ or a value is not a number."""
    if result.shape != reference.shape:
        return float("inf")
    largest = float(np.max(np.abs(result - reference), initial=0))
    return largest if np.isfinite(largest) else float("inf")
