"""The window of packs: what is there, what is being done, and what went wrong, in sentences."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from fakes import InlineDelivery
from pack_archives import FakeNetwork, archive_of, pack_of
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from restorer.app.jobs import JobRunner
from restorer.app.packs import fetching
from restorer.app.packs.shelf import Shelf
from restorer.errors import PackError
from restorer.gui.bridge import Bridge
from restorer.gui.pack_desk import PackDesk
from restorer.gui.windows import packs as packs_window
from restorer.gui.windows.packs import PacksWindow


class Scene(NamedTuple):
    """A window over a shelf in a temporary folder."""

    window: PacksWindow
    desk: PackDesk
    shelf: Shelf
    archive: Path

    def button(self, name: str) -> QPushButton:
        found = self.window.findChild(QPushButton, name)
        assert isinstance(found, QPushButton)
        return found

    @property
    def verdict(self) -> str:
        return self.window.findChild(QLabel, "pack_verdict").text()

    @property
    def texts(self) -> str:
        return "\n".join(label.text() for label in self.window.findChildren(QLabel))


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[JobRunner]:
    bridge = Bridge()
    jobs = JobRunner(bridge.post)
    yield jobs
    jobs.shutdown()
    bridge.close()


@pytest.fixture
def scene(qtbot: QtBot, jobs: JobRunner, tmp_path: Path) -> Scene:
    archive = archive_of(tmp_path / "training.tar.gz")
    shelf = Shelf(tmp_path / "packs", [pack_of(archive)])
    network = FakeNetwork({"https://releases.invalid/0.1.0/training.tar.gz": archive.read_bytes()})
    desk = PackDesk(jobs, lambda: shelf, lambda: network)
    window = PacksWindow(None, desk, lambda: archive)
    qtbot.addWidget(window)
    window.show()
    return Scene(window, desk, shelf, archive)


def test_a_pack_comes_and_goes(scene: Scene, qtbot: QtBot) -> None:
    assert "Not installed." in scene.texts
    assert not scene.button("remove_training").isEnabled()
    assert not scene.button("cancel_pack").isEnabled()
    scene.button("install_pack").click()
    assert scene.desk.working
    assert scene.window.findChild(QProgressBar, "pack_progress").isVisible()
    assert not scene.button("install_pack").isEnabled()
    assert scene.button("cancel_pack").isEnabled()
    qtbot.waitUntil(lambda: not scene.desk.working)
    assert "✓ Installed." in scene.texts
    assert scene.verdict == "“Training pack” is installed."
    assert not scene.window.findChild(QProgressBar, "pack_progress").isVisible()
    scene.button("remove_training").click()
    qtbot.waitUntil(lambda: not scene.desk.working)
    assert "Not installed." in scene.texts
    assert "was removed" in scene.verdict


def test_a_wrong_file_is_refused_in_a_sentence(scene: Scene, qtbot: QtBot) -> None:
    scene.archive.write_bytes(b"something else")
    scene.button("install_pack").click()
    qtbot.waitUntil(lambda: not scene.desk.working)
    assert "is damaged" in scene.verdict
    assert "Not installed." in scene.texts


def test_stopping_leaves_nothing(scene: Scene, qtbot: QtBot) -> None:
    scene.button("install_pack").click()
    scene.button("cancel_pack").click()
    qtbot.waitUntil(lambda: not scene.desk.working)
    assert "Not installed." in scene.texts
    assert scene.verdict == "Nothing was changed."
    assert scene.shelf.place("training") is None


def test_without_an_address_nothing_can_be_downloaded(scene: Scene) -> None:
    assert "not published anywhere yet" in scene.verdict
    assert not scene.button("download_training").isEnabled()


def test_with_an_address_a_pack_is_downloaded(
    scene: Scene, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packs_window, "RELEASES", "https://releases.invalid")
    monkeypatch.setattr(fetching.address_of, "__defaults__", ("https://releases.invalid",))
    scene.desk.changed.emit()
    scene.button("download_training").click()
    qtbot.waitUntil(lambda: not scene.desk.working)
    assert "✓ Installed." in scene.texts


def test_a_copy_without_packs_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    jobs = JobRunner(InlineDelivery())
    window = PacksWindow(None, PackDesk(jobs, lambda: Shelf(tmp_path, [])), lambda: None)
    qtbot.addWidget(window)
    assert "has no packs" in window.findChild(QLabel, "pack_verdict").text()
    jobs.shutdown()


def test_a_damaged_installation_says_so(qtbot: QtBot) -> None:
    def broken() -> Shelf:
        raise PackError("It cannot say.", "Install it again.")

    jobs = JobRunner(InlineDelivery())
    window = PacksWindow(None, PackDesk(jobs, broken), lambda: None)
    qtbot.addWidget(window)
    assert "It cannot say. Install it again." in "\n".join(x.text() for x in window.findChildren(QLabel))
    jobs.shutdown()
