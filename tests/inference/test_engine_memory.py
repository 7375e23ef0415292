"""The memory that is made ready for tiles, kept from photo to photo, and given back."""

import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import tiny_models
from faulty_computer import Computer
from tiny_models import SMALL, write_model

from restorer.errors import Cancelled
from restorer.inference.engine import Engine
from restorer.inference.tiled_run import input_store
from restorer.progress import CancelToken, Progress


def test_what_is_prepared_is_not_done_again(unet, compute, picture, monkeypatch):
    reserved = []
    monkeypatch.setattr("restorer.inference.arena.reserve", reserved.append)
    planes = picture(131, 205)
    engine = Engine("cpu", memory=SMALL)
    unprepared, _ = compute(Engine("cpu", memory=SMALL), unet, planes)
    once = list(reserved)
    reserved.clear()

    engine.prepare(unet, (131, 205))
    assert reserved == once
    damaged = unet.file.read_bytes()
    unet.file.write_bytes(b"")  # the network is in memory by now
    prepared, _ = compute(engine, unet, planes)
    assert reserved == once
    np.testing.assert_array_equal(prepared, unprepared)

    unet.file.write_bytes(damaged)
    compute(engine, unet, planes)
    assert reserved == once * 2, "the memory was given back after the run"


def test_tiles_are_read_into_the_memory_that_was_prepared(unet, tmp_path, compute, picture, monkeypatch):
    stores, seen = [], []

    def remembered(*arguments):
        stores.append(input_store(*arguments))
        return stores[-1]

    def watched(planes, run):
        seen.append(planes)
        return run()

    monkeypatch.setattr("restorer.inference.engine.input_store", remembered)
    engine = Computer(cpu=watched).engine("cpu", memory=SMALL)
    other = write_model(tmp_path / "models" / "other", tiny_models.invert(), receptive_radius=0)
    engine.prepare(unet, (131, 205))
    compute(engine, other, picture(131, 205))
    assert not any(np.shares_memory(planes, stores[0]) for planes in seen), "it is kept for the first model"
    seen.clear()
    compute(engine, unet, picture(131, 205))
    assert len(seen) > 1
    assert all(np.shares_memory(planes, stores[0]) for planes in seen)


def test_tiles_are_as_large_as_was_prepared(unet, compute, picture, monkeypatch):
    """What was reserved is no longer free, and would make the tiles smaller."""
    monkeypatch.setattr("restorer.inference.engine.memory_to_spend", lambda: SMALL)
    _, usual = compute(Engine("cpu"), unet, picture(131, 205))
    engine = Engine("cpu")
    engine.prepare(unet, (131, 205))
    monkeypatch.setattr("restorer.inference.engine.memory_to_spend", lambda: SMALL // 4)
    assert compute(engine, unet, picture(131, 205))[1].tile == usual.tile
    assert compute(engine, unet, picture(131, 205))[1].tile != usual.tile


def test_a_busy_engine_keeps_its_memory_from_photo_to_photo(unet, compute, picture):
    computer = Computer()
    engine = computer.engine("cpu", memory=SMALL)
    compute(engine, unet, picture(97, 33))
    assert computer.kept == []
    with engine.busy():
        compute(engine, unet, picture(97, 33))
        (kept,) = computer.kept
        compute(engine, unet, picture(97, 33))
        assert computer.kept == [kept]
        engine.rest()
        assert computer.kept == []
        compute(engine, unet, picture(97, 33))
        assert computer.kept == [kept]
    assert computer.kept == []


def test_a_busy_engine_gives_its_memory_back_when_a_run_fails(unet, compute, picture):
    computer = Computer()
    engine = computer.engine("cpu", memory=SMALL)
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled), engine.busy():
        compute(engine, unet, picture(97, 33), progress=Progress(token=token))
    assert computer.kept == []


def test_closing_a_busy_engine_gives_its_memory_back(unet, compute, picture):
    computer = Computer()
    engine = computer.engine("cpu", memory=SMALL)
    with engine.busy():
        compute(engine, unet, picture(97, 33))
        engine.close()
        assert computer.kept == []


def test_what_is_prepared_stays_while_another_model_runs(unet, tmp_path, compute, picture):
    other = write_model(tmp_path / "models" / "other", tiny_models.invert(), receptive_radius=0)
    computer = Computer()
    engine = computer.engine("cpu", memory=SMALL)
    engine.prepare(unet, (131, 205))
    kept = list(computer.kept)
    assert kept
    compute(engine, other, picture(20, 20))
    assert computer.kept == kept
    compute(engine, unet, picture(131, 205))
    assert computer.kept == []
    compute(engine, other, picture(20, 20))
    assert computer.kept == []


def test_other_models_run_while_memory_is_got(unet, tmp_path, compute, picture, monkeypatch):
    """And the model that it is got for waits for it."""
    other = write_model(tmp_path / "models" / "other", tiny_models.invert(), receptive_radius=0)
    asked, enough = threading.Event(), threading.Event()
    got = []

    def slowly(size: int) -> None:
        if not asked.is_set():
            asked.set()
            assert enough.wait(60)
        got.append(size)

    monkeypatch.setattr("restorer.inference.arena.reserve", slowly)
    engine = Engine("cpu", memory=SMALL)
    with ThreadPoolExecutor(2) as aside:
        preparing = aside.submit(engine.prepare, unet, (131, 205))
        assert asked.wait(60)
        compute(engine, other, picture(20, 20))
        running = aside.submit(compute, engine, unet, picture(131, 205))
        enough.set()
        preparing.result()
        running.result()
    assert len(got) == 2, "once for each model"
