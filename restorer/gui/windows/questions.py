"""The few questions that must be answered before going on: which file, where to, what about the unsaved."""

import enum
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from restorer.gui.core_sentences import translated
from restorer.gui.numbers import photos
from restorer.photo import READABLE, WRITABLE


class Unsaved(enum.Enum):
    """What to do with a result that has not been saved."""

    SAVE = enum.auto()
    DISCARD = enum.auto()
    STAY = enum.auto()


class Questions:
    """Asks by dialogs over ``window``; tests answer in its place."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def photos_to_open(self, folder: Path) -> list[Path]:
        """Ask for photos, starting in ``folder``; none if the user changed their mind."""
        patterns = " ".join(f"*{ending}" for endings in READABLE.values() for ending in endings)
        kinds = f"{_tr('Photos')} ({patterns} {patterns.upper()});;{_tr('All files')} (*)"
        names, _ = QFileDialog.getOpenFileNames(self._window, _tr("Open photo"), str(folder), kinds)
        return [Path(name) for name in names]

    def folder_to_open(self, folder: Path) -> Path | None:
        """Ask for a folder, starting in ``folder``."""
        name = QFileDialog.getExistingDirectory(self._window, _tr("Open folder"), str(folder))
        return Path(name) if name else None

    def pack_to_install(self) -> Path | None:
        """Ask for the file of a pack."""
        kinds = f"{_tr('Packs')} (*.tar.gz);;{_tr('All files')} (*)"
        name, _ = QFileDialog.getOpenFileName(self._window, _tr("Install a pack"), str(Path.home()), kinds)
        return Path(name) if name else None

    def where_to_share(self, name: str) -> Path | None:
        """Ask where to write a model as one file."""
        suggested = str(Path.home() / f"{name}.restorer-model")
        kinds = _tr("Models (*.restorer-model)")
        chosen, _ = QFileDialog.getSaveFileName(self._window, _tr("Share model"), suggested, kinds)
        return Path(chosen) if chosen else None

    def model_to_add(self) -> Path | None:
        """Ask for a model that somebody shared."""
        kinds = _tr("Models (*.restorer-model *.onnx);;All files (*)")
        chosen, _ = QFileDialog.getOpenFileName(self._window, _tr("Add model"), str(Path.home()), kinds)
        return Path(chosen) if chosen else None

    def forget_training(self, folder: str) -> bool:
        """Ask whether to throw away what was learnt from the photos in ``folder``."""
        text = _tr("Throw away what was learnt from “{}”?").format(folder)
        box = self._box(_tr("Throw the training away"), text)
        box.setInformativeText(_tr("To learn it again takes as long once more. The photos stay as they are."))
        throw = box.addButton(_tr("Throw it away"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(_tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is throw

    def remove_model(self, name: str) -> bool:
        """Ask whether to remove the user's own model called ``name``."""
        text = _tr("Remove the model “{}”?").format(name)
        box = self._box(_tr("Remove model"), text)
        box.setInformativeText(_tr("It cannot be brought back. To keep a copy, share it first."))
        remove = box.addButton(_tr("Remove it"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(_tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is remove

    def folder_for_results(self, folder: Path) -> Path | None:
        """Ask where the results of a batch go, starting in ``folder``."""
        name = QFileDialog.getExistingDirectory(self._window, _tr("Folder for the results"), str(folder))
        return Path(name) if name else None

    def where_to_save(self, suggested: Path) -> Path | None:
        """Ask where to save, suggesting a path; the user is warned before a file would be replaced.

        A name without an ending gets that of the chosen kind; where it only looks as if it had one, as in
        "12.5.1947", the dialog comes back with it, for nobody was asked yet about replacing that file.
        """
        kinds = {
            f"{kind} ({' '.join(f'*{ending}' for ending in endings)})": endings[0]
            for kind, endings in WRITABLE.items()
        }
        wanted = suggested.suffix.lower()
        chosen = next((text for text in kinds if f"*{wanted}" in text.split("(")[1]), next(iter(kinds)))
        dialog = QFileDialog(self._window, _tr("Save the result as"), str(suggested.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(kinds))
        dialog.selectNameFilter(chosen)
        dialog.setDefaultSuffix(kinds[chosen])
        dialog.filterSelected.connect(lambda text: dialog.setDefaultSuffix(kinds[text]))
        dialog.selectFile(suggested.name)
        while dialog.exec():
            path = Path(dialog.selectedFiles()[0])
            if any(path.suffix.lower() in endings for endings in WRITABLE.values()):
                return path
            dialog.selectFile(f"{path.name}.{dialog.defaultSuffix()}")
        return None

    def accept_losses(self, path: Path, losses: Sequence[str]) -> bool:
        """Say what ``path`` cannot hold and ask whether to save all the same."""
        text = _tr("“{}” will not hold everything:").format(path.name)
        box = self._box(_tr("Before saving"), text, QMessageBox.Icon.Information)
        box.setInformativeText("\n".join(f"• {translated(sentence)}" for sentence in losses))
        save = box.addButton(_tr("Save all the same"), QMessageBox.ButtonRole.AcceptRole)
        other = box.addButton(_tr("Choose another format"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(other)
        box.exec()
        return box.clickedButton() is save

    def unsaved(self, name: str) -> Unsaved:
        """Ask what to do with the unsaved result of the photo called ``name``."""
        text = _tr("Save the restored “{}” first?").format(name)
        box = self._box(_tr("Unsaved result"), text)
        box.setInformativeText(_tr("Otherwise the result is lost. The original stays as it is in any case."))
        answers: dict[QPushButton, Unsaved] = {
            box.addButton(_tr("Save…"), QMessageBox.ButtonRole.AcceptRole): Unsaved.SAVE,
            box.addButton(_tr("Don’t save"), QMessageBox.ButtonRole.DestructiveRole): Unsaved.DISCARD,
            box.addButton(_tr("Cancel"), QMessageBox.ButtonRole.RejectRole): Unsaved.STAY,
        }
        for button, answer in answers.items():
            if answer is Unsaved.SAVE:
                box.setDefaultButton(button)
            elif answer is Unsaved.STAY:
                box.setEscapeButton(button)
        box.exec()
        return next(
            (answer for button, answer in answers.items() if box.clickedButton() is button), Unsaved.STAY
        )

    def leave_handwork(self, name: str) -> bool:
        """Say that the photo ``name`` holds handwork but no result to save; ask whether to leave it."""
        text = _tr("Leave what you did by hand on “{}” behind?").format(name)
        box = self._box(_tr("Unsaved work"), text)
        box.setInformativeText(
            _tr(
                "What you painted, judged or pinned would be lost: its step is switched off, so there is no "
                "result to save. The original stays as it is in any case."
            )
        )
        leave = box.addButton(_tr("Leave it"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(_tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is leave

    def stop_restoring(self, name: str) -> bool:
        """Say that the photo called ``name`` is still being restored and ask whether to stop."""
        text = _tr("“{}” is still being restored. Stop it?").format(name)
        box = self._box(_tr("Still working"), text)
        box.setInformativeText(_tr("What is done so far is lost. The original stays as it is in any case."))
        stop = box.addButton(_tr("Stop"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(_tr("Go on restoring"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is stop

    def stop_batch(self, left: int) -> bool:
        """Say that a batch is running of which ``left`` photos wait, and ask whether to leave it."""
        text = _tr("Stop the batch and leave? Still to do: {}.").format(photos(left))
        box = self._box(_tr("A batch is running"), text)
        box.setInformativeText(
            _tr("Nothing is lost: next time you are asked whether to go on where it stopped.")
        )
        stop = box.addButton(_tr("Stop and leave"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(_tr("Keep working"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is stop

    def _box(self, title: str, text: str, icon: QMessageBox.Icon = QMessageBox.Icon.Question) -> QMessageBox:
        box = QMessageBox(icon, title, text, parent=self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)  # files and models may be called anything
        return box


def _tr(text: str) -> str:
    return QCoreApplication.translate("Questions", text)
