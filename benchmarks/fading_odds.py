"""By what a photo's fading is told: the weights of `restorer.app.fading`, fitted again.

    python benchmarks/fading_odds.py FOLDER [--judge FOLDER …] [--limit 2000] [--write]

FOLDER holds clean photos to fit by; those of it that training keeps aside are judged, and photos from
elsewhere, never those that anything is reported on. Each is looked at in colour, every fourth in grey as
well: as it is, edited as photographers do, and made plainly old; scanned and compressed by chance. Printed is
how many old photos of each source are called faded where so many of its clean ones are. ``--write`` keeps the
weights.
"""

import argparse
import dataclasses
import itertools
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from diagnosis_rates import faded_and_tinted
from numpy.typing import NDArray
from PIL import Image

from restorer import paths
from restorer.app.evaluation.pictures import Picture, eight_bit
from restorer.app.fading import KNOTS, Floats, Odds, facts_of, ranked
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine
from restorer.progress import Progress
from restorer.restoration.appearance import appearance
from restorer.restoration.small import LUMA
from restorer.restoration.tones import find_tones
from restorer.training.ageing.mixtures import scanned
from restorer.training.dataset import is_held_out

_SIDE = 320
_GREY_EVERY = 4
_ASIDE = 0.03  # as recipes have it
_FALSE = (0.005, 0.01, 0.02)
_TAKEN = 1  # of these: what "surely" is
_DRAWS = 3  # of ageing, for those that are judged: a limit that few pass is told by many pictures
_NODES, _EPOCHS, _BATCH, _RATE, _DECAY, _SEED = 48, 60, 200, 2e-3, 1e-3, 0
_ENDINGS = {".jpg", ".jpeg", ".png"}

Facts = tuple[Floats, NDArray[np.bool_], NDArray[np.bool_]]
"""What the odds are told of each picture, which are old, and which may have faded by their look."""


def main() -> None:
    options = _options()
    files = {folder: _photos(folder) for folder in (options.folder, *options.judge)}
    first = files.pop(options.folder)
    aside = [it for it in first if is_held_out(it, options.folder, _ASIDE)]
    used = sorted(set(first) - set(aside))
    chosen = [used[index] for index in np.random.default_rng(0).permutation(len(used))[: options.limit]]
    engine = Engine("cpu")
    facts, old, _ = _facts(chosen, engine, draws=1)
    odds = _fitted(facts, old)
    judged = {"kept aside": _facts(aside, engine, draws=_DRAWS)}
    judged |= {folder.name: _facts(photos, engine, draws=_DRAWS) for folder, photos in files.items()}
    engine.close()
    limits = _print(odds, judged)
    if options.write:
        taken = dataclasses.replace(odds, surely=round(float(limits[_TAKEN]), 5))
        (paths.resources() / "fading.json").write_text(taken.to_json(), encoding="utf-8")


def _print(odds: Odds, judged: Mapping[str, Facts]) -> Floats:
    """Print how many are called faded, and return from which chances on they were."""
    chances = {name: odds.chance(facts) * possible for name, (facts, _, possible) in judged.items()}
    clean = np.concatenate([chances[name][~old] for name, (_, old, _) in judged.items()])
    limits = np.quantile(clean, [1 - share for share in _FALSE])
    for name, (_, old, _) in judged.items():
        for share, limit in zip(_FALSE, limits, strict=True):
            right, wrong = ((chances[name][which] > limit).mean() for which in (old, ~old))
            print(f"{name}: from {limit:.4f} ({share:.1%} of all clean) {right:.1%} old, {wrong:.1%} clean")
    return np.asarray(limits)


def _photos(folder: Path) -> list[Path]:
    return sorted(it for it in folder.rglob("*") if it.suffix.lower() in _ENDINGS)


def _facts(files: Sequence[Path], engine: Engine, *, draws: int) -> Facts:
    model = Catalog([paths.bundled_models()]).find("restore-tones")
    facts, old, possible = [], [], []
    for number, (draw, file) in enumerate(itertools.product(range(draws), files)):
        if sys.stderr.isatty():
            print(f"\r{number} of {draws * len(files)} ", end="", file=sys.stderr)
        random = np.random.default_rng([zlib.crc32(file.name.encode()), draw])
        for picture in _in_colour_and_grey(file, number):
            for aged, is_old in _versions(picture, random):
                pixels = eight_bit(aged)
                facts.append(facts_of(find_tones(pixels, model, engine, progress=Progress())))
                old.append(is_old)
                possible.append(appearance(pixels).fading > 0)
    return np.array(facts), np.array(old), np.array(possible)


