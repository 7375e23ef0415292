"""Batches: drawn by their step alone, whoever makes them, and in order."""

import dataclasses
import itertools

import numpy as np
import pytest

from restorer.training.batches import Example, Material, batch, batches
from restorer.training.dataset import PhotoFolder
from restorer.training.plan import TrainingPlan

PLAN = TrainingPlan(
    name="x", task="denoise", widths=(8, 16), encoder_blocks=(1, 1), decoder_blocks=(1,),
    steps=10, crop=16, large_crop=32, validation_crop=32, large_crop_share=0.3, batch=8,
)  # fmt: skip


class _Cutter:
    """Makes examples that are crops."""

    def example(
        self, plan: TrainingPlan, material: Material, size: int, random: np.random.Generator
    ) -> Example:
        return {"seen": material.photos.crop(size, random).transpose(2, 0, 1)}


@pytest.fixture
def material() -> Material:
    photo = np.random.default_rng(1).integers(0, 256, (60, 70, 3), np.uint8)
    return Material(PhotoFolder({".": [photo]}, {".": 1.0}))


@pytest.mark.parametrize("processes", [0, 2])
def test_batches_come_in_order_and_are_those_of_their_steps(material: Material, processes: int) -> None:
    stream = batches(_Cutter(), PLAN, material, first=3, time_fraction=lambda: 0.0, processes=processes)
    for step, made in enumerate(itertools.islice(stream, 6), start=3):
        large = step / PLAN.steps > 0.7
        np.testing.assert_array_equal(
            made["seen"], batch(_Cutter(), PLAN, material, step, large=large)["seen"]
        )
        assert made["seen"].shape == ((2, 3, 32, 32) if large else (8, 3, 16, 16))
    stream.close()


def test_time_switches_to_large_crops_too(material: Material) -> None:
    stream = batches(_Cutter(), PLAN, material, first=0, time_fraction=lambda: 0.9)
    assert next(stream)["seen"].shape == (2, 3, 32, 32)
    stream.close()


def test_batches_that_last_for_more_steps_grow_large_after_fewer(material: Material) -> None:
    plan = dataclasses.replace(PLAN, reuse=2)
    stream = batches(_Cutter(), plan, material, first=0, time_fraction=lambda: 0.0)
    sides = [made["seen"].shape[-1] for made in itertools.islice(stream, 5)]
    assert sides == [16, 16, 16, 16, 32]  # of ten steps the last begin with the eighth
    stream.close()


def test_an_error_while_making_reaches_the_loop(material: Material) -> None:
    class Broken:
        def example(self, *_: object) -> Example:
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        next(batches(Broken(), PLAN, material, first=0, time_fraction=lambda: 0.0))
