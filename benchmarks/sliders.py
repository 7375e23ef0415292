"""How long a moved slider takes to show, for each kind of step, on a photo of 24 megapixels.

    python benchmarks/sliders.py

The networks are stand-ins that cost nothing: what is measured is what a slider costs when they have run. Each
setting is changed, and the visible area (1600 × 1000 pixels) drawn anew, tile by tile as the window does, at
full size and zoomed out. Beside each time stands its ratio to copying the same pixels, the least that drawing
can cost. Colours are measured again in a print with a border, where each pixel has to be told from the paper;
its corner is what is looked at.
"""

import dataclasses
import importlib
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from restorer.photo import Box, Photo
from restorer.photo.pyramid import Pyramid
from restorer.restoration.computing import compute
from restorer.restoration.recipe import Recipe
from restorer.restoration.rendition import Rendition
from restorer.restoration.steps import Colorize, Denoise, General, RemoveWatermark, RepairDamage

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
_family = importlib.import_module("family")
FamilyCatalog, FamilyEngine = _family.FamilyCatalog, _family.FamilyEngine

_SIZE = (4000, 6000)
_VIEW = (1000, 1600)
_SCRATCHES = 400
_TILE = 512
_LIMIT = 0.1  # seconds
_TRIES = 9


def main() -> None:
    rendition = Rendition(photo := _photo(), Pyramid.build(photo.pixels))
    recipe = Recipe((RemoveWatermark(), RepairDamage(), Denoise(), General(), Colorize()))
    compute(rendition, recipe, FamilyEngine(tile=2048), FamilyCatalog())
    repairs = rendition.repairs(RepairDamage())
    count = len(repairs.all) if repairs else 0
    print(f"{photo.megapixels:.0f} MP, {count} repairs, view {_VIEW[1]} × {_VIEW[0]}")
    for name, settings in _SLIDERS.items():
        for level in (0, 2):
            _measure(rendition, name, settings(), _view(rendition, level), level)
    page = _print()
    framed = Rendition(page, Pyramid.build(page.pixels))
    compute(framed, Recipe((Colorize(),)), FamilyEngine(tile=2048), FamilyCatalog())
    assert not framed.frame.empty
    for level in (0, 2):
        _measure(framed, "saturation, bordered", _saturation(), _corner(framed, level), level)


def _measure(rendition: Rendition, name: str, settings: list[Recipe], view: Box, level: int) -> None:
    tiles = list(_tiles(view))

    def draw(recipe: Recipe) -> float:
        started = time.perf_counter()
        for tile in tiles:
            rendition.read(recipe, level, tile)
        return time.perf_counter() - started

    def copy() -> float:
        started = time.perf_counter()
        for tile in tiles:
            rendition.before.read(level, tile).copy()
        return time.perf_counter() - started

    times = [draw(recipe) for recipe in settings]
    copying = statistics.median(copy() for _ in range(_TRIES))
    median, worst = statistics.median(times), max(times)
    ratio = f"{median / copying:4.0f} × a copy"
    over = "" if median <= _LIMIT else "  OVER 100 ms"
    print(f"{name:22} level {level}: {1000 * median:4.0f} ms, worst {1000 * worst:4.0f} ms ({ratio}){over}")


def _tiles(view: Box) -> Iterator[Box]:
    """Cut the view as the window does."""
    for top in range(view.top, view.bottom, _TILE):
        for left in range(view.left, view.right, _TILE):
            yield Box(top, left, top + _TILE, left + _TILE).intersect(view)


def _photo() -> Photo:
    random = np.random.default_rng(1)
    pixels = random.integers(60, 200, (*_SIZE, 3), np.uint8)
    for _ in range(_SCRATCHES):
        top, left = random.integers(0, _SIZE[0] - 400), random.integers(0, _SIZE[1] - 10)
        length = int(random.integers(5, 400))
        pixels[top : top + length, left : left + 3] = (int(random.integers(235, 256)), 90, 90)
    return Photo(pixels)


def _print() -> Photo:
    """A picture of large patches on white paper."""
    random = np.random.default_rng(1)
    small = random.integers(0, 200, (_SIZE[0] // 10, _SIZE[1] // 10, 1), np.uint8)
    pixels = np.repeat(np.kron(small, np.ones((10, 10, 1), np.uint8)), 3, axis=2)
    top, left = _SIZE[0] // 25, _SIZE[1] // 30
    pixels[:top] = pixels[-top:] = pixels[:, :left] = pixels[:, -left:] = 245
    return Photo(pixels)


def _corner(rendition: Rendition, level: int) -> Box:
    whole = Box.of(rendition.before.levels[level])
    return Box(0, 0, *_VIEW).intersect(whole)


def _view(rendition: Rendition, level: int) -> Box:
    whole = Box.of(rendition.before.levels[level])
    top, left = (whole.height - _VIEW[0]) // 2, (whole.width - _VIEW[1]) // 2
    return Box(top, left, top + _VIEW[0], left + _VIEW[1]).intersect(whole)


def _strengths() -> list[Recipe]:
    return [Recipe((Denoise(0.1 * n),)) for n in range(1, _TRIES)]


def _three() -> list[Recipe]:
    return [Recipe((Denoise(0.1 * n), General(0.05 * n))) for n in range(1, _TRIES)]


def _sensitivity() -> list[Recipe]:
    return [Recipe((RepairDamage(wrong_repairs=0.01 * 3.1**n),)) for n in range(_TRIES - 1)]


def _sensitivity_and_noise() -> list[Recipe]:
    return [recipe.with_step(Denoise()).with_step(General(0.5)) for recipe in _sensitivity()]


def _saturation() -> list[Recipe]:
    return [Recipe((Colorize(saturation=0.2 * n, warmth=0.1 * n),)) for n in range(1, _TRIES)]


def _vividness() -> list[Recipe]:
    return [Recipe((Colorize(vividness=0.1 * n),)) for n in range(1, _TRIES)]


def _all() -> list[Recipe]:
    steps = (RemoveWatermark(), RepairDamage(), Denoise(0.9), General(0.7))
    return [Recipe((*steps, dataclasses.replace(Colorize(), warmth=0.1 * n))) for n in range(1, _TRIES)]


_SLIDERS: dict[str, Callable[[], list[Recipe]]] = {
    "strength of noise": _strengths,
    "noise and general": _three,
    "sensitivity": _sensitivity,
    "sensitivity, noise on": _sensitivity_and_noise,
    "saturation, warmth": _saturation,
    "vividness": _vividness,
    "warmth, all steps on": _all,
}


if __name__ == "__main__":
    main()
