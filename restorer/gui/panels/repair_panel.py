"""The right panel: what the photo needs, a group for each kind of step, and what was done."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from restorer.gui.actions import Actions
from restorer.gui.canvas import Canvas
from restorer.gui.colour_desk import ColourDesk
from restorer.gui.device_desk import DeviceDesk
from restorer.gui.named import named
from restorer.gui.panels.findings import needs_of
from restorer.gui.panels.group import rule
from restorer.gui.panels.needs import Needs
from restorer.gui.panels.presets import Presets
from restorer.gui.panels.steps.colour_group import ColourGroup
from restorer.gui.panels.steps.mask_groups import DamageGroup, WatermarkGroup
from restorer.gui.panels.steps.pixel_groups import GeneralGroup, NoiseGroup
from restorer.gui.panels.steps.step_group import StepGroup
from restorer.gui.panels.story import Story
from restorer.gui.repair_desk import RepairDesk
from restorer.gui.theme import Theme
from restorer.gui.workspace import Workspace

_WIDTH = 344


@dataclass(frozen=True)
class Desks:
    """Where the panel's wishes go."""

    workspace: Workspace
    devices: DeviceDesk
    repairs: RepairDesk
    colours: ColourDesk


class RepairPanel(QWidget):
    """Shows the workspace's document and tells the desks what is wanted of it."""

    model_asked = Signal(str)
    """The user wants to read the card of the model with this id."""

    def __init__(self, desks: Desks, actions: Actions, canvas: Canvas, theme: Theme) -> None:
        super().__init__()
        self._workspace, self._desks, self._actions = desks.workspace, desks, actions
        self.setObjectName("repair_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(_WIDTH)
        self._needs = Needs(theme)
        self._story = Story(desks.workspace, desks.devices, theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scrolled(self._groups(actions, canvas, theme), theme), 1)
        column.addWidget(self._footer(theme))
        desks.workspace.changed.connect(self._show)
        desks.workspace.diagnosed.connect(self._show)
        self._show()

    def unfold_story(self) -> None:
        """Show what was done to the picture."""
        self._story.unfold()
        self._show_whole(self._story)

    def _groups(self, actions: Actions, canvas: Canvas, theme: Theme) -> list[QWidget]:
        desks = self._desks
        workspace, devices, repairs, colours = desks.workspace, desks.devices, desks.repairs, desks.colours
        groups: tuple[StepGroup[Any], ...] = (
            GeneralGroup(workspace, devices, theme),
            NoiseGroup(workspace, devices, theme),
            DamageGroup(workspace, devices, theme, repairs, actions, canvas),
            WatermarkGroup(workspace, devices, theme, repairs, actions, canvas),
            ColourGroup(workspace, devices, theme, colours, actions, canvas),
        )
        for group in groups:
            group.model_asked.connect(self.model_asked)
            group.unfolded.connect(partial(self._on_unfolded, group, groups))
        return [*groups]

    def _on_unfolded(self, group: QWidget, groups: "tuple[StepGroup[Any], ...]") -> None:
        """Fold the others, so that what was asked for is seen whole."""
        for other in groups:
            if other is not group:
                other.unfold(False)
        self._show_whole(group)

    def _show_whole(self, part: QWidget) -> None:
        """Scroll until a part is seen, as soon as it has its size."""
        QTimer.singleShot(0, part, lambda: self._scroll_to(part))

    def _scroll_to(self, part: QWidget) -> None:
        """Scroll down no further than the beginning of a part; never sideways, as it does not fit then."""
        bar, page = self._scroll.verticalScrollBar(), self._scroll.viewport().height()
        top = part.mapTo(self._scroll.viewport(), QPoint(0, 0)).y() + bar.value()
        if top < bar.value() or top + part.height() > bar.value() + page:
            bar.setValue(min(top, top + part.height() - page) if part.height() <= page else top)

    def _scrolled(self, groups: list[QWidget], theme: Theme) -> QScrollArea:
        panel = named(QWidget(), "panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(18, 16, 18, 12)
        column.setSpacing(8)
        column.addWidget(heading(self.tr("What this photo needs")))
        column.addWidget(self._needs)
        column.addWidget(rule())
        for group in groups:
            column.addWidget(group)
        column.addWidget(rule())
        column.addWidget(self._story)
        column.addStretch(1)
        self._scroll = named(QScrollArea(), "panel_scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(panel)
        return self._scroll

    def _footer(self, theme: Theme) -> QWidget:
        footer = named(QWidget(), "panel_footer")
        footer.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(footer)
        row.setContentsMargins(18, 12, 18, 12)
        row.setSpacing(8)
        self._main = named(QPushButton(), "main_button", role="primary")
        self._main.setProperty("large", True)
        self._main.clicked.connect(self._on_main)
        row.addWidget(Presets(self._workspace, theme))
        row.addWidget(self._main, 1)
        return footer

    def _on_main(self) -> None:
        if self._workspace.restoring:  # whatever else may run
            self._workspace.stop_restoring()
        else:
            self._actions[self._main_action()].trigger()

    def _main_action(self) -> str:
        if self._workspace.restoring:
            return "cancel"
        return "save_as" if self._workspace.has_result else "restore"

    def _show(self) -> None:
        self._needs.show_needs(*needs_of(self._workspace))
        name = self._main_action()
        texts = {
            "restore": self.tr("Use suggestions"),
            "cancel": self.tr("Cancel"),
            "save_as": self.tr("Save as…"),
        }
        self._main.setText(texts[name])
        self._main.setToolTip(self._actions[name].toolTip())
        suggests = self._workspace.suggestion is not None and bool(self._workspace.suggestion.active)
        self._main.setEnabled(self._workspace.document is not None and (name != "restore" or suggests))
        self._main.setProperty("role", "large" if name == "cancel" else "primary")
        self._main.style().unpolish(self._main)
        self._main.style().polish(self._main)


def heading(text: str) -> QLabel:
    """Return the small label above a group of controls."""
    label = QLabel(text)
    label.setProperty("role", "heading")
    return label
