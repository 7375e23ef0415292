"""Specks: dark dots are told by the ring around them, and raise the odds that a network gives."""

import dataclasses
from typing import Any

import numpy as np
import pytest
from fakes import FakeCatalog, FakeEngine, denoise_card
from numpy.typing import NDArray

from restorer.inference.card import Task
from restorer.inference.catalog import Model
from restorer.inference.tiled_run import RunReport
from restorer.photo import Box
from restorer.progress import Cancelled, CancelToken, Progress
from restorer.restoration.damage_views import score_in_sizes
from restorer.restoration.planes import reduced, reduced_size
from restorer.restoration.specks import OUTER, STEP, Light, smaller, specks, standing_out

_SKY = 180
_CARD = denoise_card(task=Task.FIND_DAMAGE, outputs=("damage", "deviation"))
_PLAIN = FakeCatalog(_CARD).model


def _sky(height: int = 90, width: int = 120) -> Light:
    return np.full((height, width), _SKY, np.uint8)


def _times(light: Light) -> NDArray[np.float64]:
    return specks(light) * STEP


def test_a_dark_dot_stands_out_and_what_touches_it_counts_as_that() -> None:
    light = _sky()
    light[40, 50] = _SKY - 12
    times = _times(light)
    assert times[40, 50] == pytest.approx(12 / 6, abs=STEP)
    assert (times[39:42, 49:52] == times[40, 50]).all()
    assert np.count_nonzero(times) == 9


def test_it_stands_out_by_as_many_times_as_the_ring_varies_by() -> None:
    light = _sky()
    light[40, 40:] = _SKY - 10  # the ring varies by 16 with what cannot be seen
    light[40, 50] = _SKY - 10 - 24
    assert _times(light)[40, 50] == pytest.approx(24 / 16, abs=STEP)
    assert _times(light).max() < 4


def test_what_stands_out_most_is_no_surer_than_four_times() -> None:
    light = _sky()
    light[40, 50] = 0
    assert _times(light)[40, 50] == pytest.approx(4, abs=STEP)


