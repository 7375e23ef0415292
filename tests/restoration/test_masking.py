"""At which size networks look for what is to be repaired."""

import dataclasses

import pytest
from fakes import denoise_card
from family import WHOLE_VIEWS

from restorer.restoration.masking import small_scale


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
