"""What is to be trained, on what, and for how long; read from a recipe, without torch."""

import dataclasses
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from restorer.errors import InvalidRecipe

LOSSES = ("charbonnier", "mean squared error", "root mean squared error", "binary cross-entropy")
"""What the difference between a network's picture and the clean one may be measured by.

The root of the mean squared error is taken crop by crop: crops of faint and of heavy damage then weigh nearly
alike, while within each the error counts as PSNR counts it.
"""


@dataclass(frozen=True)
class AutoencoderShape:
    """The size of an autoencoder, level by level from the finest to the code.

    ``widths`` holds the channels of each level, so that their number is the depth; the first level works at
    half the photo's resolution and every further one at half of the one before. ``encoder_blocks`` and
    ``decoder_blocks`` count the residual blocks on the way down and up; the last encoder entry is the
    code's level, which has no decoder entry. ``code`` squeezes the code to so many channels (0 leaves it as
    wide as its level), ``dilations`` widen the view of the code's blocks, in turn, and ``groups`` splits
    the convolutions of the levels that are at least ``grouped_from`` wide.
    """

    widths: tuple[int, ...] = (32, 64, 128, 256)
    encoder_blocks: tuple[int, ...] = (1, 1, 1, 1)
    decoder_blocks: tuple[int, ...] = (1, 1, 1)
    code: int = 0
    dilations: tuple[int, ...] = ()
    groups: int = 1
    grouped_from: int = 256

    def __post_init__(self) -> None:
        if len(self.encoder_blocks) != len(self.widths):
            raise InvalidRecipe("An autoencoder needs one count of encoder blocks for each width.")
        if len(self.decoder_blocks) != len(self.widths) - 1:
            raise InvalidRecipe(
                "An autoencoder needs one count of decoder blocks for each width but the last."
            )

    @property
    def multiple_of(self) -> int:
        """The number of pixels that a photo's sides must be a multiple of."""
        return 1 << len(self.widths)

    def groups_at(self, level: int) -> int:
        """Into how many groups the convolutions of a level are split."""
        return self.groups if self.widths[level] >= self.grouped_from else 1


