"""What training on sixty scans of one scanner gains over the built-in model, on scans that it has not seen.

    python benchmarks/train_scanner.py PHOTOS [--way alone|clean|pairs] [--steps N] [--minutes M]

The scanner is made by code: a cast, grain, and rows that are a little too light or too dark. PHOTOS are
clean photos; sixty become scans to learn from, ten more become scans to judge by, and (for the way of clean
photos) sixty others serve as clean examples. The truth has the scanner's cast: that is colour, and no noise.
The processor's seconds are printed, because ten minutes of two free cores are 1200 of them.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from restorer import paths
from restorer.app.evaluation.denoising import model_method
from restorer.app.evaluation.scores import psnr
from restorer.app.training.arrange import RECIPES, arrange, base_plan
from restorer.app.training.child import child_command
from restorer.app.training.choices import Choices
from restorer.app.training.goals import Goal, Way
from restorer.app.training.report import inspect_folder, prospect
from restorer.app.training.runs import begin
from restorer.app.training.session import TrainingSession
from restorer.app.training.state import TrainingState
from restorer.inference.card import load_card
from restorer.inference.catalog import Catalog, Model
from restorer.inference.engine import Engine
from restorer.photo import Photo
from restorer.restoration.levels import NoiseEstimate
from restorer.training.ageing.fields import Pixels, soft_noise
from restorer.training.ageing.noise import film_grain

SCANS, JUDGES, SIZE = 60, 10, (768, 576)
GRAIN, BAND, READ = 8 / 255, 4 / 255, 2 / 255
GAINS = np.array([1.04, 1.0, 0.93], np.float32)
SHIFT = np.array([0.012, 0.0024, -0.0072], np.float32)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("photos", type=Path)
    parser.add_argument("--way", choices=[way.value for way in Way], default="alone")
    parser.add_argument("--steps", type=int)
    parser.add_argument("--minutes", type=float, default=10.0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        gain(options, Path(place))


def gain(options: argparse.Namespace, place: Path) -> None:
    files = sorted(path for path in options.photos.iterdir() if path.suffix.lower() == ".jpg")
    random = np.random.default_rng(1)
    way = Way(options.way)
    for index, path in enumerate(files[:SCANS]):
        truth, scan = scanned(clean_photo(path), random)
        names = (f"{index:03}_noisy.png", f"{index:03}_clean.png")
        write(place / "scans" / names[0], scan)
        if way is Way.PAIRS:
            write(place / "scans" / names[1], truth)
    judges = [scanned(clean_photo(path), random) for path in files[SCANS : SCANS + JUDGES]]
    clean = [path for path in files[SCANS + JUDGES : 2 * SCANS + JUDGES] if way is Way.CLEAN]
    catalog = Catalog([paths.bundled_models()])
    state, model = trained(place, clean, catalog, options)
    spent = os.times()
    print(f"{state.step} steps, {spent.children_user + spent.children_system:.0f} processor seconds")
    if state.comparison:
        kind = "estimated" if state.comparison.estimated else "measured"
        print(f"the program's own verdict, {kind}: {state.comparison.gain:+.2f} dB")
    engine = Engine("cpu")
    methods = {
        "as it is": lambda noisy, sigma: noisy,
        "built-in": model_method(catalog.find("denoise"), engine),
        "trained": model_method(model, engine),
    }
    results = {
        name: float(np.mean([psnr(method(scan, 0.0), truth) for truth, scan in judges]))
        for name, method in methods.items()
    }
    for name, value in results.items():
        print(f"{name:10} {value:.2f} dB")
    print(f"gain over the built-in model: {results['trained'] - results['built-in']:+.2f} dB")


def trained(
    place: Path, clean: Sequence[Path], catalog: Catalog, options: argparse.Namespace
) -> tuple[TrainingState, Model]:
    """Train and return the last state and the model."""

    def told(photo: Photo) -> NoiseEstimate:
        """Spare the estimate, which is not what is measured here."""
        name = photo.path.name if photo.path else ""
        return NoiseEstimate(0.0 if "_clean" in name else 7.0, 0.0)

    report = inspect_folder(place / "scans", told)
    base = base_plan(Goal.SCANNER, catalog, paths.bundled_models() / RECIPES)
    choices = Choices(minutes=options.minutes, steps=options.steps)
    order = arrange(report, Goal.SCANNER, choices, base, clean=clean)
    way = Way.CLEAN if clean else prospect(report, Goal.SCANNER).way
    run = begin(place / "runs", place / "scans", Goal.SCANNER, way, order)
    started = time.monotonic()

    def listen(state: TrainingState, event: dict[str, object]) -> None:
        if event["event"] == "validation":
            minutes = (time.monotonic() - started) / 60
            print(f"  {minutes:5.1f} min, step {state.step}: {state.gains[-1].value:+.2f} dB", flush=True)

    state = TrainingSession(run, child_command(), listen, polite=False).wait()
    if state.model is None:
        raise SystemExit(f"The training failed: {state.error}")
    return state, Model(load_card(state.model), state.model)


def scanned(clean: Pixels, random: np.random.Generator) -> tuple[Pixels, Pixels]:
    """Return what a perfect scanner of these colours would see, and what this one does."""
    truth = np.clip(clean * GAINS + SHIFT, 0, 1).astype(np.float32)
    noisy = film_grain(truth, GRAIN, 0.6, random)
    rows = np.float32(BAND) * soft_noise((truth.shape[0], 1), 0.5, random)
    noisy = noisy + rows[:, None] * np.array([1.1, 1.0, 0.8], np.float32)
    noisy = noisy + np.float32(READ) * random.standard_normal(noisy.shape, np.float32)
    return truth, (np.rint(np.clip(noisy, 0, 1) * 255) / 255).astype(np.float32)


def clean_photo(path: Path) -> Pixels:
    with Image.open(path) as image:
        photo = image.convert("RGB").crop((0, 0, min(SIZE[0], image.width), min(SIZE[1], image.height)))
    return np.asarray(photo, np.float32) / np.float32(255)


def write(path: Path, picture: Pixels) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.rint(picture * 255).astype(np.uint8)).save(path)


if __name__ == "__main__":
    main()
