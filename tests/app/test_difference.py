import numpy as np

from restorer.app.difference import heat, ramp


def test_equal_pictures_are_dark_and_large_changes_light():
    before = np.full((4, 5, 3), 100, np.uint8)
    after = before.copy()
    after[1, 2, 0] = 96
    after[2, 3, 2] = 200
    shown = heat(before, after, gain=8)
    assert shown.shape == (4, 5, 3)
    dark, some, much = shown[0, 0].sum(), shown[1, 2].sum(), shown[2, 3].sum()
    assert dark < some < much
    np.testing.assert_array_equal(shown[2, 3], ramp(8)[255])
    np.testing.assert_array_equal(heat(after, before, gain=8), shown)


def test_the_ramp_gets_lighter_all_the_way_so_that_it_reads_without_colour():
    luminance = ramp(1) @ np.array([0.2126, 0.7152, 0.0722])
    assert (np.diff(luminance) > -0.5).all()
    assert luminance[0] < 25
    assert luminance[-1] > 235
    steps = np.diff(luminance[::32])
    assert steps.min() > 10


def test_gain_amplifies():
    np.testing.assert_array_equal(ramp(8)[16], ramp(1)[128])
