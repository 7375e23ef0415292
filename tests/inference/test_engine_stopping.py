"""Runs that are watched, cancelled, or fail: for what is wrong with photo, model or caller."""

import threading
import time

import numpy as np
import pytest
import tiny_models
from tiny_models import SMALL, write_model

from restorer.errors import Cancelled, ModelError, PhotoError
from restorer.inference.engine import Engine
from restorer.photo.geometry import Box
from restorer.progress import CancelToken, Progress, ProgressReport


def test_progress_rises_to_the_end(unet, compute, picture):
    reports: list[ProgressReport] = []
    compute(Engine("cpu", memory=SMALL), unet, picture(200, 200), None, Progress(reports.append))
    fractions = [report.fraction for report in reports]
    assert fractions == sorted(fractions)
    assert fractions[0] == 0
    assert fractions[-1] == 1
    assert len(set(fractions)) > 8


def test_progress_within_a_tile_once_the_speed_is_known(model_folder, compute, picture):
    model = write_model(model_folder, tiny_models.slow(40))
    reports: list[ProgressReport] = []
    compute(Engine("cpu", memory=5_000_000), model, picture(400, 220), None, Progress(reports.append))
    fractions = {report.fraction for report in reports}
    assert len(fractions) > 4, "more than where two tiles begin and end"


def test_cancel_is_heard_inside_a_tile_and_the_engine_lives_on(model_folder, compute, picture):
    model = write_model(model_folder, tiny_models.slow())
    engine = Engine("cpu")
    planes = picture(400, 400)
    compute(engine, model, planes[:, :8, :8])
    token = CancelToken()
    asked: list[float] = []

    def ask() -> None:
        asked.append(time.monotonic())
        token.cancel()

    timer = threading.Timer(0.3, ask)
    timer.start()
    with pytest.raises(Cancelled):
        compute(engine, model, planes, None, Progress(token=token))
    heard = time.monotonic()
    timer.join()
    assert asked, "the model has to be slow enough for this test"
    assert heard - asked[0] < 1.0
    result, _ = compute(engine, model, planes[:, :8, :8])
    assert np.isfinite(result).all()


def test_cancelled_before_it_begins(unet, compute, picture):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        compute(Engine("cpu"), unet, picture(20, 20), None, Progress(token=token))


def test_the_next_tile_is_read_while_the_one_before_is_handed_over(unet, picture):
    planes = picture(131, 205)
    delivering, reading = threading.Event(), threading.Event()

    def source(box):
        if delivering.is_set():
            reading.set()
        return planes[:, *box.slices]

    def sink(box, result):
        delivering.set()
        assert reading.wait(30)  # the first part of the first tile waits until the second tile is read

    Engine("cpu", memory=SMALL).run(unet, source, sink, (131, 205))


def test_nobody_reads_on_when_the_sink_fails(unet, picture):
    planes, before = picture(131, 205), threading.active_count()

    def sink(box, result):
        raise PhotoError("The disk is full.")

    with pytest.raises(PhotoError, match="full"):
        Engine("cpu", memory=SMALL).run(unet, lambda box: planes[:, *box.slices], sink, (131, 205))
    assert threading.active_count() == before


def test_an_error_of_the_caller_stops_the_run(unet, compute):
    engine = Engine("cpu")

    def source(box: Box) -> np.ndarray:
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="disk"):
        engine.run(unet, source, lambda box, planes: None, (50, 50))
    with pytest.raises(KeyboardInterrupt):
        engine.run(unet, lambda box: np.zeros((3, 50, 50), np.float32), _interrupt, (50, 50))
    assert engine.run(unet, lambda box: np.zeros((3, 50, 50), np.float32), _drop, (50, 50)).tiles == 1


def _interrupt(box: Box, planes: np.ndarray) -> None:
    raise KeyboardInterrupt


def _drop(box: Box, planes: np.ndarray) -> None:
    pass


@pytest.mark.parametrize("subtracted", [0.0, 0.5, 2.0])
def test_no_numbers_on_the_cpu_are_the_models_fault(model_folder, compute, picture, subtracted):
    model = write_model(model_folder, tiny_models.over_zero(subtracted))
    with pytest.raises(ModelError, match="no numbers"):
        compute(Engine("cpu"), model, picture(10, 10))


def test_no_numbers_in_the_photo_are_the_photos(model_folder, compute, picture):
    model = write_model(model_folder, tiny_models.invert())
    planes = picture(10, 10)
    planes[1, 5, 5] = np.nan
    with pytest.raises(PhotoError, match="no numbers"):
        compute(Engine("cpu"), model, planes)
