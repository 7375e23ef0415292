"""A finder looks at a photo at several sizes, if its card says so, and the mean of the log odds counts."""

import dataclasses
from typing import Any

import numpy as np
import pytest
from fakes import FakeCatalog, FakeEngine, denoise_card
from numpy.typing import NDArray

from restorer.inference.card import Task
from restorer.inference.catalog import Model
from restorer.inference.tiled_run import RunReport
from restorer.photo import Box, Photo
from restorer.progress import Cancelled, CancelToken, Progress
from restorer.restoration.damage_views import reductions, score_in_sizes
from restorer.restoration.masking import find, seen_share

_OUTPUTS = ("damage", "deviation")
_ONCE = FakeCatalog(denoise_card(task=Task.FIND_DAMAGE, outputs=_OUTPUTS)).model
_THRICE = dataclasses.replace(
    _ONCE, card=dataclasses.replace(_ONCE.card, fit={"half": 0.6, "third": 0.4, "raised": 0.3})
)


def _light(planes: NDArray[np.float32]) -> NDArray[np.float32]:
    """Take the lightness for the chance of damage, and the darkness for the deviation."""
    return np.stack([planes[0], 1 - planes[0]])


def _scores(
    pixels: NDArray[np.generic], model: Model, scale: int = 1, tile: int = 128
) -> NDArray[np.float32]:
    result = np.full((-(-pixels.shape[0] // scale), -(-pixels.shape[1] // scale)), np.nan, np.float32)

    def write(box: Box, scores: NDArray[np.float32], planes: NDArray[np.float32]) -> None:
        assert planes.shape == (2, box.height, box.width)
        result[box.slices] = scores

    score_in_sizes(pixels, scale, model, FakeEngine(_light, tile=tile), write)
    assert not np.isnan(result).any()
    return result


def _odds(chances: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.log(chances / (1 - chances))


def test_without_a_word_on_the_card_it_looks_once_and_its_scores_stay() -> None:
    pixels = np.random.default_rng(1).uniform(0.1, 0.9, (520, 540, 3)).astype(np.float32)
    assert reductions(_ONCE.card, (520, 540)) == {1: 1.0}
    np.testing.assert_allclose(_scores(pixels, _ONCE), pixels[..., 0], atol=1e-6)


def test_what_is_seen_at_every_size_stands_and_what_is_seen_at_one_does_not() -> None:
    pixels = np.full((560, 700, 3), 0.02, np.float32)
    pixels[60:120, 40:100] = 0.95
    pixels[60, 200] = 0.95
    scores = _scores(pixels, _THRICE)
    assert scores[90, 70] > 0.95
    assert scores[60, 200] < 0.75
    assert scores[20, 20] < 0.1


def test_scores_are_the_weighted_mean_of_the_log_odds_raised() -> None:
    for light in (0.1, 0.5, 0.8):
        pixels = np.full((520, 540, 3), light, np.float32)
        expected = _odds(np.float32(light)) + 0.6
        np.testing.assert_allclose(_odds(_scores(pixels, _THRICE)), expected, atol=2e-3)
    across = np.repeat(np.linspace(0.3, 0.7, 600, dtype=np.float32)[None, :, None], 516, axis=0)
    pixels = np.repeat(across, 3, axis=2)
    inside = np.s_[3:-3, 6:-6]
    np.testing.assert_allclose(
        _odds(_scores(pixels, _THRICE))[inside], _odds(pixels[..., 0])[inside] + 0.6, atol=5e-3
    )


@pytest.mark.parametrize("scale", [1, 2])
@pytest.mark.parametrize("size", [(520, 540), (511, 533), (1025, 1033)])
def test_tiles_and_odd_sizes_leave_no_trace(size: tuple[int, int], scale: int) -> None:
    pixels = np.random.default_rng(2).integers(0, 256, (*size, 3)).astype(np.uint8)
    whole = _scores(pixels, _THRICE, scale, tile=10_000)
    np.testing.assert_allclose(_scores(pixels, _THRICE, scale, tile=137), whole, atol=1e-6)


def test_a_soft_photo_is_seen_as_the_smaller_one_that_it_is() -> None:
    sharp = np.random.default_rng(3).integers(0, 256, (520, 540, 3)).astype(np.uint8)
    soft = sharp.repeat(2, axis=0).repeat(2, axis=1)
    np.testing.assert_allclose(_scores(soft, _THRICE, 2), _scores(sharp, _THRICE), atol=1e-5)


def test_the_time_of_all_looks_is_reported() -> None:
    class Slow(FakeEngine):
        """Says that each run took a second."""

        def run(self, *given: Any, **more: Any) -> RunReport:
            return dataclasses.replace(super().run(*given, **more), seconds=1.0)

    pixels = np.full((520, 540, 3), 0.5, np.float32)
    run = score_in_sizes(pixels, 1, _THRICE, Slow(_light), lambda box, scores, planes: None)
    assert run.seconds == 3


def test_a_small_photo_is_not_looked_at_smaller_still() -> None:
    assert list(reductions(_THRICE.card, (510, 700))) == [1, 2, 3]
    assert list(reductions(_THRICE.card, (509, 700))) == [1, 2]
    assert list(reductions(_THRICE.card, (339, 700))) == [1]
    assert sum(reductions(_THRICE.card, (510, 700)).values()) == pytest.approx(1)
    assert sum(reductions(_THRICE.card, (509, 700)).values()) == pytest.approx(1.6 / 1.8), "less sure"
    assert reductions(_THRICE.card, (339, 700)) == {1: pytest.approx(1 / 1.5)}
    pixels = np.full((20, 30, 3), 0.7, np.float32)
    np.testing.assert_allclose(_odds(_scores(pixels, _THRICE)), _odds(np.float32(0.7)) / 1.5, atol=1e-4)


@pytest.mark.parametrize("stated", [-1.0, float("nan"), float("inf"), 1e300])
def test_a_card_that_states_nonsense_gets_one_look(stated: float) -> None:
    fit = {"half": stated, "third": stated, "raised": stated}
    odd = dataclasses.replace(_ONCE, card=dataclasses.replace(_ONCE.card, fit=fit))
    pixels = np.random.default_rng(1).uniform(0.1, 0.9, (520, 540, 3)).astype(np.float32)
    np.testing.assert_allclose(_scores(pixels, odd), pixels[..., 0], atol=1e-6)


def test_what_a_look_costs_is_known_beforehand() -> None:
    area = Box(0, 0, 1200, 1800)
    assert seen_share(_ONCE.card, area, 1) == 1
    assert seen_share(_THRICE.card, area, 1) == pytest.approx(1 + 1 / 4 + 1 / 9)
    assert seen_share(_THRICE.card, area, 2) == pytest.approx((1 + 1 / 4 + 1 / 9) / 4)


def test_its_progress_only_rises_and_it_can_be_stopped_at_any_size() -> None:
    pixels = np.full((520, 540, 3), 0.5, np.float32)
    told: list[float] = []
    score_in_sizes(
        pixels,
        1,
        _THRICE,
        FakeEngine(_light, tile=128),
        lambda box, scores, planes: None,
        progress=Progress(lambda report: told.append(report.fraction)),
    )
    assert told == sorted(told)
    assert told[0] < 0.1 < 0.9 < told[-1] <= 1
    for tiles in (1, 6, 20):
        token, done = CancelToken(), []

        def stop(token: CancelToken = token, done: list[int] = done, tiles: int = tiles) -> None:
            done.append(1)
            if len(done) == tiles:
                token.cancel()

        with pytest.raises(Cancelled):
            score_in_sizes(
                pixels,
                1,
                _THRICE,
                FakeEngine(_light, tile=128, before_tile=stop),
                lambda box, scores, planes: None,
                progress=Progress(token=token),
            )


def test_places_are_found_where_all_sizes_agree() -> None:
    pixels = np.full((560, 700, 3), 10, np.uint8)
    pixels[60:80, 40:100] = 245
    pixels[::20, 150::20] = 230
    once, thrice = (find(Photo(pixels), 1, model, FakeEngine(_light)).repairs for model in (_ONCE, _THRICE))
    assert len(once.all) > 50
    place, *others = thrice.all
    assert place.score > 0.95
    assert 60 <= place.place[0] < 80
    assert 40 <= place.place[1] < 100
    assert all(it.score < 0.75 for it in others)
