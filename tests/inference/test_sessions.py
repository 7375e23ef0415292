import dataclasses
import gc
import hashlib
import os
import sys
from pathlib import Path

import numpy as np
import onnx  # noqa: TID253
import pytest
import tiny_models
from onnx import TensorProto, helper  # noqa: TID253
from tiny_models import write_model

from restorer.errors import ModelError
from restorer.inference import arena, sessions
from restorer.inference.devices import CPU, KNOWN_DEVICES
from restorer.inference.engine import Engine
from restorer.inference.sessions import (
    OnnxSession,
    OutOfMemoryError,
    SessionError,
    _as_session_error,
    read_network,
)
from restorer.progress import CancelToken

INVERT = [helper.make_node("Sub", ["one", "photo"], ["result"])]
ONE = {"one": np.ones(1, np.float32)}
FREE = (1, 3, "height", "width")


def refused(model, compute, picture) -> ModelError:
    with pytest.raises(ModelError) as caught:
        compute(Engine("cpu"), model, picture(16, 16))
    assert caught.value.message.endswith(".")
    assert caught.value.hint
    return caught.value


def test_a_changed_file(model_folder, compute, picture):
    model = write_model(model_folder, tiny_models.invert())
    content = bytearray(model.file.read_bytes())
    content[-1] ^= 1
    model.file.write_bytes(content)
    assert "checksum" in refused(model, compute, picture).message


def test_a_missing_file(model_folder, compute, picture):
    model = write_model(model_folder, tiny_models.invert())
    model.file.unlink()
    assert "cannot be read" in refused(model, compute, picture).message


@pytest.mark.parametrize("content", [b"", b"not a network", tiny_models.unet()[:1500]])
def test_what_is_no_network(model_folder, compute, picture, content):
    assert "cannot be loaded" in refused(write_model(model_folder, content), compute, picture).message


@pytest.mark.parametrize(
    ("network", "changes"),
    [
        (tiny_models.invert(), {"inputs": ("grey",)}),
        (tiny_models.blur(1, 1), {}),
        (
            tiny_models.network(INVERT, ONE, ends=((1, 3, "h", "w"), (1, 3, "h", "w"))),
            {"outputs": ("a", "b")},
        ),
        (tiny_models.network(INVERT, ONE, ends=((2, *FREE[1:]), (2, *FREE[1:]))), {}),
        (tiny_models.network(INVERT, ONE, ends=(FREE[1:], FREE[1:])), {}),
        (tiny_models.network(INVERT, ONE, ends=((1, 3, 64, 64), (1, 3, 64, 64))), {}),
        (
            tiny_models.network(INVERT, {"one": np.ones(1, np.float16)}, kind=TensorProto.FLOAT16),
            {},
        ),
    ],
    ids=["card-in", "grey", "card-out", "batch", "rank", "fixed", "half"],
)
def test_what_breaks_its_contract(model_folder, compute, picture, network, changes):
    error = refused(write_model(model_folder, network, **changes), compute, picture)
    assert "than its card says" in error.message


def test_a_result_of_another_size(model_folder, compute, picture):
    nodes = [helper.make_node("MaxPool", ["photo"], ["result"], kernel_shape=[3, 3])]
    model = write_model(model_folder, tiny_models.network(nodes, ends=(FREE, (1, 3, "h", "w"))))
    with pytest.raises(ModelError, match="another size"):
        compute(Engine("cpu"), model, picture(16, 16))


@pytest.mark.parametrize("location", ["../weights.bin", "weights.bin", "/etc/hostname"])
def test_weights_in_another_file(model_folder: Path, compute, picture, location: str):
    made = onnx.load_from_string(tiny_models.network(INVERT, {"one": np.ones(64, np.float32)}))
    weights = made.graph.initializer[0]
    weights.ClearField("raw_data")
    weights.data_location = TensorProto.EXTERNAL
    for key, value in (("location", location), ("offset", "0"), ("length", "256")):
        weights.external_data.add(key=key, value=value)
    model = write_model(model_folder, made.SerializeToString())
    for folder in (model_folder, model_folder.parent, Path.cwd() / "no-such"):
        if folder.is_dir():
            (folder / "weights.bin").write_bytes(bytes(256))
    assert "cannot be loaded" in refused(model, compute, picture).message


def test_a_network_whose_names_are_its_own(model_folder, compute, picture):
    network = onnx.load_from_string(tiny_models.invert())
    network = onnx.compose.add_prefix(network, "their/")
    model = write_model(model_folder, network.SerializeToString())
    planes = picture(9, 9)
    np.testing.assert_allclose(compute(Engine("cpu"), model, planes)[0], 1 - planes, atol=1e-6)


