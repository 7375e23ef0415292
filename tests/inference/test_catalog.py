from pathlib import Path

import pytest
import tiny_models

from restorer.errors import ModelError
from restorer.inference.card import CARD_FILE, Task
from restorer.inference.catalog import Catalog


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    bundled, own = tmp_path / "bundled", tmp_path / "own"
    tiny_models.write_model(bundled / "denoise", tiny_models.invert())
    tiny_models.write_model(bundled / "colours", tiny_models.invert(), task=Task.COLORIZE)
    tiny_models.write_model(own / "mine", tiny_models.blur())
    (bundled / "recipes").mkdir()
    return bundled, own


def test_lists_by_task_in_order_of_the_folders(folders: tuple[Path, Path]):
    catalog = Catalog(folders)
    assert [model.card.id for model in catalog.models()] == ["colours", "denoise", "mine"]
    assert [model.card.id for model in catalog.models(Task.COLORIZE)] == ["colours"]
    assert catalog.problems == ()


def test_finds_by_id_and_names_the_others(folders: tuple[Path, Path]):
    catalog = Catalog(folders)
    assert catalog.find("mine").file == folders[1] / "mine" / "model.onnx"
    with pytest.raises(ModelError, match=r"no model “paint”.*“mine”"):
        catalog.find("paint")


def test_missing_folders_are_empty(tmp_path: Path):
    catalog = Catalog([tmp_path / "nowhere"])
    assert catalog.models() == []
    with pytest.raises(ModelError, match="No model is installed"):
        catalog.find("denoise")


def test_damaged_entries_are_said_and_left_out(folders: tuple[Path, Path]):
    bundled, own = folders
    (own / "mine" / CARD_FILE).write_text("{", "utf-8")
    (bundled / "colours" / "model.onnx").unlink()
    catalog = Catalog(folders)
    assert [model.card.id for model in catalog.models()] == ["denoise"]
    assert len(catalog.problems) == 2
    assert "missing" in catalog.problems[0]
    with pytest.raises(ModelError, match="damaged"):
        catalog.find("mine")


def test_the_first_of_two_with_one_id_wins(folders: tuple[Path, Path]):
    bundled, own = folders
    tiny_models.write_model(own / "other", tiny_models.blur(), id="denoise")
    catalog = Catalog(folders)
    assert catalog.find("denoise").folder == bundled / "denoise"
    assert len(catalog.problems) == 1
    assert "same id" in catalog.problems[0]


def test_a_model_added_later_is_seen(folders: tuple[Path, Path]):
    catalog = Catalog(folders)
    assert len(catalog.models()) == 3
    tiny_models.write_model(folders[1] / "new", tiny_models.invert())
    assert catalog.find("new").card.id == "new"
