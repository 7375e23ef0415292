"""The tour, the check for updates, the report: from the Help menu, and nothing by itself."""

import json
from pathlib import Path

import pytest
from pack_archives import FakeNetwork
from program import Program, running_program
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from restorer import __version__, paths
from restorer.app import updates
from restorer.gui.panels.tour_card import TourCard
from restorer.gui.tour import STOPS


def card(program: Program) -> TourCard:
    found = program.window.findChild(TourCard)
    assert isinstance(found, TourCard)
    return found


def press(program: Program, name: str) -> None:
    program.find(QPushButton, name).click()


def test_the_tour_opens_restores_compares_and_ends(program: Program, qtbot: QtBot) -> None:
    program.do("tour")
    assert "about 1900" in card(program).findChildren(QLabel)[1].text()
    press(program, "tour_next")
    press(program, "tour_next")  # sooner than the sample is open: it is restored all the same
    qtbot.waitUntil(lambda: program.workspace.has_result)
    assert program.window.focusWidget() is program.find(QPushButton, "tour_next"), "the photo took the keys"
    assert program.find(QWidget, "tour_ring").isVisible()
    for _ in range(2, len(STOPS)):
        press(program, "tour_next")
    assert program.application.help.tour is None
    qtbot.waitUntil(lambda: program.window.findChild(TourCard) is None)
    assert program.window.findChild(QWidget, "tour_ring") is None
    assert program.application.memory.tour_seen


def test_every_stop_points_at_something_that_is_there(program: Program) -> None:
    for stop in STOPS:
        assert not stop.target or program.window.findChild(QWidget, stop.target) is not None, stop.title
        assert not stop.action or program.window.actions_[stop.action] is not None


def test_the_ring_runs_around_a_slider_and_what_is_written_above_it(program: Program, qtbot: QtBot) -> None:
    program.do("tour")
    for _ in range(2):
        press(program, "tour_next")
    qtbot.waitUntil(lambda: program.workspace.has_result)
    for _ in range(2):
        press(program, "tour_next")
    ring, setting = program.find(QWidget, "tour_ring"), program.find(QWidget, "noise_strength_setting")
    qtbot.waitUntil(lambda: ring.height() < program.window.canvas.height() / 2)
    assert ring.height() >= setting.height()
    assert setting.height() > program.find(QWidget, "noise_strength").height() + 8


def test_the_tour_is_told_to_a_screen_reader_and_led_by_keys(program: Program, qtbot: QtBot) -> None:
    program.window.activateWindow()
    program.do("tour")
    button = program.find(QPushButton, "tour_next")
    assert program.window.focusWidget() is button
    assert "about 1900" in button.accessibleDescription()
    assert card(program).accessibleName() == f"Tour, 1 of {len(STOPS)}"
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert card(program).accessibleName() == f"Tour, 2 of {len(STOPS)}"
    press(program, "tour_back")
    assert card(program).accessibleName() == f"Tour, 1 of {len(STOPS)}"
    qtbot.keyClick(button, Qt.Key.Key_Escape)
    assert program.application.help.tour is None


def test_a_tour_that_is_left_presses_nothing_later(program: Program, qtbot: QtBot) -> None:
    program.do("tour")
    press(program, "tour_next")
    press(program, "tour_next")
    press(program, "tour_skip")
    qtbot.waitUntil(lambda: program.window.actions_["restore"].isEnabled())
    assert not program.workspace.restoring
    assert not program.workspace.has_result


def test_the_first_start_greets_once(qapp: QApplication) -> None:
    for greeted in (True, False):
        with running_program(qapp) as program:
            program.application.help.greet()
            assert (program.application.help.tour is not None) is greeted
            if program.application.help.tour is not None:
                press(program, "tour_skip")


def test_somebody_with_a_photo_in_hand_is_not_held_up(program: Program, tmp_path: Path) -> None:
    program.application.start([tmp_path / "grandma.png"], greet=True)
    assert program.application.help.tour is None


def test_looking_for_updates_says_that_there_is_nowhere_to_look(program: Program, qtbot: QtBot) -> None:
    program.do("updates")
    qtbot.waitUntil(lambda: bool(program.messages))
    assert program.messages == [
        "There is nowhere to ask: releases of Restorer are not published anywhere yet."
    ]


@pytest.mark.parametrize(
    ("version", "said"),
    [
        ("9.0", f"Restorer 9.0 is there; this is {__version__}."),
        ("0.0.1", f"This is the latest release, {__version__}."),
    ],
)
def test_the_latest_release_is_told(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, version: str, said: str
) -> None:
    content = json.dumps({"version": version, "page": "https://releases.invalid/page"})
    network = FakeNetwork({"https://releases.invalid/latest.json": content.encode()})
    monkeypatch.setattr(program.application.help, "_network", lambda: network)
    monkeypatch.setattr(updates.latest_release, "__defaults__", ("https://releases.invalid",))
    program.do("updates")
    qtbot.waitUntil(lambda: bool(program.messages))
    assert program.messages == [said]


def test_the_report_holds_the_last_crash_and_no_folders(qapp: QApplication, qtbot: QtBot) -> None:
    paths.logs().mkdir(parents=True)
    (paths.logs() / "crash.log").write_text(
        'Fatal Python error: Segmentation fault\nFile "/private/oma/x.py"'
    )
    with running_program(qapp) as program:
        qtbot.waitUntil(lambda: any("ended unexpectedly" in text for text in program.messages))
        press(program, "message_action")
        report = QGuiApplication.clipboard().text()
    assert "Restorer" in report
    assert "Segmentation fault" in report
    assert "oma" not in report
    with running_program(qapp) as program:
        qtbot.waitUntil(lambda: program.desk.state is not None)
        assert not any("ended unexpectedly" in text for text in program.messages)


def test_packs_open_once(program: Program, qtbot: QtBot) -> None:
    program.do("packs")
    program.do("packs")
    assert len(program.window.findChildren(QWidget, "packs_window")) == 1
    program.find(QWidget, "packs_window").close()
    qtbot.waitUntil(lambda: program.window.findChild(QWidget, "packs_window") is None)
