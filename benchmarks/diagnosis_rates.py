"""How often the diagnosis is right: clean photos left alone, and the right repair for those made old.

    python benchmarks/diagnosis_rates.py FOLDER [--artefacts FOLDER] [--scale 0.5] [--limit 40]
                                        [--border cream] [--only fading]

Each photo of FOLDER is looked at as it is, and then made old in one way after another, by the training's own
ageing from seeds that no training draws. Printed are the share of the clean photos that need nothing, what
was suggested for the others, and for each kind of ageing the share for which the step that mends it was
suggested (for watermarks and colours, which are never suggested: offered). Kinds whose models are not
installed are passed over.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from restorer import paths
from restorer.app.diagnosis import diagnose
from restorer.app.evaluation.calibration import clean_photos
from restorer.app.evaluation.pictures import Picture, eight_bit
from restorer.app.findings import Diagnosis, Subject
from restorer.errors import ModelError
from restorer.inference.catalog import Catalog, Model
from restorer.inference.engine import Engine
from restorer.photo import Photo, open_photo
from restorer.photo.oklab import from_srgb
from restorer.restoration.recipe import name_of
from restorer.restoration.rendition import Rendition
from restorer.training.ageing.compression import jpeg, random_jpeg
from restorer.training.ageing.dust import Artefacts, dust, load_artefacts, specks
from restorer.training.ageing.fading import colour_cast, faded, sepia, unevenly_faded
from restorer.training.ageing.fields import LUMA, blurred
from restorer.training.ageing.lettering import system_fonts
from restorer.training.ageing.marks import applied
from restorer.training.ageing.mixtures import scanned
from restorer.training.ageing.noise import film_grain, gaussian_noise, grey_noise
from restorer.training.ageing.printing import halftone
from restorer.training.ageing.scratches import scratches
from restorer.training.ageing.watermarks import watermarked

Ageing = Callable[[Picture, np.random.Generator], Picture]
Right = Callable[[Diagnosis], bool]

_SEED = 7_002  # no training draws from here
_GRAIN_SIZES = 0.4, 1.2
_THICK_GRAIN_SIZES = 1.6, 2.6
_PITCHES = 4.0, 7.0  # pixels from dot to dot
_PLAIN_FADING = 0.08  # OKLab; less is not worth a repair
_NEAR_SCRATCH = 4.0  # pixels
_SEEN = 4 / 255  # less cannot be seen in a plain surface either
_TRIES = 20
_BORDERS = {
    "none": None,
    "white": (1.0, 1.0, 1.0),
    "cream": (0.95, 0.93, 0.88),
    "black": (0.06, 0.055, 0.05),
    "askew": (0.93, 0.88, 0.78),
}
_BED = (0.03, 0.03, 0.03)
_MOST_ASKEW = 1.5  # degrees
_PAPER_GRAIN = 1.2 / 255
_LOWEST_QUALITY = 60
_UNEVEN_SHARE = 0.4


class Some(Catalog):
    """The bundled models of these names only, so that nothing is looked for that is not asked about."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__([paths.bundled_models()])
        self._names = names

    def find(self, id: str) -> Model:  # noqa: A002 - the card's own word
        if id not in self._names:
            raise ModelError(f"“{id}” is not asked about here.")
        return super().find(id)


def main() -> None:
    options = _options()
    files = clean_photos(options.folder)
    if options.limit:
        files = [files[i] for i in np.random.default_rng(_SEED).permutation(len(files))[: options.limit]]
    engine = Engine("cpu")
    _print_clean(files, options.scale, options.border, engine)
    for name, (models, age, right) in _kinds(options).items():
        if options.only not in name:
            continue
        if not all(_installed(model) for model in models):
            print(f"{name:22}  not measured: {' or '.join(models)} is not installed", flush=True)
            continue
        hits = [right(it) for it in _aged(name, files, age, options.scale, options.border, models, engine)]
        print(f"{name:22}{100 * np.mean(hits):6.1f} % of {len(hits)}", flush=True)
    engine.close()


def _print_clean(files: Sequence[Path], scale: float, border: str, engine: Engine) -> None:
    """Look at the photos as they are, with every model."""
    alone, perhaps, grey, suggested = 0, 0, 0, Counter[str]()
    for index, file in enumerate(_counted(files, "clean")):
        as_it_is = scale == 1 and border == "none"
        pixels = (
            open_photo(file).pixels
            if as_it_is
            else eight_bit(_surrounded(_picture(file, scale), border, index))
        )
        found = diagnose(Rendition(Photo(pixels)), engine, Catalog([paths.bundled_models()]))
        grey += any(it.subject is Subject.COLOUR and not it.there for it in found.findings)
        alone += found.needs_nothing
        perhaps += found.needs_nothing and found.in_doubt
        names = [it.subject.value for it in found.findings if it.suggested or it.subject is Subject.UNUSUAL]
        suggested.update(names)
        suggested["watermark (offered)"] += _offers(Subject.WATERMARK)(found)
        if names:
            print(f"  {file.name}: {', '.join(names)}", flush=True)
    share = 100 * alone / len(files)
    print(f"{'clean: needs nothing':22}{share:6.1f} % of {len(files)} ({grey} without colour)")
    print(f"  of these told “perhaps”: {perhaps}")
    print(f"  suggested or warned of: {dict(suggested)}", flush=True)


