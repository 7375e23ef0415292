"""What a batch consists of: photos, what is to be done to them, and what became of each."""

import enum
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from restorer.app.diagnosis import DENOISER, MODELS
from restorer.inference.catalog import Catalog
from restorer.photo import Facts, SaveOptions
from restorer.restoration.recipe import Recipe

_FORMAT = 1


class State(enum.StrEnum):
    """Where a photo is in its batch."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Treatment:
    """What is done to every photo (``recipe`` None: what its own diagnosis suggests), and how it is saved.

    ``denoiser`` is the model against noise in what a diagnosis suggests.
    """

    recipe: Recipe | None
    save: SaveOptions = field(default_factory=SaveOptions)
    denoiser: str = DENOISER

    def key(self, catalog: Catalog) -> str:
        """Return a fingerprint of everything but the photo that decides the result, the networks included.

        Raises:
            ModelError: a model is missing or damaged.
        """
        if self.recipe is not None:
            models = {name: catalog.find(name).card.sha256 for name in self.recipe.models}
        else:  # a diagnosis makes do with the models that are there
            models = {it.card.id: it.card.sha256 for it in catalog.models() if it.card.id in MODELS}
            if self.denoiser != DENOISER:
                models[self.denoiser] = catalog.find(self.denoiser).card.sha256
        content = {"format": _FORMAT, "treatment": self.to_json(), "models": models}
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()

    def to_json(self) -> dict[str, object]:
        """Return what can be written into a report, and what `from_json` reads back."""
        recipe = "auto" if self.recipe is None else self.recipe.to_object()
        content: dict[str, object] = {"recipe": recipe, "save": asdict(self.save)}
        if self.denoiser != DENOISER:
            content["denoiser"] = self.denoiser
        return content

    @classmethod
    def from_json(cls, content: Mapping[str, Any]) -> "Treatment":
        """Read a treatment.

        Raises:
            KeyError, TypeError, ValueError, InvalidRecipe: it is none, or one of a newer program.
        """
        recipe, save = content["recipe"], SaveOptions(**content["save"])
        denoiser = str(content.get("denoiser", DENOISER))
        return cls(None if recipe == "auto" else Recipe.from_json(json.dumps(recipe)), save, denoiser)


@dataclass(frozen=True)
class Item:
    """A photo of the plan.

    ``root`` is the folder that the user named (or the file's own); ``target`` the result, relative to the
    output folder; ``size`` (bytes) and ``modified`` (nanoseconds) those of the source when it was planned;
    ``id`` its number in the journal, 0 before it is there; ``interrupted`` how often a run ended amid it.
    """

    source: Path
    root: Path
    target: Path
    facts: Facts
    size: int
    modified: int
    id: int = 0
    interrupted: int = 0


@dataclass(frozen=True)
class Refused:
    """A file that will not be worked on, and why, in a sentence."""

    source: Path
    reason: str
    size: int = 0
    modified: int = 0


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of a file.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
