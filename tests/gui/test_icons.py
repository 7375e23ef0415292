"""Icons: all there, in the colour asked for, faded when disabled."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from restorer import paths
from restorer.gui import icons

_FILES = sorted((paths.resources() / "icons").glob("*.svg"))
_LINES = [file for file in _FILES if file.stem not in ("restorer", "tick")]


def test_there_are_icons() -> None:
    assert len(_LINES) > 30


@pytest.mark.parametrize("file", _LINES, ids=lambda file: file.stem)
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication, file: Path) -> None:
    image = icons.tinted(file.stem, "#d02040").pixmap(QSize(20, 20)).toImage()
    colours = [image.pixelColor(x, y) for x in range(20) for y in range(20)]
    solid = [colour for colour in colours if colour.alpha() > 250]
    assert 5 < sum(colour.alpha() > 60 for colour in colours) < 250, "blank or blotted"
    assert all(abs(colour.hue() - QColor("#d02040").hue()) < 4 for colour in solid)
    assert 'viewBox="0 0 24 24"' in file.read_text()


def test_disabled_icons_are_faint(qapp: QApplication) -> None:
    icon = icons.tinted("save", "#000000")

    def darkest(mode: QIcon.Mode) -> int:
        image = icon.pixmap(QSize(20, 20), mode).toImage()
        return max(image.pixelColor(x, y).alpha() for x in range(20) for y in range(20))

    assert darkest(QIcon.Mode.Disabled) < 0.6 * darkest(QIcon.Mode.Normal)


def test_an_unknown_icon_is_a_mistake(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icons.tinted("nonesuch", "#000000")


def test_the_program_has_a_face_of_its_own(qapp: QApplication) -> None:
    image = icons.application_icon().pixmap(QSize(64, 64)).toImage()
    assert len({image.pixel(x, y) for x in range(64) for y in range(64)}) > 50
