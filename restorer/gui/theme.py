"""The window's face, light or dark: follows the system unless the user chose one.

Qt's own switch does nothing on plain Linux desktops, so the palette is ours, on the Fusion style everywhere.
"""

import configparser
import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from restorer.gui import icons
from restorer.gui.colours import DARK, LIGHT, Colours, in_high_contrast
from restorer.gui.stylesheet import style_sheet
from restorer.settings import ThemeChoice


class Theme(QObject):
    """Colours the whole application and says when that changed."""

    changed = Signal()

    def __init__(self, application: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM) -> None:
        super().__init__()
        self._application = application
        self._choice = choice
        self.colours = LIGHT
        self._points = application.font().pointSizeF()
        # Both are kept: PySide forgets that the hints own their accessibility as soon as nobody holds them.
        self._hints = application.styleHints()
        self._accessibility = self._hints.accessibility()
        application.setStyle("Fusion")
        self._apply()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)
        self._accessibility.contrastPreferenceChanged.connect(self._on_system_changed)

    def choose(self, choice: ThemeChoice) -> None:
        """Follow the system, or stay light or dark."""
        self._choice = choice
        self._on_system_changed()

    def icon(self, name: str) -> QIcon:
        """Return a line icon in the colour of text."""
        return icons.tinted(name, self.colours.text)

    def tinted(self, name: str, colour: str) -> QIcon:
        """Return a line icon in ``colour`` (``#rrggbb``; empty: that of text)."""
        return icons.tinted(name, colour or self.colours.text)

    def _on_system_changed(self) -> None:
        if self._wanted() != self.colours:
            self._apply()

    def _apply(self) -> None:
        self.colours = self._wanted()
        self._application.setPalette(palette(self.colours))
        self._application.setStyleSheet(style_sheet(self.colours, self._points))
        self.changed.emit()

    def _wanted(self) -> Colours:
        dark = system_is_dark() if self._choice == ThemeChoice.SYSTEM else self._choice == ThemeChoice.DARK
        colours = DARK if dark else LIGHT
        preference = self._accessibility.contrastPreference()
        return in_high_contrast(colours) if preference == Qt.ContrastPreference.HighContrast else colours


def system_is_dark() -> bool:
    """Whether the desktop asks for dark windows."""
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme != Qt.ColorScheme.Unknown:
        return scheme == Qt.ColorScheme.Dark
    return sys.platform.startswith("linux") and _gtk_is_dark()


def _gtk_is_dark() -> bool:
    """Ask what GTK programs would do: plain desktops tell Qt nothing."""
    if name := os.environ.get("GTK_THEME", ""):
        return name.lower().endswith((":dark", "-dark"))
    folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    for version in ("gtk-4.0", "gtk-3.0"):
        settings = configparser.ConfigParser(strict=False, interpolation=None)
        try:
            settings.read(folder / version / "settings.ini", encoding="utf-8")
        except (configparser.Error, OSError, UnicodeDecodeError):
            continue
        section = settings["Settings"] if settings.has_section("Settings") else {}
        prefers = section.get("gtk-application-prefer-dark-theme", "").lower() in ("1", "true", "yes")
        if prefers or section.get("gtk-theme-name", "").lower().endswith("-dark"):
            return True
    return False


def palette(colours: Colours) -> QPalette:
    """Return ``colours`` as a palette, for everything that the style sheet leaves to Fusion."""
    result = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.panel,
        QPalette.ColorRole.AlternateBase: colours.window,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Button: colours.raised,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.BrightText: colours.red,
        QPalette.ColorRole.ToolTipBase: colours.raised,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.Link: colours.focus,
        QPalette.ColorRole.LinkVisited: colours.focus,
        QPalette.ColorRole.Accent: colours.accent,
        QPalette.ColorRole.Light: colours.pressed,
        QPalette.ColorRole.Midlight: colours.pressed,
        QPalette.ColorRole.Mid: colours.edge,
        QPalette.ColorRole.Dark: colours.surround,
        QPalette.ColorRole.Shadow: "#000000",
    }
    for role, colour in roles.items():
        result.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.faint))
    result.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Highlight, QColor(colours.pressed))
    return result
