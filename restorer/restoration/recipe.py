"""A recipe: which steps, in which order, how strongly. As text it is JSON, for presets and sidecars."""

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeVar

from restorer.errors import InvalidRecipe
from restorer.restoration.painting.edits import Edits
from restorer.restoration.painting.storing import edits_from_json, edits_to_json
from restorer.restoration.steps import (
    ORDER,
    Colorize,
    Denoise,
    General,
    Hint,
    MaskStep,
    RemoveWatermark,
    RepairDamage,
    Step,
)

_FORMAT = 2
_READS = (1, 2)
"""Format 1 knew the step "denoise" alone, written in the same way."""

_KINDS: Mapping[str, type[Step]] = {
    "watermark": RemoveWatermark,
    "damage": RepairDamage,
    "denoise": Denoise,
    "general": General,
    "colorize": Colorize,
}
_MODELS = {"model", "filler", "tones_model", "faces"}
_SWITCHES = {"enabled", "finding", "detail", "coarse", "tones"}
_LARGEST = 256 << 20
_NAMES = {kind: name for name, kind in _KINDS.items()}

Kind = TypeVar("Kind", bound=Step)


@dataclass(frozen=True)
class Recipe:
    """The steps of a restoration, at most one of a kind; they are kept in the order in which they run.

    An empty recipe leaves a photo as it is.

    Raises:
        InvalidRecipe: there are two steps of a kind.
    """

    steps: tuple[Step, ...] = ()

    def __post_init__(self) -> None:
        kinds = [type(step) for step in self.steps]
        if len(set(kinds)) < len(kinds):
            raise InvalidRecipe("A recipe has each step at most once.", "Remove the second one.")
        object.__setattr__(self, "steps", tuple(sorted(self.steps, key=lambda it: ORDER.index(type(it)))))

    @property
    def active(self) -> tuple[Step, ...]:
        """The steps that are enabled and have something to do."""
        return tuple(step for step in self.steps if step.enabled and step.models)

    @property
    def models(self) -> tuple[str, ...]:
        """The ids of all models that the enabled steps need, each once."""
        return tuple(dict.fromkeys(model for step in self.active for model in step.models))

    def step(self, kind: type[Kind]) -> Kind | None:
        """Return the step of a kind, enabled or not, if there is one."""
        return next((step for step in self.steps if type(step) is kind), None)

    @property
    def denoise(self) -> Denoise | None:
        """The denoising step, if there is one."""
        return self.step(Denoise)

    def with_step(self, step: Step) -> "Recipe":
        """Return the recipe with ``step`` in place of the one of its kind, or added."""
        return Recipe((*(old for old in self.steps if type(old) is not type(step)), step))

    def without(self, kind: type[Step]) -> "Recipe":
        """Return the recipe without the step of a kind."""
        return Recipe(tuple(step for step in self.steps if type(step) is not kind))

    def to_json(self) -> str:
        """Return the recipe as JSON text that `from_json` reads back."""
        return json.dumps(self.to_object(), indent=2)

    def to_object(self) -> dict[str, Any]:
        """Return the recipe as what JSON is made of."""
        return {"format": _FORMAT, "steps": [_written(step) for step in self.steps]}

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read a recipe from JSON text.

        Raises:
            InvalidRecipe: the text is no recipe, or one of a newer program.
        """
        try:
            return cls.from_object(json.loads(text))
        except (ValueError, RecursionError) as error:
            raise _none() from error

    @classmethod
    def from_object(cls, content: Any) -> Self:
        """Read a recipe from what JSON is made of; raises as `from_json`."""
        try:
            if content["format"] not in _READS:
                raise InvalidRecipe(
                    f"This recipe has format {content['format']!s:.20}; this program reads up to {_FORMAT}.",
                    hint="Use a newer version of the program.",
                )
            return cls(tuple(_read(entry) for entry in content["steps"]))
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
            raise _none() from error


def load_recipe(path: Path) -> Recipe:
    """Read a recipe or preset from a file; the recipe of a sidecar counts too.

    Raises:
        InvalidRecipe: the file cannot be read, or holds no recipe.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise InvalidRecipe(f"“{path.name}” is far too large for a recipe.", "Choose another file.")
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        hint = error.strerror or "Choose another file."
        raise InvalidRecipe(f"The recipe {path} cannot be read.", hint) from error
    except (ValueError, RecursionError) as error:
        raise _none() from error
    if isinstance(content, dict) and isinstance(content.get("recipe"), dict):
        content = content["recipe"]
    return Recipe.from_object(content)


def save_recipe(recipe: Recipe, path: Path) -> None:
    """Write a recipe as a file that `load_recipe` reads: a preset, to keep or to share.

    What belongs to one photo alone (verdicts, what was painted, hints) is left out.

    Raises:
        OSError: the file cannot be written; what was there stays.
    """
    part = path.with_name(f"{path.name}.part")
    part.write_text(preset(recipe).to_json() + "\n", encoding="utf-8")
    part.replace(path)


def preset(recipe: Recipe) -> Recipe:
    """Return the recipe without what belongs to one photo alone."""
    return Recipe(tuple(_for_any_photo(step) for step in recipe.steps))


def name_of(step: Step | type[Step]) -> str:
    """Return what a step is called in files and reports."""
    return _NAMES[step if isinstance(step, type) else type(step)]


def _for_any_photo(step: Step) -> Step:
    if isinstance(step, MaskStep):
        return dataclasses.replace(step, accepted=(), rejected=(), judged_on=None, edits=None)
    return dataclasses.replace(step, hints=()) if isinstance(step, Colorize) else step


def _written(step: Step) -> dict[str, Any]:
    fields = {entry.name: getattr(step, entry.name) for entry in dataclasses.fields(step)}
    if isinstance(step, Colorize):
        fields["hints"] = [dataclasses.asdict(hint) for hint in step.hints]
    # A recipe without verdicts or coarse wear is written as it always was, and older programs read it.
    for name, usual in (("judged_on", None), ("coarse", False)):
        if fields.get(name, ...) is usual:
            del fields[name]
    if isinstance(fields.get("edits"), Edits):
        fields["edits"] = edits_to_json(fields["edits"])
    return {"step": name_of(step), **fields}


def _read(entry: dict[str, Any]) -> Step:
    fields = dict(entry)
    name = fields.pop("step")
    if name not in _KINDS:
        raise InvalidRecipe(
            f"The recipe has an unknown step: {name!s:.40}.", hint="Use a newer version of the program."
        )
    for verdict in {"accepted", "rejected"} & fields.keys():
        fields[verdict] = tuple((int(row), int(column)) for row, column in fields[verdict])
    if fields.get("judged_on") is not None:
        height, width = fields["judged_on"]
        fields["judged_on"] = int(height), int(width)
    if fields.get("edits") is not None:
        fields["edits"] = edits_from_json(fields["edits"])
    if any(not isinstance(fields[name], str) for name in _MODELS & fields.keys()):
        raise TypeError("a model's id is text")
    if any(not isinstance(fields[name], bool) for name in _SWITCHES & fields.keys()):
        raise TypeError("a switch is true or false")
    if "hints" in fields:
        fields["hints"] = tuple(_hint(hint) for hint in fields["hints"])
    return _KINDS[name](**fields)


def _hint(entry: dict[str, Any]) -> Hint:
    red, green, blue = (float(value) for value in entry["colour"])
    return Hint(
        float(entry["row"]), float(entry["column"]), (red, green, blue), float(entry.get("radius", 0.0))
    )


def _none() -> InvalidRecipe:
    return InvalidRecipe("This is not a recipe.", hint="Save it again from the program.")
