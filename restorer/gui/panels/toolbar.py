"""The bar above the photo: what is needed all the time."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolBar, QToolButton, QWidget

from restorer.gui.action_table import ACTIONS
from restorer.gui.actions import Actions
from restorer.gui.named import named

_ICON = QSize(20, 20)
_WORDS, _BARE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly


class Toolbar(QToolBar):
    """Open, undo and redo, ways of comparing, zoom, save; words where there is room for them."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self._actions = actions
        self.setObjectName("toolbar")
        self.setWindowTitle(self.tr("Tool bar"))
        self.setMovable(False)
        self.setFloatable(False)
        self.setIconSize(_ICON)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._compare: list[QToolButton] = []
        self._labelled: list[QToolButton] = []
        self._add("open", self.tr("Open"))
        self.addSeparator()
        self._add("undo")
        self._add("redo")
        self._add_space()
        self.addWidget(self._segments())
        self._add_space()
        for name in ("zoom_out", "zoom_in", "fit", "actual_size"):
            self._add(name)
        self.addSeparator()
        self._add("repair_panel")
        self._add("save_as", self.tr("Save as…"))

    def show_width(self, width: int) -> None:
        """Fit a window of ``width``: words only where there is room, whatever the language and the font."""
        for compare, others in ((_WORDS, _WORDS), (_BARE, _WORDS), (_BARE, _BARE)):
            for button in self._compare:
                button.setToolButtonStyle(compare)
            for button in self._labelled:
                button.setToolButtonStyle(others)
            if (layout := self.layout()) is not None:
                layout.invalidate()  # it would hear of the buttons only later
            if self.sizeHint().width() <= width:
                return

    def _add(self, name: str, text: str = "") -> None:
        button = self._button(name)
        if text:
            self._actions[name].setIconText(text)
            button.setToolButtonStyle(_WORDS)
            button.setProperty("role", "labelled")
            self._labelled.append(button)
        self.addWidget(button)

    def _segments(self) -> QWidget:
        box = named(QWidget(), "segments")
        box.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(box)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        names = {
            "compare_after": self.tr("After"),
            "compare_wipe": self.tr("Wipe"),
            "compare_side": self.tr("Side"),
            "compare_over": self.tr("Over"),
            "compare_blink": self.tr("Blink"),
            "compare_difference": self.tr("Difference"),
        }
        for spec in ACTIONS:
            if spec.group == "compare":
                button = self._button(spec.name)
                self._actions[spec.name].setIconText(names[spec.name])
                self._compare.append(button)
                row.addWidget(button)
        return box

    def _button(self, name: str) -> QToolButton:
        action = self._actions[name]
        button = named(QToolButton(), f"tool_{name}")
        button.setDefaultAction(action)
        button.setIconSize(_ICON)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.text().replace("&", ""))
        return button

    def _add_space(self) -> None:
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
