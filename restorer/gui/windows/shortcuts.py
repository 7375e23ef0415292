"""Every shortcut on one sheet, made from the table of actions."""

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from restorer.gui.action_table import ACTIONS, HELD_KEYS, MENUS
from restorer.gui.actions import Actions, plain_text
from restorer.gui.windows.sheet import Sheet

_COLUMN = 220


class ShortcutsWindow(Sheet):
    """Lists the actions by menu, then the keys of the photo view."""

    def __init__(self, parent: QWidget | None, actions: Actions) -> None:
        super().__init__(parent, QSize(560, 620))
        self.setWindowTitle(self.tr("Shortcuts"))
        for menu, text in MENUS.items():
            self.heading(_shown(text).replace("&", ""))
            names = [spec.name for spec in ACTIONS if spec.menu == menu]
            self.rows(
                {plain_text(actions[name]): _keys(actions[name].shortcuts()) for name in names}, width=_COLUMN
            )
        self.heading(self.tr("On the photo"))
        held = {_shown(text): _keys([QKeySequence(key)]) for key, text in HELD_KEYS.items()}
        self.rows(held, width=_COLUMN)
        self.done_adding()


def _keys(sequences: list[QKeySequence]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return QCoreApplication.translate("Shortcuts", " or ").join(keys.toString(native) for keys in sequences)


def _shown(text: str) -> str:
    return QCoreApplication.translate("Actions", text)
