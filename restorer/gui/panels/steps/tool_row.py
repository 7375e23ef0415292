"""Brush, eraser, line and lasso, with their size and hardness."""

import math
from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from restorer.gui.actions import Actions
from restorer.gui.canvas import Canvas
from restorer.gui.named import named
from restorer.gui.panels.setting import Setting
from restorer.gui.theme import Theme
from restorer.restoration.painting.strokes import LARGEST, SMALLEST

_STEPS = 100
_SPAN = math.log(LARGEST / SMALLEST)
_USUAL_SIZE, _USUAL_HARDNESS = 40.0, 80


class ToolRow(QWidget):
    """The tools that paint; ``take`` is called before one of them is chosen here."""

    def __init__(
        self, name: str, actions: Actions, canvas: Canvas, theme: Theme, take: Callable[[], None]
    ) -> None:
        super().__init__()
        self._tools = canvas.tools
        row = QHBoxLayout()
        row.setSpacing(4)
        for tool in ("brush", "eraser", "line", "lasso"):
            button = named(QToolButton(), f"{name}_{tool}")
            button.setDefaultAction(actions[tool])
            button.setIconSize(QSize(20, 20))
            button.setAccessibleName(actions[tool].text().replace("&", ""))
            button.pressed.connect(take)
            row.addWidget(button)
        row.addStretch(1)
        self._size = Setting(
            f"{name}_size",
            self.tr("Size"),
            (0, _STEPS),
            _to_slider(_USUAL_SIZE),
            lambda _: self.tr("{:.0f} px").format(self._tools.tip.size),
            self.tr("The brush’s diameter in pixels of the photo; keys [ and ]"),
        )
        self._hardness = Setting(
            f"{name}_hardness",
            self.tr("Hardness"),
            usual=_USUAL_HARDNESS,
            tip=self.tr("How much of the brush covers fully; Shift with [ and ]"),
        )
        self._size.moved.connect(lambda value: self._tools.set_tip(size=_from_slider(value)))
        self._hardness.moved.connect(lambda value: self._tools.set_tip(hardness=value / 100))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._size)
        column.addWidget(self._hardness)
        self._tools.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self._size.show_value(_to_slider(self._tools.tip.size))
        self._hardness.show_value(round(self._tools.tip.hardness * 100))


def _to_slider(size: float) -> int:
    return round(math.log(size / SMALLEST) / _SPAN * _STEPS)


def _from_slider(value: int) -> float:
    return SMALLEST * math.exp(value / _STEPS * _SPAN)
