"""What shines through a mark that repeats is computed back, and trusted no further than it can be."""

import dataclasses

import numpy as np
import pytest
from numpy.typing import NDArray
from repeating import SIZE, eight_bit, laid, scene, tiles, waves

from restorer.errors import Cancelled
from restorer.photo import Box
from restorer.progress import Progress, ProgressReport
from restorer.restoration.mark_views import repeating
from restorer.restoration.overlays import Overlay, overlay_of
from restorer.restoration.repeated_marks import repeated_marks
from restorer.restoration.small import Floats

_ALL = Box(0, 0, *SIZE)


def _grained(seed: int = 5) -> Floats:
    """Return a scene with so fine a texture that no filling could bring it back."""
    random = np.random.default_rng(seed)
    return np.clip(scene(seed) + 0.05 * random.standard_normal((1, *SIZE)), 0, 1).astype(np.float32)


def _overlay(marked: Floats) -> Overlay:
    return overlay_of(marked, repeated_marks(marked))


def _psnr(planes: Floats, truth: Floats, where: NDArray[np.bool_]) -> float:
    return float(-10 * np.log10(np.mean((planes - truth)[:, where] ** 2)))


@pytest.mark.parametrize("mark", [tiles(), waves()], ids=["letters", "waves"])
@pytest.mark.parametrize(("opacity", "ink"), [(0.5, 1.0), (0.3, 0.0), (0.4, 0.2)])
def test_opacity_and_ink_are_told(mark: NDArray[np.bool_], opacity: float, ink: float) -> None:
    overlay = _overlay(laid(_grained(), mark, opacity, ink))
    inside = mark & (overlay.fields[4] > 0.5)
    assert np.median(overlay.fields[0][inside]) == pytest.approx(opacity, abs=0.06)
    assert np.median(overlay.fields[1:4, inside] / overlay.fields[0][inside]) == pytest.approx(ink, abs=0.1)


@pytest.mark.parametrize("mark", [tiles(), waves()], ids=["letters", "waves"])
def test_what_shines_through_is_the_photo_itself(mark: NDArray[np.bool_]) -> None:
    truth = _grained()
    marked = laid(truth, mark, 0.5, 1.0)
    beneath, trust = _overlay(marked).lifted(_ALL, marked)
    sure = mark & (trust > 0.5)
    assert np.count_nonzero(sure) > 0.3 * np.count_nonzero(mark)
    assert _psnr(beneath, truth, sure) > _psnr(marked, truth, sure) + 8


def test_two_marks_one_over_the_other_are_both_lifted() -> None:
    truth, letters, lines = _grained(), tiles(4), waves()
    marked = laid(laid(truth, letters, 0.5, 1.0), lines, 0.4, 0.0)
    beneath, trust = _overlay(marked).lifted(_ALL, marked)
    for mark in (letters & ~lines, lines & ~letters):
        sure = mark & (trust > 0.3)
        assert sure.any()
        assert _psnr(beneath, truth, sure) > _psnr(marked, truth, sure) + 6


def test_calm_ground_beneath_an_all_but_opaque_mark_is_rather_filled() -> None:
    marked = laid(scene(), tiles(), 0.95, 1.0)
    overlay = _overlay(marked)
    assert overlay.fields[4][tiles()].mean() < 0.1


def test_a_part_of_a_photo_is_lifted_as_the_whole_is_and_beside_it_nothing_is_trusted() -> None:
    marked = laid(_grained(), tiles(), 0.5, 1.0)
    overlay = dataclasses.replace(_overlay(marked), corner=(40, 60))
    part = Box(100, 110, 160, 210)
    beneath, trust = overlay.lifted(part, marked[:, 60:120, 50:150])
    whole, all_trust = dataclasses.replace(overlay, corner=(0, 0)).lifted(_ALL, marked)
    np.testing.assert_array_equal(beneath, whole[:, 60:120, 50:150])
    np.testing.assert_array_equal(trust, all_trust[60:120, 50:150])
    edge = Box(20, 30, 60, 90)
    _, trust = overlay.lifted(edge, np.zeros((3, 40, 60), np.float32))
    assert not trust[:20].any()
    assert not trust[:, :30].any()
    for beyond in (Box(0, 0, 30, 40), Box(360, 480, 400, 500)):
        assert not overlay.lifted(beyond, np.zeros((3, beyond.height, beyond.width), np.float32))[1].any()


def test_in_a_larger_photo_its_own_pixels_shine_through() -> None:
    truth, mark = (np.repeat(np.repeat(field, 4, -2), 4, -1) for field in (_grained(), tiles()))
    marked = laid(truth, mark, 0.5, 1.0)
    found = repeating(eight_bit(marked))
    assert found is not None
    beneath, trust = found.overlay.lifted(Box(0, 0, *mark.shape), marked)
    sure = mark & (trust > 0.5)
    assert sure.any()
    assert _psnr(beneath, truth, sure) > _psnr(marked, truth, sure) + 8


def test_it_can_be_stopped_between_its_rounds() -> None:
    marked = laid(_grained(), tiles(), 0.5, 1.0)
    told: list[float] = []
    marks = repeated_marks(marked)

    def stop(report: ProgressReport) -> None:
        told.append(report.fraction)
        if report.fraction > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        overlay_of(marked, marks, progress=Progress(stop))
    assert told == sorted(told)
    assert 0.3 < told[-1] < 0.5
