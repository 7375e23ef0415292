"""What devices do wrong, and what is made of it. There is no such device here, so they are played."""

import threading
from collections.abc import Callable

import numpy as np
import pytest
import tiny_models
from faulty_computer import Computer, limited_to, on_large, raising, right
from tiny_models import UNET_HALO, UNET_MULTIPLE, UNET_RADIUS, write_model

from restorer.errors import Cancelled, DeviceError
from restorer.inference.devices import CPU, KNOWN_DEVICES
from restorer.inference.engine import Engine
from restorer.inference.sessions import OutOfMemoryError, SessionError
from restorer.progress import CancelToken, Progress

DEVICES = {device.id: device for device in KNOWN_DEVICES}
CUDA, DIRECTML = DEVICES["cuda"], DEVICES["dml"]


@pytest.fixture
def model(model_folder):
    return write_model(
        model_folder,
        tiny_models.unet(),
        multiple_of=UNET_MULTIPLE,
        receptive_radius=UNET_RADIUS,
        halo=UNET_HALO,
    )


@pytest.fixture
def check(model, compute, picture):
    """Run on a computer's engine; the result must be right whatever the devices do."""

    def run(engine: Engine):
        planes = picture(200, 168)
        expected, _ = compute(Engine("cpu", threads=1), model, planes)
        result, report = compute(engine, model, planes)
        np.testing.assert_allclose(result, expected, atol=1e-5, rtol=0)
        assert report.device == engine.device
        return report

    return run


def test_a_good_device_is_used_in_silence(check):
    computer = Computer(cuda=right)
    report = check(computer.engine())
    assert report.device == CUDA
    assert report.notices == ()
    assert computer.runs["cuda"][-1] == (3, 200, 168)


def test_a_device_that_cannot_be_opened(check):
    computer = Computer(cuda=right)
    computer.fails_to_open["cuda"] = "libcudnn.so.9: cannot open shared object file\nmore of it"
    report = check(computer.engine())
    assert report.device == CPU
    assert "NVIDIA GPU (CUDA) cannot be used: libcudnn.so.9" in report.notices[0]
    assert "CPU computes instead" in report.notices[0]
    assert "\n" not in report.notices[0]


def test_a_session_that_silently_took_the_cpu(check):
    computer = Computer(cuda=right)
    computer.really_opens["cuda"] = CPU.provider
    report = check(computer.engine())
    assert report.device == CPU
    assert "driver or library" in report.notices[0]


@pytest.mark.parametrize(
    "fault",
    [
        lambda planes, compute: compute() + 0.02,
        lambda planes, compute: compute() * np.nan,
        lambda planes, compute: np.zeros_like(compute()),
        lambda planes, compute: compute()[:, ::-1],
        lambda planes, compute: compute()[:, 1:],
        raising(SessionError("kernel launch failed")),
        raising(OutOfMemoryError("CUDA out of memory")),
    ],
    ids=["off", "nan", "black", "flipped", "cut", "raises", "memory"],
)
def test_the_self_test_keeps_bad_devices_away_from_photos(check, model, fault):
    computer = Computer(cuda=fault)
    engine = computer.engine()
    test = engine.self_test(model)
    assert not test.passed
    assert test.device == CUDA
    assert "CUDA" in test.note
    report = check(engine)
    assert report.device == CPU
    assert len(report.notices) == 1
    assert set(computer.runs["cuda"]) == {(3, 256, 256)}


def test_half_precision_is_good_enough(check, model):
    def rounded(planes: np.ndarray, compute: Callable[[], np.ndarray]) -> np.ndarray:
        return compute().astype(np.float16).astype(np.float32)

    test = Computer(cuda=rounded).engine().self_test(model)
    assert test.passed
    assert 0 < test.difference < test.tolerance


@pytest.mark.parametrize(
    ("fault", "word"),
    [
        (raising(SessionError("device lost")), "device lost"),
        (lambda planes, compute: compute() * np.nan, "no numbers"),
        (lambda planes, compute: compute() / 0, "no numbers"),
        (lambda planes, compute: np.zeros_like(compute()), "something else than the CPU"),
        (lambda planes, compute: compute() + 0.02, "something else than the CPU"),
    ],
    ids=["raises", "nan", "inf", "black", "off"],
)
@pytest.mark.filterwarnings("ignore:divide by zero")
def test_a_device_that_fails_at_work(check, fault, word):
    computer = Computer(cuda=on_large(fault))
    report = check(computer.engine())
    assert report.device == CPU
    assert word in report.notices[0]
    assert report.tiles == 1
    assert computer.runs["cpu"][-1] == (3, 200, 168), "the tile was done again"


