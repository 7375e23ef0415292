"""A sidecar of a stranger leads nowhere, and one that is broken stands in nobody's way."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from restorer.app.sidecar import (
    ENDING,
    Known,
    Sidecar,
    find_sidecar,
    locate,
    may_be_of,
    path_for,
    read_sidecar,
    sha256_of,
)
from restorer.errors import PhotoError, RestorerError
from restorer.photo import SaveOptions
from restorer.restoration.recipe import Recipe


def written(folder: Path, original: dict[str, Any] | None = None, **changes: Any) -> Path:
    known = Known("photo.tif", 3, "0" * 64)
    content = json.loads(Sidecar(Recipe(), known, known, "0" * 64, {}, SaveOptions(), "cpu").to_json())
    content["original"] |= original or {}
    path = folder / f"result.png{ENDING}"
    path.write_text(json.dumps(content | changes))
    return path


@pytest.mark.parametrize(
    "original",
    [{"name": 7}, {"name": "a\0b"}, {"size": "3"}, {"sha256": "../x"}, {"sha256": 3}, {"more": 1}],
)
def test_a_senseless_original(tmp_path: Path, original: dict[str, Any]) -> None:
    with pytest.raises(PhotoError) as caught:
        read_sidecar(written(tmp_path, original))
    assert caught.value.hint


@pytest.mark.skipif(os.name != "posix", reason="there are no such devices")
def test_a_device_is_not_read_without_end(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("/dev/zero", str(tmp_path / "pipe")):
        assert locate(Known(name, 0, "0" * 64), tmp_path) is None


def test_a_name_that_is_no_text_is_written_so_that_it_can_be_read_again(tmp_path: Path) -> None:
    name = "caf\udce9 déjà.tif"
    made = Sidecar(Recipe(), Known(name, 3, "0" * 64), Known("a", 3, "0" * 64), "", {}, SaveOptions(), "cpu")
    path = tmp_path / f"a{ENDING}"
    path.write_text(made.to_json(), encoding="utf-8")
    assert read_sidecar(path).original.name == name


def test_a_result_that_is_not_there_is_no_result_without_a_sidecar(tmp_path: Path) -> None:
    with pytest.raises(PhotoError, match=r"There is no file “gone\.png”"):
        find_sidecar(tmp_path / "gone.png")


def test_a_broken_sidecar_of_another_photo_is_passed_over(tmp_path: Path) -> None:
    result = tmp_path / "renamed.png"
    result.write_bytes(b"the result")
    recipe = {"format": 2, "steps": [{"step": "sharpen"}]}
    written(tmp_path, recipe=recipe).rename(path_for(tmp_path / "a broken one.png"))
    known = {"name": "old.png", "size": 10, "sha256": sha256_of(result)}
    good = written(tmp_path, result=known)

    with pytest.raises(RestorerError):
        read_sidecar(path_for(tmp_path / "a broken one.png"))
    assert find_sidecar(result) == good


def test_a_recipe_of_its_own_may_be_of_any_photo_and_a_broken_sidecar_of_none(tmp_path: Path) -> None:
    photo, recipe = tmp_path / "a.png", tmp_path / "recipe.json"
    photo.write_bytes(b"abc")
    recipe.write_text(Recipe().to_json())
    assert may_be_of(recipe, photo)
    assert not may_be_of(written(tmp_path), photo)
    assert not may_be_of(written(tmp_path, {"sha256": 3}), photo)
    assert may_be_of(written(tmp_path, {"size": 3, "sha256": sha256_of(photo)}), photo)
