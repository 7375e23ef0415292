"""What the networks are built of, and what becomes of it in an exported one."""

import pytest
from tiny_plans import TINY

pytestmark = pytest.mark.train


@pytest.mark.parametrize(("step", "size"), [(2, 3), (4, 1), (2, 1)])
def test_squares_of_pixels_are_seen_as_if_they_stood_side_by_side(step, size, monkeypatch):
    import torch
    from torch.nn import functional

    from restorer.training.networks.blocks import UnshuffledConvolution

    torch.manual_seed(1)
    convolution = UnshuffledConvolution([3, 2, 1], 8, step, size, bias=True)
    pictures = [torch.rand(2, planes, 24, 16) for planes in (3, 2, 1)]
    apart = functional.pixel_unshuffle(torch.cat(pictures, dim=1), step)
    with torch.no_grad():
        learning = convolution(*pictures)
        monkeypatch.setattr("torch.onnx.is_in_onnx_export", lambda: True)
        seen = convolution(*pictures)
        expected = functional.conv2d(apart, convolution.weight, convolution.bias, padding=size // 2)
    assert seen.shape == (2, 8, 24 // step, 16 // step)
    torch.testing.assert_close(seen, expected)
    torch.testing.assert_close(learning, expected)


def test_an_exported_network_puts_no_pixels_side_by_side(tmp_path):
    import onnx
    from safetensors.torch import save_file

    from restorer.training.export import export
    from restorer.training.train import build_network

    save_file(build_network(TINY).state_dict(), tmp_path / "weights.safetensors")
    model = export(TINY, tmp_path / "weights.safetensors", tmp_path / "model", version="1", steps=1)
    graph = onnx.load(model / "model.onnx").graph
    seen = {graph.input[0].name}  # and what is computed from the photo, node by node
    used = set()
    for node in graph.node:
        if seen & set(node.input):
            seen |= set(node.output)
            used.add(node.op_type)
    assert "Conv" in used
    assert not used & {"Transpose", "SpaceToDepth"}


def test_an_exported_network_adds_only_what_can_be_added_in_place(tmp_path):
    import onnx
    from safetensors.torch import save_file

    from restorer.training.export import export
    from restorer.training.train import build_network

    save_file(build_network(TINY).state_dict(), tmp_path / "weights.safetensors")
    model = export(TINY, tmp_path / "weights.safetensors", tmp_path / "model", version="1", steps=1)
    graph = onnx.load(model / "model.onnx").graph
    upsampled = {node.output[0] for node in graph.node if node.op_type == "Resize"}
    takers = {node.op_type for node in graph.node if upsampled & set(node.input)}
    assert upsampled
    assert takers == {"Conv", "Concat"}
