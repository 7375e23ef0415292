"""Watermarks: exact opacity, exact masks, and letters that were kept aside."""

import numpy as np
import pytest

from restorer.errors import InvalidRecipe
from restorer.training.ageing.emblems import date_stamp
from restorer.training.ageing.lettering import Fonts, lettered, system_fonts, words
from restorer.training.ageing.watermarks import MARKS, watermarked

SHAPE = (96, 128)


@pytest.fixture(scope="module")
def fonts() -> tuple[Fonts, Fonts]:
    try:
        return system_fonts()
    except InvalidRecipe:
        pytest.skip("this machine has too few fonts")


def test_families_and_symbols_are_on_one_side_only(fonts: tuple[Fonts, Fonts]) -> None:
    families = [{path.name.split("-")[0].split(".")[0] for path in side.files} for side in fonts]
    assert all(families)
    assert not families[0] & families[1]
    assert not set(fonts[0].symbols) & set(fonts[1].symbols)
    assert fonts[1].symbols


def test_too_few_fonts_are_refused(tmp_path) -> None:
    with pytest.raises(InvalidRecipe, match="not enough fonts"):
        system_fonts([tmp_path])


@pytest.mark.parametrize("name", MARKS)
def test_each_kind_of_mark_is_opacity_and_colour(fonts: tuple[Fonts, Fonts], name: str) -> None:
    seen = 0
    for seed in range(30):
        opacity, colour = MARKS[name](SHAPE, fonts[0], np.random.default_rng(seed))
        assert opacity.shape == SHAPE
        assert colour.shape == (*SHAPE, 3)
        assert 0 <= opacity.min() <= opacity.max() <= 1
        seen += bool((opacity > 0.5).any())
    assert seen >= 15, "the letters of a thin font may cover no pixel by half"


def test_a_marked_photo_is_its_equation(fonts: tuple[Fonts, Fonts]) -> None:
    clean = np.random.default_rng(2).random((*SHAPE, 3), np.float32)
    for seed in range(20):
        marked = watermarked(clean, fonts[0], np.random.default_rng(seed))
        share = marked.opacity[..., None]
        np.testing.assert_allclose(marked.pixels, clean * (1 - share) + marked.colour * share, atol=1e-5)
        unmarked = marked.mask == 0
        assert np.abs(marked.pixels - clean)[unmarked].max() < 0.032
        again = watermarked(clean, fonts[0], np.random.default_rng(seed))
        np.testing.assert_array_equal(marked.pixels, again.pixels)


def test_texts_are_made_up_and_drawn_at_their_size(fonts: tuple[Fonts, Fonts]) -> None:
    random = np.random.default_rng(1)
    assert len({words(random) for _ in range(100)}) > 80
    heights = [lettered("Photo", size, fonts[0], np.random.default_rng(1)).shape[0] for size in (12, 48)]
    assert 3 < heights[1] / heights[0] < 5


def test_a_date_stamp_has_lit_bars() -> None:
    stamps = [date_stamp(24, np.random.default_rng(seed)) for seed in range(5)]
    for stamp in stamps:
        assert 0.05 < (stamp > 0.5).mean() < 0.5
    assert len({stamp.tobytes() for stamp in stamps}) == 5
