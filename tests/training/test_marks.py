"""Drawn damage: seeded, where its mask says and nowhere else."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from restorer.errors import InvalidRecipe
from restorer.training.ageing.dust import Artefacts, dust, load_artefacts
from restorer.training.ageing.marks import Layer, applied
from restorer.training.ageing.mixtures import DAMAGE, damaged
from restorer.training.ageing.scratches import drawn_line

SHAPE = (96, 112)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for kind in ("hair", "lint"):
        (tmp_path / kind).mkdir()
        for index in range(40):
            mask = np.zeros((160, 160), np.uint8)
            mask[20 + index : 24 + index, 10:150] = 255
            Image.fromarray(mask).save(tmp_path / kind / f"{index:03}.png")
    return tmp_path


def _clean() -> np.ndarray:
    return np.random.default_rng(2).uniform(0.3, 0.6, (*SHAPE, 3)).astype(np.float32)


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_seeded_and_lies_where_the_mask_says(name: str) -> None:
    clean, seen = _clean(), 0
    for seed in range(12):
        draws = [applied(clean, DAMAGE[name](SHAPE, np.random.default_rng(seed))) for _ in range(2)]
        np.testing.assert_array_equal(draws[0].pixels, draws[1].pixels)
        pixels, mask = draws[0].pixels, draws[0].mask
        assert pixels.dtype == np.float32
        assert mask.shape == SHAPE
        assert set(np.unique(mask)) <= {0.0, 1.0}
        seen += bool(mask.any())
        inside = np.abs(pixels - clean).max(axis=-1)[mask > 0]
        assert (inside > 2 / 255).mean() > 0.95 if mask.any() else True
    assert seen >= 8


def test_what_cannot_be_seen_is_no_damage() -> None:
    white = np.ones((*SHAPE, 3), np.float32)
    line = np.zeros(SHAPE, np.float32)
    line[40:44] = 1
    assert not applied(white, [Layer(line, np.ones(3, np.float32))]).mask.any()
    grey = applied(white * 0.5, [Layer(line, np.ones(3, np.float32))])
    np.testing.assert_array_equal(grey.mask, line)
    shade = applied(white * 0.5, [Layer(line, np.zeros(3, np.float32), damage=False)])
    assert not shade.mask.any()
    assert shade.pixels[41, 0, 0] == 0.0


def test_a_line_is_as_wide_as_it_says() -> None:
    rows, columns = np.full(2, 48.0), np.array([10.0, 100.0])
    for width in (1.0, 3.0, 6.0):
        line = drawn_line(SHAPE, rows, columns, np.full(2, width))
        assert line[:, 50].sum() == pytest.approx(width, abs=0.5)


def test_masks_of_dirt_are_split_by_name_and_strewn(folder: Path) -> None:
    training, aside = load_artefacts(folder)
    assert sum(map(len, training.kinds.values())) + sum(map(len, aside.kinds.values())) == 80
    assert 2 <= sum(map(len, aside.kinds.values())) <= 20
    spoilt = applied(_clean(), dust(SHAPE, training, np.random.default_rng(1)))
    assert 0.005 < spoilt.mask.mean() < 0.5


def test_mixed_damage_leaves_some_photos_whole(folder: Path) -> None:
    artefacts, clean = load_artefacts(folder)[0], _clean()
    whole = sum(not damaged(clean, artefacts, np.random.default_rng(seed)).mask.any() for seed in range(80))
    assert 8 <= whole <= 36


def test_too_few_masks_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidRecipe, match="not enough masks"):
        load_artefacts(tmp_path)


def test_artefacts_need_not_be_square() -> None:
    wide = np.zeros((60, 200), np.uint8)
    wide[28:32] = 255
    strewn = applied(_clean(), dust(SHAPE, Artefacts({"hair": [wide]}), np.random.default_rng(1)))
    assert 0.01 < strewn.mask.mean() < 0.5


def test_what_covers_the_picture_is_not_dust() -> None:
    full = Artefacts({"smut": [np.full((200, 200), 255, np.uint8)]})
    assert not applied(_clean(), dust(SHAPE, full, np.random.default_rng(1))).mask.any()


def test_a_window_shows_a_part_of_a_larger_photos_damage() -> None:
    clean = _clean()
    parts = [damaged(clean, None, np.random.default_rng(seed), room=2.0) for seed in range(30)]
    assert {part.mask.shape for part in parts} == {SHAPE}
    assert all(set(np.unique(part.mask)) <= {0, 1} for part in parts)
    shares = [
        np.mean([damaged(clean, None, np.random.default_rng(seed), room).mask.mean() for seed in range(60)])
        for room in (1.0, 2.0)
    ]
    assert 0 < shares[1] < shares[0]  # few scratches and tears fall into each window


def test_a_window_of_a_layer_keeps_colours_in_their_places() -> None:
    opacity = np.arange(20, dtype=np.float32).reshape(4, 5) / 20
    colour = np.random.default_rng(1).random((4, 5, 3), np.float32)
    part = np.s_[1:3, 2:5]
    window = Layer(opacity, colour, multiplies=True).window(part)
    np.testing.assert_array_equal(window.opacity, opacity[part])
    np.testing.assert_array_equal(window.colour, colour[part])
    assert window.multiplies
    assert Layer(opacity, np.ones(3, np.float32)).window(part).colour.shape == (3,)
