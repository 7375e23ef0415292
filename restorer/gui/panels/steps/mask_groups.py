"""The groups for steps with a mask, damage and watermarks: their sensitivity, and the tools that paint."""

import dataclasses
import math
from typing import Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton

from restorer.gui.actions import Actions
from restorer.gui.canvas import Canvas
from restorer.gui.device_desk import DeviceDesk
from restorer.gui.named import named
from restorer.gui.panels.file_menu import FileMenu
from restorer.gui.panels.setting import Setting
from restorer.gui.panels.steps.step_group import Kind, StepGroup
from restorer.gui.panels.steps.tool_row import ToolRow
from restorer.gui.panels.wording import wrong_repairs
from restorer.gui.repair_desk import RepairDesk
from restorer.gui.theme import Theme
from restorer.gui.workspace import Workspace
from restorer.inference.card import Task
from restorer.restoration.repairs import fewest_wrong, is_calibrated
from restorer.restoration.stages import filler_of, watermark_step
from restorer.restoration.steps import FEWEST_WRONG, MOST_WRONG, MaskStep, RemoveWatermark, RepairDamage

_STEPS = 100
_SPAN = math.log10(MOST_WRONG / FEWEST_WRONG)


class MaskGroup(StepGroup[Kind]):
    """Sensitivity, strength, and tools to paint what was missed."""

    def __init__(
        self,
        name: str,
        title: str,
        usual: Kind,
        task: Task,
        workspace: Workspace,
        desk: DeviceDesk,
        theme: Theme,
        repairs: RepairDesk,
        actions: Actions,
        canvas: Canvas,
    ) -> None:
        super().__init__(name, title, usual, task, workspace, desk, theme)
        self._repairs = repairs
        self._finding = named(QCheckBox(self.tr("Find it by itself")), f"{name}_finding")
        self._finding.clicked.connect(lambda on: self.set(self._finding.text(), finding=on))
        self._sensitivity = Setting(
            f"{name}_sensitivity",
            self.tr("Sensitivity"),
            (0, _STEPS),
            to_slider(1.0),
            lambda _: "",
            self.tr("More to the right finds more, and is wrong more often. Acts at once."),
        )
        self._sensitivity.moved.connect(
            lambda value: self.set(
                self.tr("Sensitivity"),
                gesture=self._sensitivity.gesture,
                wrong_repairs=from_slider(value),
            )
        )
        self._words = named(QLabel(wordWrap=True), f"{name}_words", role="muted")
        self._tools = ToolRow(name, actions, canvas, theme, self._take)
        self._clear = named(QPushButton(self.tr("Clear what was painted")), f"{name}_clear")
        self._clear.clicked.connect(self._on_clear)
        for widget in (self._finding, self._sensitivity, self._words):
            self.column.addWidget(widget)
        self.add_strength()
        self.column.addWidget(self._tools)
        row = QHBoxLayout()
        row.addWidget(self._clear, 1)
        row.addWidget(self._files(theme))
        self.column.addLayout(row)
        self.unfolded.connect(self._take)

    def _files(self, theme: Theme) -> FileMenu:
        kind: type[MaskStep] = type(self._usual)  # type: ignore[assignment]
        endings = (".png", ".tif", ".tiff")
        menu = FileMenu(f"{self._name}_mask", self.tr("Mask as a picture"), "mask", endings, theme)
        load, save = self.tr("Load a mask"), self.tr("Save the mask")
        repairs = self._repairs
        menu.add(self.tr("&Load a mask…"), load, lambda path: repairs.load_mask(kind, path), saving=False)
        menu.add(self.tr("&Save the mask…"), save, lambda path: repairs.save_mask(kind, path), saving=True)
        return menu

    def _take(self) -> None:
        """Let the tools and the walk be about this step."""
        self._repairs.use(type(self._usual))  # type: ignore[arg-type]

    def _on_clear(self) -> None:
        self._take()
        self._repairs.clear()

    def note(self) -> str:
        """Return how many repairs are made."""
        document, step = self._workspace.document, self._set_step
        if document is None or step is None or not step.enabled:
            return super().note()
        assert isinstance(step, MaskStep)
        counting = document.rendition.counting(step)
        return self.tr("repairs: {}").format(int(counting.sum())) if counting is not None else ""

    def missing(self, models: dict[str, Any]) -> bool:
        """Whether what fills is missing; without what finds, painting is still possible."""
        step = self.step
        assert isinstance(step, MaskStep)
        return filler_of(step) not in models

    def _asked_model(self) -> str:
        step, state = self.step, self._desk.state
        assert isinstance(step, MaskStep)
        return step.model if state is None or step.model in state.models else filler_of(step)

    def _show(self) -> None:
        super()._show()
        step, state = self.step, self._desk.state
        assert isinstance(step, MaskStep)
        finder = state is None or step.model in state.models
        self._finding.setChecked(step.finding and finder)
        self._finding.setVisible(finder)
        self._sensitivity.setVisible(finder)
        self._sensitivity.setEnabled(step.finding)
        self._sensitivity.show_value(to_slider(step.wrong_repairs), suggested=self.suggests("wrong_repairs"))
        card = state.models[step.model].card if state is not None and finder else None
        wrong, document = step.wrong_repairs, self._workspace.document
        if card is not None and document is not None:  # less than was measured is not promised
            wrong = max(wrong, fewest_wrong(card, document.rendition.looked_at(step)))
        words = wrong_repairs(wrong, calibrated=card is None or is_calibrated(card))
        self._words.setText(words if finder else self.tr("Nothing installed finds it: paint what is to go."))
        self._words.setEnabled(step.finding or not finder)
        self._repairs.begin_with(dataclasses.replace(step, edits=None))
        self._clear.setEnabled(step.edits is not None and not step.edits.empty)

    def _on_switched(self, on: bool) -> None:
        if on:
            self._take()
            step, state = self.step, self._desk.state
            assert isinstance(step, MaskStep)
            finding = state is None or step.model in state.models
            self.set(self._title, enabled=True, finding=finding)
        else:
            super()._on_switched(on)


