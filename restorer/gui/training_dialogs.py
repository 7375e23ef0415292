"""Opens what has to do with models of one's own, and carries out what is asked there."""

import dataclasses
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from restorer.gui.device_desk import DeviceDesk
from restorer.gui.inspection_desk import InspectionDesk
from restorer.gui.messages import Message, Weight
from restorer.gui.preferences import Preferences
from restorer.gui.theme import Theme
from restorer.gui.training_desk import TrainingDesk
from restorer.gui.windows.questions import Questions
from restorer.gui.workspace import MODEL, Workspace
from restorer.inference.catalog import Model


class TrainingDialogs(QObject):
    """Shows each dialog at most once, beside ``window``."""

    photo_wanted = Signal(object)
    """The path of a photo that a dialog wants to be opened."""

    def __init__(
        self,
        window: QWidget,
        training: TrainingDesk,
        inspection: InspectionDesk,
        desk: DeviceDesk,
        workspace: Workspace,
        preferences: Preferences,
        questions: Questions,
        theme: Theme,
    ) -> None:
        super().__init__(window)
        self._window, self._training, self._desk = window, training, desk
        self._inspection = inspection
        self._workspace, self._preferences = workspace, preferences
        self._questions, self._theme = questions, theme
        self._open: dict[str, QDialog] = {}
        training.adopted.connect(lambda _model: desk.refresh())
        training.removed.connect(desk.refresh)

    def show_training(self) -> None:
        """Show the training, or bring it to the front."""
        from restorer.gui.windows.training.window import TrainingWindow

        if (earlier := self._open.get("train")) is not None:
            earlier.activateWindow()
            return
        dialog = TrainingWindow(
            self._window,
            self._training,
            self._theme,
            self._ask_for_folder,
            self._ask_for_marked,
            self._questions.forget_training,
        )
        dialog.use_model.connect(self.use)
        dialog.share_model.connect(self.share)
        dialog.show_card.connect(self._show_card)
        self._show("train", dialog)

    def show_models(self) -> None:
        """Show the user's own models."""
        from restorer.gui.windows.own_models import OwnModelsWindow

        if (earlier := self._open.pop("own_models", None)) is not None:
            earlier.close()
        dialog = OwnModelsWindow(self._window, self._training, self._workspace.model)
        dialog.use_model.connect(self.use)
        dialog.share_model.connect(self.share)
        dialog.show_card.connect(self._show_card)
        dialog.builtin_asked.connect(self.use_builtin)
        dialog.remove_asked.connect(self.remove)
        dialog.add_asked.connect(self.add)
        self._show("own_models", dialog)

    def show_inspection(self) -> None:
        """Show what does not belong into a folder, or bring it to the front."""
        from restorer.gui.windows.inspection import InspectionWindow

        if (earlier := self._open.get("inspect")) is not None:
            earlier.activateWindow()
            return
        dialog = InspectionWindow(self._window, self._inspection, self._ask_for_folder)
        dialog.open_photo.connect(self.photo_wanted)
        self._show("inspect", dialog)

    def use(self, model: Model) -> None:
        """Remove noise with this model from now on."""
        self._use(model.card.id, self.tr("“{}” removes the noise from now on.").format(model.card.name))

    def use_builtin(self) -> None:
        """Remove noise with the model that came with the program, from now on."""
        self._use(MODEL, self.tr("The built-in model removes the noise from now on."))

    def _use(self, model_id: str, told: str) -> None:
        self._preferences.change(dataclasses.replace(self._preferences.settings, denoise_model=model_id))
        self._workspace.use_model(model_id)
        self._desk.use_model(model_id)
        self._training.message.emit(Message(told, weight=Weight.DONE, topic="model"))

    def share(self, model: Model) -> None:
        """Ask where to, and write a model as one file."""
        if (target := self._questions.where_to_share(model.card.id)) is not None:
            self._training.share(model, target)

    def remove(self, model: Model) -> None:
        """Remove a model, if that is what is meant: it may have taken a night."""
        if self._questions.remove_model(model.card.name):
            self._training.remove_model(model)

    def add(self) -> None:
        """Ask for a shared model, and take it in."""
        if (file := self._questions.model_to_add()) is not None:
            self._training.take_in(file)

    def _ask_for_folder(self) -> Path | None:
        return self._questions.folder_to_open(Path.home())

    def _ask_for_marked(self) -> list[Path]:
        return self._questions.photos_to_open(Path.home())

    def _show_card(self, model: Model) -> None:
        from restorer.gui.windows.models import ModelsWindow

        state = self._desk.state
        models = {**(state.models if state else {}), model.card.id: model}
        self._show("own_card", ModelsWindow(self._window, models.values(), model.card.id, self._desk))

    def _show(self, name: str, dialog: QDialog) -> None:
        if (earlier := self._open.pop(name, None)) is not None:
            earlier.close()
        self._open[name] = dialog
        dialog.setObjectName(f"{name}_window")
        dialog.finished.connect(lambda: self._forget(name, dialog))
        dialog.show()

    def _forget(self, name: str, dialog: QDialog) -> None:
        if self._open.get(name) is dialog:
            del self._open[name]
        dialog.deleteLater()
