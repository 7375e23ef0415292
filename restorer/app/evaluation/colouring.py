"""Measures a colourizer: photos in colour are made grey and coloured as the program does it.

What leaving them grey would have got, toning them, and giving every photo the one colour that photos have on
the mean, is measured in the same run. How sure the network is is held against how often it is right, and
hints are dabbed in, to see what a few known colours are worth.

Photos that have no colours themselves are left out: they cannot say which would have been right, and since
leaving them grey is perfect, a few among a hundred would decide the mean.
"""

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from restorer.app.evaluation.pictures import Picture, eight_bit
from restorer.app.evaluation.scores import Score, colourfulness, psnr
from restorer.errors import PhotoError
from restorer.inference.catalog import Catalog, Model
from restorer.inference.engine import Engine
from restorer.photo import Photo
from restorer.photo.oklab import from_srgb, to_srgb
from restorer.progress import Progress
from restorer.restoration.colorize import APART, QUARTER, Colouring
from restorer.restoration.recipe import Recipe
from restorer.restoration.recolour import recoloured, whole_luma
from restorer.restoration.rendition import Rendition
from restorer.restoration.restore import restore
from restorer.restoration.small import Floats, luma, shrunk
from restorer.restoration.steps import Colorize, Hint

HINTS = (1, 5, 10, 50)
"""How many known colours are dabbed in, in turn."""

_SETTINGS = {"faithful": 0.0, "as meant": 0.5, "vivid": 1.0}
_SEED = 7_002  # no training draws from here
_DAB = 1 / 120  # of the photo's longer side: the radius of the window's pins
_SEPIA = 0.012, 0.045  # OKLab; the tone of an old print
_BINS = 15
_COLOURLESS = 1.0  # colourfulness; black and white has none, and JPEG adds a trace


def in_colour(pictures: Sequence[Picture]) -> list[Picture]:
    """Return the pictures that have colours.

    Raises:
        PhotoError: none has.
    """
    coloured = [picture for picture in pictures if colourfulness(picture) >= _COLOURLESS]
    if not coloured:
        raise PhotoError("None of these photos has colours to compare with.", "Name photos in colour.")
    return coloured


def as_grey(picture: Picture) -> Photo:
    """Return the picture in 8 bits without its colours, as a grey file holds it."""
    return Photo(whole_luma(eight_bit(picture)).astype(np.uint8)[..., None])


def evaluate_colouring(
    pictures: Sequence[Picture],
    model: Model,
    engine: Engine,
    catalog: Catalog,
    *,
    progress: Progress | None = None,
) -> Iterator[Score]:
    """Measure the model, one of the ``catalog``, in every setting and with hints; and what needs no model.

    Raises:
        PhotoError: none of the pictures has colours.
        ModelError, DeviceError, Cancelled: as `restore`.
    """
    progress = progress or Progress()
    pictures = in_colour(pictures)
    tally = _Tally(model.card.name, len(pictures))
    mean = mean_colour(model)
    for index, picture in enumerate(pictures):
        photo = as_grey(picture)
        plain = {"left grey": (0.0, 0.0), "sepia": _SEPIA, "mean colour": mean}
        for name, colour in plain.items():
            tally.add(name, toned(photo, colour), picture)
        rendition = Rendition(photo)
        part = progress.part(index / len(pictures), 1 / len(pictures))
        steps = _steps(picture, model, index)
        for number, (name, step) in enumerate(steps.items()):
            inner = part.part(number / len(steps), 1 / len(steps))
            done = restore(photo, Recipe((step,)), engine, catalog, rendition=rendition, progress=inner)
            tally.add(name, done.photo.pixels, picture)
        colouring = rendition.colouring(steps["as meant"])
        assert colouring is not None
        tally.sureness.add(colouring, picture)
    yield from tally.scores()


def toned(photo: Photo, colour: tuple[float, float]) -> NDArray[np.uint8]:
    """Return a grey photo's pixels ``(H, W, 3)`` toned in one colour, OKLab's a and b; luma is kept."""
    grey = luma(photo.pixels) / np.float32(255)
    lightness = from_srgb(np.repeat(grey[..., None], 3, axis=2))[..., :1]
    lab = np.concatenate(
        [lightness, np.broadcast_to(np.asarray(colour, np.float32), (*grey.shape, 2))], axis=2
    )
    rgb = np.clip(to_srgb(lab), 0, 1)
    change = rgb - luma(rgb)[..., None]
    nothing = np.zeros_like(grey)
    lines = np.stack([nothing, nothing, change[..., 0], change[..., 2]])
    return np.asarray(recoloured(photo.pixels, lines, 1.0, 1.0, 0.0), np.uint8)


def mean_colour(model: Model) -> tuple[float, float]:
    """Return the mean of the colours that the model learnt from (OKLab's a and b); grey if it is silent."""
    stated = model.card.recipe
    if "prior" not in stated or "palette" not in stated:
        return 0.0, 0.0
    mean = np.asarray(stated["prior"], np.float64) @ np.asarray(stated["palette"], np.float64)
    return float(mean[0]), float(mean[1])


def dabs(picture: Picture, count: int, random: np.random.Generator) -> tuple[Hint, ...]:
    """Draw hints at evenly random places, with the colour that the picture has there on the mean."""
    height, width = picture.shape[:2]
    radius = max(height, width) * _DAB
    hints = []
    for row, column in zip(random.uniform(0, height, count), random.uniform(0, width, count), strict=True):
        top, left = max(0, round(row - radius)), max(0, round(column - radius))
        dab = picture[top : round(row + radius) + 1, left : round(column + radius) + 1]
        red, green, blue = (float(value) for value in np.clip(dab, 0, 1).mean(axis=(0, 1)))
        hints.append(Hint(float(row), float(column), (red, green, blue), radius))
    return tuple(hints)


