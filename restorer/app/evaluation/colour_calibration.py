"""Finds the numbers with which a colourizer's answer is read: what its card states as ``fit``.

They are found on photos that its training kept aside, muted as the training mutes them: the size at which the
network sees best, the temperature at which the true colours are likely, and two settings that go as far as
costs little. Other people's photos are less like those that it learnt from than these are, and networks are
surer of such than they ought to be (Ovadia et al., "Can you trust your model's uncertainty?", 2019): that is
why doubt, too, goes as far as costs little, and colours are drawn back further than these photos ask for.
"""

import dataclasses
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from restorer.app.evaluation.colouring import as_grey, nearest, quarter_colours
from restorer.app.evaluation.pictures import (
    LeftOut,
    Picture,
    none_readable,
    read_picture,
    readable,
    say_nothing,
)
from restorer.app.evaluation.scores import psnr
from restorer.inference.catalog import Model
from restorer.inference.engine import Engine
from restorer.photo import Box, Photo
from restorer.photo.oklab import from_srgb, to_srgb
from restorer.progress import Progress
from restorer.restoration.colorize import Colouring, find_colours
from restorer.restoration.colour_fit import ColourFit, tempered
from restorer.restoration.recolour import recoloured
from restorer.restoration.small import stretched
from restorer.training.dataset import kept_aside
from restorer.training.plan import plan_of

_SIZES = (128, 160, 192, 224, 256, 320)
_TEMPERATURES = tuple(float(value) for value in np.geomspace(0.5, 2.0, 29).round(3))
_DRAWN_BACK = (0.0, 0.25, 0.5, 0.75, 1.0)
_VIVID = (1.0, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6)
_FAITHFUL_COST, _VIVID_COST = 0.1, 1.0  # dB that a setting may cost, against colours as they are meant
_DOUBT_COST = 0.01  # of how unlikely the true colours are to the network
_FAITHFUL, _MEANT, _MOST_VIVID = 0.0, 0.5, 1.0
_SEED = 7_003

Figures = NDArray[np.float64]


@dataclass(frozen=True)
class Fitting:
    """What was found, and what it was chosen from: mean PSNR (dB) by size and setting."""

    fit: ColourFit
    sizes: Mapping[float, float]
    drawn_back: Mapping[float, float]
    vivid: Mapping[float, float]


@dataclass(frozen=True)
class _Case:
    """A photo kept aside, in colours and grey."""

    picture: Picture
    photo: Photo

    def quality(self, colouring: Colouring, vividness: float) -> float:
        """Return the PSNR (dB) of the photo with these colours."""
        size = self.photo.height, self.photo.width
        lines = stretched(colouring.lines(vividness), size, 0, Box(0, 0, *size))
        result = recoloured(self.photo.pixels, lines, 1.0, 1.0, 0.0)
        return psnr(result.astype(np.float32) / np.float32(255), self.picture)


class Aside:
    """The photos that a model's training kept aside, each counting as often as training drew from its folder.

    They are read anew each time, rather than kept. At most ``limit`` of each folder are used; those that
    cannot be read are left out.

    Raises:
        InvalidRecipe: the card does not say how it was trained, or a folder that it names is missing.
    """

    def __init__(
        self, folder: Path, model: Model, limit: int | None = None, *, left_out: LeftOut = say_nothing
    ) -> None:
        self._folder, self._left_out = folder, left_out
        self._plan = plan_of(model.card.recipe)
        groups = kept_aside(folder, self._plan.shares, self._plan.validation_share)
        self._photos = [
            (path, self._plan.shares.get(name, 1.0) / len(paths[:limit]))
            for name, paths in groups.items()
            for path in paths[:limit]
        ]

    def mean(self, measure: Callable[[_Case], Sequence[float]], progress: Progress) -> list[float]:
        """Return the means of what is measured on each photo.

        Raises:
            PhotoError: none of the photos can be read.
            Cancelled: somebody asked to stop.
        """
        total, weights = np.zeros(()), 0.0
        for index, (case, weight) in enumerate(self._cases()):
            progress(index / len(self._photos), "Fitting")
            total = total + weight * np.asarray(measure(case))
            weights += weight
        if not weights:
            raise none_readable(self._folder)
        return [float(value) for value in total / weights]

    def _cases(self) -> Iterator[tuple[_Case, float]]:
        random = np.random.default_rng(_SEED)
        for path, weight in self._photos:
            for whole in readable([path], read_picture, self._left_out):
                picture = _muted(whole, random.uniform(*self._plan.saturation))
                yield _Case(picture, as_grey(picture)), weight


