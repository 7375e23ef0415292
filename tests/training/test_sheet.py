"""The sheet that shows every kind of ageing."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from restorer.errors import InvalidRecipe
from restorer.training.ageing import sheet
from restorer.training.ageing.lettering import system_fonts


def test_a_sheet_has_a_row_for_each_kind(tmp_path: Path) -> None:
    try:
        system_fonts()
    except InvalidRecipe:
        pytest.skip("this machine has too few fonts")
    for index in range(2):
        pixels = np.random.default_rng(index).integers(0, 256, (220, 240, 3), np.uint8)
        Image.fromarray(pixels).save(tmp_path / f"{index}.png")
    output = tmp_path / "sheet.png"
    arguments = ["--photos", str(tmp_path), "-o", str(output), "--columns", "2", "--only", "f"]
    assert sheet.main(arguments) == 0
    rows = sum("f" in name for name in sheet.all_kinds(None))
    with Image.open(output) as drawn:
        assert drawn.height == rows * 196
        assert drawn.width > 2 * 192


def test_a_folder_without_masks_is_refused_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--photos", str(tmp_path), "--artefacts", str(tmp_path), "-o", str(tmp_path / "x.png")]
    assert sheet.main(arguments) == 1
    assert "not enough masks" in capsys.readouterr().err
