"""How marks are looked for: at which size, and what a plain one says of those beside it."""

import dataclasses

import numpy as np
import pytest
from fakes import denoise_card
from family import WHOLE_VIEWS, FamilyCatalog, FamilyEngine

from restorer.photo import Box, Photo
from restorer.restoration.marks import small_scale, with_companions
from restorer.restoration.masking import find, score
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
    repairs, _ = find(photo, 1, model, _BlueIsMarked())  # type: ignore[arg-type]
    assert (repairs.at((50, 90)) is not None) is plain
    scores, _ = score(photo, 2, model, _BlueIsMarked(), Box.of(pixels))  # type: ignore[arg-type]
    assert (scores[50, 90] > LOW) is np.bool_(plain)
