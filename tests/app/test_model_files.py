"""Models as single files: what is shared comes back, and nothing hostile or broken gets in."""

import json
import zipfile
from pathlib import Path

import numpy as np
import pytest
import tiny_models

from restorer import paths
from restorer.app.model_files import ENDING, _unpack, remove, share, take_in
from restorer.errors import ModelError
from restorer.inference.catalog import Catalog, Model


@pytest.fixture
def model(tmp_path: Path) -> Model:
    """A model with its parity sample."""
    made = tiny_models.write_model(tmp_path / "mine", tiny_models.invert())
    photo = np.random.default_rng(1).random((1, 3, 32, 32), np.float32)
    np.savez(made.folder / "check.npz", photo=photo, result=1 - photo)
    return made


@pytest.fixture
def catalog() -> Catalog:
    return Catalog([paths.user_models()])


def _add(file: Path, catalog: Catalog) -> Model:
    return take_in(file, catalog, paths.user_models())


def _rewritten(file: Path, changes: dict[str, bytes]) -> Path:
    """Return a copy of an archive with other contents."""
    with zipfile.ZipFile(file) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()} | changes
    changed = file.with_name("changed" + ENDING)
    with zipfile.ZipFile(changed, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return changed


def test_a_shared_model_comes_back(model: Model, catalog: Catalog, tmp_path: Path) -> None:
    file = share(model, tmp_path / "for my brother")
    assert file.name == "for my brother.restorer-model"
    assert _add(file, catalog).card == model.card
    again = _add(file, catalog)
    assert again.card.id == "mine-2", "the first stays as it is"
    assert {known.card.id for known in catalog.models()} == {"mine", "mine-2"}
    assert not catalog.problems
    remove(again, paths.user_models())
    assert [known.card.id for known in catalog.models()] == ["mine"]


def test_what_comes_with_the_program_is_not_removed(model: Model) -> None:
    with pytest.raises(ModelError, match="comes with the program"):
        remove(model, paths.user_models())


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"model.onnx": b"another network"}, "not the one its card speaks of"),
        ({"card.json": b"{}"}, "is wrong"),
        ({"../../outside.txt": b"gotcha"}, "outside"),
        ({"..\\outside.txt": b"gotcha"}, "outside"),
        ({"extra 1": b"", "extra 2": b""}, "has more"),
    ],
)
def test_what_is_hostile_or_broken_is_refused(
    model: Model, catalog: Catalog, tmp_path: Path, changes: dict[str, bytes], sentence: str
) -> None:
    file = _rewritten(share(model, tmp_path / "shared"), {})
    if any("outside" in name for name in changes):
        file = _without_check(file, changes)
    else:
        file = _rewritten(file, changes)
    with pytest.raises(ModelError, match=sentence):
        _add(file, catalog)
    assert not catalog.models()
    assert not list(tmp_path.parent.glob("outside*"))


def test_a_shared_model_without_its_parity_sample_is_refused_in_a_sentence(
    model: Model, catalog: Catalog, tmp_path: Path
) -> None:
    file = share(model, tmp_path / "shared")
    with zipfile.ZipFile(file) as archive:
        contents = {name: archive.read(name) for name in archive.namelist() if name != "check.npz"}
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    with pytest.raises(ModelError, match="parity sample cannot be used") as raised:
        _add(file, catalog)
    assert raised.value.message.endswith(".")
    assert str(tmp_path) not in raised.value.message


def test_a_file_without_a_name_is_refused(model: Model, tmp_path: Path) -> None:
    with zipfile.ZipFile(share(model, tmp_path / "shared")) as archive:
        archive.infolist()[0].filename = ""  # which no program writes, but a spoilt archive may hold
        with pytest.raises(ModelError, match="outside"):
            _unpack(archive, tmp_path)


def _without_check(file: Path, changes: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(file) as archive:
        contents = {name: archive.read(name) for name in ("card.json", "model.onnx")} | changes
    changed = file.with_name("hostile" + ENDING)
    with zipfile.ZipFile(changed, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return changed


def test_a_model_that_computes_something_else_is_refused(
    model: Model, catalog: Catalog, tmp_path: Path
) -> None:
    photo = np.random.default_rng(1).random((1, 3, 32, 32), np.float32)
    np.savez(model.folder / "check.npz", photo=photo, result=photo)
    with pytest.raises(ModelError, match="does not compute rightly"):
        _add(share(model, tmp_path / "shared"), catalog)


def test_a_bomb_is_stopped_by_what_comes_not_by_what_it_claims(
    model: Model, catalog: Catalog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("restorer.app.model_files._LARGEST", 10_000)
    (model.folder / "model.onnx").write_bytes(bytes(1 << 20))
    with pytest.raises(ModelError, match="too large"):
        _add(share(model, tmp_path / "shared"), catalog)


def test_no_archive_is_a_sentence(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "photo.restorer-model").write_text(json.dumps({}))
    with pytest.raises(ModelError, match="not a shared model"):
        _add(tmp_path / "photo.restorer-model", catalog)
    with pytest.raises(ModelError, match="cannot be read"):
        _add(tmp_path / "nowhere.restorer-model", catalog)
