"""What may be damage is said to be so, and a photo that has it is not said to need nothing for sure."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from handwork import opened_pixels, program_with
from opening import shown_text
from program import Program
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from restorer.app.findings import Finding, Subject
from restorer.gui.panels.findings import line_of
from restorer.gui.panels.needs import Need
from restorer.restoration.steps import RepairDamage


@pytest.mark.parametrize(
    ("count", "text"),
    [(1, "Perhaps a speck or two of damage"), (5, "Perhaps scratches or dust: 5 places")],
)
def test_doubtful_finds_are_counted_and_offered(count: int, text: str) -> None:
    line = line_of(Finding(Subject.DAMAGE, False, 0.6, "", RepairDamage(), False, count))
    assert line is not None
    assert (line.need, line.text, line.sureness) == (Need.OPTIONAL, text, "not sure")


@pytest.fixture
def mending(qapp: QApplication) -> Iterator[Program]:
    """The program with the models that find damage and repair it alone."""
    yield from program_with(qapp, "find-damage", "repair-damage")


def test_a_photo_with_a_likely_find_needs_nothing_perhaps(
    mending: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    rows, columns = np.mgrid[:150, :200]
    tones = np.rint(127 + 60 * np.sin(rows / 30) * np.cos(columns / 40)).astype(np.uint8)[..., None]
    pixels = np.concatenate([tones, 255 - tones, np.full_like(tones, 90)], axis=2)
    pixels[30:33, 30:33] = (251, 51, 51)
    opened_pixels(qtbot, mending, tmp_path, pixels)
    assert shown_text(mending, "statement") == "Perhaps this photo needs nothing"
    assert shown_text(mending, "advice").startswith("What has a circle is offered")
