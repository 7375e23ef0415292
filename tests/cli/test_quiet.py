"""``-q`` silences progress and remarks, never a sentence about what is lost."""

from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image

from restorer.__main__ import main
from restorer.photo import Photo, save_photo


def test_what_a_format_cannot_hold_is_said_quietly_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photo = tmp_path / "deep.png"
    values = np.random.default_rng(2).integers(0, 65536, (40, 50, 3), dtype=np.uint16)
    save_photo(Photo(values), photo)
    target = tmp_path / "flat.jpg"
    assert main(["restore", str(photo), "-o", str(target), "--denoise", "--strength", "10", "-q"]) == 0
    said = capsys.readouterr()
    assert "this photo has 16 bits" in said.err
    assert "unchanged to the bit" not in said.err
    assert said.out.strip() == str(target)


def test_pages_that_are_left_out_are_said_quietly_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photo = tmp_path / "pages.tif"
    with tifffile.TiffWriter(photo) as file:
        for value in (80, 160):
            file.write(np.full((40, 50, 3), value, np.uint8), photometric="rgb")
    options = ["-o", str(tmp_path / "one.tif"), "--denoise", "--strength", "10", "-q"]
    assert main(["restore", str(photo), *options]) == 0
    assert "2 " in capsys.readouterr().err


def test_a_photo_that_fails_in_a_quiet_batch_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    Image.new("RGB", (40, 30), (90, 80, 70)).save(photos / "whole.png")
    whole = (photos / "whole.png").read_bytes()
    (photos / "torn.png").write_bytes(whole[: len(whole) - 20])
    out = tmp_path / "out"
    assert main(["batch", str(photos), "-o", str(out), "--denoise", "-q"]) == 1
    said = capsys.readouterr().err
    assert "torn.png" in said
    assert "Saved to" not in said
