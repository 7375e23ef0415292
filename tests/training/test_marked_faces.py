"""Faces to learn from: cut out where the file says, and known again in what is made of them."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from restorer.errors import InvalidRecipe
from restorer.training.dataset import PhotoFolder
from restorer.training.faces import Face, Faces, load_faces, mosaic

GREEN = (0, 255, 0)


def _photos(folder: Path, count: int = 12) -> Path:
    """Write grey photos, each with a green face, and the file that says where; return that file."""
    boxes: dict[str, list[list[int]]] = {}
    for index in range(count):
        pixels = np.full((120, 160, 3), 128, np.uint8)
        top, left = 10 + 2 * index, 20 + 5 * index
        pixels[top : top + 40, left : left + 40] = GREEN
        Image.fromarray(pixels).save(folder / f"{index}.png")
        boxes[f"{index}.png"] = [[top, left, 40, 40]]
    Image.fromarray(np.full((1000, 1200, 3), 90, np.uint8)).save(folder / "nobody.png")
    boxes["nobody.png"] = []
    path = folder / "faces.json"
    path.write_text(json.dumps(boxes), encoding="utf-8")
    return path


def test_faces_are_cut_out_with_what_is_around_them(tmp_path: Path) -> None:
    training, validation = load_faces(_photos(tmp_path), tmp_path, 0.3)
    assert len(training.marked) + len(validation.marked) == 12
    assert validation.marked
    assert len(training.nobody) + len(validation.nobody) == 1
    for face in (*training.marked, *validation.marked):
        side = len(face.pixels)
        assert face.pixels.shape == (side, side, 3)
        inner = round(side * face.share / 2 * 0.9)
        middle = face.pixels[side // 2 - inner : side // 2 + inner, side // 2 - inner : side // 2 + inner]
        assert np.abs(middle.astype(int) - GREEN).max() < 30
        assert np.abs(face.pixels[0].astype(int) - 128).max() < 30


@pytest.mark.parametrize("content", ["no json", "[]", '{"missing.png": [[0, 0, 9, 9]]}', '{"0.png": [[1]]}'])
def test_a_file_that_does_not_belong_to_the_photos_is_refused(tmp_path: Path, content: str) -> None:
    path = _photos(tmp_path, 1)
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InvalidRecipe, match=r"faces\.json"):
        load_faces(path, tmp_path, 0.3)


def test_in_a_mosaic_the_mask_lies_on_the_faces() -> None:
    cut = np.full((96, 96, 3), 128, np.uint8)
    cut[28:68, 28:68] = GREEN
    faces = Faces((Face(cut, 40 / 96),), (np.full((200, 300, 3), 90, np.uint8),))
    photos = PhotoFolder({".": [np.full((300, 300, 3), 128, np.uint8)]}, {".": 1.0})
    heights = set()
    for seed in range(40):
        drawn = mosaic(photos, faces, 96, np.random.default_rng(seed))
        assert drawn.pixels.shape == (96, 96, 3)
        greener = drawn.pixels[..., 1] - drawn.pixels[..., 0] > 0.2
        inside = (drawn.mask > 0) & (drawn.known > 0)
        if inside.any():
            assert greener[inside].mean() > 0.85  # an oval in a square, a little turned
            heights.add(int(inside.any(axis=1).sum()))
        assert not ((drawn.known > 0) & (drawn.mask == 0) & greener).mean() > 0.35
    assert min(heights) < 30
    assert max(heights) > 60
