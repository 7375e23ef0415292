"""A recipe: which steps, in which order, how strongly."""

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from restorer.errors import InvalidRecipe

_FORMAT = 1


@dataclass(frozen=True)
class Denoise:
    """Remove noise, grain and compression damage.

    ``strength`` (0..1) is how much of the network's change is taken; ``model`` a model's id.
    """

    strength: float = 1.0
    model: str = "denoise"

    def __post_init__(self) -> None:
        if not 0.0 <= self.strength <= 1.0:
            raise InvalidRecipe(
                f"A strength of {self.strength:g} is not possible.",
                hint="Choose one from 0 to 1 (0 to 100 %).",
            )


Step = Denoise
_KINDS: Mapping[str, type[Step]] = {"denoise": Denoise}


@dataclass(frozen=True)
class Recipe:
    """The steps of a restoration, first to last. An empty recipe leaves a photo as it is."""

    steps: tuple[Step, ...] = ()

    @property
    def denoise(self) -> Denoise | None:
        """The denoising step, if there is one."""
        return next((step for step in self.steps if isinstance(step, Denoise)), None)

    def to_json(self) -> str:
        """Return the recipe as JSON text that `from_json` reads back."""
        names = {kind: name for name, kind in _KINDS.items()}
        steps = [{"step": names[type(step)], **dataclasses.asdict(step)} for step in self.steps]
        return json.dumps({"format": _FORMAT, "steps": steps}, indent=2)

    @classmethod
    def from_json(cls, text: str) -> "Recipe":
        """Read a recipe from JSON text.

        Raises:
            InvalidRecipe: the text is no recipe, or one of a newer program.
        """
        try:
            content = json.loads(text)
            if content["format"] != _FORMAT:
                raise InvalidRecipe(
                    f"This recipe has format {content['format']}; this program reads format {_FORMAT}.",
                    hint="Use a newer version of the program.",
                )
            return cls(tuple(_step(entry) for entry in content["steps"]))
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise InvalidRecipe("This is not a recipe.", hint="Save it again from the program.") from error


def _step(entry: dict[str, Any]) -> Step:
    fields = dict(entry)
    name = fields.pop("step")
    if name not in _KINDS:
        raise InvalidRecipe(
            f"The recipe has an unknown step: {name}.", hint="Use a newer version of the program."
        )
    return _KINDS[name](**fields)
