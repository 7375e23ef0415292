"""The palette: covers what a screen shows, finest near grey."""

import numpy as np

from restorer.photo.oklab import from_srgb
from restorer.training.palette import palette


def test_every_colour_of_the_screen_has_one_near() -> None:
    colours = np.random.default_rng(1).random((4000, 3), np.float32)
    ab = from_srgb(colours)[:, 1:]
    distance = np.hypot(*(ab[:, None] - palette()[None]).transpose(2, 0, 1)).min(axis=1)
    assert distance.max() < 0.05
    muted = np.hypot(*ab.T) < 0.05
    assert distance[muted].max() < 0.02


def test_it_holds_grey_and_nothing_twice() -> None:
    points = palette()
    assert np.hypot(*points.T).min() == 0
    assert len(np.unique(points, axis=0)) == len(points)
    assert 80 < len(points) < 160
