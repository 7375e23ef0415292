"""Whatever thread posts, the window's thread runs it, in order."""

import threading

from pytestqt.qtbot import QtBot

from restorer.gui.bridge import Bridge


def test_calls_run_in_the_thread_of_the_bridge_in_order(qtbot: QtBot) -> None:
    bridge, ran = Bridge(), []

    def post() -> None:
        for number in range(2000):  # more than the 600 that a broken toolkit survives
            bridge.post(lambda number=number: ran.append((number, threading.get_ident())))

    thread = threading.Thread(target=post)
    thread.start()
    qtbot.waitUntil(lambda: len(ran) == 2000)
    thread.join()
    assert ran == [(number, threading.get_ident()) for number in range(2000)]


def test_a_closed_bridge_lets_nothing_through(qtbot: QtBot) -> None:
    bridge, ran = Bridge(), []
    bridge.post(lambda: ran.append("waiting"))
    bridge.close()
    bridge.post(lambda: ran.append("late"))
    after = Bridge()
    after.post(lambda: ran.append("after"))
    qtbot.waitUntil(lambda: bool(ran))
    assert ran == ["after"]
