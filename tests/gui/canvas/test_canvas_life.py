"""What a canvas takes and refuses, and that it leaves nothing behind."""

import threading

import pytest
from canvas_pictures import LEFT, NONE, flat, noise, picture
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
)
from PySide6.QtWidgets import QApplication

from restorer.gui.canvas import Canvas, Picture


def test_drops_are_left_to_the_window(canvas):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/photo.jpg")])
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, LEFT, NONE)
    event.ignore()
    QApplication.sendEvent(canvas, event)
    assert not event.isAccepted()


def test_pictures_of_unequal_size_are_refused(make_canvas):
    with pytest.raises(ValueError, match="before is"):
        make_canvas(noise(100, 100), noise(100, 101))


def test_a_canvas_that_is_deleted_leaves_no_thread(qtbot):
    def threads():
        return [thread for thread in threading.enumerate() if thread.name.startswith("canvas")]

    canvas = Canvas()
    canvas.resize(400, 300)
    canvas.show_pictures(picture(noise(3000, 3000)), picture(noise(3000, 3000, seed=2)))
    canvas.grab()
    qtbot.waitUntil(lambda: bool(threads()))
    del canvas  # and nothing else holds it: no circle waits for the garbage collector
    qtbot.waitUntil(lambda: not threads())


def test_a_canvas_can_be_shut_down_while_tiles_are_made(make_canvas):
    started = threading.Event()

    def read(_level, box):
        started.set()
        return flat(1, box.height, box.width)

    slow = Picture((9000, 9000), 6, read)
    canvas = make_canvas()
    canvas.show_pictures(slow, slow)
    canvas.set_zoom(1.0)
    canvas.grab()
    assert started.wait(5)
    canvas.shut_down()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("canvas")]
    canvas.grab()
