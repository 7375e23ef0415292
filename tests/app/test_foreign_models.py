"""Networks made elsewhere: taken in when they fit, refused in a sentence when not."""

from pathlib import Path

import numpy as np
import pytest
import tiny_models
from onnx import helper  # noqa: TID253 - makes networks for the test

from restorer import paths
from restorer.app.foreign_models import take_in_network
from restorer.app.self_check import check_parity
from restorer.errors import ModelError
from restorer.inference.catalog import Catalog, Model
from restorer.inference.engine import Engine
from restorer.photo import Photo
from restorer.restoration.recipe import Denoise, Recipe
from restorer.restoration.restore import restore


def _file(tmp_path: Path, network: bytes) -> Path:
    path = tmp_path / "strange.onnx"
    path.write_bytes(network)
    return path


def _take_in(path: Path, name: str = "") -> Model:
    return take_in_network(path, name, Catalog([paths.user_models()]), paths.user_models())


def test_a_denoiser_made_elsewhere_restores(tmp_path: Path) -> None:
    model = _take_in(_file(tmp_path, tiny_models.blur(2)), "My blur")
    assert (model.card.id, model.card.name) == ("other-my-blur", "My blur")
    assert model.card.multiple_of == 1
    assert model.card.receptive_radius is not None
    assert 2 <= model.card.receptive_radius <= 5
    assert check_parity(model).passed
    noisy = np.random.default_rng(1).integers(90, 160, (60, 70, 3), np.uint8)
    result = restore(
        Photo(noisy), Recipe((Denoise(1.0, model.card.id),)), Engine("cpu"), Catalog([paths.user_models()])
    )
    assert result.photo.pixels[10:50, 10:60].std() < 0.5 * noisy.std()


def test_what_it_needs_is_found_out(tmp_path: Path) -> None:
    halved = [
        helper.make_node("SpaceToDepth", ["photo"], ["half"], blocksize=4),
        helper.make_node("DepthToSpace", ["half"], ["result"], blocksize=4),
    ]
    model = _take_in(_file(tmp_path, tiny_models.network(halved)))
    assert model.card.multiple_of == 4
    assert model.card.name == "strange"


@pytest.mark.parametrize(
    ("network", "sentence"),
    [
        (tiny_models.invert(), "does not return a photo as it is given one"),
        (tiny_models.over_zero(), "does not return a photo as it is given one"),
        (tiny_models.blur(1, channels=1), "something else"),
        (b"no network", "cannot be loaded"),
    ],
    ids=["inverted", "infinite", "grey", "broken"],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, network: bytes, sentence: str) -> None:
    with pytest.raises(ModelError, match=sentence):
        _take_in(_file(tmp_path, network))
    assert not Catalog([paths.user_models()]).models()


def test_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        _take_in(tmp_path / "nowhere.onnx")
