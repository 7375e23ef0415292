"""What tests of the engine share: a picture, and a way to run a model over it."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from tiny_models import UNET_HALO, UNET_MULTIPLE, UNET_RADIUS, write_model
from tiny_models import unet as network_of_levels

from restorer.inference.catalog import Model
from restorer.inference.engine import Engine
from restorer.inference.tiled_run import RunReport
from restorer.photo.geometry import Box
from restorer.progress import Progress

Planes = NDArray[np.float32]


@pytest.fixture
def picture() -> Callable[[int, int], Planes]:
    """Return a maker of noise ``(3, height, width)``, 0..1: no pixel can be mistaken for another."""

    def make(height: int, width: int) -> Planes:
        return np.random.default_rng(height * 1000 + width).random((3, height, width), np.float32)

    return make


@pytest.fixture
def compute() -> Callable[..., tuple[Planes, RunReport]]:
    """Return a function that runs a model over planes and returns the result, NaN outside the area."""

    def run(
        engine: Engine,
        model: Model,
        planes: Planes,
        area: Box | None = None,
        progress: Progress | None = None,
    ) -> tuple[Planes, RunReport]:
        size = planes.shape[1], planes.shape[2]
        result = np.full((len(model.card.outputs), *size), np.nan, np.float32)

        def source(box: Box) -> Planes:
            assert box.intersect(Box(0, 0, *size)) == box
            assert not box.empty
            return planes[:, *box.slices]

        def sink(box: Box, part: Planes) -> None:
            assert part.shape == (len(model.card.outputs), box.height, box.width)
            assert np.isnan(result[:, *box.slices]).all(), "every pixel comes once"
            result[:, *box.slices] = part

        report = engine.run(model, source, sink, size, area=area, progress=progress)
        return result, report

    return run


@pytest.fixture
def model_folder(tmp_path: Path) -> Path:
    """Return where a test may put its model."""
    return tmp_path / "models" / "tiny"


@pytest.fixture
def unet(model_folder: Path) -> Model:
    """Return a model of three levels, whose card says how far it looks."""
    return write_model(
        model_folder,
        network_of_levels(),
        multiple_of=UNET_MULTIPLE,
        receptive_radius=UNET_RADIUS,
        halo=UNET_HALO,
    )
