"""How marks are looked for: at which size, and what a plain one says of those beside it."""

import dataclasses

import numpy as np
import pytest
from fakes import denoise_card
from family import WHOLE_VIEWS, FamilyCatalog, FamilyEngine
from repeating import eight_bit, laid, scene, tiles, waves

from restorer.inference.tiled_run import RunReport
from restorer.photo import Box, Photo
from restorer.restoration.mark_views import mark_scores, repeating, repeats_size, view_sizes
from restorer.restoration.marks import small_scale, with_companions
from restorer.restoration.masking import find, score, seen_share
from restorer.restoration.repairs import LOW


@pytest.mark.parametrize(
    ("size", "scale"), [((100, 150), 1), ((140, 300), 1), ((190, 160), 2), ((2400, 1600), 16), ((8, 9000), 1)]
)
def test_a_network_that_learnt_from_whole_photos_sees_them_as_small(
    size: tuple[int, int], scale: int
) -> None:
    card = dataclasses.replace(denoise_card(), recipe=WHOLE_VIEWS)
    assert small_scale(card, size) == scale


@pytest.mark.parametrize(
    "recipe", [{}, {"crop": 100}, {"whole_views": True}, {"whole_views": True, "crop": 0}]
)
def test_others_see_photos_as_they_are(recipe: dict[str, object]) -> None:
    assert small_scale(dataclasses.replace(denoise_card(), recipe=recipe), (2400, 1600)) is None


def test_one_plain_mark_makes_others_likelier_and_a_doubtful_one_does_not() -> None:
    scores = np.zeros((100, 200), np.uint8)
    scores[10:20, 10:60] = 90
    assert with_companions(scores) is scores
    scores[50, :10] = 200  # too few to be plain
    assert with_companions(scores) is scores
    scores[50, :60] = 200
    surer = with_companions(scores)
    assert surer[15, 30] > 160 > scores[15, 30]
    assert surer[50, 5] > 200
    assert not surer[0].any()
    rising = np.arange(256, dtype=np.uint8)[None]
    assert (np.diff(with_companions(rising).astype(int)) >= 0).all()
    assert with_companions(rising)[0, [0, 255]].tolist() == [0, 255]


class _BlueIsMarked(FamilyEngine):
    """Takes blue for the chance of a mark."""

    def __init__(self) -> None:
        super().__init__()
        self._answers["find-marks"] = lambda planes: planes[2:3]


@pytest.mark.parametrize("plain", [False, True])
def test_a_doubtful_letter_counts_beside_a_plain_one(plain: bool) -> None:
    model = FamilyCatalog("find-marks").find("find-marks")
    pixels = np.zeros((200, 300, 3), np.uint8)
    pixels[40:60, 40:140, 2] = 115
    if plain:
        pixels[40:60, 160:200, 2] = 240
    photo = Photo(pixels)
    repairs = find(photo, 1, model, _BlueIsMarked()).repairs  # type: ignore[arg-type]
    assert (repairs.at((50, 90)) is not None) is plain
    scores = score(photo, 2, model, _BlueIsMarked(), Box.of(pixels)).scores  # type: ignore[arg-type]
    assert (scores[50, 90] > LOW) is np.bool_(plain)


@pytest.mark.parametrize(
    ("size", "seen"),
    [
        ((80, 300), [(80, 300)]),
        ((120, 240), [(100, 200), (112, 224), (120, 240)]),
        ((4000, 3000), [(133, 100), (149, 112), (167, 125), (200, 150)]),
    ],
)
def test_a_photo_is_seen_at_several_sizes_and_never_enlarged(
    size: tuple[int, int], seen: list[tuple[int, int]]
) -> None:
    card = dataclasses.replace(denoise_card(), recipe=WHOLE_VIEWS)
    assert view_sizes(card, size) == seen
    assert view_sizes(denoise_card(), size) == []


class _Recorded(FamilyEngine):
    """Answers with the brightness of what it is shown, at the smallest size with 1; keeps what that was."""

    def __init__(self) -> None:
        super().__init__(tile=1 << 20)
        self.views: list[np.ndarray] = []
        self._answers["find-marks"] = self._recorded

    def _recorded(self, planes: np.ndarray) -> np.ndarray:
        self.views.append(planes.copy())
        return np.ones_like(planes[:1]) if len(self.views) == 1 else planes.mean(axis=0, keepdims=True)


@pytest.mark.parametrize("size", [(431, 300), (150, 223)])
def test_scores_are_the_mean_of_all_views_of_the_photo(size: tuple[int, int]) -> None:
    model, engine = FamilyCatalog("find-marks").find("find-marks"), _Recorded()
    rising = np.linspace(10, 100, size[1]).astype(np.uint8)
    pixels = np.broadcast_to(rising[None, :, None], (*size, 3))
    scores, _ = mark_scores(pixels, model, engine)  # type: ignore[arg-type]
    assert [view.shape[1:] for view in engine.views] == view_sizes(model.card, size)
    for view in engine.views:
        assert view.mean() == pytest.approx(pixels.mean() / 255, abs=0.01)
    count = len(engine.views)
    assert count > 1
    expected = (255 + (count - 1) * pixels[..., 0].astype(float)) / count
    assert scores.shape == size
    assert np.abs(scores - expected).max() < 3


