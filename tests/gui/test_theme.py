"""Light and dark: readable, switched at once, and asked for where the desktop tells nothing."""

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from program import Program
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QProxyStyle, QPushButton, QStyle
from pytestqt.qtbot import QtBot

from restorer.gui.colours import DARK, LIGHT, Colours, contrast, in_high_contrast
from restorer.gui.stylesheet import style_sheet
from restorer.gui.theme import Theme, system_is_dark
from restorer.settings import ThemeChoice

_FACES = (LIGHT, DARK, in_high_contrast(LIGHT), in_high_contrast(DARK))


@pytest.fixture
def plain(qapp: QApplication) -> Iterator[QApplication]:
    palette, sheet = qapp.palette(), qapp.styleSheet()
    yield qapp
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


@pytest.mark.parametrize("face", _FACES)
def test_text_is_readable_on_every_ground(face: Colours) -> None:
    for ground in (face.window, face.panel, face.raised, face.surround):
        assert contrast(face.text, ground) >= 7
        assert contrast(face.muted, ground) >= 4.5, ground
    assert contrast(face.on_accent, face.accent) >= 4
    for colour, ground in (
        (face.amber, face.amber_soft),
        (face.text, face.amber_soft),
        (face.text, face.red_soft),
        (face.text, face.green_soft),
        (face.text, face.accent_soft),
    ):
        assert contrast(colour, ground) >= 4.5
    assert contrast(face.focus, face.panel) >= 3


@pytest.mark.parametrize("face", [LIGHT, DARK])
def test_greys_are_neutral(face: Colours) -> None:
    for name in ("surround", "window", "panel", "raised", "pressed", "line", "edge", "text", "muted"):
        red, green, blue = (getattr(face, name)[i : i + 2] for i in (1, 3, 5))
        assert red == green == blue, name


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_every_colour_of_the_sheet_is_filled_in() -> None:
    for face in _FACES:
        assert "$" not in style_sheet(face, 10.0)
    used = style_sheet(DARK, 10.0)
    strings = [field.name for field in fields(DARK) if field.type is str]
    assert sum(getattr(DARK, name) in used for name in strings) >= len(strings) - 4


def test_choosing_recolours_at_once(plain: QApplication, qtbot: QtBot) -> None:
    theme = Theme(plain, ThemeChoice.LIGHT)
    light = plain.palette().color(QPalette.ColorRole.Window)
    with qtbot.waitSignal(theme.changed):
        theme.choose(ThemeChoice.DARK)
    assert plain.palette().color(QPalette.ColorRole.Window).lightness() < 60 < light.lightness()
    assert theme.colours == DARK
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(ThemeChoice.DARK)


def test_plain_desktops_are_asked_through_gtk(
    plain: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("GTK_THEME", raising=False)
    assert not system_is_dark()
    settings = tmp_path / "gtk-3.0" / "settings.ini"
    settings.parent.mkdir()
    settings.write_text("[Settings]\ngtk-application-prefer-dark-theme=1\n")
    assert system_is_dark()
    settings.write_text("this is [no ini file")
    assert not system_is_dark()
    monkeypatch.setenv("GTK_THEME", "Adwaita:dark")
    assert system_is_dark()
    monkeypatch.setenv("GTK_THEME", "Adwaita")
    assert not system_is_dark()


def test_going_back_to_the_system_forgets_our_own_palette(
    plain: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("GTK_THEME", raising=False)
    theme = Theme(plain, ThemeChoice.DARK)
    theme.choose(ThemeChoice.SYSTEM)
    assert theme.colours == LIGHT


@pytest.mark.parametrize("text", ["Save all the same", "Schließen", "Enregistrer"])
def test_the_default_button_has_room_for_its_text(plain: QApplication, qtbot: QtBot, text: str) -> None:
    plain.setStyleSheet(style_sheet(DARK, 10.0))
    dialog = QDialog()
    qtbot.addWidget(dialog)
    button = QPushButton(text, dialog)
    button.setDefault(True)
    dialog.show()
    button.resize(button.sizeHint())
    narrow = _inked(button)
    button.resize(button.sizeHint().width() + 80, button.height())
    assert narrow == _inked(button)


def _inked(button: QPushButton) -> int:
    """Return how many columns the text takes, frame and focus left out."""
    picture = button.grab().toImage()
    ground = picture.pixelColor(6, 6)
    rows, columns = range(6, picture.height() - 6), range(6, picture.width() - 6)
    inked = [x for x in columns if any(picture.pixelColor(x, y) != ground for y in rows)]
    return inked[-1] - inked[0]


class _Pictured(QProxyStyle):
    """A style that puts icons on the buttons of dialogs, as some desktops have it."""

    def styleHint(self, hint: QStyle.StyleHint, *rest: Any) -> int:
        wanted = hint == QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons
        return 1 if wanted else super().styleHint(hint, *rest)


def test_the_buttons_of_dialogs_have_no_icons(program: Program) -> None:
    """The style's own are black crosses, in the dark and on blue."""
    box, style = QDialogButtonBox(program.window), _Pictured()
    style.setParent(box)
    box.setStyle(style)
    assert box.addButton(QDialogButtonBox.StandardButton.Close).icon().isNull()