def _aged(
    name: str,
    files: Sequence[Path],
    age: Ageing,
    scale: float,
    border: str,
    models: Sequence[str],
    engine: Engine,
) -> Iterator[Diagnosis]:
    for index, file in enumerate(_counted(files, name)):
        aged = age(_picture(file, scale), np.random.default_rng([_SEED, index]))
        old = eight_bit(_surrounded(aged, border, index))
        yield diagnose(Rendition(Photo(old)), engine, Some(models))


def _surrounded(picture: Picture, border: str, index: int) -> Picture:
    """Return a picture as the scan of a print on paper, wider below than above."""
    paper = _BORDERS[border]
    if paper is None:
        return picture
    random = np.random.default_rng([_SEED, index, 1])
    height, width = picture.shape[:2]
    side = round(random.uniform(0.03, 0.08) * min(height, width))
    below = round(random.uniform(1.0, 2.5) * side)
    page = np.empty((height + side + below, width + 2 * side, 3), np.float32)
    page[:] = paper
    page[side : side + height, side : side + width] = picture
    if border == "askew":
        page = _askew(page, random)
    grain = 0.0 if border == "white" else _PAPER_GRAIN
    return np.asarray(np.clip(page + random.normal(0, grain, page.shape), 0, 1), np.float32)


def _askew(page: Picture, random: np.random.Generator) -> Picture:
    """Return a page that lies askew on a dark bed."""
    bed = tuple(round(255 * value) for value in _BED)
    margin = round(0.03 * max(page.shape[:2]))
    scan = Image.new("RGB", (page.shape[1] + 2 * margin, page.shape[0] + 2 * margin), bed)
    scan.paste(Image.fromarray(eight_bit(page)), (margin, margin))
    turned = scan.rotate(random.uniform(-_MOST_ASKEW, _MOST_ASKEW), Image.Resampling.BICUBIC, fillcolor=bed)
    return np.asarray(turned, np.float32) / np.float32(255)


def _kinds(options: argparse.Namespace) -> dict[str, tuple[Sequence[str], Ageing, Right]]:
    """Return each kind of ageing: the models it takes, how it is made, and what the right answer is."""
    kinds: dict[str, tuple[Sequence[str], Ageing, Right]] = {}
    for sigma in (4, 6, 8, 12, 25):
        kinds[f"noise σ = {sigma}"] = ("denoise",), _noise(sigma), _suggests("denoise")
    kinds["grey noise σ = 8"] = (
        ("denoise",),
        lambda it, random: grey_noise(it, 8 / 255, random),
        _suggests("denoise"),
    )
    for strength in (8, 12, 20):
        kinds[f"film grain {strength}"] = ("denoise",), _grain(strength), _suggests("denoise")
    kinds["noise 10, then JPEG 85"] = ("denoise",), _noise(10, 85), _suggests("denoise")
    for quality in (10, 20, 30, 40, 60, 75, 85):
        kinds[f"JPEG quality {quality}"] = ("denoise",), _compressed(quality), _suggests("denoise")
    kinds["thick grain 16"] = ("restore",), _thick_grain, _suggests("general")
    kinds["printing dots"] = ("restore",), _printed, _suggests("general")
    kinds["fading, tints"] = ("restore-tones",), faded_and_tinted, _suggests("general")
    finder, artefacts = ("find-damage", "repair-damage"), _artefacts(options.artefacts)
    kinds["scratches"] = finder, _scratched, _suggests("damage")
    kinds["scratches, plain"] = finder, _plainly_scratched, _suggests("damage")
    kinds["dust"] = finder, _dusty(artefacts), _suggests("damage")
    kinds["watermark"] = ("watermark",), _marked(), _offers(Subject.WATERMARK)
    kinds["toned print"] = ("colorize",), _toned_print, _offers(Subject.COLOUR)
    return kinds


def _suggests(name: str) -> Right:
    return lambda found: any(name_of(step) == name for step in found.recipe.steps)


def _offers(subject: Subject) -> Right:
    return lambda found: any(it.subject is subject and it.step is not None for it in found.findings)


def _noise(sigma: float, quality: int | None = None) -> Ageing:
    def age(picture: Picture, random: np.random.Generator) -> Picture:
        noisy = gaussian_noise(picture, sigma / 255, random)
        return noisy if quality is None else jpeg(noisy, quality, (0, 0), 2)

    return age


def _grain(strength: float) -> Ageing:
    return lambda picture, random: film_grain(picture, strength / 255, random.uniform(*_GRAIN_SIZES), random)


