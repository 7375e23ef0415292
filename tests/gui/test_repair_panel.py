"""The repair panel: what is needed, what cannot be had and why, what was suggested, and what was done."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from handwork import done, opened_pixels, pixels_of_a_photo, program_with, stroke
from opening import shown_text
from program import Program
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from restorer.gui.panels.presets import Presets
from restorer.restoration.recipe import load_recipe
from restorer.restoration.steps import Denoise, RepairDamage


@pytest.fixture
def alone(qapp: QApplication) -> Iterator[Program]:
    """The program with the model against noise alone."""
    yield from program_with(qapp, "denoise")


@pytest.fixture
def colouring(qapp: QApplication) -> Iterator[Program]:
    """The program with the model that gives colours alone."""
    yield from program_with(qapp, "colorize")


def _findings(program: Program) -> list[str]:
    labels = (program.window.findChild(QLabel, f"finding_{row}") for row in range(9))
    return [label.text() for label in labels if label is not None]


def test_the_findings_are_listed_with_how_sure_they_are(
    family: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    opened_pixels(qtbot, family, tmp_path, pixels_of_a_photo())
    assert shown_text(family, "statement") == "Restoring will help this photo"
    assert _findings(family)[0] == "Noticeable noise"
    assert any("Scratches or dust" in text or "Perhaps" in text for text in _findings(family))
    family.workspace.close()
    assert shown_text(family, "statement") == "No photo is open"
    assert _findings(family) == []


def test_use_suggestions_switches_on_what_is_suggested(family: Program, qtbot: QtBot, tmp_path: Path) -> None:
    opened_pixels(qtbot, family, tmp_path, pixels_of_a_photo())
    assert shown_text(family, "noise_note") == "suggested"
    main = family.find(QPushButton, "main_button")
    assert main.text() == "Use suggestions"
    main.click()
    done(qtbot, family)
    assert family.find(QCheckBox, "noise_switch").isChecked()
    assert family.workspace.document.recipe.active == family.workspace.suggestion.steps
    assert main.text() == "Save as…"
    family.do("undo")
    assert not family.find(QCheckBox, "noise_switch").isChecked()


def test_a_missing_model_is_said_and_its_group_cannot_be_had(
    alone: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    opened_pixels(qtbot, alone, tmp_path, pixels_of_a_photo())
    qtbot.waitUntil(lambda: alone.desk.state is not None, timeout=30_000)
    for name in ("general", "damage", "watermark", "colour"):
        assert not alone.find(QCheckBox, f"{name}_switch").isEnabled(), name
        assert shown_text(alone, f"{name}_why") == "The model for this is not installed."
    assert alone.find(QCheckBox, "noise_switch").isEnabled()
    assert shown_text(alone, "noise_why") == ""
    assert "damage, watermarks" in shown_text(alone, "advice")


def test_what_is_offered_is_explained_where_nothing_is_needed(
    colouring: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    rows, columns = np.mgrid[:120, :160]
    tones = np.rint(127 + 80 * np.sin(rows / 30) * np.cos(columns / 40)).astype(np.uint8)[..., None]
    opened_pixels(qtbot, colouring, tmp_path, np.repeat(tones, 3, axis=2))
    assert shown_text(colouring, "statement") == "This photo needs nothing"
    assert shown_text(colouring, "advice").startswith("What has a circle is offered")
    colouring.workspace.close()
    in_colour = np.concatenate([tones, 255 - tones, np.full_like(tones, 90)], axis=2)
    (tmp_path / "colour").mkdir()
    opened_pixels(qtbot, colouring, tmp_path / "colour", in_colour)
    assert shown_text(colouring, "statement") == "This photo needs nothing"
    assert shown_text(colouring, "advice").startswith("Restoring it could take detail away")


def test_a_suggested_value_is_marked_until_another_is_chosen(
    family: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    opened_pixels(qtbot, family, tmp_path, pixels_of_a_photo())
    family.find(QPushButton, "noise_fold").click()
    slider = family.find(QSlider, "noise_strength")
    assert slider.property("suggested") is True
    assert shown_text(family, "noise_strength_value") == "100 % · suggested"
    assert slider.accessibleDescription() == "100 % · suggested"
    slider.setValue(60)
    assert slider.property("suggested") is False
    assert shown_text(family, "noise_strength_value") == "60 %"
    label = next(label for label in family.window.findChildren(QLabel) if label.buddy() is slider)
    qtbot.mouseDClick(label, Qt.MouseButton.LeftButton)
    assert shown_text(family, "noise_strength_value") == "100 % · suggested"


@pytest.fixture
def both(family: Program, qtbot: QtBot, tmp_path: Path) -> Program:
    """A photo with noise and damage being taken out."""
    opened_pixels(qtbot, family, tmp_path, pixels_of_a_photo())
    for name in ("damage", "noise"):
        family.find(QPushButton, f"{name}_fold").click()
        family.find(QCheckBox, f"{name}_switch").click()
    done(qtbot, family)
    return family


def _strengths(program: Program) -> tuple[float, float]:
    recipe = program.workspace.document.recipe
    return recipe.denoise.strength, recipe.step(RepairDamage).strength


def test_sliders_of_one_name_are_taken_back_one_by_one(both: Program) -> None:
    both.find(QSlider, "noise_strength").setValue(60)
    both.find(QSlider, "damage_strength").setValue(40)
    both.do("undo")
    assert _strengths(both) == (0.6, 1.0)
    both.do("undo")
    assert _strengths(both) == (1.0, 1.0)


@pytest.mark.parametrize("end", ["release", "pause", "reset"])
def test_one_drag_of_a_slider_is_one_change_and_the_next_another(
    both: Program, qtbot: QtBot, end: str
) -> None:
    slider = both.find(QSlider, "noise_strength")
    setting = slider.parent()
    slider.setSliderDown(end == "release")
    for value in (90, 70, 60):
        slider.setValue(value)
    drag = setting.gesture
    if end == "release":
        slider.setSliderDown(False)
    elif end == "pause":
        qtbot.waitUntil(lambda: setting.gesture is not drag)
    else:
        setting._label.reset.emit()
        assert _strengths(both)[0] == 1.0
        both.do("undo")
        assert _strengths(both)[0] == 0.6
    slider.setValue(30)
    both.do("undo")
    assert _strengths(both)[0] == 0.6
    both.do("undo")
    assert _strengths(both)[0] == 1.0


@pytest.mark.parametrize("kind", [QSlider, QComboBox])
def test_the_wheel_scrolls_the_panel_past_what_has_no_focus(both: Program, qtbot: QtBot, kind: type) -> None:
    both.window.activateWindow()
    qtbot.waitUntil(both.window.isActiveWindow)
    control = both.find(kind, "noise_strength" if kind is QSlider else "noise_models")
    if kind is QComboBox:
        control.addItem("another", "another")
        control.show()

    def turned() -> bool:
        shown = _shown(control)
        at = QPointF(control.rect().center())
        event = QWheelEvent(
            at, control.mapToGlobal(at), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(control, event)
        return _shown(control) != shown

    both.window.canvas.setFocus()
    assert not turned()
    assert not control.hasFocus()
    control.setFocus()
    assert turned()


def _shown(control: QSlider | QComboBox) -> int:
    return control.value() if isinstance(control, QSlider) else control.currentIndex()


def test_small_faces_are_spared_unless_somebody_wants_otherwise(
    family: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    pixels = pixels_of_a_photo().copy()
    rows, columns = np.mgrid[: pixels.shape[0], : pixels.shape[1]]
    pixels[((rows - 60) / 16) ** 2 + ((columns - 60) / 12) ** 2 <= 1] = (0, 255, 0)  # a face, to the family
    opened_pixels(qtbot, family, tmp_path, pixels)
    family.find(QPushButton, "noise_fold").click()
    family.find(QPushButton, "facts_fold").click()
    faces = family.find(QCheckBox, "noise_faces")
    assert faces.isVisible()
    assert faces.isChecked()
    assert faces.text() == "Spare small and blurred faces"
    family.find(QCheckBox, "noise_switch").click()
    done(qtbot, family)
    assert faces.text() == "Spare small and blurred faces (1)"
    assert "Small or blurred faces (1) were spared half of that" in shown_text(family, "story")
    faces.click()
    done(qtbot, family)
    assert family.workspace.document.recipe.denoise == Denoise()
    assert not faces.isChecked()
    assert "faces" not in shown_text(family, "story")
    family.do("undo")
    assert family.workspace.document.recipe.denoise.faces == "find-faces"


def test_presets_hold_the_settings_but_nothing_of_the_photo(
    family: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    opened_pixels(qtbot, family, tmp_path, pixels_of_a_photo())
    family.find(QSlider, "noise_strength").setValue(40)
    family.find(QCheckBox, "damage_switch").click()
    done(qtbot, family)
    family.do("next_repair")
    family.do("reject_repair")
    presets = family.find(Presets, "presets")
    presets.save(tmp_path / "album.restore.json")
    kept = load_recipe(tmp_path / "album.restore.json")
    assert kept.step(Denoise) == Denoise(0.4, enabled=False, faces="find-faces")
    assert kept.step(RepairDamage) == RepairDamage()
    family.do("reset")
    presets.load(tmp_path / "album.restore.json")
    done(qtbot, family)
    assert family.workspace.document.recipe == kept
    (tmp_path / "bad.json").write_text("{}")
    presets.load(tmp_path / "bad.json")
    assert family.messages[-1].startswith("This is not a recipe")
    presets.save(tmp_path / "no folder" / "x.json")
    assert "could not be written" in family.messages[-1]


def test_the_story_tells_in_plain_words_what_was_done(family: Program, qtbot: QtBot, tmp_path: Path) -> None:
    opened_pixels(qtbot, family, tmp_path, pixels_of_a_photo())
    family.do("story")
    assert shown_text(family, "story") == "Nothing yet: this is the photo as it was opened."
    family.find(QCheckBox, "damage_switch").click()
    done(qtbot, family)
    story = shown_text(family, "story")
    assert "at 2 places" in story
    assert "Everything else is as it was." in story
    models = next(
        label.text() for label in family.window.findChildren(QLabel) if "Repair damage 1.0" in label.text()
    )
    assert "Find damage 1.0" in models


def test_the_story_tells_of_what_was_painted_and_claims_no_more_than_is_so(
    family: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    opened_pixels(qtbot, family, tmp_path, pixels_of_a_photo())
    family.do("story")
    family.do("brush")
    stroke(qtbot, family, (200, 100), (280, 100))
    done(qtbot, family)
    story = shown_text(family, "story")
    assert story.startswith("Places that somebody marked by hand were repaired.")
    assert "0 places" not in story
    assert "Everything else is as it was." in story
    family.find(QCheckBox, "noise_switch").click()
    done(qtbot, family)
    assert "Everything else" not in shown_text(family, "story"), "noise is taken out everywhere"
    family.do("undo")
    family.find(QCheckBox, "damage_finding").click()
    done(qtbot, family)
    assert "at 2 places" in shown_text(family, "story")
    assert "marked by hand were repaired too." in shown_text(family, "story")


def test_the_story_says_where_nothing_was_found(family: Program, qtbot: QtBot, tmp_path: Path) -> None:
    opened_pixels(qtbot, family, tmp_path, np.full((200, 300, 3), 120, np.uint8))
    family.do("story")
    family.find(QCheckBox, "damage_switch").click()
    family.find(QCheckBox, "watermark_switch").click()
    done(qtbot, family)
    story = shown_text(family, "story")
    assert "No damage was repaired." in story
    assert "No watermark was taken away." in story
    assert story.count("Everything else is as it was.") == 1


def test_what_is_selected_of_the_story_is_copied_not_the_photo(both: Program, qtbot: QtBot) -> None:
    both.window.activateWindow()
    qtbot.waitUntil(both.window.isActiveWindow)
    both.do("story")
    clipboard, story = QGuiApplication.clipboard(), both.find(QLabel, "story")
    story.setFocus()
    story.setSelection(0, 7)
    selected = story.selectedText()
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(story, Qt.Key.Key_C, control)
    assert clipboard.text() == selected
    story.setSelection(0, 0)
    with qtbot.waitSignal(both.workspace.copied):
        qtbot.keyClick(story, Qt.Key.Key_C, control)
