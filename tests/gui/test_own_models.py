"""The user's own models: taken into use, given up again, and removed only by who means it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import tiny_models
from fakes import CPU
from program import Program, TestedEngine, running_program
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from restorer import paths
from restorer.gui.equipment import Makers
from restorer.gui.workspace import MODEL
from restorer.inference.catalog import Catalog


@pytest.fixture
def program(qapp: QApplication) -> Iterator[Program]:
    """The program with the bundled models and one of the user's own, the list of which is open."""
    tiny_models.write_model(paths.user_models() / "attic", tiny_models.invert())
    engine = TestedEngine()
    makers = Makers(lambda _: engine, Catalog, lambda: [CPU])  # type: ignore[arg-type, return-value]
    with running_program(qapp, makers, engine) as program:
        program.do("own_models")
        yield program


def _click(qtbot: QtBot, program: Program, name: str) -> None:
    qtbot.waitUntil(lambda: program.window.findChild(QPushButton, name) is not None)
    program.find(QPushButton, name).click()


def test_a_model_in_use_is_given_up_again(program: Program, qtbot: QtBot) -> None:
    _click(qtbot, program, "use_attic")
    assert program.workspace.model == "attic"
    _click(qtbot, program, "leave_attic")
    assert program.workspace.model == MODEL
    assert program.application.preferences.settings.denoise_model == MODEL
    assert program.messages == ["The built-in model removes the noise from now on."]
    _click(qtbot, program, "use_attic")
    assert program.workspace.model == "attic"


@pytest.mark.parametrize("meant", [False, True])
def test_a_model_is_removed_only_if_that_is_meant(program: Program, qtbot: QtBot, meant: bool) -> None:
    qtbot.waitUntil(lambda: program.desk.state is not None)
    assert "attic" in program.desk.state.models
    program.answers.removes_model = meant
    _click(qtbot, program, "remove_attic")
    assert program.answers.asked == ["remove model"]
    qtbot.waitUntil(lambda: not program.application.jobs.busy)
    assert (paths.user_models() / "attic").exists() is not meant
    assert ("attic" in program.desk.state.models) is not meant, "the panel offers what there is"


@pytest.mark.parametrize(("typed", "replaced"), [("attic", False), ("attic.restorer-model", True)])
def test_a_file_that_the_dialog_did_not_ask_about_is_not_replaced(
    program: Program, qtbot: QtBot, tmp_path: Path, typed: str, replaced: bool
) -> None:
    there = tmp_path / "attic.restorer-model"
    there.write_bytes(b"another model")
    program.answers.targets.append(tmp_path / typed)
    troubles: list[Exception] = []
    program.application.training.trouble.connect(troubles.append)
    _click(qtbot, program, "share_attic")
    qtbot.waitUntil(lambda: bool(troubles or program.messages))
    assert (there.read_bytes() != b"another model") is replaced
    assert ["exists already" in str(error) for error in troubles] == ([] if replaced else [True])
