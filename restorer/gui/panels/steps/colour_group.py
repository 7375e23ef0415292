"""The group for colour: how vivid, how warm, and the pins that say what is known."""

from collections.abc import Callable

from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from restorer.gui.actions import Actions
from restorer.gui.canvas import Canvas, Tool
from restorer.gui.colour_desk import ColourDesk
from restorer.gui.device_desk import DeviceDesk
from restorer.gui.named import named
from restorer.gui.panels.setting import Setting
from restorer.gui.panels.steps.step_group import StepGroup
from restorer.gui.panels.swatch import Swatch
from restorer.gui.theme import Theme
from restorer.gui.workspace import Workspace
from restorer.inference.card import Task
from restorer.restoration.steps import Colorize, Colour

_MOST_SWATCHES = 5


class ColourGroup(StepGroup[Colorize]):
    """Colours for a black-and-white photo."""

    def __init__(
        self,
        workspace: Workspace,
        desk: DeviceDesk,
        theme: Theme,
        colours: ColourDesk,
        actions: Actions,
        canvas: Canvas,
    ) -> None:
        super().__init__("colour", self.tr("Colour"), Colorize(), Task.COLORIZE, workspace, desk, theme)
        self._colours, self._tools = colours, canvas.tools
        self._place: object = None
        self._add_pins(actions)
        self.add_setting(
            Setting("vividness", self.tr("Faithful or vivid"), usual=50, say=self._vividness),
            "vividness",
            self.tr("Vividness"),
        )
        for field, text, span, usual, say in (
            ("saturation", self.tr("Saturation"), (0, 200), 100, "{} %".format),
            ("warmth", self.tr("Warmth"), (-100, 100), 0, self._warmth),
        ):
            self.add_setting(Setting(field, text, span, usual, say), field, text)
        self.add_strength()
        colours.changed.connect(self._show_pins)
        self._tools.changed.connect(self._show_pins)
        self._show()
        self._show_pins()

    def _add_pins(self, actions: Actions) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        for name in ("pin", "show_guesses"):
            button = named(QToolButton(), f"colour_{name}")
            button.setDefaultAction(actions[name])
            button.setAccessibleName(actions[name].text().replace("&", ""))
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
        self._hint = named(QLabel(wordWrap=True), "colour_hint", role="muted")
        self.column.addWidget(self._hint)
        self._choices = named(QWidget(), "colour_choices")
        column = QVBoxLayout(self._choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        swatches = QHBoxLayout()
        swatches.setSpacing(6)
        self._swatches = [named(Swatch(), f"swatch_{index}") for index in range(_MOST_SWATCHES)]
        for swatch in self._swatches:
            swatch.chosen.connect(self._colours.pin)
            swatches.addWidget(swatch)
        swatches.addStretch(1)
        column.addLayout(swatches)
        self._other = self._button("colour_other", self.tr("Another colour…"), self._on_other)
        self._pick = self._button("colour_pick", self.tr("Take it from the photo"), self._colours.pick)
        self._unpin = self._button("colour_unpin", self.tr("Take the pin away"), self._colours.unpin)
        for choice in (self._other, self._pick, self._unpin):
            column.addWidget(choice)
        self.column.addWidget(self._choices)

    def _button(self, name: str, text: str, slot: Callable[[], None]) -> QPushButton:
        button = named(QPushButton(text), name)
        button.clicked.connect(lambda _=False: slot())
        return button

    def _warmth(self, value: int) -> str:
        if value == 0:
            return self.tr("neutral")
        return self.tr("warmer, {} %").format(value) if value > 0 else self.tr("cooler, {} %").format(-value)

    def _vividness(self, value: int) -> str:
        if value == 50:
            return self.tr("as it was learnt")
        return (
            self.tr("faithful, {} %").format(100 - value)
            if value < 50
            else self.tr("vivid, {} %").format(value)
        )

    def _show_pins(self) -> None:
        place, alternatives = self._colours.place, self._colours.alternatives
        self._choices.setVisible(place is not None and self._colours.active)
        for index, swatch in enumerate(self._swatches):
            if index < len(alternatives):
                swatch.show_colour(alternatives[index].colour, alternatives[index].share, index + 1)
            swatch.setVisible(index < len(alternatives))
        self._unpin.setEnabled(self._colours.pinned is not None)
        self._hint.setText(self._advice())
        if place is not None and place != self._place and self._colours.active:
            self.unfold()  # the colours offered for it would be nowhere to be seen
        self._place = place

    def _advice(self) -> str:
        if not self._colours.active:
            return self.tr("Switch colour on to pin what you know.")
        if self._colours.picking:
            return self.tr("Now click where the photo has this colour.")
        if self._colours.place is not None:
            return self.tr("Which colour was it here? The likeliest comes first.")
        if self._tools.tool is Tool.PIN:
            return self.tr("Click where you know the colour.")
        return self.tr("Take the pin and click where you know the colour; the photo follows.")

    def _on_other(self) -> None:
        dialog = QColorDialog(self.window())
        dialog.setObjectName("colour_dialog")
        dialog.colorSelected.connect(self._on_colour)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_colour(self, colour: QColor) -> None:
        chosen: Colour = (colour.redF(), colour.greenF(), colour.blueF())
        self._colours.pin(chosen)
