"""Presets: a recipe without what belongs to one photo, kept and shared as a file."""

from pathlib import Path

from restorer.errors import RestorerError
from restorer.gui.messages import Message, Weight, describe
from restorer.gui.panels.file_menu import FileMenu
from restorer.gui.theme import Theme
from restorer.gui.workspace import Workspace
from restorer.photo import refuse_original
from restorer.restoration.recipe import load_recipe, preset, save_recipe

_ENDINGS = (".restore.json", ".json")


class Presets(FileMenu):
    """Loads and saves presets."""

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__("presets", self.tr("Presets"), "preset", _ENDINGS, theme)
        self._workspace = workspace
        self.setToolTip(self.tr("Keep these settings as a file, or take those of another"))
        self._load = self.add(self.tr("&Load a preset…"), self.tr("Load a preset"), self.load, saving=False)
        self._save = self.add(
            self.tr("&Save as a preset…"), self.tr("Save as a preset"), self.save, saving=True
        )
        workspace.changed.connect(self._show)
        self._show()

    def load(self, path: Path) -> None:
        """Take the settings in a file."""
        try:
            recipe = preset(load_recipe(path))
        except RestorerError as error:
            self._workspace.message.emit(describe(error))
            return
        self._workspace.set_recipe(recipe, self.tr("Preset"), at_once=True)

    def save(self, path: Path) -> None:
        """Write the settings to a file."""
        document = self._workspace.document
        if document is None:
            return
        message = Message(self.tr("The preset lies in {}").format(path), weight=Weight.DONE, topic="preset")
        try:
            refuse_original(document.photo, path)
            save_recipe(document.recipe, path)
        except RestorerError as error:
            message = describe(error)
        except OSError as error:
            text = self.tr("The preset could not be written to {}.").format(path)
            message = Message(text, error.strerror or "", weight=Weight.ERROR, topic="preset")
        self._workspace.message.emit(message)

    def _show(self) -> None:
        document = self._workspace.document
        self._load.setEnabled(document is not None)
        self._save.setEnabled(document is not None and bool(document.recipe.steps))