@pytest.mark.parametrize("wide", [1, 5, 2 * 4 + 1])
def test_a_speck_may_be_as_wide_as_the_ring_has_room_for(wide: int) -> None:
    light = _sky()
    light[40 : 40 + wide, 50 : 50 + wide] = _SKY - 30
    assert _times(light)[40 + wide // 2, 50 + wide // 2] == pytest.approx(4, abs=STEP)
    assert (_times(light) > 0).sum() <= (wide + 2) ** 2


def test_lines_edges_wide_blots_and_bright_dots_do_not_stand_out() -> None:
    line, edge, blot, bright = _sky(), _sky(), _sky(), _sky()
    line[:, 60] = 20
    edge[:, 60:] = 20
    blot[20:60, 40:80] = 20
    bright[40, 50] = 255
    for light in (line, edge, blot, bright):
        assert not _times(light).any()


def test_noise_and_texture_hardly_stand_out() -> None:
    random = np.random.default_rng(1)
    noise = np.clip(random.normal(_SKY, 10, (200, 200)), 0, 255).astype(np.uint8)
    leaves = np.where(random.random((200, 200)) < 0.03, 40, _SKY).astype(np.uint8)
    assert _times(noise).max() < 0.5
    assert not _times(leaves).any()


def test_strips_leave_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    light = _sky(140, 400)
    for row in range(OUTER, 140 - OUTER, 13):  # some at the end of a strip, some at the beginning of one
        light[row, 20 + 2 * row] -= 60
    whole = _times(light)
    assert (whole > 0).sum() > 9 * 8
    monkeypatch.setattr("restorer.restoration.specks._STRIP_ROWS", 7)
    np.testing.assert_array_equal(_times(light), whole)


def test_within_a_ring_of_the_photo_s_sides_nothing_is_told() -> None:
    light = _sky(60, 60)
    for at in (0, OUTER - 1, 60 - OUTER, 59):
        light[at, 30] = light[30, at] = 0
    assert not _times(light).any()


@pytest.mark.parametrize("size", [(1, 1), (22, 22), (22, 300), (300, 5)])
def test_photos_with_no_room_for_a_ring_have_none(size: tuple[int, int]) -> None:
    assert not _times(np.zeros(size, np.uint8)).any()
    assert standing_out(np.zeros(size, np.uint8)).size == 0


@pytest.mark.parametrize("by", [1, 2, 3])
@pytest.mark.parametrize("size", [(12, 18), (13, 17), (1, 4)])
def test_smaller_light_is_that_of_the_smaller_photo(size: tuple[int, int], by: int) -> None:
    light = np.random.default_rng(4).integers(0, 256, size).astype(np.uint8)
    whole = Box(0, 0, *reduced_size(size, by))
    exact = 255 * reduced(lambda box: light[box.slices][..., None], size, whole, by)[0]
    assert np.abs(smaller(light, by) - exact).max() <= 0.5 + 1e-4


def _model(**fit: float) -> Model:
    return dataclasses.replace(_PLAIN, card=dataclasses.replace(_CARD, fit=fit))


def _scores(pixels: NDArray[np.uint8], says: float = 0.2, **fit: float) -> NDArray[np.float32]:
    """Return the scores of a network that says the same everywhere."""
    result = np.zeros(pixels.shape[:2], np.float32)

    def write(box: Box, scores: NDArray[np.float32], _: NDArray[np.float32]) -> None:
        result[box.slices] = scores

    engine = FakeEngine(lambda planes: np.full((2, *planes.shape[1:]), says, np.float32), tile=64)
    score_in_sizes(pixels, 1, _model(**fit), engine, write)
    return result


def _photo(light: Light) -> NDArray[np.uint8]:
    return np.repeat(light[..., None], 3, axis=2)


def test_the_odds_of_a_speck_are_raised_as_the_card_says() -> None:
    light = _sky()
    light[40, 50] = _SKY - 12
    scores = _scores(_photo(light), speck=5.0)
    odds = scores / (1 - scores)
    assert odds[40, 50] == pytest.approx(0.25 * 5 * 2, rel=0.02)
    assert odds[20, 20] == pytest.approx(0.25, rel=1e-3)
    faint = _sky()
    faint[40, 50] -= 1
    assert _scores(_photo(faint), speck=5.0)[40, 50] == pytest.approx(0.2, abs=1e-3), "odds never fall"


def test_standing_out_alone_makes_nothing_sure() -> None:
    light = _sky()
    light[40, 50] = 0
    assert _scores(_photo(light), speck=1000.0)[40, 50] == pytest.approx(0.97, abs=1e-3)


def test_what_the_network_is_sure_of_becomes_four_times_as_likely_at_most() -> None:
    light = _sky()
    light[40, 50] = 0
    scores = _scores(_photo(light), says=0.99, speck=1000.0)
    assert scores[40, 50] == pytest.approx(99 * 4 / (99 * 4 + 1), abs=1e-4)
    assert scores[20, 20] == pytest.approx(0.99, abs=1e-4)
    light[40, 50] = _SKY - 1  # which stands out a sixth
    faint = _scores(_photo(light), says=0.99, speck=12.0)[40, 50]
    assert faint == pytest.approx(99 * 2 / (99 * 2 + 1), abs=2e-4)


@pytest.mark.parametrize("stated", [0.0, -3.0, float("nan"), float("inf")])
def test_a_card_that_asks_for_none_or_states_nonsense_keeps_its_scores(stated: float) -> None:
    light = _sky()
    light[40, 50] = 0
    np.testing.assert_allclose(_scores(_photo(light), speck=stated), 0.2, atol=1e-6)


def test_specks_too_wide_for_the_photo_s_own_size_are_seen_in_smaller_copies() -> None:
    light = _sky(600, 600)
    light[300:312, 300:312] = _SKY - 40
    once = _scores(_photo(light), speck=5.0)
    thrice = _scores(_photo(light), speck=5.0, half=0.6, third=0.4)
    assert once[306, 306] == pytest.approx(0.2, abs=1e-3)
    assert thrice[306, 306] > 0.8
    assert thrice[100, 100] == pytest.approx(0.2, abs=1e-3)


def test_looking_for_specks_can_be_stopped() -> None:
    token = CancelToken()

    class Stopping(FakeEngine):
        """Asks to stop once it has looked twice, which is before specks are looked for."""

        looks = 0

        def run(self, *given: Any, **more: Any) -> RunReport:
            self.looks += 1
            report = super().run(*given, **more)
            if self.looks == 2:
                token.cancel()
            return report

    engine = Stopping(lambda planes: np.full((2, *planes.shape[1:]), 0.2, np.float32))
    model = _model(speck=5.0, half=0.6, third=0.4)
    with pytest.raises(Cancelled):
        score_in_sizes(
            _photo(_sky(600, 600)), 1, model, engine, lambda *given: None, progress=Progress(token=token)
        )
    assert engine.looks == 2, "the look in full size comes after the specks"
