"""The tour, the check for updates, the report: from the Help menu, and nothing by itself."""

import dataclasses
import json
from pathlib import Path

import pytest
from handwork import opened_pixels, pixels_of_a_photo
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
from restorer.restoration.steps import RepairDamage


def card(program: Program) -> TourCard:
    found = program.window.findChild(TourCard)
    assert isinstance(found, TourCard)
    return found


def press(program: Program, name: str) -> None:
    program.find(QPushButton, name).click()


def test_the_tour_opens_restores_compares_and_ends(family: Program, qtbot: QtBot) -> None:
    program = family
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


def test_damage_is_repaired_from_the_menu(family: Program, qtbot: QtBot, tmp_path: Path) -> None:
    assert not family.window.actions_["repair_damage"].isEnabled(), "no photo is open"
    opened_pixels(qtbot, family, tmp_path, pixels_of_a_photo())
    family.do("repair_damage")
    workspace = family.workspace
    step = workspace.document.recipe.step(RepairDamage)
    assert step == RepairDamage()
    other = dataclasses.replace(step, enabled=False, finding=False, wrong_repairs=3.0)
    workspace.set_recipe(workspace.document.recipe.with_step(other), "off")
    qtbot.waitUntil(family.window.actions_["repair_damage"].isEnabled)
    family.do("repair_damage")
    again = workspace.document.recipe.step(RepairDamage)
    assert again == dataclasses.replace(step, wrong_repairs=3.0), "what was set before is kept"


def test_without_the_models_damage_cannot_be_repaired(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    opened_pixels(qtbot, program, tmp_path, pixels_of_a_photo())
    assert program.window.actions_["denoise"].isEnabled()
    assert not program.window.actions_["repair_damage"].isEnabled()


def test_every_stop_points_at_something_that_is_there(program: Program) -> None:
    for stop in STOPS:
        assert not stop.target or program.window.findChild(QWidget, stop.target) is not None, stop.title
        assert not stop.action or program.window.actions_[stop.action] is not None


def test_the_ring_runs_around_a_slider_and_what_is_written_above_it(family: Program, qtbot: QtBot) -> None:
    program = family
    program.do("tour")
    for _ in range(2):
        press(program, "tour_next")
    qtbot.waitUntil(lambda: program.workspace.has_result)
    for _ in range(2):
        press(program, "tour_next")
    ring, setting = program.find(QWidget, "tour_ring"), program.find(QWidget, "damage_sensitivity_setting")
    qtbot.waitUntil(lambda: ring.height() < program.window.canvas.height() / 2)
    assert ring.height() >= setting.height()
    assert setting.height() > program.find(QWidget, "damage_sensitivity").height() + 8


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


def test_a_tour_that_is_left_presses_nothing_later(family: Program, qtbot: QtBot) -> None:
    program = family
    program.do("tour")
    press(program, "tour_next")
    press(program, "tour_next")
    press(program, "tour_skip")
    qtbot.waitUntil(lambda: program.window.actions_["repair_damage"].isEnabled())
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