def _in_colour_and_grey(file: Path, number: int) -> Iterator[Picture]:
    with Image.open(file) as image:
        small = image.convert("RGB")
    small.thumbnail((_SIDE, _SIDE))
    picture = np.asarray(small, np.float32) / np.float32(255)
    yield picture
    if number % _GREY_EVERY == 0:
        yield np.repeat((picture @ LUMA)[..., None], 3, axis=-1)


def _versions(picture: Picture, random: np.random.Generator) -> Iterator[tuple[Picture, bool]]:
    for aged, old in (
        (picture, False),
        (_edited(picture, random), False),
        (faded_and_tinted(picture, random), True),
    ):
        yield scanned(aged, random, strength=0.5) if random.random() < 0.5 else aged, old


def _edited(picture: Picture, random: np.random.Generator) -> Picture:
    """Change light, contrast and warmth a little, as photographers like it: black and white stay."""
    gains = np.exp(random.normal(0, 0.03, 3)).astype(np.float32)
    contrast, gamma = random.uniform(0.9, 1.25), random.uniform(0.75, 1.35)
    bent = np.clip(picture * gains, 0, 1) ** np.float32(gamma)
    return np.asarray(np.clip(0.5 + np.float32(contrast) * (bent - 0.5), 0, 1), np.float32)


def _fitted(facts: Floats, old: NDArray[np.bool_]) -> Odds:
    """Teach the network to tell old from clean pictures, which weigh alike.

    By Adam (Kingma and Ba, 2015), whose steps shrink along half a cosine.
    """
    random = np.random.default_rng(_SEED)
    knots = _rounded(np.quantile(facts, KNOTS, axis=0).T)
    rows = ranked(facts, knots)
    counts = np.where(old, 0.5 / old.mean(), 0.5 / (1 - old.mean()))
    values = _untaught(len(knots), random)
    mean, square = np.zeros_like(values), np.zeros_like(values)
    batches = len(rows) // _BATCH
    for step in range(_EPOCHS * batches):
        if step % batches == 0:
            order = random.permutation(len(rows))
        chosen = order[step % batches * _BATCH :][:_BATCH]
        slope = _slope(values, rows[chosen], old[chosen], counts[chosen])
        mean += 0.1 * (slope - mean)
        square += 0.001 * (slope**2 - square)
        rate = _RATE * (0.5 + 0.5 * np.cos(np.pi * step / (_EPOCHS * batches)))
        scale = np.sqrt(square / (1 - 0.999 ** (step + 1))) + 1e-8
        values -= rate * mean / (1 - 0.9 ** (step + 1)) / scale
    weights, constants, outer, outer_constant = _parts(_rounded(values), len(knots))
    return Odds(knots, weights, constants, outer, float(outer_constant), 0.5)


def _untaught(facts: int, random: np.random.Generator) -> Floats:
    """Return the network's values to begin with, in a row."""
    values = np.zeros(_NODES * (facts + 2) + 1)
    weights, _, outer, _ = _parts(values, facts)
    weights[:] = random.normal(0, np.sqrt(2 / facts), weights.shape)
    outer[:] = random.normal(0, np.sqrt(1 / _NODES), outer.shape)
    return values


def _parts(values: Floats, facts: int) -> tuple[Floats, Floats, Floats, Floats]:
    """Return, of values in a row, weights and constants to the hidden nodes, and those from them."""
    weights, constants, outer, outer_constant = np.split(
        values, _NODES * np.array([facts, facts + 1, facts + 2])
    )
    return weights.reshape(_NODES, facts), constants, outer, outer_constant.reshape(())


def _slope(values: Floats, rows: Floats, old: NDArray[np.bool_], counts: Floats) -> Floats:
    """Return how the error of a batch, and the size of the weights, change with the network's values."""
    weights, constants, outer, outer_constant = _parts(values, rows.shape[1])
    hidden = np.tanh(rows @ weights.T + constants)
    chance = 1 / (1 + np.exp(-np.clip(hidden @ outer + outer_constant, -50, 50)))
    wrong = counts * (chance - old) / len(rows)
    before = wrong[:, None] * outer * (1 - hidden**2)
    to_nodes, to_answer = before.T @ rows + _DECAY * weights, hidden.T @ wrong + _DECAY * outer
    return np.concatenate([to_nodes.reshape(-1), before.sum(axis=0), to_answer, [wrong.sum()]])


def _rounded(values: Floats) -> Floats:
    """Round to what a file is to hold."""
    return np.array([float(f"{value:.4g}") for value in values.flat]).reshape(values.shape)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="clean photos to fit by")
    parser.add_argument("--judge", type=Path, nargs="*", default=[], help="other clean photos")
    parser.add_argument("--limit", type=int, help="so many of the first folder's, drawn at random")
    parser.add_argument("--write", action="store_true", help="keep the weights")
    return parser.parse_args()


if __name__ == "__main__":
    main()
