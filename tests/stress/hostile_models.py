"""Networks made on purpose: they reach for other files, ask for the whole memory, or never end."""

from collections.abc import Iterator

import numpy as np
import onnx  # noqa: TID253 - made at test time, so that no binary lies in the repository
import tiny_models
from onnx import TensorProto, helper  # noqa: TID253

Network = bytes | onnx.ModelProto


def hostile_networks(outside: str) -> Iterator[tuple[str, bytes]]:
    """Yield names and ONNX files; some ask for the file ``outside`` of the model's folder."""
    for makers in (_reaching(outside), _giant(), _strange(), _misfits(), _broken()):
        for name, network in makers:
            yield name, network if isinstance(network, bytes) else network.SerializeToString()


def _with_weight(weight: TensorProto) -> onnx.ModelProto:
    made = onnx.load_from_string(tiny_models.invert())
    del made.graph.initializer[:]
    weight.name = "one"
    made.graph.initializer.append(weight)
    return made


def _external(location: str, **more: str) -> onnx.ModelProto:
    weight = TensorProto(data_type=TensorProto.FLOAT, dims=[1], data_location=TensorProto.EXTERNAL)
    for key, value in {"location": location, "offset": "0", "length": "4", **more}.items():
        weight.external_data.add(key=key, value=value)
    return _with_weight(weight)


def _reaching(outside: str) -> Iterator[tuple[str, Network]]:
    places = (
        outside,
        "../outside.bin",
        "model.onnx",
        "/dev/zero",
        "no-external-data/../outside.bin",
        "",
        ".",
    )
    for place in places:
        yield f"weights in {place.rpartition('/')[2] or 'nothing'} {len(place)}", _external(place)
    yield "weights at an offset", _external("model.onnx", offset=str(2**63), length=str(2**63))
    node = helper.make_node(
        "EPContext", ["photo"], ["result"], domain="com.microsoft", embed_mode=0, ep_cache_context=outside
    )
    made = onnx.load_from_string(tiny_models.network([node]))
    made.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    yield "a prepared network elsewhere", made


def _giant() -> Iterator[tuple[str, Network]]:
    for dims in ([1 << 40], [1 << 62, 1 << 62], [-1], [1 << 31, 1 << 31]):
        weight = TensorProto(data_type=TensorProto.FLOAT, dims=dims, raw_data=b"\0\0\x80\x3f")
        yield f"a weight of {dims[0]:.1g} {len(dims)}", _with_weight(weight)
    for size in (1 << 60, 1 << 35, 1 << 31):
        yield f"a constant of {size:.1g} at load", _sum_of_constant(size)
    yield "a constant of photo size to the third", _product_of_sizes()
    for name, scale in (("a thousand", 1000.0), ("a billion", 1e9)):
        scales = {"s": np.array([1, 1, scale, scale], np.float32)}
        node = helper.make_node("Resize", ["photo", "", "s"], ["result"], mode="nearest")
        yield f"enlarged by {name}", tiny_models.network([node], scales)
    pads = {"p": np.array([0, 0, 1 << 40, 0, 0, 0, 0, 0], np.int64)}
    yield (
        "padded by a trillion",
        tiny_models.network([helper.make_node("Pad", ["photo", "p"], ["result"])], pads),
    )
    yield (
        "20000 layers",
        tiny_models.network(
            [helper.make_node("Relu", [f"x{i}" if i else "photo"], [f"x{i + 1}"]) for i in range(20_000)]
            + [helper.make_node("Relu", ["x20000"], ["result"])]
        ),
    )


def _sum_of_constant(size: int) -> bytes:
    nodes = [
        helper.make_node("ConstantOfShape", ["n"], ["big"]),
        helper.make_node("ReduceMax", ["big"], ["top"]),
        helper.make_node("Add", ["photo", "top"], ["result"]),
    ]
    return tiny_models.network(nodes, {"n": np.array([size], np.int64)})


def _product_of_sizes() -> bytes:
    nodes = [
        helper.make_node("Size", ["photo"], ["n"]),
        helper.make_node("Mul", ["n", "n"], ["n2"]),
        helper.make_node("Mul", ["n2", "n"], ["n3"]),
        helper.make_node("Unsqueeze", ["n3", "axis"], ["shape"]),
        helper.make_node("ConstantOfShape", ["shape"], ["big"]),
        helper.make_node("ReduceMax", ["big"], ["top"]),
        helper.make_node("Add", ["photo", "top"], ["result"]),
    ]
    return tiny_models.network(nodes, {"axis": np.array([0], np.int64)})


def _strange() -> Iterator[tuple[str, Network]]:
    yield "an unknown operator", tiny_models.network([helper.make_node("Steal", ["photo"], ["result"])])
    node = helper.make_node("Steal", ["photo"], ["result"], domain="evil.example")
    made = onnx.load_from_string(tiny_models.network([node]))
    made.opset_import.append(helper.make_opsetid("evil.example", 1))
    yield "an operator of somebody else", made
    for version in (0, 999, 2**31 - 1):
        made = onnx.load_from_string(tiny_models.invert())
        made.opset_import[0].version = version
        yield f"operators of {version}", made
    made = onnx.load_from_string(tiny_models.invert())
    made.ir_version = 999
    yield "a format of the future", made
    yield "calls itself", _calls_itself()
    yield (
        "a circle",
        tiny_models.network(
            [
                helper.make_node("Add", ["photo", "b"], ["a"]),
                helper.make_node("Add", ["a", "photo"], ["b"]),
                helper.make_node("Relu", ["b"], ["result"]),
            ]
        ),
    )
    yield (
        "two of one name",
        tiny_models.network(
            [helper.make_node("Relu", ["photo"], ["result"]), helper.make_node("Neg", ["photo"], ["result"])]
        ),
    )
    yield "texts", tiny_models.network([helper.make_node("StringNormalizer", ["photo"], ["result"])])
    yield "nested 3000 deep", _nested(3000)


