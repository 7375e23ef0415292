"""Marks that repeat over a photo are found to the pixel, and nothing is found where none do."""

import numpy as np
import pytest
from numpy.typing import NDArray
from repeating import SIZE, laid, scene, tiles, waves

from restorer.errors import Cancelled
from restorer.progress import Progress, ProgressReport
from restorer.restoration.lattices import Lattice, find_lattices
from restorer.restoration.regions import connected
from restorer.restoration.repeated_marks import repeated_marks
from restorer.restoration.small import Floats


def _marked(planes: Floats, progress: Progress | None = None) -> NDArray[np.bool_]:
    marks = [mark.marked for mark in repeated_marks(planes, progress=progress)]
    return np.logical_or.reduce([np.zeros(planes.shape[1:], np.bool_), *marks])


def _f1(found: NDArray[np.bool_], truth: NDArray[np.bool_]) -> float:
    return float(2 * np.count_nonzero(found & truth) / (np.count_nonzero(found) + np.count_nonzero(truth)))


@pytest.mark.parametrize("mark", [tiles(), waves()], ids=["letters", "waves"])
@pytest.mark.parametrize(("opacity", "ink"), [(0.5, 1.0), (0.3, 0.0), (0.4, 0.5)])
def test_a_repeated_mark_is_found_to_the_pixel(mark: NDArray[np.bool_], opacity: float, ink: float) -> None:
    assert _f1(_marked(laid(scene(), mark, opacity, ink)), mark) > 0.7


@pytest.mark.parametrize("ink", [0.0, 1.0])
def test_before_a_plain_ground_light_and_dark_marks_are_told(ink: float) -> None:
    ground = (0.5 + 0.01 * (scene() - 0.5)).astype(np.float32)  # any ink explains the changes there
    assert _f1(_marked(laid(ground, tiles(), 0.3, ink)), tiles()) > 0.7


@pytest.mark.parametrize("seed", range(4))
def test_nothing_is_found_in_a_scene_that_does_not_repeat(seed: int) -> None:
    assert not _marked(scene(seed)).any()


def test_a_mark_that_stands_there_once_is_left_to_others() -> None:
    mark = tiles()
    mark[60:] = mark[:, 70:] = False
    assert not _marked(laid(scene(), mark, 0.8, 1.0)).any()


@pytest.mark.parametrize("share", [0.3, 0.5, 0.65])
def test_the_windows_of_a_house_are_no_mark(share: float) -> None:
    windows = np.tile(np.pad(np.ones((14, 10)), ((0, 12), (0, 14))), (12, 17))[: SIZE[0], : SIZE[1]] > 0
    windows[: round((1 - share) * SIZE[0])] = False  # the sky
    assert not _marked(laid(scene(), windows, 0.6, 0.1)).any()


def test_two_marks_with_lattices_of_their_own_are_both_found() -> None:
    letters, lines = tiles(4), waves()
    seen = laid(laid(scene(), letters, 0.5, 1.0), lines, 0.4, 0.0)
    assert _f1(_marked(seen), letters | lines) > 0.75


def test_the_shortest_shifts_of_a_mark_are_told_to_a_part_of_a_pixel() -> None:
    seen = laid(scene(), tiles(), 0.5, 1.0)
    (lattice, *_) = find_lattices(seen.mean(0))
    assert np.hypot(*lattice.first) == pytest.approx(np.hypot(41, 30), abs=0.3)
    assert lattice.cell == pytest.approx(41 * 60, rel=0.01)


@pytest.mark.parametrize("value", [0.0, 0.5, 1.0])
def test_a_blank_picture_and_a_tiny_one_repeat_nothing(value: float) -> None:
    assert not _marked(np.full((3, 120, 160), value, np.float32)).any()
    assert not _marked(np.full((3, 20, 30), value, np.float32)).any()


def test_a_cell_is_as_large_as_its_shifts_span() -> None:
    assert Lattice(np.array([3.0, 0.0]), np.array([1.0, 4.0])).cell == 12.0


def test_what_is_left_of_the_photo_in_the_mean_of_all_cells_is_no_mark() -> None:
    rough = np.random.default_rng(3).random((3, SIZE[0] // 4, SIZE[1] // 4)).astype(np.float32)
    coarse = np.kron(rough, np.ones((1, 4, 4), np.float32))
    letters = tiles(4)
    found = _marked(laid(0.5 * scene() + 0.5 * coarse, letters, 0.3, 1.0))
    (_, places), (_, whole) = (connected(np.flatnonzero(field), SIZE[1]) for field in (found, letters))
    assert found[letters].mean() > 0.8
    assert places < 1.5 * whole


def test_looking_for_marks_that_repeat_can_be_stopped_between_lattices() -> None:
    told: list[float] = []

    def stop(report: ProgressReport) -> None:
        told.append(report.fraction)
        if report.fraction > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        _marked(laid(scene(), tiles(), 0.5, 1.0), progress=Progress(stop))
    assert told[0] == 0
    assert told[-1] < 1
