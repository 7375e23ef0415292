"""A picture that is saved while it is still being made."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pictures import photo

from restorer.errors import Cancelled
from restorer.photo import Box, Photo, open_photo, save_photo
from restorer.photo.arrival import Arrival
from restorer.photo.photo import Pixels

SUFFIXES = pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp", ".avif"])


class Asked(Arrival):
    """Lets the test wait until somebody asks for rows."""

    def __init__(self, height: int, width: int) -> None:
        super().__init__(height, width)
        self.asked = threading.Event()

    def wait_for(self, rows: int) -> None:
        self.asked.set()
        super().wait_for(rows)


def is_there(arrival: Arrival, rows: int) -> bool:
    """Return whether rows are final, without waiting: afterwards nothing more can come."""
    arrival.give_up()
    try:
        arrival.wait_for(rows)
    except Cancelled:
        return False
    return True


@pytest.mark.parametrize(
    ("parts", "rows"),
    [
        ([], 0),
        ([Box(0, 0, 4, 5)], 0),
        ([Box(0, 0, 4, 5), Box(0, 5, 3, 9)], 3),
        ([Box(4, 0, 8, 9)], 0),
        ([Box(4, 0, 8, 9), Box(0, 3, 4, 9), Box(0, 0, 4, 3)], 8),
    ],
)
def test_rows_are_final_when_all_before_them_are(parts: list[Box], rows: int) -> None:
    for wanted in range(9):
        arrival = Arrival(8, 9)
        for part in parts:
            arrival.add(part)
        assert is_there(arrival, wanted) == (wanted <= rows)


def test_more_rows_than_there_are_means_all() -> None:
    arrival = Arrival(8, 9)
    arrival.add(Box(0, 0, 8, 9))
    arrival.wait_for(100)


def test_everything_is_final_in_the_end() -> None:
    arrival = Arrival(8, 9)
    arrival.finish()
    arrival.wait_for(8)


def saved_meanwhile(before: Photo, path: Path, make: Callable[[Asked, Pixels], None]) -> None:
    """Save a photo that is black until ``make`` gives it the pixels of ``before``."""
    arrival, pixels = Asked(before.height, before.width), np.zeros_like(before.pixels)
    growing = replace(before, pixels=pixels.view(), arrival=arrival)
    with ThreadPoolExecutor(1) as thread:
        saving = thread.submit(save_photo, growing, path)
        try:
            assert arrival.asked.wait(60)
            make(arrival, pixels)
        finally:
            arrival.give_up()
        saving.result()


@SUFFIXES
@pytest.mark.parametrize("alpha", [False, True])
def test_saving_waits_for_the_rows(tmp_path: Path, suffix: str, alpha: bool) -> None:
    before = photo(700, 90, bits=16 if suffix in (".png", ".tif") else 8, alpha=alpha)

    def make(arrival: Asked, pixels: Pixels) -> None:
        for box in (Box(400, 40, 700, 90), Box(0, 0, 400, 40), Box(400, 0, 700, 40), Box(0, 40, 400, 90)):
            pixels[box.slices] = before.pixels[box.slices]
            arrival.add(box)

    saved_meanwhile(before, tmp_path / f"meanwhile{suffix}", make)
    save_photo(before, tmp_path / f"after{suffix}")

    assert (tmp_path / f"meanwhile{suffix}").read_bytes() == (tmp_path / f"after{suffix}").read_bytes()


@SUFFIXES
def test_a_picture_that_is_given_up_leaves_nothing(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(Cancelled):
        saved_meanwhile(photo(), tmp_path / f"a{suffix}", lambda arrival, _: arrival.give_up())
    assert list(tmp_path.iterdir()) == []


def test_a_png_packs_early_rows_before_the_last_are_there(tmp_path: Path) -> None:
    before = Photo(np.random.default_rng(1).integers(0, 256, (6000, 1200, 3), np.uint8))
    path = tmp_path / "a.png"
    early = threading.Event()

    class Watched(Asked):
        def wait_for(self, rows: int) -> None:
            if rows > 5000:
                early.set()
            super().wait_for(rows)

    arrival = Watched(before.height, before.width)
    arrival.add(Box(0, 0, 5000, 1200))
    with ThreadPoolExecutor(1) as thread:
        saving = thread.submit(save_photo, replace(before, arrival=arrival), path)
        try:
            assert early.wait(60), "saving waits for the end before it begins"
            assert not saving.done()
            arrival.add(Box(5000, 0, 6000, 1200))
        finally:
            arrival.give_up()
        saving.result()
    np.testing.assert_array_equal(open_photo(path).pixels, before.pixels)
