"""What a recipe asks of the networks: the pixel stages one after the other, and the steps with a mask."""

import enum
from collections.abc import Iterable
from dataclasses import dataclass, replace

from restorer.errors import ModelError
from restorer.inference.card import ModelCard, Task
from restorer.inference.catalog import Catalog, Model
from restorer.inference.tiled_run import RunReport
from restorer.restoration.levels import NoiseEstimate
from restorer.restoration.recipe import Recipe
from restorer.restoration.steps import (
    Colorize,
    Denoise,
    General,
    MaskStep,
    RemoveWatermark,
    RepairDamage,
    Step,
)


class Kind(enum.StrEnum):
    """What a pixel stage does."""

    DENOISE = "denoise"
    COARSE = "coarse detail"
    DETAIL = "detail"
    TONES = "tones"


@dataclass(frozen=True)
class Stage:
    """A network that makes a whole photo from a whole photo, and how much of its change is taken."""

    kind: Kind
    step: Step
    model: str


@dataclass(frozen=True)
class Deed:
    """Which network works for a step: its name, version and checksum."""

    step: Step
    model: str
    version: str
    sha256: str


@dataclass(frozen=True)
class StepReport(Deed):
    """What one network did for a step: how it ran and what it found.

    ``estimate`` is a denoiser's; ``repairs`` how many places a network that finds has proposed, ``spared``
    how many delicate faces. ``framed`` says that what surrounds the picture was left as it was.
    """

    run: RunReport
    estimate: NoiseEstimate | None = None
    repairs: int | None = None
    spared: int | None = None
    framed: bool = False

    @property
    def finding(self) -> str:
        """What it found, as the beginning of a sentence; "" if it only made something."""
        if self.estimate is not None:
            levels = f"noise {self.estimate.noise:.1f} and compression {self.estimate.compression:.1f}"
            return f"{levels} (of 255) found"
        if self.spared is not None:
            faces = (
                "one small or blurred face" if self.spared == 1 else f"{self.spared} small or blurred faces"
            )
            return f"{faces} spared half of it"
        if self.framed:
            return "what surrounds the picture left as it was"
        if self.repairs is None:
            return ""
        return "one place found" if self.repairs == 1 else f"{self.repairs:,} places found"


_TASKS = {
    "denoise": (Task.DENOISE, "removing noise"),
    "restore": (Task.RESTORE, "restoring worn photos"),
    "watermark": (Task.WATERMARK, "removing watermarks"),
    "find-damage": (Task.FIND_DAMAGE, "finding damage"),
    "repair-damage": (Task.REPAIR_DAMAGE, "repairing damage"),
    "colorize": (Task.COLORIZE, "colouring photos"),
    "find-faces": (Task.FIND_FACES, "finding faces"),
}


def stages(recipe: Recipe) -> tuple[Stage, ...]:
    """Return the pixel stages of a recipe, in the order in which they run."""
    found: list[Stage] = []
    for step in recipe.active:
        if isinstance(step, Denoise):
            found.append(Stage(Kind.DENOISE, step, step.model))
        if isinstance(step, General) and step.detail and step.coarse:
            found.append(Stage(Kind.COARSE, step, step.model))
        if isinstance(step, General) and step.detail:
            found.append(Stage(Kind.DETAIL, step, step.model))
        if isinstance(step, General) and step.tones:
            found.append(Stage(Kind.TONES, step, step.tones_model))
    return tuple(found)


def mask_steps(recipe: Recipe) -> tuple[MaskStep, ...]:
    """Return the enabled steps with a mask, in the order in which they run."""
    return tuple(step for step in recipe.active if isinstance(step, MaskStep))


def colour_step(recipe: Recipe) -> Colorize | None:
    """Return the colouring step if it is enabled."""
    step = recipe.step(Colorize)
    return step if step and step.enabled else None


def filler_of(step: MaskStep) -> str:
    """Return the id of the model that fills what a step's mask covers."""
    return step.filler or step.model


def lets_shine_through(step: MaskStep) -> bool:
    """Whether what a step removes may be translucent, and is not known to the network that removes it."""
    return isinstance(step, RemoveWatermark) and bool(step.filler)


def watermark_step(models: Iterable[Model], usual: RemoveWatermark) -> RemoveWatermark:
    """Return ``usual`` as the models that there are can do it.

    Its model stays if it is there, or gives way to the first for watermarks. One that only finds gets a
    filler; where there is none, what is painted is filled.
    """
    known = [model.card for model in models if model.card.task == Task.WATERMARK]
    card = next((card for card in known if card.id == usual.model), next(iter(known), None))
    if card is None:
        return replace(usual, finding=False, filler=RepairDamage.filler)
    return replace(usual, model=card.id, filler="" if _fills(card) else RepairDamage.filler)


def _fills(card: ModelCard) -> bool:
    """Whether a model for watermarks restores what it finds, rather than finding it alone."""
    return "red" in card.outputs


def spares_faces(stage: Stage) -> str:
    """Return the id of the model that finds the faces that a stage spares; "" if it spares none."""
    step = stage.step
    return step.faces if isinstance(step, Denoise | General) and stage.kind != Kind.TONES else ""


def sparing_faces(recipe: Recipe, catalog: Catalog) -> Recipe:
    """Return the recipe with delicate faces spared, if there is a model that finds them."""
    model = next(iter(catalog.models(Task.FIND_FACES)), None)
    if model is not None:
        for step in recipe.steps:
            if isinstance(step, Denoise | General):
                recipe = recipe.with_step(replace(step, faces=model.card.id))
    return recipe


def models_of(recipe: Recipe, catalog: Catalog) -> dict[str, Model]:
    """Return the models that a recipe needs, by id.

    Raises:
        ModelError: one is missing, damaged or made for something else.
    """
    models: dict[str, Model] = {}
    for step in recipe.active:
        for id, task in _wanted(step):  # noqa: A001 - the card's own word
            models[id] = model = catalog.find(id)
            empty = isinstance(step, MaskStep) and not step.filler and not _fills(model.card)
            if model.card.task != _TASKS[task][0] or empty:
                raise ModelError(
                    f"The model {model.card.name} is not made for {_TASKS[task][1]}.",
                    hint="`restorer models` lists what each model is for.",
                )
    return models


def _wanted(step: Step) -> tuple[tuple[str, str], ...]:
    """Return the ids of a step's models, each with the task it must be for."""
    if isinstance(step, MaskStep):
        found = "find-damage" if isinstance(step, RepairDamage) else "watermark"
        return tuple((model, "repair-damage" if model == step.filler else found) for model in step.models)
    task = {Denoise: "denoise", General: "restore"}.get(type(step), "colorize")
    faces = step.faces if isinstance(step, Denoise | General) else ""
    return tuple((model, "find-faces" if model == faces else task) for model in step.models)
