"""Looks through a folder for what does not belong: damaged places, wrong photos, dust on the scanner's glass.

A model that knows intact photos (best one taught on this folder) says of every place how surely it is damaged
and how far it is from what was expected. A photo that deviates far more than the others do is listed as a
whole; a place that is damaged in many scans of one size is not the photos' fault, but the scanner's.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from restorer.app.diagnosis import GENEROUS, MUCH_DAMAGE
from restorer.errors import ModelError, PhotoError
from restorer.inference.card import Task
from restorer.inference.catalog import Catalog, Model
from restorer.inference.engine import Engine
from restorer.photo import READABLE, Box, open_photo
from restorer.photo.photo import Pixels
from restorer.progress import Progress
from restorer.restoration.damage_views import score_in_sizes
from restorer.restoration.repairs import LOW, is_calibrated, least_score
from restorer.restoration.score_fit import ScoreFit, score_fit_of

_LONGEST = 1600  # pixels; larger photos are looked at smaller, or a folder would take hours
_CELL = 16  # pixels of the photo as it is looked at
_SURE = 0.5
_WRONG_PLACES = 0.1  # in a photo, where a card says how often its model is wrong; more if much looks damaged
_FAR = 5.0  # times the usual spread; further from the others is unlike them
_LEAST_SPREAD = 0.02
_FEWEST_ALIKE, _SHARE_ALIKE = 3, 0.5
_MOST_PLACES = 20
_ENDINGS = frozenset(ending for endings in READABLE.values() for ending in endings)

Cells = NDArray[np.bool_]


@dataclass(frozen=True)
class Place:
    """A damaged place, in the photo's own pixels, and how surely it is one (0..1), by its surest pixel."""

    box: Box
    chance: float


@dataclass(frozen=True)
class Finding:
    """What was found in a photo of ``size`` (height, width).

    ``deviation`` (0..1) is its distance from what the model expects.
    """

    path: Path
    size: tuple[int, int]
    deviation: float
    unlike: bool
    places: tuple[Place, ...]

    @property
    def worth_a_look(self) -> bool:
        """Whether there is anything to see."""
        return self.unlike or bool(self.places)


@dataclass(frozen=True)
class SameSpot:
    """A place that is damaged in ``count`` of ``scans`` scans of one size: dust or a scratch on the glass."""

    box: Box
    count: int
    scans: int


@dataclass(frozen=True)
class Inspection:
    """All findings, those worth a look first, and the spots that many scans share."""

    model: str
    findings: tuple[Finding, ...]
    same_spots: tuple[SameSpot, ...]
    unreadable: tuple[Path, ...]


@dataclass(frozen=True)
class _Look:
    """A photo as the model sees it: its mean deviation, and the score of each cell.

    From a score of ``sure`` on, a cell counts as damaged; ``fit`` says what chance a score stands for.
    """

    path: Path
    size: tuple[int, int]
    step: int
    deviation: float
    scores: NDArray[np.float32]
    sure: float
    fit: ScoreFit

    @property
    def damaged(self) -> Cells:
        """The cells that count as damaged."""
        return self.scores >= self.sure


def detector(catalog: Catalog, model_id: str | None = None) -> Model:
    """Return the model to inspect with: the one named, or the user's own, or the built-in one.

    Raises:
        ModelError: there is none.
    """
    if model_id is not None:
        model = catalog.find(model_id)
        if model.card.task is not Task.FIND_DAMAGE:
            raise ModelError(f"“{model.card.name}” was not made to find damage.", "Choose one that was.")
        return model
    models = catalog.models(Task.FIND_DAMAGE)
    if not models:
        raise ModelError(
            "No model knows what intact photos look like.",
            "Teach one on this folder: choose “What intact photos look like” as the goal.",
        )
    return max(models, key=lambda model: model.card.id.startswith("own-"))


def inspect_photos(
    folder: Path, model: Model, engine: Engine, *, progress: Progress | None = None
) -> Inspection:
    """Inspect every photo in a folder and the folders in it.

    Raises:
        PhotoError: there is no such folder, or no photo in it.
        ModelError, DeviceError, Cancelled: as `Engine.run`.
    """
    progress = progress or Progress()
    if not folder.is_dir():
        raise PhotoError(f"There is no folder “{folder}”.", "Choose a folder with photos in it.")
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in _ENDINGS and path.is_file())
    if not files:
        raise PhotoError(f"There are no photos in “{folder}”.", "Choose a folder with photos in it.")
    looks, unreadable = [], []
    for index, path in enumerate(files):
        progress(index / len(files), path.name)
        try:
            pixels = open_photo(path).pixels
        except PhotoError:
            unreadable.append(path)
            continue
        looks.append(_look(path, pixels, model, engine))
    same_spots, shared = _same_spots(looks)
    findings = _findings(looks, shared)
    return Inspection(model.card.name, tuple(findings), tuple(same_spots), tuple(unreadable))


