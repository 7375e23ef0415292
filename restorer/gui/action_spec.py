"""What an action is: one thing the user can ask for."""

import enum
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QAction


class Scope(enum.Enum):
    """Where a shortcut acts."""

    WINDOW = enum.auto()
    CANVAS = enum.auto()


@dataclass(frozen=True)
class ActionSpec:
    """One thing the user can ask for.

    ``text`` and ``tip`` are English and translated when shown; ``shortcuts`` are in Qt's portable form, the
    first one shown in the menu. ``group`` makes actions exclude each other. ``divided`` draws a line above.
    """

    name: str
    menu: str
    text: str
    shortcuts: tuple[str, ...]
    icon: str = ""
    tip: str = ""
    scope: Scope = Scope.WINDOW
    checkable: bool = False
    group: str = ""
    divided: bool = False
    role: QAction.MenuRole = QAction.MenuRole.NoRole


def shown_later(text: str) -> str:
    """Mark a text as one to be translated when it is shown."""
    return str(QT_TRANSLATE_NOOP("Actions", text))