@dataclass(frozen=True)
class TrainingPlan:
    """Everything that decides a training run; the same plan gives the same crops in the same order.

    ``task`` names the family, ``id`` the model within it (the task's own name where it is empty).
    ``shares`` says how often a crop comes from which sub-folder of the photos (they need not add up to
    one); an empty table takes every photo alike. ``description``, ``trained_on`` and ``limits`` go into the
    model's card as they are. ``widths`` to ``groups`` are the network's `AutoencoderShape`; networks of two
    parts have a second, the ``finder_``, which tells where the first has work to do.

    A run ends after ``steps``, or after ``minutes`` of work where that comes first; both also drive the
    learning rate, which falls to nothing at the end. It ends early after ``patience`` validations in a row
    without a new best (0 never does).
    """

    name: str
    task: str
    id: str = ""
    description: str = ""
    trained_on: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    after: str = ""  # the recipe whose weights this one starts from
    parts_after: Mapping[str, str] = field(default_factory=dict)  # and parts that start from other recipes'
    inherits: str = ""  # the part that does, where that recipe makes another kind of network; "": all of it
    frozen: tuple[str, ...] = ()  # the parts that stay as they are when the run begins
    bytes_per_pixel: int = 0  # as benchmarks/engine_memory.py measures it; 0: the export estimates it
    shares: Mapping[str, float] = field(default_factory=dict)
    widths: tuple[int, ...] = (32, 64, 128, 256)
    encoder_blocks: tuple[int, ...] = (1, 1, 1, 1)
    decoder_blocks: tuple[int, ...] = (1, 1, 0)
    code: int = 0
    dilations: tuple[int, ...] = ()
    groups: int = 1
    finder_widths: tuple[int, ...] = ()
    finder_encoder_blocks: tuple[int, ...] = ()
    finder_decoder_blocks: tuple[int, ...] = ()
    loss: str = "charbonnier"
    saturation: tuple[float, float] = (1.0, 1.0)  # colours are drawn back to a share from this range
    steps: int = 20_000
    minutes: float | None = None
    patience: int = 0
    crop: int = 128
    smallest_scale: float = 0.3  # photos are shrunk to as little: that hides the noise they came with
    largest_scale: float = 1.0  # and those smaller than a crop enlarged to as much, where surroundings matter
    batch: int = 12
    reuse: int = (
        1  # times that a crop is learnt from, as a rule turned another way: where crops are waited for
    )
    large_crop: int = 192  # the last part of the run sees more of each photo at once
    large_crop_share: float = 0.15
    validation_share: float = 0.03
    validation_steps: int = 500
    validation_crops: int = 24
    validation_crop: int = 192
    learning_rate: float = (
        1.6e-3  # AdamW's, at its highest: for the first and last layers, estimators and biases
    )
    hidden_rate: float = 0.0  # Muon's, for the hidden convolutions; 0 leaves these to AdamW as well
    plain_share: float = 0.0  # of a denoiser's crops: Gaussian noise alone, as the published tests have it
    compressed_share: float = 0.0  # and of the others: JPEG of low quality alone, or nothing at all
    busy_share: float = 0.0  # of a denoiser's crops: dense texture, a third of it drawn by code
    drawn_share: float = 0.0  # of what a finder of damage learns from: scenes drawn by code
    unmarked_share: float = 0.4  # of what a finder of marks in whole photos learns from: those without one
    mark_shares: Mapping[str, float] = field(default_factory=dict)  # and how often each kind of mark is drawn
    other_colours: bool = False  # a finder of marks or damage learns from a crop again in other colours
    start_share: float = 0.0  # of the weights that it goes on from, in the model: mixed with those learnt
    printed_share: float = 0.0  # of a restorer's crops: printed in dots, rather than worn
    weight_decay: float = 1e-4
    warm_up_steps: int = 300
    average_decay: float = 0.999
    half_weights: bool = False  # the file holds 16 bits a weight; the network still computes in 32
    seed: int = 1

    def __post_init__(self) -> None:
        for size in (self.crop, self.large_crop, self.validation_crop):
            if size % self.multiple_of:
                raise InvalidRecipe(
                    f"The crop of {size} pixels is not a multiple of {self.multiple_of}.",
                    hint="Choose another crop or fewer levels.",
                )
        if self.steps < 1 or self.batch < 1:
            raise InvalidRecipe("A training run needs at least one step and one crop a step.")
        if self.loss not in LOSSES:
            raise InvalidRecipe(f"There is no loss “{self.loss}”.", hint=f"Choose from: {', '.join(LOSSES)}.")

    @property
    def shape(self) -> AutoencoderShape:
        """The size of the network, or of the larger of its two parts."""
        return AutoencoderShape(
            self.widths, self.encoder_blocks, self.decoder_blocks, self.code, self.dilations, self.groups
        )

    @property
    def finder(self) -> AutoencoderShape:
        """The size of the part that tells where there is something to do."""
        if not self.finder_widths:
            raise InvalidRecipe(f"A network for “{self.task}” has two parts: the recipe needs finder_widths.")
        return AutoencoderShape(self.finder_widths, self.finder_encoder_blocks, self.finder_decoder_blocks)

    @property
    def multiple_of(self) -> int:
        """The number of pixels that a photo's sides must be a multiple of."""
        return 1 << max(len(self.widths), len(self.finder_widths), 2)

    def is_large(self, step: int, time_fraction: float) -> bool:
        """Whether the batch of a step is cut in large crops."""
        return max(step / self.steps, time_fraction) > 1 - self.large_crop_share


def plan_of(recipe: Mapping[str, Any]) -> TrainingPlan:
    """Return the plan behind a model, from the recipe that its card states.

    Raises:
        InvalidRecipe: the recipe is none of ours.
    """
    known = {entry.name for entry in dataclasses.fields(TrainingPlan)}
    stated: dict[str, Any] = {name: value for name, value in recipe.items() if name in known}
    lists = {name: tuple(value) for name, value in stated.items() if isinstance(value, list)}
    try:
        return TrainingPlan(**{**stated, **lists})
    except TypeError as error:
        raise InvalidRecipe(
            "This model does not say how it was made, so that it cannot learn more.",
            hint="Start from nothing instead.",
        ) from error


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
