"""The groups for steps that work on the whole photo: noise, and general wear."""

import dataclasses
from typing import Any

from PySide6.QtWidgets import QCheckBox

from restorer.gui.device_desk import DeviceDesk
from restorer.gui.named import named
from restorer.gui.panels.steps.step_group import StepGroup
from restorer.gui.theme import Theme
from restorer.gui.workspace import Workspace
from restorer.inference.card import Task
from restorer.restoration.steps import Denoise, General


class SpareFaces(QCheckBox):
    """Whether a group's step spares delicate faces, and how many of them there are."""

    def __init__(self, name: str, group: "NoiseGroup | GeneralGroup") -> None:
        super().__init__()
        self._text = self.tr("Spare small and blurred faces")
        named(self, f"{name}_faces")
        self.setText(self._text)
        self.setToolTip(
            self.tr("Where a face is so small or soft that more would change it, half of it is done.")
        )
        self.clicked.connect(lambda on: group.spare_faces(self._text, on))
        group.column.addWidget(self)

    def show_faces(self, workspace: Workspace, spared: bool) -> None:
        """Show whether they are spared, and how many were; hide where no model finds any."""
        document = workspace.document
        count = document.rendition.spared(document.recipe) if document else 0
        self.setVisible(bool(workspace.faces))
        self.setChecked(spared)
        self.setText(f"{self._text} ({count})" if spared and count else self._text)


class NoiseGroup(StepGroup[Denoise]):
    """Noise, film grain and compression."""

    def __init__(self, workspace: Workspace, desk: DeviceDesk, theme: Theme) -> None:
        super().__init__("noise", self.tr("Noise"), Denoise(), Task.DENOISE, workspace, desk, theme)
        self.add_strength()
        self._faces = SpareFaces("noise", self)
        self._show()

    @property
    def step(self) -> Denoise:
        """The recipe's step, or the suggested one; else one with the model that was chosen for noise."""
        step = super().step
        if self._set_step or self._suggestion:
            return step
        return dataclasses.replace(step, model=self._workspace.model, faces=self._workspace.faces)

    def spare_faces(self, name: str, on: bool) -> None:
        """Spare delicate faces, or do not; ``name`` is what undo calls it."""
        self.set(name, faces=self._workspace.faces if on else "")

    def _show(self) -> None:
        super()._show()
        self._faces.show_faces(self._workspace, bool(self.step.faces))


class GeneralGroup(StepGroup[General]):
    """What an old print has lost all over: detail and tones."""

    def __init__(self, workspace: Workspace, desk: DeviceDesk, theme: Theme) -> None:
        title = self.tr("General restore")
        super().__init__("general", title, General(), Task.RESTORE, workspace, desk, theme)
        self._parts = {
            "detail": self._part("detail", self.tr("Detail: softness, paper and grain")),
            "coarse": self._part("coarse", self.tr("Coarse: printing dots, thick grain")),
            "tones": self._part("tones", self.tr("Tones: fading, colour cast, uneven light")),
        }
        self.add_strength()
        self._faces = SpareFaces("general", self)
        self._show()

    @property
    def step(self) -> General:
        """The recipe's step; where there is none, one that spares faces."""
        step = super().step
        return step if self._set_step else dataclasses.replace(step, faces=self._workspace.faces)

    def spare_faces(self, name: str, on: bool) -> None:
        """Spare delicate faces, or do not; ``name`` is what undo calls it."""
        self.set(name, faces=self._workspace.faces if on else "")

    def _part(self, field: str, text: str) -> QCheckBox:
        box = named(QCheckBox(text), f"general_{field}")
        box.clicked.connect(lambda on: self.set(text, **{field: on}))
        self.column.addWidget(box)
        return box

    def missing(self, models: dict[str, Any]) -> bool:
        """Whether neither of the two models is there."""
        return self._usual.model not in models and self._usual.tones_model not in models

    def _show(self) -> None:
        super()._show()
        state = self._desk.state
        detailed = self.step.detail
        for field, model, sensible in (
            ("detail", self.step.model, True),
            ("coarse", self.step.model, detailed),
            ("tones", self.step.tones_model, True),
        ):
            there = state is None or model in state.models
            self._parts[field].setChecked(getattr(self.step, field) and there and sensible)
            self._parts[field].setEnabled(there and sensible)
        self._faces.show_faces(self._workspace, bool(self.step.faces))
        self._faces.setEnabled(detailed)

    def _on_switched(self, on: bool) -> None:
        """Ask only for the part that there is a model for."""
        state = self._desk.state
        if on and state is not None:
            detail, tones = (model in state.models for model in (self.step.model, self.step.tones_model))
            step = self.step
            self.set(
                self._title,
                enabled=True,
                detail=step.detail and detail,
                tones=step.tones and tones,
            )
        else:
            super()._on_switched(on)
