"""The engine: what it reports, which device it takes, and how it is proved, split and closed."""

import numpy as np
import pytest
from tiny_models import SMALL

from restorer.errors import DeviceError
from restorer.inference.devices import CPU, Device
from restorer.inference.engine import Engine
from restorer.inference.sessions import OnnxSession
from restorer.photo.geometry import Box


def test_the_report_and_the_device(unet, compute, picture):
    engine = Engine("auto")
    _, report = compute(engine, unet, picture(20, 20))
    assert report.device == engine.device == CPU
    assert report.tiles == 1
    assert report.tile == (24, 24)
    assert report.seconds > 0
    assert report.notices == engine.notices == ()


def test_unknown_device():
    with pytest.raises(DeviceError, match="abacus") as caught:
        Engine("abacus")
    assert "cuda" in caught.value.hint


def test_a_device_that_is_not_installed_is_replaced_visibly(unet, compute, picture):
    engine = Engine("cuda", offered=lambda: [CPU])
    _, report = compute(engine, unet, picture(20, 20))
    assert report.device == CPU
    assert report.notices == engine.notices
    assert "not available" in engine.notices[0]


def test_a_closed_engine_loads_again(unet, compute, picture):
    engine = Engine("cpu")
    before, _ = compute(engine, unet, picture(20, 20))
    engine.close()
    after, _ = compute(engine, unet, picture(20, 20))
    assert (before == after).all()


def test_self_test_on_the_cpu(unet):
    test = Engine("cpu").self_test(unet)
    assert test.passed
    assert test.difference == 0
    assert test.device == CPU
    assert test.note == ""


def test_an_engine_is_split_into_ones_that_compute_the_same(unet, compute, picture):
    planes = picture(90, 120)
    whole = Engine("cpu", memory=700_000_000, threads=4)
    expected, _ = compute(whole, unet, planes)
    parts = whole.split()
    assert len(parts) == 2, "as many as have memory for themselves"
    for part in parts:
        assert np.array_equal(compute(part, unet, planes)[0], expected)
        part.close()
    little = Engine("cpu", memory=300_000_000, threads=4)
    assert little.split() == [little]


def test_what_has_one_memory_is_not_split():
    card = Device("cuda", "Card", "CUDAExecutionProvider")
    engine = Engine(threads=4, offered=lambda: [card, CPU])
    assert engine.split() == [engine]


def test_all_parts_of_a_photo_are_run_alike(unet, compute, picture, monkeypatch):
    """A network made for one size may round in another way, and no part may differ from the whole."""
    fitted = []

    class Watched(OnnxSession):
        def run(self, planes, token, **how):
            fitted.append(how["fitted"])
            return super().run(planes, token, **how)

    monkeypatch.setattr("restorer.inference.tiled_run._SMALL_PHOTO", 90 * 120)
    for size, expected in ((90, 120), True), ((90, 119), False):
        for memory, area in ((1 << 30, None), (SMALL, None), (1 << 30, Box(3, 5, 20, 40))):
            compute(Engine("cpu", memory, factory=Watched), unet, picture(*size), area)
        assert len(fitted) > 3
        assert set(fitted) == {expected}
        fitted.clear()