def _steps(picture: Picture, model: Model, index: int) -> dict[str, Colorize]:
    step = Colorize(model=model.card.id)
    steps = {name: dataclasses.replace(step, vividness=value) for name, value in _SETTINGS.items()}
    hints = dabs(picture, max(HINTS), np.random.default_rng([_SEED, index]))
    return steps | {_hinted(count): dataclasses.replace(step, hints=hints[:count]) for count in HINTS}


def _hinted(count: int) -> str:
    return "one hint" if count == 1 else f"{count} hints"


@dataclass
class Sureness:
    """How sure a network was of its colours, and how often it was right, over all photos that are added.

    What is counted is what the program shows: the likeliest colour of each small place, with all that look
    like it, and its share of the chances. It is right where the palette's colour nearest to the true one is
    among these. `error` is the expected calibration error over 15 even bins (Guo et al., 2017).
    """

    _places: NDArray[np.float64] = field(default_factory=lambda: np.zeros(_BINS))
    _sure: NDArray[np.float64] = field(default_factory=lambda: np.zeros(_BINS))
    _right: NDArray[np.float64] = field(default_factory=lambda: np.zeros(_BINS))

    def add(self, colouring: Colouring, truth: Picture) -> None:
        """Count a photo."""
        chances, true = colouring.chances, quarter_colours(truth, max(colouring.lightness.shape))
        rows, columns = true.shape[1:]
        share, right = _likeliest(chances[:, :rows, :columns], true, colouring.palette)
        bins = np.minimum((share * _BINS).astype(int), _BINS - 1)
        self._places += np.bincount(bins, minlength=_BINS)
        self._sure += np.bincount(bins, weights=share, minlength=_BINS)
        self._right += np.bincount(bins, weights=right, minlength=_BINS)

    @property
    def error(self) -> float:
        """The expected calibration error, 0..1."""
        return float(np.abs(self._sure - self._right).sum() / max(1, self._places.sum()))

    @property
    def sure(self) -> float:
        """How sure it was on the mean, 0..1."""
        return float(self._sure.sum() / max(1, self._places.sum()))

    @property
    def right(self) -> float:
        """How often it was right, 0..1."""
        return float(self._right.sum() / max(1, self._places.sum()))


def quarter_colours(truth: Picture, longest: int) -> Floats:
    """Return the true colours where chances are given: OKLab's a and b, ``(2, h / 4, w / 4)``."""
    small = from_srgb(shrunk(np.ascontiguousarray(np.clip(truth, 0, 1)), longest))[..., 1:]
    rows, columns = (side // QUARTER for side in small.shape[:2])
    cells = small[: rows * QUARTER, : columns * QUARTER].reshape(rows, QUARTER, columns, QUARTER, 2)
    return np.ascontiguousarray(cells.mean(axis=(1, 3)).transpose(2, 0, 1), np.float32)


def nearest(colours: Floats, palette: Floats) -> NDArray[np.int64]:
    """Return the number of the palette's colour nearest to each of ``(2, …)``, flat."""
    flat = colours.reshape(2, -1)
    distance = np.square(palette).sum(axis=1)[:, None] - 2 * palette @ flat
    return np.asarray(distance.argmin(axis=0))


def _likeliest(
    chances: Floats, true: Floats, palette: Floats
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return the share of the likeliest colour in each place, flat, and whether the true one is like it."""
    flat = chances.reshape(len(palette), -1)
    alike = np.hypot(*(palette[:, None] - palette[None]).transpose(2, 0, 1)) < APART
    best = flat.argmax(axis=0)
    share = np.einsum("kn,kn->n", flat, alike[:, best].astype(np.float32))
    return np.clip(share, 0, 1).astype(np.float64), alike[nearest(true, palette), best]


class _Tally:
    """Adds up what each method did, photo by photo."""

    def __init__(self, model: str, pictures: int) -> None:
        self._model, self._pictures = model, pictures
        self._figures: dict[str, list[tuple[float, float]]] = {}
        self._true: list[float] = []
        self.sureness = Sureness()

    def add(self, method: str, result: NDArray[np.generic], truth: Picture) -> None:
        light = result.astype(np.float32) / np.float32(255)
        self._figures.setdefault(method, []).append((psnr(light, truth), colourfulness(light)))
        if method == "left grey":
            self._true.append(colourfulness(truth))

    def scores(self) -> Iterator[Score]:
        means = {name: np.mean(figures, axis=0).tolist() for name, figures in self._figures.items()}
        grey = means["left grey"][0]
        for name, (quality, colour) in means.items():
            method = f"{self._model}, {name}" if name in _SETTINGS or "hint" in name else name
            figures = {"PSNR (dB)": quality, "over grey (dB)": quality - grey, "colourfulness": colour}
            yield Score("colour", method, figures, self._pictures)
        true = {"PSNR (dB)": 100.0, "over grey (dB)": 100 - grey, "colourfulness": float(np.mean(self._true))}
        yield Score("colour", "the photos themselves", true, self._pictures)
        sure = self.sureness
        figures = {"sure (%)": 100 * sure.sure, "right (%)": 100 * sure.right, "ECE": sure.error}
        yield Score("how sure", self._model, figures, self._pictures)