class DamageGroup(MaskGroup[RepairDamage]):
    """Scratches, dust, folds and stains."""

    def __init__(
        self,
        workspace: Workspace,
        desk: DeviceDesk,
        theme: Theme,
        repairs: RepairDesk,
        actions: Actions,
        canvas: Canvas,
    ) -> None:
        title, task = self.tr("Scratches and damage"), Task.FIND_DAMAGE
        super().__init__(
            "damage", title, RepairDamage(), task, workspace, desk, theme, repairs, actions, canvas
        )
        self._show()


class WatermarkGroup(MaskGroup[RemoveWatermark]):
    """Watermarks, lettering and date stamps."""

    def __init__(
        self,
        workspace: Workspace,
        desk: DeviceDesk,
        theme: Theme,
        repairs: RepairDesk,
        actions: Actions,
        canvas: Canvas,
    ) -> None:
        title, task = self.tr("Watermark"), Task.WATERMARK
        super().__init__(
            "watermark", title, RemoveWatermark(), task, workspace, desk, theme, repairs, actions, canvas
        )
        meant = self.tr("Meant for pictures of your own: a date in the print, a stamp of your own shop.")
        self.column.insertWidget(0, named(QLabel(meant, wordWrap=True), "watermark_meant", role="muted"))
        self._show()

    @property
    def step(self) -> RemoveWatermark:
        """The recipe's step; where there is none, one as the models that are installed can do it."""
        step, state = super().step, self._desk.state
        if self._set_step or state is None:
            return step
        return watermark_step(state.models.values(), step)

    def _fields_for(self, model: str) -> dict[str, str]:
        state = self._desk.state
        assert state is not None
        wanted = watermark_step([state.models[model]], self.step)
        return {"model": wanted.model, "filler": wanted.filler}


def to_slider(wrong: float) -> int:
    """Return where the slider stands for so many wrong repairs in a photo."""
    return round(math.log10(wrong / FEWEST_WRONG) / _SPAN * _STEPS)


def from_slider(value: int) -> float:
    """Return how many wrong repairs in a photo the slider stands for."""
    return float(f"{FEWEST_WRONG * 10 ** (value / _STEPS * _SPAN):.3g}")
