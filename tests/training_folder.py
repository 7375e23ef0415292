"""A folder of noisy scans, and a tiny built-in model to beat, for tests that train."""

from pathlib import Path

import numpy as np
from PIL import Image

from restorer.photo import Photo
from restorer.restoration.levels import NoiseEstimate
from restorer.training.plan import TrainingPlan

TINY = TrainingPlan(
    name="Denoise",
    task="denoise",
    widths=(8, 16),
    encoder_blocks=(1, 1),
    decoder_blocks=(1,),
    learning_rate=3e-3,
)


def scans(folder: Path, count: int = 16, *, noise: float = 14.0) -> Path:
    """Write scans of smooth pictures with grain and row banding of ``noise`` (of 255) in all."""
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(count):
        random = np.random.default_rng(seed)
        coarse = random.integers(60, 200, (3, 3, 3), np.uint8)
        smooth = np.asarray(Image.fromarray(coarse).resize((208, 208), Image.Resampling.BICUBIC), np.float32)
        grain = 0.8 * noise * random.standard_normal(smooth.shape)
        rows = 0.6 * noise * random.standard_normal((208, 1, 1))
        scan = np.clip(np.rint(smooth + grain + rows), 0, 255).astype(np.uint8)
        Image.fromarray(scan).save(folder / f"scan {seed:02}.png")
    return folder


def estimate(photo: Photo) -> NoiseEstimate:
    """Tell the noise from the differences of neighbours: enough for smooth pictures."""
    steps = np.diff(photo.pixels.astype(np.float32), axis=1)
    noise = float(np.median(np.abs(steps))) / 0.95
    return NoiseEstimate(noise, 0.0, calm_noise=0.42 * noise)


def tiny_builtin(folder: Path) -> Path:
    """Write a built-in denoiser that changes nothing yet into ``folder``, and return it. Needs torch."""
    from safetensors.torch import save_file

    from restorer.training.export import export
    from restorer.training.train import build_network

    weights = folder / "weights.safetensors"
    folder.mkdir(parents=True, exist_ok=True)
    save_file(build_network(TINY).state_dict(), weights)
    export(TINY, weights, folder / "denoise", version="1.0", steps=1)
    return folder
