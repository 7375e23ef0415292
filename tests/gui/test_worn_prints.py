"""General restore in the panel: its parts, and what is told of them afterwards."""

from pathlib import Path

import numpy as np
from handwork import done, opened_pixels, pixels_of_a_photo
from opening import shown_text
from program import Program
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from restorer.app.findings import Finding, Subject
from restorer.gui.panels.findings import line_of, lines_of
from restorer.gui.panels.needs import Need
from restorer.restoration.steps import Denoise, General


def test_coarse_wear_is_a_part_of_detail(family: Program, qtbot: QtBot, tmp_path: Path) -> None:
    opened_pixels(qtbot, family, tmp_path, pixels_of_a_photo())
    family.find(QPushButton, "facts_fold").click()
    family.find(QCheckBox, "general_switch").click()
    coarse, detail = (family.find(QCheckBox, f"general_{part}") for part in ("coarse", "detail"))
    for part in (coarse, family.find(QCheckBox, "general_tones")):
        if not part.isChecked():
            part.click()
    done(qtbot, family)
    step = family.workspace.document.recipe.step(General)
    assert step is not None
    assert step.coarse
    assert "coarse grain or printing dots" in shown_text(family, "story")
    detail.click()
    done(qtbot, family)
    assert not coarse.isEnabled()
    assert not coarse.isChecked()
    assert "Faded tones were brought back" in shown_text(family, "story")
    family.do("undo")
    assert coarse.isChecked()


def test_a_worn_surface_is_a_line_among_what_a_photo_needs() -> None:
    line = line_of(Finding(Subject.WEAR, True, 0.95, "", General(coarse=True, tones=False), True, 0.5))
    assert line is not None
    assert (line.need, line.text) == (Need.YES, "Thick grain, paper or printing dots")


def test_that_there_is_no_fine_noise_is_not_told_beside_thick_grain() -> None:
    wear = Finding(Subject.WEAR, True, 0.95, "", General(coarse=True, tones=False), True, 0.5)
    quiet = Finding(Subject.NOISE, False, 0.95, "", None, False, 0.2)
    noisy = Finding(Subject.NOISE, True, 0.95, "", Denoise(), False, 9.0)
    assert len(lines_of([wear, quiet])) == 1
    assert len(lines_of([wear, noisy])) == 2
    assert len(lines_of([quiet])) == 1


def test_that_a_border_was_left_alone_is_told(family: Program, qtbot: QtBot, tmp_path: Path) -> None:
    picture = pixels_of_a_photo()
    page = np.full((picture.shape[0] + 60, picture.shape[1] + 60, 3), 245, np.uint8)
    page[30:-30, 30:-30] = picture
    opened_pixels(qtbot, family, tmp_path, page)
    family.find(QPushButton, "facts_fold").click()
    family.find(QCheckBox, "general_switch").click()
    tones = family.find(QCheckBox, "general_tones")
    if not tones.isChecked():
        tones.click()
    done(qtbot, family)
    assert "What surrounds the picture" in shown_text(family, "story")
    tones.click()
    done(qtbot, family)
    assert "What surrounds the picture" not in shown_text(family, "story")