def test_a_device_that_turns_black_later(check):
    tiles = []

    def tiring(planes: np.ndarray, compute: Callable[[], np.ndarray]) -> np.ndarray:
        tiles.append(planes.shape)
        return compute() if len(tiles) < 3 else np.zeros_like(compute())

    computer = Computer(cuda=on_large(tiring))
    report = check(computer.engine(memory=1_000_000))
    assert report.tiles > 4
    assert report.device == CPU
    assert len(tiles) == 3


def test_the_next_device_is_tried_before_the_cpu(check):
    computer = Computer(cuda=on_large(raising(SessionError("device lost"))), dml=right)
    report = check(computer.engine())
    assert report.device == DIRECTML
    assert "GPU (DirectML) computes instead" in report.notices[0]


def test_only_the_cpu_stands_in_for_a_device_that_was_asked_for(check):
    computer = Computer(cuda=raising(SessionError("device lost")), dml=right)
    assert check(computer.engine("cuda")).device == CPU
    assert computer.runs["dml"] == []


def test_the_engine_remembers(check):
    computer = Computer(cuda=on_large(raising(SessionError("device lost"))))
    engine = computer.engine()
    first = check(engine)
    runs = len(computer.runs["cuda"])
    second = check(engine)
    assert len(computer.runs["cuda"]) == runs
    assert second.notices == first.notices == engine.notices


def test_too_little_memory_makes_smaller_tiles(check):
    computer = Computer(cuda=on_large(limited_to(12_000)))
    report = check(computer.engine())
    assert report.device == CUDA
    assert report.tiles >= 4
    assert report.tile[0] * report.tile[1] <= 12_000
    assert report.notices == ("NVIDIA GPU (CUDA) ran out of memory; smaller tiles are used.",)


def test_too_little_memory_for_any_tile_goes_to_the_cpu(check):
    computer = Computer(cuda=on_large(limited_to(100)))
    report = check(computer.engine())
    assert report.device == CPU
    assert "too little memory" in report.notices[-1]


def test_too_little_memory_on_the_cpu(check):
    assert check(Computer(cpu=limited_to(12_000)).engine()).tiles >= 4
    with pytest.raises(DeviceError, match="too little memory") as caught:
        check(Computer(cpu=limited_to(100)).engine())
    assert caught.value.hint


def test_a_fault_of_the_cpu_is_an_error(check):
    with pytest.raises(DeviceError, match="broken"):
        check(Computer(cpu=raising(SessionError("broken"))).engine())


def test_a_result_of_one_value_may_be_right(model_folder, compute):
    model = write_model(model_folder, tiny_models.invert())
    computer = Computer(cuda=right)
    planes = np.ones((3, 50, 40), np.float32)
    result, report = compute(computer.engine(), model, planes)
    assert (result == 0).all()
    assert report.device == CUDA
    assert report.notices == ()


@pytest.mark.parametrize("device", [CUDA, CPU], ids=["cuda", "cpu"])
def test_a_device_that_hangs_keeps_nobody_waiting(model, compute, picture, monkeypatch, device):
    monkeypatch.setattr("restorer.inference.tiled_run._PATIENCE", 0.1)
    hanging, freed = threading.Event(), threading.Event()

    def hang(planes: np.ndarray, computed: Callable[[], np.ndarray]) -> np.ndarray:
        if not freed.is_set():
            hanging.set()
            assert freed.wait(60)
        return computed()

    engine = Computer(**{device.id: on_large(hang)}).engine()
    planes, token = picture(200, 168), CancelToken()
    canceller = threading.Thread(target=lambda: hanging.wait(60) and token.cancel())
    canceller.start()
    with pytest.raises(Cancelled):
        compute(engine, model, planes, progress=Progress(token=token))
    canceller.join()
    assert not freed.is_set(), "the run came back while the device still hung"
    freed.set()

    expected, _ = compute(Engine("cpu", threads=1), model, planes)
    result, report = compute(engine, model, planes)
    np.testing.assert_allclose(result, expected, atol=1e-5, rtol=0)
    assert report.device == CPU
    assert report.notices == (() if device == CPU else (_HUNG,))


_HUNG = "NVIDIA GPU (CUDA) cannot be used: it does not answer. CPU computes instead."
