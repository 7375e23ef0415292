"""What the groups of all steps share: they show a step of the recipe and ask for another."""

import dataclasses
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Signal

from restorer.gui.device_desk import DeviceDesk
from restorer.gui.named import named
from restorer.gui.panels.group import Group
from restorer.gui.panels.setting import Setting
from restorer.gui.panels.wheel_aware import PanelComboBox
from restorer.gui.theme import Theme
from restorer.gui.workspace import Workspace
from restorer.inference.card import Task
from restorer.restoration.steps import Step

Kind = TypeVar("Kind", bound=Step)
_FULL = 100


class StepGroup(Group, Generic[Kind]):
    """Shows the recipe's step of a kind, and changes it as the user wants."""

    model_asked = Signal(str)
    """The user wants to read the card of the model with this id."""

    def __init__(
        self,
        name: str,
        title: str,
        usual: Kind,
        task: Task,
        workspace: Workspace,
        desk: DeviceDesk,
        theme: Theme,
    ) -> None:
        """``usual`` is the step as it is where nothing was suggested or set."""
        super().__init__(name, title, theme)
        self._name, self._title, self._usual, self._task = name, title, usual, task
        self._workspace, self._desk = workspace, desk
        self._models = named(PanelComboBox(), f"{name}_models")
        self._models.setAccessibleName(self.tr("Model for: {}").format(title))
        self._models.view().setAccessibleName(self._models.accessibleName())
        self._models.activated.connect(self._on_model)
        self.column.addWidget(self._models)
        self.switched.connect(self._on_switched)
        self.asked.connect(lambda: self.model_asked.emit(self._asked_model()))
        workspace.changed.connect(self._show)
        workspace.diagnosed.connect(self._show)
        desk.changed.connect(self._show)

    @property
    def step(self) -> Kind:
        """The recipe's step; where there is none, the suggested or the usual one, switched off."""
        return self._set_step or dataclasses.replace(self._suggestion or self._usual, enabled=False)

    @property
    def _set_step(self) -> Kind | None:
        document = self._workspace.document
        return document.recipe.step(type(self._usual)) if document else None

    @property
    def _suggestion(self) -> Kind | None:
        suggestion = self._workspace.suggestion
        return suggestion.step(type(self._usual)) if suggestion else None

    def suggests(self, field: str) -> bool:
        """Whether a field of the step holds what was suggested."""
        suggested = self._suggestion
        return suggested is not None and getattr(self.step, field) == getattr(suggested, field)

    def set(self, name: str, *, gesture: object = None, **fields: Any) -> None:
        """Change fields of the step; ``name`` is what undo calls it, ``gesture`` as in `Document`."""
        if (document := self._workspace.document) is not None:
            step = dataclasses.replace(self.step, **fields)
            self._workspace.set_recipe(document.recipe.with_step(step), name, gesture=gesture)

    def add_setting(self, setting: Setting, field: str, title: str, per_unit: float = _FULL) -> Setting:
        """Add a slider for a field whose value times ``per_unit`` is where the slider stands."""
        self.column.addWidget(setting)
        setting.moved.connect(
            lambda value: self.set(title, gesture=setting.gesture, **{field: value / per_unit})
        )
        self._shown[field] = (setting, per_unit)
        return setting

    def add_strength(self) -> None:
        """Add the slider that every step has."""
        tip = self.tr("How much of the change is taken. Acts at once; nothing is computed again.")
        setting = Setting(f"{self._name}_strength", self.tr("Strength"), tip=tip)
        self.add_setting(setting, "strength", self.tr("Strength"))

    @property
    def _shown(self) -> dict[str, tuple[Setting, float]]:
        found: dict[str, tuple[Setting, float]] = self.__dict__.setdefault("_settings", {})
        return found

    def why_not(self) -> str:
        """Say why the step cannot be had; "" if it can."""
        state = self._desk.state
        if state is None or not self.missing(state.models):
            return ""
        return self.tr("The model for this is not installed.")

    def missing(self, models: "dict[str, Any]") -> bool:
        """Whether a model that the step needs is not among ``models``."""
        return any(model not in models for model in self.step.models)

    def _show(self) -> None:
        step = self.step
        for field, (setting, per_unit) in self._shown.items():
            setting.show_value(round(getattr(step, field) * per_unit), suggested=self.suggests(field))
        self.setEnabled(self._workspace.document is not None)
        self.show_available(self.why_not(), self._about_text())
        self.show_on(step.enabled and self._set_step is not None, self.note())
        self._show_models()

    def note(self) -> str:
        """Return the word beside the title."""
        if self._set_step is None and self._suggestion is not None and not self.why_not():
            return self.tr("suggested")
        return ""

    def _show_models(self) -> None:
        state = self._desk.state
        models = [model for model in state.models.values() if model.card.task == self._task] if state else []
        self._models.clear()
        for model in models:
            self._models.addItem(f"{model.card.name} {model.card.version}", model.card.id)
        self._models.setCurrentIndex(self._models.findData(self._asked_model()))
        self._models.setVisible(len(models) > 1)

    def _asked_model(self) -> str:
        return self.step.model

    def _about_text(self) -> str:
        state = self._desk.state
        model = state.models.get(self._asked_model()) if state else None
        if model is None:
            return self.tr("About this model")
        return self.tr("About this model: {}").format(f"{model.card.name} {model.card.version}")

    def _on_switched(self, on: bool) -> None:
        name = self._title if on else self.tr("{}: off").format(self._title)
        self.set(name, enabled=on)

    def _on_model(self) -> None:
        if (model := self._models.currentData()) and model != self._asked_model():
            self.set(self.tr("Model"), **self._fields_for(model))

    def _fields_for(self, model: str) -> dict[str, str]:
        """Return the fields of the step that another model changes."""
        return {"model": model}