def _look(path: Path, pixels: Pixels, model: Model, engine: Engine) -> _Look:
    step = max(1, -(-max(pixels.shape[:2]) // _LONGEST))
    small = _small(pixels, step)
    height, width = small.shape[:2]
    answer = np.zeros((2, height, width), np.float32)

    def write(box: Box, scores: NDArray[np.float32], planes: NDArray[np.float32]) -> None:
        answer[0, *box.slices], answer[1, *box.slices] = scores, planes[1]

    score_in_sizes(small, 1, model, engine, write)
    sure = _SURE
    if is_calibrated(model.card):
        much = np.count_nonzero(answer[0] >= LOW / 255) > MUCH_DAMAGE * height * width
        wrong = GENEROUS if much else _WRONG_PLACES
        sure = max(_SURE, least_score(model.card, wrong, height * width / 1e6))
    fit = score_fit_of(model.card)
    return _Look(path, pixels.shape[:2], step, float(answer[1].mean()), _cells(answer[0]), sure, fit)


def _small(pixels: Pixels, step: int) -> NDArray[np.float32]:
    """Return ``(h, w, C)``, 0..1, of a photo made smaller by ``step``."""
    top = np.float32(1 if pixels.dtype == np.float32 else np.iinfo(pixels.dtype).max)
    down, across = (min(step, side) for side in pixels.shape[:2])  # a strip may be narrower than a step
    height, width = pixels.shape[0] // down * down, pixels.shape[1] // across * across
    blocks = pixels[:height, :width].reshape(height // down, down, width // across, across, -1)
    small = blocks.mean(axis=(1, 3), dtype=np.float32) / top
    return np.asarray(np.clip(small, 0, 1), np.float32)


def _cells(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the highest score in each cell; the rim that fills no cell belongs to the last one."""
    rows, columns = (np.arange(0, max(side - _CELL + 1, 1), _CELL) for side in scores.shape)
    by_rows = np.maximum.reduceat(scores, rows, axis=0)
    return np.asarray(np.maximum.reduceat(by_rows, columns, axis=1), np.float32)


def _findings(looks: Sequence[_Look], shared: dict[tuple[int, int], Cells]) -> list[Finding]:
    deviations = np.array([look.deviation for look in looks])
    middle = float(np.median(deviations)) if len(looks) else 0.0
    spread = max(float(np.median(np.abs(deviations - middle))), _LEAST_SPREAD) if len(looks) else 1.0
    findings = []
    for look in looks:
        own = look.scores * ~shared.get(look.size, np.zeros(look.scores.shape, bool))
        unlike = look.deviation - middle > _FAR * spread
        findings.append(Finding(look.path, look.size, look.deviation, unlike, tuple(_places(look, own))))
    return sorted(findings, key=lambda it: (not it.unlike, -sum(place.chance for place in it.places)))


def _places(look: _Look, scores: NDArray[np.float32]) -> list[Place]:
    """Join cells that touch each other to places, the surest first."""
    groups = _groups(scores >= look.sure)
    chances = look.fit.chances(np.array([max(scores[cell] for cell in group) for group in groups]))
    places = [Place(_box(group, look), float(chance)) for group, chance in zip(groups, chances, strict=True)]
    return sorted(places, key=lambda place: -place.chance)[:_MOST_PLACES]


def _same_spots(looks: Sequence[_Look]) -> tuple[list[SameSpot], dict[tuple[int, int], Cells]]:
    """Find the cells that are damaged in half of the scans of one size, and more."""
    spots: list[SameSpot] = []
    shared: dict[tuple[int, int], Cells] = {}
    for size in {look.size for look in looks}:
        alike = [look for look in looks if look.size == size]
        counts = np.sum([look.damaged for look in alike], axis=0)
        often = counts >= max(_FEWEST_ALIKE, _SHARE_ALIKE * len(alike))
        if len(alike) < _FEWEST_ALIKE or not often.any():
            continue
        shared[size] = often
        spots += [
            SameSpot(_box(group, alike[0]), int(max(counts[cell] for cell in group)), len(alike))
            for group in _groups(often)
        ]
    return sorted(spots, key=lambda spot: -spot.count), shared


def _groups(marked: Cells) -> list[list[tuple[int, int]]]:
    """Return the groups of marked cells that touch, corners included."""
    left = {(int(row), int(column)) for row, column in np.argwhere(marked)}
    groups = []
    while left:
        group, edge = [], [left.pop()]
        while edge:
            row, column = edge.pop()
            group.append((row, column))
            around = {(row + i, column + j) for i in (-1, 0, 1) for j in (-1, 0, 1)} & left
            left -= around
            edge += around
        groups.append(group)
    return groups


def _box(group: Sequence[tuple[int, int]], look: _Look) -> Box:
    """Return the cells' place in the photo's own pixels."""
    side = _CELL * look.step
    rows, columns = [row for row, _ in group], [column for _, column in group]
    last_row, last_column = look.scores.shape[0] - 1, look.scores.shape[1] - 1
    bottom = look.size[0] if max(rows) == last_row else (max(rows) + 1) * side
    right = look.size[1] if max(columns) == last_column else (max(columns) + 1) * side
    return Box(min(rows) * side, min(columns) * side, bottom, right)