def _calls_itself() -> onnx.ModelProto:
    made = onnx.load_from_string(
        tiny_models.network([helper.make_node("Again", ["photo"], ["result"], domain="local")])
    )
    body = [helper.make_node("Again", ["x"], ["y"], domain="local")]
    imports = [helper.make_opsetid("", 17), helper.make_opsetid("local", 1)]
    made.functions.append(helper.make_function("local", "Again", ["x"], ["y"], body, imports))
    made.opset_import.append(helper.make_opsetid("local", 1))
    return made


def _nested(depth: int) -> bytes:
    """Return a network whose If holds an If and so on; written by hand, for Python would recurse too."""
    made = onnx.load_from_string(tiny_models.network([helper.make_node("Relu", ["photo"], ["result"])]))
    leaf = helper.make_graph(
        [helper.make_node("Relu", ["photo"], ["r"])],
        "leaf",
        [],
        [helper.make_tensor_value_info("r", TensorProto.FLOAT, None)],
    )
    data = leaf.SerializeToString()
    ending = helper.make_tensor_value_info("r", TensorProto.FLOAT, None).SerializeToString()
    for _ in range(depth):
        attribute = _field(1, b"then_branch") + _field(6, data) + b"\xa0\x01\x05"
        node = _field(1, b"yes") + _field(2, b"r") + _field(4, b"If") + _field(5, attribute)
        data = _field(1, node) + _field(2, b"g") + _field(12, ending)
    made.graph.ClearField("node")
    whole = onnx.GraphProto()
    whole.CopyFrom(made.graph)
    body = whole.SerializeToString() + _field(
        1,
        _field(1, b"yes")
        + _field(2, b"result")
        + _field(4, b"If")
        + _field(5, _field(1, b"then_branch") + _field(6, data) + b"\xa0\x01\x05"),
    )
    made.ClearField("graph")
    return made.SerializeToString() + _field(7, body)


def _field(number: int, value: bytes) -> bytes:
    """Return a field of bytes as protocol buffers write it."""
    return _varint(number << 3 | 2) + _varint(len(value)) + value


def _varint(number: int) -> bytes:
    out = b""
    while number > 0x7F:
        out += bytes([number & 0x7F | 0x80])
        number >>= 7
    return out + bytes([number])


def _misfits() -> Iterator[tuple[str, Network]]:
    relu = [helper.make_node("Relu", ["photo"], ["result"])]
    flat, two = (1, 3, "height"), (2, 3, "height", "width")
    usual = (1, 3, "height", "width")
    yield "three dimensions", tiny_models.network(relu, ends=(flat, flat))
    yield "two photos at once", tiny_models.network(relu, ends=(two, two))
    yield "four planes", tiny_models.network(relu, channels=(4, 4))
    yield "one size only", tiny_models.network(relu, ends=((1, 3, 64, 64), (1, 3, 64, 64)))
    yield "doubles", tiny_models.network(relu, kind=TensorProto.DOUBLE)
    yield (
        "returns the mean",
        tiny_models.network(
            [helper.make_node("GlobalAveragePool", ["photo"], ["result"])], ends=(usual, (1, 3, "h", "w"))
        ),
    )
    pool = helper.make_node("MaxPool", ["photo"], ["result"], kernel_shape=[2, 2], strides=[2, 2])
    yield "returns a quarter", tiny_models.network([pool], ends=(usual, (1, 3, "h", "w")))
    yield "no numbers", tiny_models.over_zero()
    yield "nothing at all", helper.make_model(helper.make_graph([], "empty", [], []))
    yield "a loop without end", _endless()


def _endless() -> bytes:
    value = helper.make_tensor_value_info
    body = helper.make_graph(
        [helper.make_node("Identity", ["go"], ["on"]), helper.make_node("Neg", ["x"], ["y"])],
        "body",
        [
            value("i", TensorProto.INT64, []),
            value("go", TensorProto.BOOL, []),
            value("x", TensorProto.FLOAT, None),
        ],
        [value("on", TensorProto.BOOL, []), value("y", TensorProto.FLOAT, None)],
    )
    weights = {"most": np.array(2**62, np.int64), "yes": np.array(True)}
    node = helper.make_node("Loop", ["most", "yes", "photo"], ["result"], body=body)
    return tiny_models.network([node], weights)


def _broken() -> Iterator[tuple[str, Network]]:
    sound = tiny_models.unet()
    for tenth in range(10):
        yield f"cut at {tenth} tenths", sound[: len(sound) * tenth // 10]
    yield "rubbish", np.random.default_rng(0).bytes(5000)
    random = np.random.default_rng(1)
    for number in range(60):
        bad = bytearray(sound)
        for at in random.integers(0, min(len(bad), 4000), 4):
            bad[at] = random.integers(0, 256)
        yield f"damage {number}", bytes(bad)
