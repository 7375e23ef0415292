"""What is to be trained, on what, and for how long; read from a recipe, without torch."""

import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from restorer.errors import InvalidRecipe


@dataclass(frozen=True)
class TrainingPlan:
    """Everything that decides a training run; the same plan gives the same crops in the same order.

    ``shares`` says how often a crop comes from which sub-folder of the photos (they need not add up to
    one); an empty table takes every photo alike. ``description``, ``trained_on`` and ``limits`` go into the
    model's card as they are. A run ends after ``steps``, or after ``minutes`` of
    work where that comes first; both also drive the learning rate, which falls to nothing at the end.
    """

    name: str
    task: str
    description: str = ""
    trained_on: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    shares: Mapping[str, float] = field(default_factory=dict)
    widths: tuple[int, ...] = (32, 64, 128, 256)
    encoder_blocks: tuple[int, ...] = (1, 1, 1, 1)
    decoder_blocks: tuple[int, ...] = (1, 1, 0)
    steps: int = 20_000
    minutes: float | None = None
    crop: int = 128
    batch: int = 12
    large_crop: int = 192  # the last part of the run sees more of each photo at once
    large_crop_share: float = 0.15
    validation_share: float = 0.03
    learning_rate: float = 1.6e-3
    weight_decay: float = 1e-4
    warm_up_steps: int = 300
    average_decay: float = 0.999
    seed: int = 1

    def __post_init__(self) -> None:
        multiple = 2 ** len(self.widths)
        for size in (self.crop, self.large_crop):
            if size % multiple:
                raise InvalidRecipe(
                    f"The crop of {size} pixels is not a multiple of {multiple}.",
                    hint="Choose another crop or fewer levels.",
                )
        if self.steps < 1 or self.batch < 1:
            raise InvalidRecipe("A training run needs at least one step and one crop a step.")


def load_plan(path: Path) -> TrainingPlan:
    """Read a recipe (TOML).

    Raises:
        InvalidRecipe: the file is not TOML, or has a field that no recipe has.
    """
    try:
        content: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidRecipe(f"The recipe {path.name} cannot be read: {error}.") from error
    known = {entry.name for entry in dataclasses.fields(TrainingPlan)}
    if unknown := sorted(set(content) - known):
        raise InvalidRecipe(
            f"The recipe {path.name} has unknown entries: {', '.join(unknown)}.",
            hint=f"A recipe knows: {', '.join(sorted(known))}.",
        )
    lists = {key: tuple(value) for key, value in content.items() if isinstance(value, list)}
    try:
        return TrainingPlan(**{**content, **lists})
    except TypeError as error:
        raise InvalidRecipe(f"The recipe {path.name} is incomplete: {error}.") from error
