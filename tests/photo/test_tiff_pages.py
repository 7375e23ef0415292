"""Files of many pages: the photo is read, and not the small preview that some programs put before it."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from pictures import XMP, gradient, profile

from restorer.photo import open_photo
from restorer.photo.probing import probe

PREVIEW = "The first page of this file is a small preview; the photo itself is shown."

NEW, OLD = {"subfiletype": 1}, {"extratags": [(255, 3, 1, 2, False)]}


def _write(path: Path, *pages: tuple[Any, dict[str, Any]], **options: Any) -> Path:
    with tifffile.TiffWriter(path, **options) as file:
        for pixels, more in pages:
            file.write(pixels, **{"photometric": "rgb", "metadata": None, **more})
    return path


@pytest.mark.parametrize("mark", [NEW, OLD], ids=["NewSubfileType", "SubfileType"])
@pytest.mark.parametrize("big", [False, True])
def test_the_photo_behind_a_preview_is_read_and_that_is_said(
    tmp_path: Path, mark: dict[str, Any], big: bool
) -> None:
    whole = gradient(24, 36, 3, 16)
    path = _write(tmp_path / "a.tif", (gradient(12, 18), mark), (whole, {}), bigtiff=big)

    opened, facts = open_photo(path), probe(path)

    np.testing.assert_array_equal(opened.pixels, whole)
    assert opened.notes == (PREVIEW,)
    assert (facts.width, facts.height, facts.bits) == (36, 24, 16)


def test_further_photos_behind_a_preview_are_said_too(tmp_path: Path) -> None:
    pages = [(gradient(24, 36), {}), (gradient(6, 9), NEW), (gradient(30, 40), {})]
    path = _write(tmp_path / "a.tif", (gradient(12, 18), NEW), *pages)

    opened = open_photo(path)

    assert (opened.width, opened.height) == (36, 24)
    assert opened.notes == (PREVIEW, "This file has 2 pages; the first is shown.")


def test_a_mask_behind_a_preview_is_not_the_photo(tmp_path: Path) -> None:
    mask = np.zeros((40, 60), bool), {"subfiletype": 4, "photometric": "minisblack"}
    path = _write(tmp_path / "a.tif", (gradient(12, 18), NEW), mask, (gradient(24, 36), {}))
    assert open_photo(path).width == 36


@pytest.mark.parametrize("later", [[], [(gradient(6, 9), {})], [(gradient(24, 36), NEW)]])
def test_where_no_larger_photo_follows_the_first_page_is_shown(
    tmp_path: Path, later: list[tuple[Any, dict[str, Any]]]
) -> None:
    opened = open_photo(_write(tmp_path / "a.tif", (gradient(12, 18), NEW), *later))
    np.testing.assert_array_equal(opened.pixels, gradient(12, 18))
    assert PREVIEW not in opened.notes


def test_a_small_page_behind_one_that_is_marked_wrongly_is_said(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.tif", (gradient(12, 18), NEW), (gradient(6, 9), {}))
    assert open_photo(path).notes == ("This file has 2 pages; the first is shown.",)


def test_what_the_preview_says_of_the_photo_is_kept_but_not_how_it_lies(tmp_path: Path) -> None:
    camera, packet = (271, 2, 0, "Rollei", False), (700, 1, len(XMP), XMP, False)
    preview = {**NEW, "resolution": (72, 72), "resolutionunit": 2}
    preview["extratags"] = [camera, packet, (274, 3, 1, 6, False)]
    photo = {"resolution": (600, 600), "resolutionunit": 2, "iccprofile": profile("wide")}
    path = _write(tmp_path / "a.tif", (gradient(12, 18), preview), (gradient(24, 36), photo))

    opened = open_photo(path)

    assert (opened.width, opened.height) == (36, 24)
    assert opened.metadata.dpi == (600, 600)
    assert opened.profile == profile("wide")
    assert b"Rollei" in (opened.metadata.exif or b"")
    assert b"Grandmother, 1947" in (opened.metadata.xmp or b"")


def test_a_rare_kind_behind_a_preview_is_read_too(tmp_path: Path) -> None:
    lab = np.zeros((24, 36, 3), np.uint8)
    lab[..., 0] = 200
    path = _write(tmp_path / "a.tif", (gradient(12, 18), NEW), (lab, {"photometric": "cielab"}))

    opened = open_photo(path)

    assert (opened.width, opened.height) == (36, 24)
    assert np.ptp(opened.pixels) <= 2
