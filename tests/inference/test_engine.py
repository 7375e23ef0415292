import dataclasses
import threading
import time

import numpy as np
import pytest
import tiny_models
from faulty_computer import Computer
from tiny_models import UNET_HALO, UNET_MULTIPLE, UNET_RADIUS, write_model

from restorer.errors import Cancelled, DeviceError, ModelError, PhotoError
from restorer.inference.devices import CPU, Device
from restorer.inference.engine import Engine
from restorer.inference.tiled_run import input_store
from restorer.photo.geometry import Box
from restorer.progress import CancelToken, Progress, ProgressReport

SMALL = 800_000  # bytes; with 100 a pixel, tiles of 8000 pixels


@pytest.fixture
def unet(model_folder):
    return write_model(
        model_folder,
        tiny_models.unet(),
        multiple_of=UNET_MULTIPLE,
        receptive_radius=UNET_RADIUS,
        halo=UNET_HALO,
    )


def test_the_unet_reaches_as_far_as_it_says(unet, compute, picture):
    planes = picture(96, 96)
    before, _ = compute(Engine("cpu"), unet, planes)
    farthest = outside = 0
    for place in range(40, 48):
        poked = planes.copy()
        poked[:, place, place] = 1 - poked[:, place, place]
        changed = np.abs(compute(Engine("cpu"), unet, poked)[0] - before).max(axis=(0, 2)) > 0
        rows = np.flatnonzero(changed)
        farthest = max(farthest, place - rows.min(), rows.max() - place)
        # Aligned areas depend on the pixel as far as their nearer edges are.
        blocks = rows // UNET_MULTIPLE * UNET_MULTIPLE
        outside = max(outside, place - (blocks + UNET_MULTIPLE - 1).min(), blocks.max() - place)
    assert farthest == UNET_RADIUS
    assert outside == UNET_HALO


@pytest.mark.parametrize(
    "size",
    [(1, 1), (1, 50), (7, 3), (8, 8), (64, 128), (97, 33), (131, 205), (150, 149), (203, 8), (333, 257)],
)
@pytest.mark.parametrize("halo", [UNET_HALO, None])
def test_tiled_equals_whole(unet, compute, picture, size, halo):
    model = dataclasses.replace(unet, card=dataclasses.replace(unet.card, halo=halo))
    planes = picture(*size)
    whole, report = compute(Engine("cpu", memory=1 << 30), model, planes)
    assert report.tiles == 1
    tiled, report = compute(Engine("cpu", memory=SMALL), model, planes)
    assert report.tiles > 1 or size[0] * size[1] < 6000
    assert report.tile[0] * report.tile[1] <= 8000
    np.testing.assert_allclose(tiled, whole, atol=1e-5, rtol=0)


def test_the_whole_is_what_the_network_gives(unet, compute, picture):
    import onnxruntime

    planes = picture(99, 70)
    padded = np.pad(planes, ((0, 0), (0, 5), (0, 2)), mode="reflect")
    bare = onnxruntime.InferenceSession(unet.file, providers=["CPUExecutionProvider"])
    expected = bare.run(None, {"photo": padded[None]})[0][0, :, :99, :70]
    tiled, _ = compute(Engine("cpu", memory=SMALL), unet, planes)
    np.testing.assert_allclose(tiled, expected, atol=1e-5, rtol=0)


def test_too_small_a_halo_would_be_noticed(unet, compute, picture):
    planes = picture(131, 205)
    whole, _ = compute(Engine("cpu", memory=1 << 30), unet, planes)
    card = dataclasses.replace(unet.card, halo=UNET_MULTIPLE)
    tiled, _ = compute(Engine("cpu", memory=SMALL), dataclasses.replace(unet, card=card), planes)
    assert np.abs(tiled - whole).max() > 1e-3


def test_tiles_off_the_grid_would_be_noticed(unet, compute, picture):
    planes = picture(131, 205)
    whole, _ = compute(Engine("cpu", memory=1 << 30), unet, planes)
    shifted, _ = compute(Engine("cpu"), unet, planes[:, 3:, 5:])
    assert np.abs(shifted[:, 40:80, 40:80] - whole[:, 43:83, 45:85]).max() > 1e-3


@pytest.mark.parametrize("area", [Box(0, 0, 1, 1), Box(50, 31, 97, 160), Box(130, 204, 131, 205)])
def test_an_area_equals_that_part_of_the_whole(unet, compute, picture, area):
    planes = picture(131, 205)
    whole, _ = compute(Engine("cpu"), unet, planes)
    for memory in (1 << 30, SMALL):
        part, _ = compute(Engine("cpu", memory=memory), unet, planes, area)
        np.testing.assert_allclose(part[:, *area.slices], whole[:, *area.slices], atol=1e-5, rtol=0)
        assert np.isfinite(part).sum() == 3 * area.height * area.width


def test_an_empty_area_is_a_mistake(unet, compute, picture):
    with pytest.raises(ValueError, match="no pixel"):
        compute(Engine("cpu"), unet, picture(8, 8), Box(8, 8, 9, 9))


def test_another_number_of_planes(model_folder, compute, picture):
    model = write_model(
        model_folder, tiny_models.blur(2, 1), inputs=("grey",), outputs=("grey",), receptive_radius=2
    )
    planes = picture(80, 90)[:1]
    tiled, report = compute(Engine("cpu", memory=200_000), model, planes)
    whole, _ = compute(Engine("cpu"), model, planes)
    assert report.tiles > 1
    np.testing.assert_allclose(tiled, whole, atol=1e-5, rtol=0)


def test_a_model_that_sees_everything_is_feathered_and_says_so(model_folder, compute, picture):
    model = write_model(model_folder, tiny_models.whole_mean(), receptive_radius=None)
    planes = picture(600, 40)
    whole, report = compute(Engine("cpu"), model, planes)
    assert report.notices == ()
    tiled, report = compute(Engine("cpu", memory=SMALL), model, planes)
    assert report.tiles > 1
    assert any("whole photo" in notice for notice in report.notices)
    assert 0 < np.abs(tiled - whole).max() < 0.1


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
