"""The table of actions brought to life, and the menus they stand in."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from restorer.gui.action_spec import ActionSpec, Scope
from restorer.gui.action_table import ACTIONS, MENUS, RECENT, RECENT_TEXT
from restorer.gui.theme import Theme


class Actions(QObject):
    """A QAction for each entry of the table."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._actions: dict[str, QAction] = {}
        self._icons = {spec.name: spec.icon for spec in ACTIONS if spec.icon}
        groups: dict[str, QActionGroup] = {}
        for spec in ACTIONS:
            action = self._actions[spec.name] = _make(spec, window)
            if spec.group:
                groups.setdefault(spec.group, QActionGroup(window)).addAction(action)
            if spec.scope is Scope.WINDOW:
                window.addAction(action)
        theme.changed.connect(self._tint)
        self._tint()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def connect_all(self, slots: Mapping[str, Callable[[], object]]) -> None:
        """Call ``slots[name]`` whenever the action ``name`` is triggered."""
        for name, slot in slots.items():
            self._actions[name].triggered.connect(lambda _checked=False, slot=slot: slot())

    def give_to_canvas(self, canvas: QWidget) -> None:
        """Make the single keys act while ``canvas`` has the focus, and only then."""
        for spec in ACTIONS:
            if spec.scope is Scope.CANVAS:
                canvas.addAction(self._actions[spec.name])

    def fill(self, bar: QMenuBar) -> dict[str, QMenu]:
        """Make the menus; returns them by name, with the sub-menu of recent photos among them."""
        menus: dict[str, QMenu] = {}
        for name, text in MENUS.items():
            menu = menus[name] = bar.addMenu(_shown(text))
            menu.setToolTipsVisible(True)
            for spec in ACTIONS:
                if spec.menu != name:
                    continue
                if spec.divided:
                    menu.addSeparator()
                menu.addAction(self._actions[spec.name])
                if spec.name == "open_folder":
                    menus[RECENT] = menu.addMenu(_shown(RECENT_TEXT))
        return menus

    def show_icon(self, name: str, icon: str) -> None:
        """Let an action have another icon from now on than the table gives it."""
        if self._icons[name] != icon:
            self._icons[name] = icon
            self._actions[name].setIcon(self._theme.icon(icon))

    def name_step(self, name: str, step: str | None) -> None:
        """Say in the text of "undo" or "redo" which step it is about."""
        text = next(_shown(spec.text) for spec in ACTIONS if spec.name == name)
        self._actions[name].setText(f"{text}: {step}" if step else text)

    def _tint(self) -> None:
        for name, icon in self._icons.items():
            self._actions[name].setIcon(self._theme.icon(icon))


def plain_text(action: QAction) -> str:
    """Return an action's text without the marks of menus."""
    return action.text().replace("&", "").removesuffix("…")


def _make(spec: ActionSpec, window: QWidget) -> QAction:
    action = QAction(_shown(spec.text), window)
    action.setObjectName(spec.name)
    action.setShortcuts([QKeySequence(text) for text in spec.shortcuts])
    if spec.scope is Scope.CANVAS:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.setCheckable(spec.checkable)
    action.setMenuRole(spec.role)
    shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    tip = _shown(spec.tip)
    action.setToolTip(f"{tip} ({shortcut})")
    return action


def _shown(text: str) -> str:
    return QCoreApplication.translate("Actions", text)
