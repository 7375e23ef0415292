"""What is remembered between two starts."""

from pathlib import Path

from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from restorer.gui.memory import Memory


def test_recent_photos_come_back_latest_first(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "window.ini"
    memory = Memory(file)
    names = [tmp_path / f"Fotos Žlutý 写真 #1 & (ß), {number}.png" for number in range(12)]
    with qtbot.waitSignal(memory.recent_changed):
        memory.opened(names[0])
    assert Memory(file).recent == names[:1]
    for name in names[1:]:
        memory.opened(name)
    memory.opened(names[5])
    del memory
    again = Memory(file)
    assert again.recent == [names[5], *(names[n] for n in (11, 10, 9, 8, 7, 6, 4, 3, 2))]
    assert again.last_folder == tmp_path
    again.forget_recent()
    assert Memory(file).recent == []


def test_a_folder_that_is_gone_is_not_offered(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "window.ini")
    for gone in ("gone", "x" * 300):  # for the latter, the system's answer is an error
        memory.opened(tmp_path / gone / "photo.png")
        assert memory.last_folder == Path.home()


def test_a_window_comes_back_where_it_was(tmp_path: Path, qtbot: QtBot) -> None:
    memory, window, other = Memory(tmp_path / "window.ini"), QMainWindow(), QMainWindow()
    qtbot.addWidget(window)
    qtbot.addWidget(other)
    assert not memory.place_window(window)
    window.resize(700, 444)
    memory.keep_window(window)
    assert memory.place_window(other)
    assert (other.width(), other.height()) == (700, 444)


def test_nonsense_in_the_file_costs_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "window.ini"
    file.write_text("[window]\ngeometry=12\nlayout=@Invalid()\n[recent]\nphotos=7\n")
    memory, window = Memory(file), QMainWindow()
    qtbot.addWidget(window)
    assert not memory.place_window(window)
    assert len(memory.recent) == 1
