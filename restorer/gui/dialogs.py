"""Opens the program's own windows, each at most once; they are loaded when they are first wanted."""

import dataclasses
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from restorer.gui.actions import Actions
from restorer.gui.device_desk import DeviceDesk
from restorer.gui.preferences import Preferences
from restorer.gui.workspace import MODEL


class Dialogs(QObject):
    """Shows dialogs beside ``window``: none of them stops the work."""

    device_chosen = Signal(str)
    """The id of the device that was chosen in the window of the devices."""

    def __init__(self, window: QWidget, actions: Actions, desk: DeviceDesk, preferences: Preferences) -> None:
        super().__init__(window)
        self._window, self._actions, self._desk, self._preferences = window, actions, desk, preferences
        self._open: dict[str, QDialog] = {}

    def show_preferences(self) -> None:
        """Show the preferences."""
        from restorer.gui.windows.preferences import PreferencesWindow

        state = self._desk.state
        devices = {device.id: device.name for device in state.available} if state else {}
        dialog = PreferencesWindow(self._window, self._preferences.settings, devices)
        dialog.changed.connect(self._on_preference)
        self.device_chosen.connect(dialog.show_device)
        self._show("preferences", dialog)

    def show_devices(self) -> None:
        """Show the devices and the self-test."""
        from restorer.gui.windows.devices import DevicesWindow

        dialog = DevicesWindow(self._window, self._desk, self._preferences.settings.device)
        dialog.chosen.connect(self._on_device)
        self._show("devices", dialog)

    def show_model_card(self, model_id: str = MODEL) -> None:
        """Show all models and the card of one."""
        from restorer.gui.windows.models import ModelsWindow

        self._show("model_card", ModelsWindow(self._window, None, model_id, self._desk))

    def show_shortcuts(self) -> None:
        """Show every shortcut."""
        from restorer.gui.windows.shortcuts import ShortcutsWindow

        self._show("shortcuts", ShortcutsWindow(self._window, self._actions))

    def show_about(self) -> None:
        """Show what the program is."""
        from restorer.gui.windows.about import AboutWindow

        self._show("about", AboutWindow(self._window))

    def _show(self, name: str, dialog: QDialog) -> None:
        if (earlier := self._open.pop(name, None)) is not None:
            earlier.close()
        self._open[name] = dialog
        dialog.setObjectName(f"{name}_window")
        dialog.finished.connect(lambda: self._forget(name, dialog))
        dialog.show()

    def _forget(self, name: str, dialog: QDialog) -> None:
        if self._open.get(name) is dialog:
            del self._open[name]
        dialog.deleteLater()

    def _on_preference(self, field: str, value: Any) -> None:
        before = self._preferences.settings
        settings = dataclasses.replace(before, **{field: value})
        self._preferences.change(settings)
        if settings.device != before.device:
            self._desk.use(settings.device)

    def _on_device(self, device: str) -> None:
        self._on_preference("device", device)
        self.device_chosen.emit(device)
