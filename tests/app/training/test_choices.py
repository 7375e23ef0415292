"""The autoencoder's controls: what they change, what they mean, and what is refused."""

import dataclasses
import math

import pytest

from restorer.app.training.choices import Choices, compression, compression_in_words
from restorer.app.training.goals import Way
from restorer.errors import InvalidRecipe
from restorer.training.plan import TrainingPlan

BASE = TrainingPlan(name="Denoise", task="denoise", decoder_blocks=(1, 1, 1), steps=1000, patience=4)


def test_left_alone_the_network_is_the_built_in_one() -> None:
    plan = Choices(minutes=7).applied(BASE, Way.ALONE)
    assert plan.shape == BASE.shape
    assert (plan.minutes, plan.patience) == (7, 0)
    assert plan.learning_rate < BASE.learning_rate, "it must not forget what it knows"


def test_another_shape_learns_from_nothing_at_the_full_rate() -> None:
    choices = Choices(layers=3, width=16, code_size=12)
    plan = choices.applied(BASE, Way.CLEAN)
    assert choices.changes_shape(BASE)
    assert plan.widths == (16, 32, 64)
    assert plan.decoder_blocks == (1, 1)
    assert plan.code == 12
    assert plan.learning_rate == BASE.learning_rate


@pytest.mark.parametrize(("layers", "code", "ratio"), [(3, 12, 16.0), (2, 48, 1.0), (4, 0, 6.0)])
def test_the_code_size_is_explained(layers: int, code: int, ratio: float) -> None:
    plan = Choices(layers=layers, width=16, code_size=code).applied(BASE, Way.CLEAN)
    assert compression(plan) == ratio
    words = compression_in_words(plan)
    assert ("only learn to copy" in words) == (ratio <= 1)


def test_crops_fit_the_network() -> None:
    plan = Choices(layers=5, crop=70).applied(BASE, Way.CLEAN)
    assert plan.crop % plan.multiple_of == 0
    assert plan.validation_crop % plan.multiple_of == 0


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"layers": 9}, "layers of 9"),
        ({"width": 1}, "width of 1"),
        ({"minutes": 0}, "takes time"),
        ({"minutes": math.nan}, "takes time"),
        ({"minutes": math.inf}, "takes time"),
        ({"loss": "magic"}, "no loss “magic”"),
    ],
)
def test_what_cannot_be_is_refused(wrong: dict[str, object], sentence: str) -> None:
    with pytest.raises(InvalidRecipe, match=sentence):
        Choices(**wrong)  # type: ignore[arg-type]


def test_noisy_photos_alone_need_the_squared_error() -> None:
    with pytest.raises(InvalidRecipe, match="squared error"):
        Choices(loss="robust").applied(BASE, Way.ALONE)


def test_what_is_taught_from_nothing_has_no_frozen_part() -> None:
    finder = dataclasses.replace(
        BASE,
        task="find-damage",
        frozen=("intact",),
        drawn_share=0.3,
        finder_widths=(8,) * 6,
        finder_encoder_blocks=(1,) * 6,
        finder_decoder_blocks=(1,) * 5,
    )
    kept, anew = (Choices(from_builtin=it).applied(finder, Way.CLEAN) for it in (True, False))
    assert (kept.frozen, anew.frozen) == (("intact",), ())
    assert kept.crop % 64 == 0, "the deepest part decides what crops are multiples of"
    assert kept.drawn_share == anew.drawn_share == 0
