"""The whole program for tests: the real window over a stand-in engine, and a stand-in user who answers."""

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fakes import CPU, FakeCatalog, FakeEngine
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from restorer.gui import languages
from restorer.gui.application import Application
from restorer.gui.equipment import Makers
from restorer.gui.windows.questions import Unsaved
from restorer.gui.workspace import Workspace
from restorer.inference.catalog import Model
from restorer.inference.selftest import SelfTest
from restorer.photo import Photo, save_photo
from restorer.restoration.steps import Denoise


class TestedEngine(FakeEngine):
    """A stand-in engine that passes its self-test."""

    __test__ = False

    def self_test(self, model: Model) -> SelfTest:
        """Do as the real one does where all is well."""
        return SelfTest(self.device, True, 1e-6, 1e-3, 0.1, "")


class Answers:
    """A user with an answer to every question, who remembers what was asked."""

    def __init__(self) -> None:
        self.photos: list[Path] = []
        self.folder: Path | None = None
        self.targets: list[Path] = []
        self.pack: Path | None = None
        self.model: Path | None = None
        self.accepts_losses = True
        self.about_unsaved = Unsaved.DISCARD
        self.stops_restoring = self.stops_batch = self.leaves_handwork = True
        self.removes_model = self.forgets_training = True
        self.asked: list[str] = []
        self.losses: Sequence[str] = ()
        self.suggested: Path | None = None

    def photos_to_open(self, folder: Path) -> list[Path]:
        self.asked.append("photos")
        return self.photos

    def folder_to_open(self, folder: Path) -> Path | None:
        self.asked.append("folder")
        return self.folder

    def folder_for_results(self, folder: Path) -> Path | None:
        self.asked.append("results")
        return self.folder

    def stop_batch(self, left: int) -> bool:
        self.asked.append("batch")
        return self.stops_batch

    def where_to_save(self, suggested: Path) -> Path | None:
        self.asked.append("target")
        self.suggested = suggested
        return self.targets.pop(0) if self.targets else None

    def pack_to_install(self) -> Path | None:
        self.asked.append("pack")
        return self.pack

    def where_to_share(self, name: str) -> Path | None:
        self.asked.append("share")
        return self.targets.pop(0) if self.targets else None

    def model_to_add(self) -> Path | None:
        self.asked.append("model")
        return self.model

    def forget_training(self, folder: str) -> bool:
        self.asked.append("forget training")
        return self.forgets_training

    def remove_model(self, name: str) -> bool:
        self.asked.append("remove model")
        return self.removes_model

    def accept_losses(self, path: Path, losses: Sequence[str]) -> bool:
        self.asked.append("losses")
        self.losses = losses
        return self.accepts_losses

    def unsaved(self, name: str) -> Unsaved:
        self.asked.append("unsaved")
        return self.about_unsaved

    def leave_handwork(self, name: str) -> bool:
        self.asked.append("handwork")
        return self.leaves_handwork

    def stop_restoring(self, name: str) -> bool:
        self.asked.append("stop")
        return self.stops_restoring


class Program:
    """A running program, its user and its engines."""

    def __init__(self, qt: QApplication, makers: Makers | None, engine: FakeEngine) -> None:
        self.answers = Answers()
        self.engine = engine
        self.makers = makers or Makers(
            engine=lambda _device: engine,  # type: ignore[arg-type, return-value]
            catalog=lambda _folders: FakeCatalog(),  # type: ignore[arg-type, return-value]
            devices=lambda: [CPU],
        )
        self.application = Application(qt, self.makers, lambda _window: self.answers)  # type: ignore[arg-type, return-value]
        self.window, self.workspace = self.application.window, self.application.workspace
        self.desk = self.application.desk

    def do(self, action: str) -> None:
        """Trigger an action; fails if it is not to be had now."""
        chosen = self.window.actions_[action]
        assert chosen.isEnabled(), f"{action} is disabled"
        chosen.trigger()

    def find(self, kind: type[Any], name: str) -> Any:
        """Return the widget of that name."""
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    @property
    def messages(self) -> list[str]:
        """The sentences shown at the moment."""
        return [message.text for message in self.window.messages.messages]


@contextmanager
def running_program(
    qt: QApplication,
    makers: Makers | None = None,
    engine: FakeEngine | None = None,
    photos: Sequence[Path] = (),
) -> Iterator[Program]:
    """Start the program; at the end stop it, whatever state it is in."""
    with pytest.MonkeyPatch.context() as patch:  # whatever the developer's own desktop speaks
        patch.setattr(languages, "of_the_system", lambda: "en")
        program = Program(qt, makers, engine or TestedEngine())
    program.application.start(photos)
    try:
        yield program
    finally:
        program.window._left = True
        program.window.close()
        program.application.stop()
        program.window.deleteLater()
        # Without a running event loop nobody else does, and tests would drag along all windows before.
        qt.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qt.processEvents()


_DRAG = object()


def denoise(workspace: Workspace, strength: float = 1.0) -> None:
    """Remove noise, as the panel's switch does."""
    assert workspace.document is not None
    step = Denoise(strength, workspace.model)
    workspace.set_recipe(workspace.document.recipe.with_step(step), "Noise removal", at_once=True)


def set_strength(workspace: Workspace, strength: float) -> None:
    """Blend the denoised photo anew, as the panel's slider does while it is dragged."""
    assert workspace.document is not None
    step = workspace.document.recipe.denoise
    assert step is not None
    recipe = workspace.document.recipe.with_step(dataclasses.replace(step, strength=strength))
    workspace.set_recipe(recipe, "Strength", gesture=_DRAG)


Start = Callable[..., Program]


def noisy_photo(height: int = 96, width: int = 128, *, grey: bool = False, bits: int = 8) -> Photo:
    """Return a photo of a gradient under noise."""
    random = np.random.default_rng(4)
    ramp = np.linspace(0.2, 0.8, width)[None, :, None] + random.normal(
        0, 0.04, (height, width, 1 if grey else 3)
    )
    kind = np.uint8 if bits == 8 else np.uint16
    return Photo(np.rint(np.clip(ramp, 0, 1) * np.iinfo(kind).max).astype(kind))


def photo_file(folder: Path, name: str = "grandma.png", **options: Any) -> Path:
    """Write `noisy_photo` into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    save_photo(noisy_photo(**options), path)
    return path