def test_a_device_that_onnxruntime_lacks_is_no_fault_of_the_model(model_folder):
    model = write_model(model_folder, tiny_models.invert())
    webgpu = next(device for device in KNOWN_DEVICES if device.id == "webgpu")
    with pytest.raises(SessionError):
        OnnxSession(model.card, model.file.read_bytes(), webgpu, 1)


def test_a_result_outlives_its_session(model_folder, picture):
    model = write_model(model_folder, tiny_models.invert())
    planes = picture(64, 64)
    session = OnnxSession(model.card, model.file.read_bytes(), CPU, 1)
    result = session.run(planes, CancelToken())
    kept = result.copy()
    session.run(1 - planes, CancelToken())
    session.give_back()
    del session
    gc.collect()
    assert (result == kept).all()


def test_a_network_made_for_one_size_computes_the_same(unet, picture, monkeypatch):
    made = []
    create = sessions._create
    monkeypatch.setattr(sessions, "_create", lambda *made_of: made.append(made_of[4:]) or create(*made_of))
    session = OnnxSession(unet.card, unet.file.read_bytes(), CPU, 1)
    for size in ((16, 24), (24, 16), (16, 24)):
        planes = picture(*size)
        expected = session.run(planes, CancelToken())
        np.testing.assert_allclose(session.run(planes, CancelToken(), fitted=True), expected, atol=1e-5)
    assert made == [(), ({"height": 16, "width": 24},), ({"height": 24, "width": 16},)]
    session.reserve(24, 16, fitted=True)
    assert len(made) == 3, "it is kept"


@pytest.mark.parametrize("sides", [("side", "side"), (None, None)])
def test_a_network_that_names_no_sides_runs_as_it_is(model_folder, picture, sides):
    ends = ((1, 3, *sides), (1, 3, *sides))
    model = write_model(model_folder, tiny_models.network(INVERT, ONE, ends=ends))
    session = OnnxSession(model.card, model.file.read_bytes(), CPU, 1)
    planes = picture(16, 24)
    np.testing.assert_array_equal(session.run(planes, CancelToken(), fitted=True), 1 - planes)


@pytest.mark.parametrize(
    ("message", "memory"),
    [
        ("Failed to allocate memory for requested buffer of size 9999", True),
        ("CUDA failure 2: out of memory ; GPU=0", True),
        ("std::bad_alloc", True),
        ("CUBLAS failure 3: CUBLAS_STATUS_ALLOC_FAILED", True),
        ("887A0005 the GPU device instance has been suspended", False),
        ("", False),
    ],
)
def test_which_errors_mean_too_little_memory(message: str, memory: bool):
    assert isinstance(_as_session_error(RuntimeError(message)), OutOfMemoryError) is memory


def test_too_large_a_run_is_too_little_memory(model_folder):
    huge = helper.make_node("ConstantOfShape", ["n"], ["big"])
    nodes = [
        huge,
        helper.make_node("ReduceMax", ["big"], ["top"]),
        helper.make_node("Add", ["photo", "top"], ["result"]),
    ]
    network = tiny_models.network(nodes, {"n": np.array([1 << 60], np.int64)})
    model = write_model(model_folder, network)
    with pytest.raises(OutOfMemoryError):
        OnnxSession(model.card, network, CPU, 1).run(np.zeros((3, 8, 8), np.float32), CancelToken())


def resident() -> int:
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4096


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="reads Linux's own numbers")
def test_reserved_memory_is_taken_in_one_piece_and_given_back():
    arena.give_back()
    before = resident()
    arena.reserve(200_000_000)
    taken = resident() - before
    arena.give_back()
    assert taken > 180_000_000
    assert resident() - before < 20_000_000


def test_the_card_may_name_what_the_file_is(model_folder):
    model = write_model(model_folder, tiny_models.invert())
    assert model.card.sha256 == hashlib.sha256(model.file.read_bytes()).hexdigest()
    wrong = dataclasses.replace(model, card=dataclasses.replace(model.card, sha256="0" * 64))
    with pytest.raises(ModelError, match="checksum"):
        Engine("cpu").self_test(wrong)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the disk would really be filled")
def test_a_file_larger_than_any_network_is_not_read(model_folder):
    model = write_model(model_folder, tiny_models.invert())
    os.truncate(model.file, 30 << 30)
    with pytest.raises(ModelError, match="far too large"):
        read_network(model.card, model.file)


def test_a_network_may_not_take_the_whole_memory_while_it_is_loaded(model_folder):
    nodes = [
        helper.make_node("ConstantOfShape", ["n"], ["big"]),
        helper.make_node("ReduceMax", ["big"], ["top"]),
        helper.make_node("Add", ["photo", "top"], ["result"]),
    ]
    network = tiny_models.network(nodes, {"n": np.array([1_100_000_000], np.int64)})
    model = write_model(model_folder, network)
    with pytest.raises((ModelError, SessionError)):
        OnnxSession(model.card, network, CPU, 1).run(np.zeros((3, 8, 8), np.float32), CancelToken())
