"""The watermark to learn is made out from a picture of it, or from photos that bear it."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from restorer.app.training.mark import FEWEST_PHOTOS, mark_on_plain_ground, mark_shared_by, shown_mark
from restorer.errors import InvalidRecipe
from restorer.photo import open_photo

_SIZE = (96, 144)
_SHAPE = np.zeros(_SIZE, np.float32)
_SHAPE[30:60, 40:46] = _SHAPE[40:46, 40:100] = _SHAPE[30:60, 94:100] = 1.0


def _photo(seed: int) -> NDArray[np.float32]:
    """A photo that is like no other: soft colours, and edges anywhere."""
    random = np.random.default_rng(seed)
    coarse = Image.fromarray(random.integers(20, 235, (4, 6, 3), np.uint8))
    picture = coarse.resize((_SIZE[1], _SIZE[0]), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(picture)
    for _ in range(12):
        left, top = int(random.integers(_SIZE[1])), int(random.integers(_SIZE[0]))
        right, bottom = left + int(random.integers(5, 60)), top + int(random.integers(5, 60))
        draw.rectangle((left, top, right, bottom), fill=tuple(random.integers(20, 235, 3).tolist()))
    return np.asarray(picture, np.float32) / 255


def _marked(picture: NDArray[np.float32], opacity: float, ink: tuple[float, ...]) -> NDArray[np.uint8]:
    covered = opacity * _SHAPE[..., None]
    light = picture * (1 - covered) + covered * np.array(ink, np.float32)
    return np.rint(light * 255).astype(np.uint8)


@pytest.mark.parametrize(("opacity", "ink"), [(0.5, (1.0, 1.0, 1.0)), (0.7, (0.8, 0.1, 0.1))])
def test_what_photos_share_is_the_mark(opacity: float, ink: tuple[float, ...]) -> None:
    photos = np.stack([_marked(_photo(seed), opacity, ink) for seed in range(30)])
    mark = mark_shared_by(photos)
    assert mark.shape[:2] == pytest.approx((34, 64), abs=8)  # cut to where it is
    covered = mark[..., 3] > mark[..., 3].max() / 2
    assert covered.sum() == pytest.approx(_SHAPE.sum(), rel=0.1)
    assert np.median(mark[covered, 3]) == pytest.approx(opacity, abs=0.1)
    np.testing.assert_allclose(np.median(mark[covered, :3], axis=0), ink, atol=0.15)


def test_photos_that_share_nothing_have_no_mark() -> None:
    photos = np.stack([np.rint(_photo(seed) * 255).astype(np.uint8) for seed in range(30)])
    with pytest.raises(InvalidRecipe, match="share"):
        mark_shared_by(photos)


@pytest.mark.parametrize(("ground", "ink"), [(0.1, (1.0, 1.0, 1.0)), (0.9, (0.0, 0.0, 0.0))])
def test_a_picture_on_a_plain_ground_shows_the_mark(ground: float, ink: tuple[float, ...]) -> None:
    mark = mark_on_plain_ground(_marked(np.full((*_SIZE, 3), ground, np.float32), 0.4, ink))
    assert mark.shape == (34, 64, 4)
    covered = mark[..., 3] > 0.2
    assert covered.sum() == _SHAPE.sum()
    assert np.median(mark[covered, 3]) == pytest.approx(0.4, abs=0.02)
    np.testing.assert_allclose(mark[covered, :3].mean(axis=0), ink, atol=0.02)


def test_a_ground_that_is_not_plain_and_one_with_nothing_on_it_are_refused() -> None:
    with pytest.raises(InvalidRecipe, match="not plain"):
        mark_on_plain_ground(_marked(_photo(1), 0.5, (1.0, 1.0, 1.0)))
    with pytest.raises(InvalidRecipe, match="nothing but ground"):
        mark_on_plain_ground(np.full((*_SIZE, 3), 90, np.uint8))


def test_a_transparent_picture_is_taken_as_it_is_and_others_are_written_down(tmp_path: Path) -> None:
    clear = tmp_path / "mark.png"
    Image.new("RGBA", (20, 10), (255, 255, 255, 90)).save(clear)
    assert shown_mark([clear], tmp_path / "marks") == clear
    plain = tmp_path / "plain.png"
    Image.fromarray(_marked(np.full((*_SIZE, 3), 0.1, np.float32), 0.4, (1.0, 1.0, 1.0))).save(plain)
    written = shown_mark([plain], tmp_path / "marks")
    assert written.parent == tmp_path / "marks"
    photo = open_photo(written)
    assert photo.alpha is not None
    assert photo.alpha.max() == pytest.approx(102, abs=5)


def test_photos_of_many_sizes_are_too_few(tmp_path: Path) -> None:
    for index in range(FEWEST_PHOTOS):
        Image.new("RGB", (40 + index, 30)).save(tmp_path / f"{index}.png")
    with pytest.raises(InvalidRecipe, match="Only 1 of these photos"):
        shown_mark(sorted(tmp_path.glob("*.png")), tmp_path / "marks")
