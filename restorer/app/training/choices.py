"""The settings behind a training, each with a good default and what it means in words."""

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from restorer.app.training.goals import Way
from restorer.errors import InvalidRecipe
from restorer.training.plan import TrainingPlan

LOSSES: Mapping[str, str] = {
    "robust": "charbonnier",
    "squared": "mean squared error",
    "cross-entropy": "binary cross-entropy",
}
"""The losses by the names that users choose them by."""

_MOST_LAYERS, _MOST_WIDTH, _MOST_CODE = 6, 96, 4096
_WIDEST = 512


@dataclass(frozen=True)
class Choices:
    """What the user may set; None leaves it as the built-in model has it.

    ``code_size`` is how many channels the code has (0: as many as its level), ``layers`` how many levels,
    ``width`` how many nodes the first has (each further level has twice as many), ``loss`` one of `LOSSES`.
    ``minutes`` of work, or ``steps`` where that comes first. ``from_builtin`` starts from the built-in
    model's weights, as long as the network has its shape.
    """

    code_size: int | None = None
    layers: int | None = None
    width: int | None = None
    loss: str | None = None
    crop: int | None = None
    batch: int | None = None
    minutes: float = 10.0
    steps: int | None = None
    seed: int = 1
    from_builtin: bool = True

    def __post_init__(self) -> None:
        limits = {
            "layers": (self.layers, 2, _MOST_LAYERS),
            "width": (self.width, 4, _MOST_WIDTH),
            "code size": (self.code_size, 0, _MOST_CODE),
        }
        for name, (value, least, most) in limits.items():
            if value is not None and not least <= value <= most:
                raise InvalidRecipe(f"A {name} of {value} is not possible.", f"Choose {least} to {most}.")
        if not 0 < self.minutes < math.inf:  # whatever is no number at all is refused too
            raise InvalidRecipe("A training takes time.", "Choose at least a minute.")
        if self.loss is not None and self.loss not in LOSSES:
            raise InvalidRecipe(f"There is no loss “{self.loss}”.", f"Choose from: {', '.join(LOSSES)}.")

    def changes_shape(self, base: TrainingPlan) -> bool:
        """Whether the network would be another one than ``base``, so that its weights do not fit."""
        return _shape(self, base) != _shape(Choices(), base)

    def applied(self, base: TrainingPlan, way: Way) -> TrainingPlan:
        """Return the plan: ``base``, the built-in model's, with these choices.

        Raises:
            InvalidRecipe: they do not go together.
        """
        if way is Way.ALONE and self.loss not in (None, "squared"):
            raise InvalidRecipe(
                "From noisy photos alone, only the squared error learns the photo and not the noise.",
                hint="Choose the squared error, or leave the loss as it is.",
            )
        starts = self.from_builtin and not self.changes_shape(base)
        unit = 1 << max(_shape(self, base)["layers"], len(base.finder_widths), 2)
        crop = max(unit, (self.crop or _CROP) // unit * unit)
        check = max(unit, max(crop, _CHECK) // unit * unit)
        changes: dict[str, Any] = {
            "widths": _shape(self, base)["widths"],
            "encoder_blocks": _shape(self, base)["encoder_blocks"],
            "decoder_blocks": _shape(self, base)["decoder_blocks"],
            "code": _shape(self, base)["code"],
            "loss": LOSSES[self.loss] if self.loss else base.loss,
            "crop": crop,
            "large_crop": crop,
            "validation_crop": check,
            "validation_crops": _CHECKS,
            "validation_steps": _VALIDATION_STEPS,
            "batch": self.batch or _BATCH,
            "steps": self.steps or _STEPS,
            "minutes": self.minutes,
            "seed": self.seed,
            "shares": {},
            "after": "",
            "patience": 0,
            "average_decay": 0.98,
            "warm_up_steps": 30,
            "half_weights": False,
            "drawn_share": 0.0,  # what belongs is what is in the folder
            **(_GENTLE if starts else _FROM_NOTHING),
        }
        if base.validation_crop > check and len(base.widths) > 4:  # those that look at the whole photo
            changes |= dict.fromkeys(("crop", "large_crop", "validation_crop"), base.validation_crop)
        return dataclasses.replace(base, **changes)


_CROP, _CHECK, _CHECKS, _BATCH = 96, 160, 24, 12
_STEPS, _VALIDATION_STEPS = 1_000_000, 40
_GENTLE = {"learning_rate": 2e-4, "hidden_rate": 0.0}
"""Weights that know much already are moved gently, or they forget it."""
_FROM_NOTHING: dict[str, Any] = {"frozen": ()}
"""What has learnt nothing yet must not stay as it is."""


def compression(plan: TrainingPlan) -> float:
    """Return how many values of the photo one value of the code stands for; 1 or less can only copy."""
    channels = plan.code or plan.widths[-1]
    return float(3 * 4 ** len(plan.widths) / channels)


def compression_in_words(plan: TrainingPlan) -> str:
    """Say what the code size means."""
    ratio = compression(plan)
    if ratio <= 1:
        return (
            "The code is as large as the photo itself: the network would only learn to copy. Choose a "
            "smaller code or more layers."
        )
    return f"{ratio:.0f} values of the photo become one of the code."


def _shape(choices: Choices, base: TrainingPlan) -> dict[str, Any]:
    layers = choices.layers or len(base.widths)
    width = choices.width or base.widths[0]
    same = layers == len(base.widths) and width == base.widths[0]
    code = base.code if choices.code_size is None else choices.code_size
    if same:
        blocks = {"encoder_blocks": base.encoder_blocks, "decoder_blocks": base.decoder_blocks}
        return {"layers": layers, "widths": base.widths, "code": code, **blocks}
    widths = tuple(min(width << level, _WIDEST) for level in range(layers))
    blocks = {"encoder_blocks": (1,) * layers, "decoder_blocks": (1,) * (layers - 1)}
    return {"layers": layers, "widths": widths, "code": code, **blocks}