def test_marks_within_a_border_are_found_where_they_are() -> None:
    model, area = FamilyCatalog("find-marks").find("find-marks"), Box(60, 40, 260, 340)
    pixels = np.zeros((320, 360, 3), np.uint8)
    pixels[:60, :, 2] = 255  # on the border, where nobody looks
    pixels[100:120, 80:140, 2] = 255
    scores = score(Photo(pixels), 1, model, _BlueIsMarked(), area).scores  # type: ignore[arg-type]
    assert scores.shape == (320, 360)
    assert scores[105:115, 85:135].min() > LOW
    scores[95:125, 75:145] = 0
    assert not scores.any()


def test_a_mark_that_repeats_is_proposed_to_the_pixel_though_the_network_sees_nothing() -> None:
    model, area, mark = FamilyCatalog("find-marks").find("find-marks"), Box(50, 30, 350, 430), tiles()
    pixels = np.full((400, 460, 3), 60, np.uint8)  # all of it is a border, but for the picture
    pixels[area.slices] = eight_bit(laid(scene(), mark, 0.5, 1.0))
    found = find(Photo(pixels), 1, model, _Blind(), area)  # type: ignore[arg-type]
    repairs = found.repairs
    assert found.overlay is not None
    assert (found.overlay.corner, found.overlay.size) == ((area.top, area.left), (300, 400))
    proposed = repairs.mask(repairs.from_score(1.0))[..., 0] > 0
    assert not repairs.lost
    assert 0.9 < repairs.exact_share / mark.mean() < 1.6, "no more than a rim is added"
    assert proposed[area.slices][mark].mean() > 0.8
    proposed[area.grow(1).slices] = False
    assert not proposed.any()


def test_in_a_larger_photo_they_are_looked_for_in_a_copy() -> None:
    mark = tiles()
    large = [np.repeat(np.repeat(field, 4, -2), 4, -1) for field in (scene(), mark)]
    found = repeating(eight_bit(laid(large[0], large[1], 0.5, 1.0)))
    assert found is not None
    marked = found.marked
    assert marked.shape == large[1].shape
    both = np.count_nonzero(marked & large[1])
    assert 2 * both / (np.count_nonzero(marked) + np.count_nonzero(large[1])) > 0.7
    assert repeating(eight_bit(large[0])) is None


def test_what_lies_over_a_photo_is_all_that_repeats() -> None:
    letters, lines = tiles(4), waves()
    found = repeating(eight_bit(laid(laid(scene(), letters, 0.5, 1.0), lines, 0.4, 0.0)))
    assert found is not None
    opacity = found.overlay.fields[0]
    assert min(np.median(opacity[letters & ~lines]), np.median(opacity[lines & ~letters])) > 0.2


@pytest.mark.parametrize(
    ("size", "seen"),
    [((300, 400), (300, 400)), ((1440, 1920), (720, 960)), ((1, 9000), (1, 9000))],
)
def test_they_are_looked_for_in_no_more_than_memory_holds(
    size: tuple[int, int], seen: tuple[int, int]
) -> None:
    assert repeats_size(size) == seen


def test_a_panorama_is_looked_at_smaller_than_its_shorter_side_asks_for() -> None:
    height, width = repeats_size((2000, 40_000))
    assert height * width <= 1_500_000
    assert width / height == pytest.approx(20, rel=0.01)


class _Blind(FamilyEngine):
    """Sees no mark anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self._answers["find-marks"] = lambda planes: np.zeros_like(planes[:1])


class _ASecondEach(_Recorded):
    """Takes a second for each run."""

    def run(self, *given: object, **options: object) -> RunReport:
        """Do as the family's engine does, slowly."""
        return dataclasses.replace(super().run(*given, **options), seconds=1.0)  # type: ignore[arg-type]


def test_the_time_of_all_views_is_told() -> None:
    engine = _ASecondEach()
    model = FamilyCatalog("find-marks").find("find-marks")
    _, run = mark_scores(np.zeros((400, 300, 3), np.uint8), model, engine)  # type: ignore[arg-type]
    assert run.seconds == len(engine.views) == 4


def test_how_much_is_looked_at_is_known_beforehand() -> None:
    card, area = dataclasses.replace(denoise_card(), recipe=WHOLE_VIEWS), Box(100, 100, 1100, 1100)
    assert seen_share(card, area, 2) == pytest.approx((100**2 + 112**2 + 125**2 + 150**2) / 1000**2)
    assert seen_share(denoise_card(), area, 2) == 1 / 4