def fit_colours(aside: Aside, model: Model, engine: Engine, *, progress: Progress | None = None) -> Fitting:
    """Find the numbers.

    Raises:
        PhotoError: none of the photos can be read.
        ModelError, DeviceError, Cancelled: as `Engine.run`.
    """
    progress = progress or Progress()

    def see(case: _Case, fit: ColourFit) -> Colouring:
        stated = dataclasses.replace(model.card, fit=dataclasses.asdict(fit))
        return find_colours(case.photo.pixels, dataclasses.replace(model, card=stated), engine)

    def by_size(case: _Case) -> list[float]:
        return [case.quality(see(case, ColourFit(longest=size)), _MEANT) for size in _SIZES]

    def by_temperature(case: _Case) -> list[float]:
        return _surprise(see(case, fit), case.picture)

    def by_setting(case: _Case) -> list[float]:
        seen = see(case, fit)
        back = [_drawn(seen, drawn_back=value) for value in _DRAWN_BACK]
        vivid = [_drawn(seen, vivid=value) for value in _VIVID]
        return [
            *(case.quality(colouring, _FAITHFUL) for colouring in back),
            *(case.quality(colouring, _MOST_VIVID) for colouring in vivid),
        ]

    sizes = aside.mean(by_size, progress.part(0.0, 0.6))
    fit = ColourFit(longest=_SIZES[int(np.argmax(sizes))])
    surprise = aside.mean(by_temperature, progress.part(0.6, 0.1))
    likely = dict(zip(_TEMPERATURES, [-value for value in surprise], strict=True))
    fit = dataclasses.replace(fit, temperature=_farthest(likely, -(1 + _DOUBT_COST) * min(surprise)))
    settings = aside.mean(by_setting, progress.part(0.7, 0.3))
    back = dict(zip(_DRAWN_BACK, settings, strict=False))
    vivid = dict(zip(_VIVID, settings[len(back) :], strict=True))
    meant = back[0.0]
    fit = dataclasses.replace(
        fit,
        drawn_back=_farthest(back, meant - _FAITHFUL_COST),
        vivid=_farthest(vivid, meant - _VIVID_COST),
    )
    return Fitting(fit, dict(zip(_SIZES, sizes, strict=True)), back, vivid)


def _drawn(seen: Colouring, **numbers: float) -> Colouring:
    return dataclasses.replace(seen, fit=dataclasses.replace(seen.fit, **numbers))


def _farthest(quality: Mapping[float, float], least: float) -> float:
    """Return the largest number that is good enough; the smallest if none is."""
    return max((number for number, reached in quality.items() if reached >= least), default=min(quality))


def _surprise(colouring: Colouring, picture: Picture) -> list[float]:
    """Return how unlikely the network found the true colours, at each temperature (mean negative log)."""
    true = quarter_colours(picture, max(colouring.lightness.shape))
    chances = colouring.chances[:, : true.shape[1], : true.shape[2]].reshape(len(colouring.palette), -1)
    right = nearest(true, colouring.palette)
    places = np.arange(len(right))
    found = [tempered(chances, temperature)[right, places] for temperature in _TEMPERATURES]
    return [float(-np.log(np.maximum(chance, 1e-9)).mean()) for chance in found]


def _muted(picture: Picture, saturation: float) -> Picture:
    lab = from_srgb(picture)
    lab[..., 1:] *= np.float32(saturation)
    return np.clip(to_srgb(lab), 0, 1)
