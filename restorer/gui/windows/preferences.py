"""The user's preferences; every change acts at once."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QLineEdit, QSpinBox, QWidget

from restorer.gui.languages import LANGUAGES, SYSTEM
from restorer.gui.named import named
from restorer.gui.windows.sheet import Sheet
from restorer.settings import Settings, ThemeChoice, is_result_name

_EXAMPLE = "grandma 1947"
_FIELD = 250


class PreferencesWindow(Sheet):
    """Shows `Settings` and tells of each change.

    It tells what was changed, not all that it shows: that may be older than what is in force by then.
    """

    changed = Signal(str, object)
    """The field of `Settings` that has another value, and the value."""

    def __init__(self, parent: QWidget | None, settings: Settings, devices: dict[str, str]) -> None:
        """``devices``: the names of the devices to choose from, by their ids."""
        super().__init__(parent, QSize(520, 520))
        self.setWindowTitle(self.tr("Preferences"))
        self._settings = settings
        self.heading(self.tr("Appearance"))
        form = self._form()
        themes = {
            ThemeChoice.SYSTEM: self.tr("As the system"),
            ThemeChoice.LIGHT: self.tr("Light"),
            ThemeChoice.DARK: self.tr("Dark"),
        }
        self._choice(form, "theme", self.tr("&Theme"), {str(choice): text for choice, text in themes.items()})
        self._languages(form)
        self._check("reduce_motion", self.tr("Reduce &motion: nothing blinks or slides by itself"))
        self.heading(self.tr("Computing"))
        self._choice(self._form(), "device", self.tr("&Device"), {"auto": self.tr("Automatic"), **devices})
        self.heading(self.tr("Saving"))
        form = self._form()
        self._result_name(form)
        self._quality(form)
        self._check("strip_private", self.tr("Leave &private facts out: place, names, serial numbers"))
        self._check("sidecar", self.tr("Write a &recipe beside each result, to make it again"))
        self.done_adding()

    def show_device(self, device: str) -> None:
        """Show which device is chosen, if that was done elsewhere."""
        box = self.findChild(QComboBox, "device")
        if isinstance(box, QComboBox):
            if box.findData(device) < 0:
                box.addItem(device, device)
            box.setCurrentIndex(box.findData(device))

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(22)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self.column.addLayout(form)
        return form

    def _choice(self, form: QFormLayout, field: str, text: str, choices: dict[str, str]) -> None:
        box = named(QComboBox(), field)
        for value, name in choices.items():
            box.addItem(name, value)
        box.view().setAccessibleName(text.replace("&", ""))
        current = getattr(self._settings, field)
        if current not in choices:
            box.addItem(current, current)
        box.setCurrentIndex(box.findData(str(current)))
        box.currentIndexChanged.connect(
            lambda: self.changed.emit(field, _read_choice(field, box.currentData()))
        )
        self._row(form, text, box)

    def _check(self, field: str, text: str) -> None:
        box = named(QCheckBox(text), field)
        box.setChecked(getattr(self._settings, field))
        box.toggled.connect(lambda checked: self.changed.emit(field, checked))
        self.column.addWidget(box)

    def _languages(self, form: QFormLayout) -> None:
        choices = {SYSTEM: self.tr("As the system"), **LANGUAGES}
        self._choice(form, "language", self.tr("&Language"), choices)
        note = named(QLabel(self.tr("Counts from the next start on."), wordWrap=True), "language_note")
        note.setProperty("role", "muted")
        note.setMinimumWidth(_FIELD)
        form.addRow("", note)

    def _result_name(self, form: QFormLayout) -> None:
        edit = named(QLineEdit(self._settings.result_name), "result_name")
        edit.setMinimumWidth(_FIELD)
        example = named(QLabel(wordWrap=True), "example")
        example.setProperty("role", "muted")
        example.setMinimumWidth(_FIELD)

        def show(template: str) -> None:
            if is_result_name(template):
                name = Settings(result_name=template).name_for(_EXAMPLE)
                example.setText(self.tr("“{0}.tif” becomes “{1}.tif”").format(_EXAMPLE, name))
            else:
                example.setText(self.tr("This cannot name a file beside the original."))

        def change(template: str) -> None:
            show(template)
            if is_result_name(template):
                self.changed.emit("result_name", template)

        edit.textChanged.connect(change)
        edit.setToolTip(self.tr("{stem} stands for the photo’s own name"))
        self._row(form, self.tr("&Name of results"), edit)
        form.addRow("", example)
        show(self._settings.result_name)

    def _quality(self, form: QFormLayout) -> None:
        box = named(QSpinBox(suffix=" %"), "quality")
        box.setRange(50, 100)
        box.setValue(self._settings.quality)
        box.setToolTip(self.tr("For JPEG, WebP and AVIF; PNG and TIFF lose nothing"))
        box.valueChanged.connect(lambda value: self.changed.emit("quality", value))
        self._row(form, self.tr("&Quality of JPEG, WebP, AVIF"), box)

    def _row(self, form: QFormLayout, text: str, field: QWidget) -> None:
        label = QLabel(text)
        label.setBuddy(field)
        label.setMinimumWidth(170)
        field.setAccessibleName(text.replace("&", ""))
        form.addRow(label, field)


_READERS: dict[str, Callable[[str], Any]] = {"theme": ThemeChoice}


def _read_choice(field: str, value: str) -> Any:
    return _READERS.get(field, str)(value)
