"""The kinds of steps that a recipe is made of, and what can be set on each. Values only; nothing computes.

``strength`` (0..1) is everywhere how much of a step's change is taken, ``model`` a model's id, and a step
that is not ``enabled`` keeps its settings and does nothing.
"""

import math
from dataclasses import dataclass, field

from restorer.errors import InvalidRecipe
from restorer.restoration.painting.edits import Edits

Place = tuple[int, int]
"""Row and column of a pixel of the photo."""

Colour = tuple[float, float, float]
"""Red, green and blue, 0..1, in the photo's own values."""

_FARTHEST = 1e6  # pixels

FEWEST_WRONG, MOST_WRONG = 0.01, 100.0
"""Limits of ``wrong_repairs``."""


@dataclass(frozen=True)
class Denoise:
    """Remove noise, grain and compression damage; less in delicate faces that the model ``faces`` finds.

    Without that model ("") all places are alike.
    """

    strength: float = 1.0
    model: str = "denoise"
    enabled: bool = True
    faces: str = ""

    def __post_init__(self) -> None:
        check_strength(self.strength)

    @property
    def models(self) -> tuple[str, ...]:
        """The ids of the models that it needs."""
        return (self.model, *([self.faces] if self.faces else []))


@dataclass(frozen=True)
class General:
    """Restore a worn photo: its ``detail`` (softness, grain, paper, compression) and its ``tones`` (fading,
    colour cast, uneven light). Delicate ``faces`` get less detail, as in `Denoise`.

    ``coarse`` takes the detail in hand at half the size first, or less in large scans: grain, paper and
    printing dots of several pixels, to which the network is blind at full size.
    """

    strength: float = 1.0
    model: str = "restore"
    enabled: bool = True
    detail: bool = True
    coarse: bool = False
    tones: bool = True
    tones_model: str = "restore-tones"
    faces: str = ""

    def __post_init__(self) -> None:
        check_strength(self.strength)

    @property
    def models(self) -> tuple[str, ...]:
        """The ids of the models that it needs."""
        faces = [self.faces] if self.detail and self.faces else []
        return (*([self.model] if self.detail else []), *([self.tones_model] if self.tones else []), *faces)


@dataclass(frozen=True)
class MaskStep:
    """A step that repairs places and leaves the rest of the photo as it is, to the bit.

    ``wrong_repairs`` is the sensitivity: how many wrong repairs one puts up with in this photo.
    ``accepted`` and ``rejected`` are verdicts on repairs, each named by a pixel of it (`Repair.place`), and
    hold whatever the sensitivity; ``judged_on`` is the (height, width) of the photo whose repairs they judge,
    None if nobody wrote it down. ``edits`` is what was painted: added places are repaired, removed ones are
    not, whatever was found. Without ``finding`` only what is painted is repaired.

    ``model`` finds; ``filler`` fills all that is repaired from around. Without a filler ("") the model
    removes what it finds itself, and takes for lost only what is painted.
    """

    strength: float = 1.0
    model: str = ""
    enabled: bool = True
    filler: str = ""
    wrong_repairs: float = 1.0
    finding: bool = True
    accepted: tuple[Place, ...] = ()
    rejected: tuple[Place, ...] = ()
    judged_on: tuple[int, int] | None = None
    edits: Edits | None = None

    def __post_init__(self) -> None:
        check_strength(self.strength)
        if not FEWEST_WRONG <= self.wrong_repairs <= MOST_WRONG:
            raise InvalidRecipe(
                f"A sensitivity of {self.wrong_repairs:g} wrong repairs in a photo is not possible.",
                hint=f"Choose one from {FEWEST_WRONG:g} to {MOST_WRONG:g}.",
            )

    @property
    def models(self) -> tuple[str, ...]:
        """The ids of the models that it needs."""
        if not self.filler:
            return (self.model,)
        return (*([self.model] if self.finding else []), self.filler)


@dataclass(frozen=True)
class RemoveWatermark(MaskStep):
    """Remove watermarks, logos, lettering and date stamps.

    A model for all marks finds them alone, and needs a filler; one for the mark of an archive does both
    (`stages.watermark_step`).
    """

    model: str = "watermark"


@dataclass(frozen=True)
class RepairDamage(MaskStep):
    """Repair scratches, dust, folds, tears and stains; ``model`` finds, ``filler`` repairs."""

    model: str = "find-damage"
    filler: str = "repair-damage"


@dataclass(frozen=True)
class Hint:
    """A colour that somebody knows: at pixel (``row``, ``column``) and ``radius`` pixels around it."""

    row: float
    column: float
    colour: Colour
    radius: float = 0.0

    def __post_init__(self) -> None:
        place = (self.row, self.column, self.radius)
        if not all(0 <= value <= 1 for value in self.colour) or not all(abs(v) <= _FARTHEST for v in place):
            raise InvalidRecipe("A hint names no colour or no place.", "Set it again on the photo.")


@dataclass(frozen=True)
class Colorize:
    """Give a photo colours.

    ``vividness`` goes from 0 (faithful: colours are drawn back to grey where the network is unsure) to 1
    (vivid: the likeliest colour everywhere). ``saturation`` (0..2) and ``warmth`` (−1 cold to 1 warm) are
    put on top. ``hints`` are colours that the picture follows.
    """

    strength: float = 1.0
    model: str = "colorize"
    enabled: bool = True
    vividness: float = 0.5
    saturation: float = 1.0
    warmth: float = 0.0
    hints: tuple[Hint, ...] = field(default=())

    def __post_init__(self) -> None:
        check_strength(self.strength)
        for name, low, high in (("vividness", 0, 1), ("saturation", 0, 2), ("warmth", -1, 1)):
            if not low <= getattr(self, name) <= high:
                raise InvalidRecipe(f"The {name} must be from {low} to {high}.", "Choose such a number.")

    @property
    def models(self) -> tuple[str, ...]:
        """The ids of the models that it needs."""
        return (self.model,)


Step = MaskStep | Denoise | General | Colorize

ORDER: tuple[type[Step], ...] = (RemoveWatermark, RepairDamage, Denoise, General, Colorize)
"""What time put on last is taken off first; see docs/decisions/005."""


def check_strength(strength: float) -> None:
    """Refuse a strength that is not from 0 to 1.

    Raises:
        InvalidRecipe: so it is.
    """
    if not 0.0 <= strength <= 1.0 or math.isnan(strength):
        raise InvalidRecipe(
            f"A strength of {strength:g} is not possible.", hint="Choose one from 0 to 1 (0 to 100 %)."
        )
