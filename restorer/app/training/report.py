"""Looks at a folder before anything is learnt from it: what is there, what is of use, and is it enough.

Every photo is opened once, its noise estimated by the built-in model, and all of it said in plain words.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from restorer.app.training.goals import GOALS, Goal, Way
from restorer.app.training.likeness import alike, fingerprint
from restorer.errors import PhotoError
from restorer.inference.catalog import Catalog
from restorer.inference.engine import Engine
from restorer.photo import READABLE, Photo, open_photo
from restorer.progress import Progress
from restorer.restoration.denoise import estimate_noise
from restorer.restoration.levels import NoiseEstimate
from restorer.training.order import Pair

SMALLEST = 160
"""Pixels; a photo with a shorter side teaches nothing."""
_COMPRESSED = 4.0  # steps of 8 bits; from here on a photo counts as degraded
_COLOURLESS = 2.0
_FEWEST_SCANS = 6
_BEFORE = ("noisy", "before", "scan", "real", "raw")
_AFTER = ("clean", "after", "restored", "mean", "clean")
_ENDINGS = frozenset(ending for endings in READABLE.values() for ending in endings)

Estimator = Callable[[Photo], NoiseEstimate]


@dataclass(frozen=True)
class PhotoFacts:
    """What was seen of a photo: its size in pixels, its likeness, its noise and whether it has colours."""

    path: Path
    height: int
    width: int
    fingerprint: int
    estimate: NoiseEstimate
    coloured: bool

    @property
    def noisy(self) -> bool:
        """Whether anybody would see noise in it."""
        return self.estimate.noisy

    @property
    def degraded(self) -> bool:
        """Whether it is too noisy or too compressed to serve as a clean example."""
        return self.noisy or self.estimate.compression >= _COMPRESSED


@dataclass(frozen=True)
class FolderReport:
    """What a folder holds. ``usable`` has one photo of each group of near-duplicates."""

    folder: Path
    usable: tuple[PhotoFacts, ...]
    duplicates: tuple[tuple[Path, ...], ...]
    too_small: tuple[Path, ...]
    unreadable: tuple[Path, ...]
    pairs: tuple[Pair, ...]

    @property
    def clean(self) -> tuple[PhotoFacts, ...]:
        """The photos that can serve as clean examples."""
        return tuple(photo for photo in self.usable if not photo.degraded)

    @property
    def noisy(self) -> tuple[PhotoFacts, ...]:
        """The photos with noise to learn."""
        return tuple(photo for photo in self.usable if photo.noisy)

    @property
    def mean_noise(self) -> float:
        """The median of the noise, in steps of 8 bits."""
        return float(np.median([photo.estimate.noise for photo in self.usable])) if self.usable else 0.0


@dataclass(frozen=True)
class Prospect:
    """What a folder promises for a goal: the way to learn, whether it is enough, and why, in a sentence."""

    way: Way
    enough: bool
    sentence: str
    hint: str = ""


def inspect_folder(
    folder: Path, estimate: Estimator, *, recursive: bool = True, progress: Progress | None = None
) -> FolderReport:
    """Look at every photo in ``folder``.

    Raises:
        PhotoError: there is no such folder, or no photo in it.
        Cancelled: somebody asked to stop.
    """
    progress = progress or Progress()
    if not folder.is_dir():
        raise PhotoError(f"There is no folder “{folder}”.", hint="Choose a folder with photos in it.")
    entries = sorted(folder.rglob("*") if recursive else folder.iterdir())
    paths = [path for path in entries if path.suffix.lower() in _ENDINGS and path.is_file()]
    if not paths:
        raise PhotoError(f"There are no photos in “{folder}”.", hint="Choose a folder with photos in it.")
    seen: list[PhotoFacts] = []
    too_small: list[Path] = []
    unreadable: list[Path] = []
    for index, path in enumerate(paths):
        progress(index / len(paths), path.name)
        try:
            photo = open_photo(path)
        except PhotoError:
            unreadable.append(path)
            continue
        if min(photo.height, photo.width) < SMALLEST:
            too_small.append(path)
        else:
            seen.append(_facts(path, photo, estimate))
    pairs = find_pairs([photo.path for photo in seen])
    paired = {path for pair in pairs for path in pair}
    single = [photo for photo in seen if photo.path not in paired]
    groups = alike([photo.fingerprint for photo in single])
    extra = {index for group in groups for index in group[1:]}
    return FolderReport(
        folder,
        tuple(photo for index, photo in enumerate(single) if index not in extra),
        tuple(tuple(single[index].path for index in group) for group in groups),
        tuple(too_small),
        tuple(unreadable),
        pairs,
    )


def builtin_estimator(engine: Engine, catalog: Catalog) -> Estimator:
    """Return what estimates the noise of a photo with the built-in model.

    Raises:
        ModelError: it is missing.
    """
    model = catalog.find(GOALS[Goal.SCANNER].builtin)

    def estimate(photo: Photo) -> NoiseEstimate:
        return estimate_noise(photo, model, engine)

    return estimate


def find_pairs(paths: Sequence[Path]) -> tuple[Pair, ...]:
    """Find the same photo noisy and clean: NAME_noisy and NAME_clean, or one name in folders called so."""
    known = {(path.parent, path.stem.lower()): path for path in paths}
    pairs = []
    for path in paths:
        for before, after in zip(_BEFORE, _AFTER, strict=True):
            stem, folder = path.stem.lower(), path.parent
            partner = None
            if stem.endswith((f"_{before}", f"-{before}", f" {before}")):
                partner = known.get((folder, f"{stem[: -len(before)]}{after}"))
            elif folder.name.lower() == before:
                partner = known.get((folder.with_name(after), stem))
            if partner is not None:
                pairs.append((path, partner))
                break
    return tuple(pairs)


def prospect(report: FolderReport, goal: Goal, way: Way | None = None) -> Prospect:
    """Say whether a folder is enough for a goal, and by which ``way`` (default: the best) it would learn."""
    if goal in (Goal.SCANNER, Goal.GRAIN):
        return _noise_prospect(report, goal, way)
    fewest = GOALS[goal].fewest
    if goal is Goal.COLOURS:
        found = sum(photo.coloured for photo in report.usable)
        return _counted(found, fewest, "photos with colours")
    return _counted(len(report.clean), fewest, "clean photos")


def _noise_prospect(report: FolderReport, goal: Goal, way: Way | None) -> Prospect:
    fewest = GOALS[goal].fewest
    clean, noisy, pairs = len(report.clean), len(report.noisy), len(report.pairs)
    if way is None:
        enough_clean = clean >= fewest and noisy >= _FEWEST_SCANS
        way = Way.PAIRS if pairs >= _FEWEST_SCANS else Way.CLEAN if enough_clean else Way.ALONE
    if way is Way.PAIRS:
        return Prospect(
            way,
            pairs >= _FEWEST_SCANS,
            f"{pairs} photos are here twice, noisy and clean: the surest teacher.",
        )
    if way is Way.CLEAN:
        return Prospect(
            way,
            clean >= fewest and noisy >= _FEWEST_SCANS,
            f"The noise of {noisy} scans will be measured and put on {clean} clean photos, to learn to take "
            "it off again.",
            "" if clean >= fewest else f"Add clean photos: at least {fewest} are needed for this way.",
        )
    if noisy >= fewest:
        return Prospect(way, True, f"{noisy} scans have noise to learn; it works without a clean photo.")
    if clean > noisy:
        return Prospect(
            way,
            False,
            f"Hardly any of these photos is noisy ({noisy} of {len(report.usable)}): little can be learnt.",
            "Choose a folder of unedited scans. For photos like these the built-in model is all you need.",
        )
    return Prospect(
        way,
        False,
        f"Only {noisy} scans have noise to learn; at least {fewest} are needed.",
        "Add more scans.",
    )


def _counted(found: int, fewest: int, what: str) -> Prospect:
    if found >= fewest:
        return Prospect(Way.CLEAN, True, f"{found} {what} can be learnt from.")
    return Prospect(
        Way.CLEAN,
        False,
        f"Only {found} {what} are of use; at least {fewest} are needed.",
        "Add more photos.",
    )


def _facts(path: Path, photo: Photo, estimate: Estimator) -> PhotoFacts:
    return PhotoFacts(
        path, photo.height, photo.width, fingerprint(photo.pixels), estimate(photo), _has_colours(photo)
    )


def _has_colours(photo: Photo) -> bool:
    if photo.pixels.shape[2] == 1:
        return False
    sample = photo.pixels[::16, ::16].astype(np.float32)
    top = 1.0 if photo.pixels.dtype == np.float32 else float(np.iinfo(photo.pixels.dtype).max)
    spread = sample.max(axis=2) - sample.min(axis=2)
    return bool(np.std(sample - sample.mean(axis=2, keepdims=True)) / top * 255 > _COLOURLESS) and bool(
        np.median(spread) / top * 255 > _COLOURLESS
    )
