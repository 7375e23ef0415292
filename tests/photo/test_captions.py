"""Captions are legible, as wide as asked for, and cut off where they are too long."""

import numpy as np

from restorer.photo.captions import caption

WHITE, BLACK = (255, 255, 255), (0, 0, 0)


def _ink(text: str, width: int = 300) -> np.ndarray:
    line = caption(text, width, 14, WHITE, BLACK)
    assert line.shape == (21, width, 3)
    return np.asarray(line[..., 0] > 128)


def test_a_caption_is_written_from_the_left() -> None:
    columns = np.flatnonzero(_ink("before").any(axis=0))
    assert columns[0] < 4
    assert 25 < columns[-1] < 80


def test_what_is_too_long_ends_within_the_width() -> None:
    long = "a very long name of a photograph from the attic.tif"
    assert not _ink(long, 120)[:, -1].any()
    np.testing.assert_array_equal(_ink(long, 120)[:, :60], _ink(long, 300)[:, :60])


def test_nothing_line_breaks_and_foreign_letters_are_taken() -> None:
    assert not _ink("").any()
    np.testing.assert_array_equal(_ink("two\nlines"), _ink("two lines"))
    assert _ink("写真").any()
    assert not _ink("wide", 1).any()
