"""What tests of training learn from: a folder of photos and of dirt, made by code."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of ``photos`` and one of ``artefacts``."""
    random = np.random.default_rng(1)
    folder = tmp_path_factory.mktemp("data")
    (folder / "photos").mkdir()
    for index in range(20):
        coarse = random.integers(0, 256, (16, 16, 3), np.uint8)
        photo = Image.fromarray(coarse).resize((240, 240), Image.Resampling.BICUBIC)
        photo.save(folder / "photos" / f"{index}.png")
    boxes = {f"{index}.png": [[60, 60, 120, 120]] for index in range(20)}
    (folder / "faces.json").write_text(json.dumps(boxes), encoding="utf-8")
    (folder / "artefacts" / "hair").mkdir(parents=True)
    for index in range(40):
        mask = np.zeros((100, 100), np.uint8)
        mask[30 + index : 33 + index] = 255
        Image.fromarray(mask).save(folder / "artefacts" / "hair" / f"{index}.png")
    return folder
