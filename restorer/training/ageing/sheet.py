"""Draws a sheet of every kind of ageing, a row for each, so that a person can see what the networks see.

python -m restorer.training.ageing.sheet --photos FOLDER [--artefacts FOLDER] -o sheet.png
"""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from restorer.errors import RestorerError
from restorer.training.ageing import mixtures, noise, printing, softening, watermarks
from restorer.training.ageing.compression import random_jpeg
from restorer.training.ageing.dust import Artefacts, dust, load_artefacts
from restorer.training.ageing.fading import colour_cast, faded, sepia, unevenly_faded, vignette
from restorer.training.ageing.fields import LUMA, Pixels
from restorer.training.ageing.lettering import Fonts, system_fonts
from restorer.training.ageing.marks import Damaged, Layer, applied

_SIDE, _GAP, _LABEL = 192, 4, 110
_MASK_TINT = np.array([1.0, 0.1, 0.1], np.float32)

Kind = Callable[[Pixels, np.random.Generator], Pixels | Damaged]


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw the sheet and return the exit status: 0 done, 1 refused."""
    parser = argparse.ArgumentParser(prog="restorer.training.ageing.sheet", description=__doc__)
    parser.add_argument("--photos", type=Path, required=True)
    parser.add_argument("--artefacts", type=Path, help="a folder of folders of alpha masks of dirt")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--columns", type=int, default=6)
    parser.add_argument("--only", default="", help="only the kinds whose name has this text in it")
    parser.add_argument("--masks", action="store_true", help="tint what counts as damaged")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    try:
        artefacts = load_artefacts(options.artefacts)[0] if options.artefacts else None
        kinds = {name: kind for name, kind in all_kinds(artefacts).items() if options.only in name}
        crops = _crops(options.photos, options.columns, options.seed)
    except RestorerError as error:
        sys.stderr.write(f"{error.message}\n")
        return 1
    draw_sheet(kinds, crops, options.seed, masks=options.masks).save(options.output)
    return 0


def all_kinds(artefacts: Artefacts | None, fonts: Fonts | None = None) -> Mapping[str, Kind]:
    """Return every kind of ageing by its name; dust only where there are masks for it."""
    fonts = fonts or system_fonts()[0]
    kinds: dict[str, Kind] = {"clean": lambda clean, _random: clean}
    kinds |= {
        "gaussian noise": lambda clean, random: noise.gaussian_noise(clean, 25 / 255, random),
        "grey noise": lambda clean, random: noise.grey_noise(clean, 25 / 255, random),
        "film grain": lambda clean, random: noise.film_grain(
            clean, 22 / 255, random.uniform(0.4, 1.4), random
        ),
        "sensor noise": noise.sensor_noise,
        "speckle": lambda clean, random: noise.speckle(clean, 30 / 255, random),
        "salt and pepper": lambda clean, random: noise.salt_and_pepper(clean, 0.01, random),
        "banding": lambda clean, random: noise.scanner_banding(clean, 5 / 255, random),
        "newton rings": lambda clean, random: noise.newton_rings(clean, 0.08, random),
        "jpeg": random_jpeg,
        "faded": faded,
        "colour cast": colour_cast,
        "sepia": sepia,
        "vignette": vignette,
        "unevenly faded": unevenly_faded,
        "softened": softening.softened,
        "misregistered": lambda clean, random: softening.misregistered(clean, 1.0, random),
        "halftone": lambda clean, random: printing.halftone(
            clean, random.uniform(3, 8), random, grey=random.random() < 0.5
        ),
        "paper": lambda clean, random: printing.paper_texture(clean, random.uniform(0.02, 0.06), random),
    }
    for name, layers in mixtures.DAMAGE.items():
        kinds[name] = _laid(lambda clean, random, layers=layers: layers(clean.shape[:2], random))  # type: ignore[misc]
    for name, mark in watermarks.MARKS.items():
        kinds[f"mark: {name}"] = _marked(mark, fonts)
    kinds["mixed: denoise"] = lambda clean, random: mixtures.noise_and_compression(clean, random).pixels
    kinds["mixed: tones"] = mixtures.old_tones
    kinds["mixed: worn"] = mixtures.worn
    kinds["mixed: marks"] = lambda clean, random: _of_watermark(watermarks.watermarked(clean, fonts, random))
    if artefacts is not None:
        kinds["dust"] = _laid(lambda clean, random: dust(clean.shape[:2], artefacts, random))
        kinds["mixed: damage"] = lambda clean, random: mixtures.damaged(clean, artefacts, random)
    return kinds


def draw_sheet(kinds: Mapping[str, Kind], crops: Sequence[Pixels], seed: int, *, masks: bool) -> Image.Image:
    """Draw a row of aged crops for each kind, its name before it."""
    sheet = Image.new(
        "RGB", (_LABEL + len(crops) * (_SIDE + _GAP), len(kinds) * (_SIDE + _GAP)), (32, 32, 32)
    )
    draw = ImageDraw.Draw(sheet)
    for row, (name, kind) in enumerate(kinds.items()):
        top = row * (_SIDE + _GAP)
        draw.text((6, top + _SIDE // 2), name, fill=(230, 230, 230))
        for column, crop in enumerate(crops):
            aged = kind(crop, np.random.default_rng([seed, row, column]))
            pixels = aged.pixels if isinstance(aged, Damaged) else aged
            if masks and isinstance(aged, Damaged):
                pixels = pixels + 0.5 * aged.mask[..., None] * (_MASK_TINT - pixels)
            image = Image.fromarray(np.rint(np.clip(pixels, 0, 1) * 255).astype(np.uint8))
            sheet.paste(image, (_LABEL + column * (_SIDE + _GAP), top))
    return sheet


def _laid(layers: Callable[[Pixels, np.random.Generator], list[Layer]]) -> Kind:
    return lambda clean, random: applied(clean, layers(clean, random))


def _marked(mark: Callable[..., watermarks.Mark], fonts: Fonts) -> Kind:
    def draw(clean: Pixels, random: np.random.Generator) -> Damaged:
        opacity, colour = mark(clean.shape[:2], fonts, random)
        return applied(clean, [Layer((opacity * random.uniform(0.3, 0.9)).astype(np.float32), colour)])

    return draw


def _of_watermark(marked: watermarks.Watermarked) -> Damaged:
    return Damaged(marked.pixels, marked.mask)


def _crops(folder: Path, count: int, seed: int) -> list[Pixels]:
    """Return square crops of ``count`` photos; the last is grey, as old photos are."""
    random = np.random.default_rng(seed)
    paths = sorted(path for path in folder.rglob("*") if path.suffix.lower() in (".jpg", ".jpeg", ".png"))
    crops = []
    for index in random.permutation(len(paths))[:count]:
        with Image.open(paths[index]) as image:
            photo = image.convert("RGB")
        scale = max(_SIDE / min(photo.size), random.uniform(0.4, 1.0))
        photo = photo.resize(
            [max(_SIDE, round(side * scale)) for side in photo.size], Image.Resampling.LANCZOS
        )
        left, top = (int(random.integers(side - _SIDE + 1)) for side in photo.size)
        crop = photo.crop((left, top, left + _SIDE, top + _SIDE))
        crops.append(np.asarray(crop, np.float32) / np.float32(255))
    if crops:
        crops[-1] = np.repeat((crops[-1] @ LUMA)[..., None], 3, axis=-1)
    return crops


if __name__ == "__main__":
    sys.exit(main())
