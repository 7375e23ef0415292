"""Which models there are: those that come with the program and the user's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from restorer.errors import ModelError
from restorer.inference.card import CARD_FILE, ModelCard, Task, load_card


@dataclass(frozen=True)
class Model:
    """A model's card and the folder it lies in. Nothing about its file is known to be true yet."""

    card: ModelCard
    folder: Path

    @property
    def file(self) -> Path:
        """The ONNX file."""
        return self.folder / self.card.file


class Catalog:
    """The models in ``folders``, one sub-folder with a card each; an earlier folder wins over a later one.

    Reads the folders anew each time it is asked, so that a model added meanwhile is seen; checksums are
    left to the engine, which reads the files anyway.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)

    def models(self, task: Task | None = None) -> list[Model]:
        """Return the sound models, those for ``task`` only if it is given, sorted by name in each folder."""
        return [model for model in self._read()[0] if task is None or model.card.task == task]

    def find(self, id: str) -> Model:  # noqa: A002 - the card's own word
        """Return the model with this id.

        Raises:
            ModelError: there is none, or it is damaged.
        """
        models, problems = self._read()
        for model in models:
            if model.card.id == id:
                return model
        for folder, problem in problems:
            if folder.name == id:
                raise problem
        known = ", ".join(f"“{model.card.id}”" for model in models)
        hint = f"There are: {known}." if known else "No model is installed; install the program again."
        raise ModelError(f"There is no model “{id}”.", hint)

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with entries that `models` leaves out, in sentences."""
        return tuple(str(problem) for _, problem in self._read()[1])

    def _read(self) -> tuple[list[Model], list[tuple[Path, ModelError]]]:
        models: dict[str, Model] = {}
        problems: list[tuple[Path, ModelError]] = []
        for folder in self._entries():
            try:
                model = Model(load_card(folder), folder)
                _check_listed(model, models)
            except ModelError as error:
                problems.append((folder, error))
            else:
                models[model.card.id] = model
        return list(models.values()), problems

    def _entries(self) -> list[Path]:
        found: list[Path] = []
        for folder in self._folders:
            try:
                found += sorted(entry for entry in folder.iterdir() if (entry / CARD_FILE).exists())
            except FileNotFoundError:
                continue  # the user's folder need not exist
        return found


def _check_listed(model: Model, others: dict[str, Model]) -> None:
    if not model.file.is_file():
        raise ModelError(
            f"The file “{model.card.file}” of the model “{model.card.id}” is missing.",
            "Install the model again, or remove its folder.",
        )
    if other := others.get(model.card.id):
        raise ModelError(
            f"The model in “{model.folder}” is left out: “{other.folder}” holds one with the same id.",
            "Give one of them another id in its card.",
        )
