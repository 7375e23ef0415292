"""By what a photo's fading is told: the weights in `restorer.app.diagnosis`, fitted again.

    python benchmarks/fading_odds.py FOLDER

FOLDER holds clean photos, such as training kept aside, never those that anything is judged by. Each is
looked at in colour and in grey, as it is and made plainly old twice. Printed are the weights of a logistic
regression on the change that the network would make, the lightest and the darkest tone, and how many photos
are then called faded, rightly and wrongly, each judged by weights fitted without it.
"""

import argparse
from pathlib import Path

import numpy as np
from diagnosis_rates import faded_and_tinted
from numpy.typing import NDArray
from PIL import Image

from restorer import paths
from restorer.app.diagnosis import SURELY_FADED, change_of_tones
from restorer.app.evaluation.calibration import clean_photos
from restorer.app.evaluation.pictures import Picture, eight_bit
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine
from restorer.progress import Progress
from restorer.restoration.appearance import appearance
from restorer.restoration.small import LUMA
from restorer.restoration.tones import find_tones

_SIDE = 640
_SEED = 99
_PARTS = 10
_CLEAN_WEIGHT = 2.0  # of each photo there are two old ones
_RIDGE = 1e-2

Floats = NDArray[np.float64]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    files = clean_photos(parser.parse_args().folder)
    model = Catalog([paths.bundled_models()]).find("restore-tones")
    engine = Engine("cpu")

    def seen(picture: Picture) -> list[float]:
        pixels = eight_bit(picture)
        look = appearance(pixels)
        return [
            change_of_tones(find_tones(pixels, model, engine, progress=Progress())),
            look.white,
            look.black,
            look.fading,
        ]

    facts, old, photo = [], [], []
    for index, file in enumerate(files):
        for picture in _in_colour_and_grey(file):
            random = np.random.default_rng([_SEED, index])
            for number in range(3):
                facts.append(seen(picture if number == 0 else faded_and_tinted(picture, random)))
                old.append(number > 0)
                photo.append(index)
    engine.close()
    told = np.array(facts)
    _print(told[:, :-1], told[:, -1] > 0, np.array(old), np.array(photo))


def _in_colour_and_grey(file: Path) -> tuple[Picture, Picture]:
    with Image.open(file) as image:
        small = image.convert("RGB")
    small.thumbnail((_SIDE, _SIDE))
    picture = np.asarray(small, np.float32) / np.float32(255)
    return picture, np.repeat((picture @ LUMA)[..., None], 3, axis=-1)


def _print(
    facts: Floats, possible: NDArray[np.bool_], old: NDArray[np.bool_], photo: NDArray[np.int64]
) -> None:
    chances = np.empty(len(facts))
    for part in range(_PARTS):
        left_out = photo % _PARTS == part
        weights = _fitted(facts[~left_out], old[~left_out])
        chances[left_out] = 1 / (1 + np.exp(-(facts[left_out] @ weights[:-1] + weights[-1])))
    called = (chances >= SURELY_FADED) & possible
    print(f"change, white, black, constant: {', '.join(f'{weight:.1f}' for weight in _fitted(facts, old))}")
    right, wrong = called[old].mean(), called[~old].sum()
    print(f"called faded: {right:.1%} of {old.sum()} old, {wrong} of {(~old).sum()} clean")


def _fitted(facts: Floats, old: NDArray[np.bool_]) -> Floats:
    """Return the weights of a logistic regression, and the constant, by Newton's method."""
    middle, spread = facts.mean(axis=0), facts.std(axis=0)
    rows = np.column_stack([(facts - middle) / spread, np.ones(len(facts))])
    counts = np.where(old, 1.0, _CLEAN_WEIGHT)
    weights = np.zeros(rows.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (counts * (chance - old)) + _RIDGE * np.append(weights[:-1], 0)
        bend = (rows * (counts * chance * (1 - chance))[:, None]).T @ rows + _RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    plain = weights[:-1] / spread
    return np.append(plain, weights[-1] - plain @ middle)


if __name__ == "__main__":
    main()
