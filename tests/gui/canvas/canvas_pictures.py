"""Pictures for the canvas, what is seen of them, and the mouse upon them."""

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from restorer.gui.canvas import Picture
from restorer.photo.pyramid import Pyramid

NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


def noise(height=300, width=400, channels=3, dtype="uint8", seed=1):
    """A picture in which every pixel differs from its neighbours."""
    random = np.random.default_rng(seed)
    return random.integers(0, np.iinfo(dtype).max, (height, width, channels), dtype, endpoint=True)


def flat(colour, height=300, width=400):
    return np.full((height, width, 3), colour, np.uint8)


def picture(pixels, **options):
    return Picture.of(Pyramid.build(pixels), **options)


def settle(qtbot, canvas):
    """Waits until everything is drawn, and gives the finished image."""
    canvas.grab()
    qtbot.waitUntil(lambda: canvas.settled, timeout=5000)
    return canvas.grab().toImage()


def colour(image, x, y):
    shown = QColor(image.pixelColor(QPoint(round(x), round(y))))
    return shown.red(), shown.green(), shown.blue()


def drag(qtbot, widget, start, stop, button=LEFT, modifiers=NONE):
    qtbot.mousePress(widget, button, modifiers, pos=start)
    qtbot.mouseMove(widget, pos=(start + stop) / 2)
    qtbot.mouseMove(widget, pos=stop)
    qtbot.mouseRelease(widget, button, modifiers, pos=stop)
