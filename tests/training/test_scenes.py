"""Scenes drawn by code: always the same by their seed, full of edges, and never over a whole photo."""

import dataclasses

import numpy as np
import pytest
from PIL import Image, ImageDraw
from tiny_plans import PLANS

from restorer.training.ageing.dust import Artefacts
from restorer.training.scenes.colours import any_colour, colour_near
from restorer.training.scenes.fillings import filling, shaded
from restorer.training.scenes.outlines import outline
from restorer.training.scenes.scene import scene
from restorer.training.scenes.strokes import (
    draw_letters,
    draw_stripes,
    draw_tuft,
    draw_twig,
    draw_wires,
)


def _red() -> np.ndarray:
    return np.broadcast_to(np.array([1.0, 0.0, 0.0], np.float32), (64, 64, 3))


def test_a_scene_is_a_picture_of_its_size_and_the_same_by_its_seed() -> None:
    first, again, other = (scene(64, _red, np.random.default_rng(seed)) for seed in (1, 1, 2))
    assert first.shape == (64, 64, 3)
    assert first.dtype == np.float32
    assert 0 <= first.min() <= first.max() <= 1
    assert (first == again).all()
    assert (first != other).any()


def test_scenes_have_edges() -> None:
    steps = [np.abs(np.diff(scene(64, _red, np.random.default_rng(it)), axis=1)).max() for it in range(8)]
    assert np.median(steps) > 0.2


def test_shapes_are_cut_from_photos_but_nothing_is_laid_over_a_whole_one() -> None:
    pictures = [scene(64, _red, np.random.default_rng(it)) for it in range(60)]
    reds = [((it[..., 0] > 0.45) & (it[..., 1:].max(axis=-1) < 0.02)).mean() for it in pictures]
    assert max(reds) > 0.02
    assert max(reds) < 0.7, "as the ground of a scene a photo may be nearly all of it"


def test_what_is_filled_without_a_photo_shows_none() -> None:
    for seed in range(30):
        image = np.asarray(filling(32, 2, None, np.random.default_rng(seed)))
        assert image.shape == (64, 64, 3)
        assert not (image == (255, 0, 0)).all()


def test_outlines_are_as_large_as_asked_and_where_asked() -> None:
    for seed in range(40):
        points = np.array(outline(np.array([100.0, 50.0]), 20.0, np.random.default_rng(seed)))
        reach = np.hypot(*(points - [100.0, 50.0]).T)
        assert len(points) >= 3
        assert 10 < reach.max() < 80


@pytest.mark.parametrize("stroke", [draw_letters, draw_stripes, draw_tuft, draw_twig, draw_wires])
def test_strokes_are_thin_and_in_their_colour(stroke) -> None:
    shares = []
    for seed in range(6):
        image = Image.new("RGB", (128, 128))
        stroke(ImageDraw.Draw(image), 128, 2, (0, 255, 0), np.random.default_rng(seed))
        shares.append((np.asarray(image)[..., 1] > 100).mean())
    assert 0.002 < np.median(shares) < 0.6


def test_light_falls_off_smoothly() -> None:
    even = Image.new("RGB", (64, 64), (120, 120, 120))
    lit = np.asarray(shaded(even, np.random.default_rng(3)), np.int16)
    assert lit.std() > 1
    assert np.abs(np.diff(lit, axis=0)).max() <= 6


def test_colours_near_each_other_are_alike() -> None:
    random = np.random.default_rng(4)
    for _ in range(20):
        colour = any_colour(random)
        assert all(0 <= value <= 255 for value in colour)
        assert np.abs(np.subtract(colour, colour_near(colour, random, 2))).max() < 20


@pytest.mark.train
@pytest.mark.parametrize(("share", "drawn"), [(0.0, 0), (1.0, 20)])
def test_a_finder_of_damage_learns_from_as_many_scenes_as_the_plan_says(share: float, drawn: int) -> None:
    from restorer.training.batches import Material
    from restorer.training.dataset import PhotoFolder
    from restorer.training.tasks import task_named

    flat = PhotoFolder({".": [np.full((64, 64, 3), 120, np.uint8)]}, {".": 1.0})
    mask = np.zeros((64, 64), np.uint8)
    mask[30:34] = 255
    material = Material(flat, Artefacts({"hair": [mask]}))
    plan = dataclasses.replace(PLANS["find-damage"], drawn_share=share)
    examples = [
        task_named("find-damage").example(plan, material, 32, np.random.default_rng(it)) for it in range(20)
    ]
    assert sum(bool(it["clean"].std(axis=(1, 2)).max() > 0.01) for it in examples) == pytest.approx(
        drawn, abs=2 if drawn else 0
    )