def _thick_grain(picture: Picture, random: np.random.Generator) -> Picture:
    return film_grain(picture, 16 / 255, random.uniform(*_THICK_GRAIN_SIZES), random)


def _printed(picture: Picture, random: np.random.Generator) -> Picture:
    return halftone(picture, random.uniform(*_PITCHES), random, grey=True)


def _compressed(quality: int) -> Ageing:
    def age(picture: Picture, random: np.random.Generator) -> Picture:
        offset = int(random.integers(8)), int(random.integers(8))
        return jpeg(picture, quality, offset, 2 if random.random() < 0.7 else 0)

    return age


def faded_and_tinted(picture: Picture, random: np.random.Generator) -> Picture:
    """Fade and tint, so strongly that anybody sees it, or as strongly as many tries make it."""
    strongest, old = 0.0, picture
    for _ in range(_TRIES):
        tried = np.clip(colour_cast(faded(picture, random), random), 0, 1).astype(np.float32)
        change = float(np.sqrt(np.square(from_srgb(tried) - from_srgb(picture)).sum(axis=-1)).mean())
        if change > strongest:
            strongest, old = change, tried
        if change >= _PLAIN_FADING:
            break
    return old


def _scratched(picture: Picture, random: np.random.Generator) -> Picture:
    return scanned(applied(picture, scratches(picture.shape[:2], random)).pixels, random, strength=0.5)


def _plainly_scratched(picture: Picture, random: np.random.Generator) -> Picture:
    """Scratch so that anybody sees it, or as plainly as many tries make it.

    Seen are pixels that change by twice as much as their surroundings vary; so many have to be that they
    would make a line of one pixel along the whole photo. (Of 32 photos, looked at small, the scratches of
    those with fewer can hardly be made out, and those of the others can.)
    """
    light = picture @ LUMA
    varying = np.sqrt(np.maximum(blurred(light**2, _NEAR_SCRATCH) - blurred(light, _NEAR_SCRATCH) ** 2, 0))
    most, plainest = -1, picture
    for _ in range(_TRIES):
        tried = applied(picture, scratches(picture.shape[:2], random)).pixels
        seen = int((np.abs(tried @ LUMA - light) > 2 * (varying + _SEEN)).sum())
        if seen > most:
            most, plainest = seen, tried
        if seen >= max(light.shape):
            break
    return scanned(plainest, random, strength=0.5)


def _dusty(artefacts: Artefacts | None) -> Ageing:
    def age(picture: Picture, random: np.random.Generator) -> Picture:
        shape = picture.shape[:2]
        layers = specks(shape, random) if artefacts is None else dust(shape, artefacts, random)
        return scanned(applied(picture, layers).pixels, random, strength=0.5)

    return age


def _toned_print(picture: Picture, random: np.random.Generator) -> Picture:
    """Print in one colour, fade, now and then more here than there, and scan."""
    tones = sepia(np.repeat((picture @ LUMA)[..., None], 3, axis=2), random)
    old = unevenly_faded(tones, random) if random.random() < _UNEVEN_SHARE else faded(tones, random)
    return scanned(np.clip(old, 0, 1).astype(np.float32), random)


def _marked() -> Ageing:
    _, fonts = system_fonts()
    return lambda picture, random: random_jpeg(
        watermarked(picture, fonts, random).pixels, random, _LOWEST_QUALITY
    )


def _artefacts(folder: Path | None) -> Artefacts | None:
    return load_artefacts(folder)[1] if folder else None


def _installed(name: str) -> bool:
    return any(it.card.id == name for it in Catalog([paths.bundled_models()]).models())


def _picture(file: Path, scale: float) -> Picture:
    """Read a photo ``(H, W, 3)``, 0..1, made smaller or larger by ``scale``."""
    with Image.open(file) as image:
        photo = image.convert("RGB")
    size = round(photo.width * scale), round(photo.height * scale)
    small = photo if scale == 1 else photo.resize(size, Image.Resampling.LANCZOS)
    return np.asarray(small, np.float32) / np.float32(255)


def _counted(files: Sequence[Path], name: str) -> Iterator[Path]:
    for index, file in enumerate(files):
        if sys.stderr.isatty():
            print(f"\r{name}: {index + 1} of {len(files)} ", end="", file=sys.stderr, flush=True)
        yield file
    if sys.stderr.isatty():
        print("\r", end="", file=sys.stderr)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="clean photos")
    parser.add_argument("--artefacts", type=Path, help="alpha masks of dirt; without them specks are drawn")
    parser.add_argument("--scale", type=float, default=1.0, help="make the photos smaller or larger first")
    parser.add_argument(
        "--border", choices=_BORDERS, default="none", help="scan them as prints on such paper"
    )
    parser.add_argument("--only", default="", help="age by kinds with this in their name alone")
    parser.add_argument("--limit", type=int, help="so many of the photos, drawn at random")
    return parser.parse_args()


if __name__ == "__main__":
    main()
