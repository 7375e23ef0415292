"""A disk that does not answer, as that of a server which is gone, does not keep the window waiting."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from restorer.gui import folders
from restorer.gui.folders import folders_among, free_name, here_or_home, true_path
from restorer.gui.memory import Memory
from restorer.gui.queue.target import folder_for
from restorer.settings import Settings

_DEAD = Path("/server/that/is/gone")


@pytest.fixture(autouse=True)
def dead_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let questions about a server wait until the test is over; whoever asks on the main thread fails."""
    over = threading.Event()

    def answering(ask: Any) -> Any:
        def answer(path: Any, *arguments: Any, **options: Any) -> Any:
            if Path(path).is_relative_to("/server"):
                assert threading.current_thread() is not threading.main_thread(), "the window would freeze"
                over.wait()
            return ask(path, *arguments, **options)

        return answer

    monkeypatch.setattr(folders, "_PATIENCE", 0.05)
    monkeypatch.setattr(Path, "is_dir", answering(Path.is_dir))
    monkeypatch.setattr(Path, "resolve", answering(Path.resolve))
    monkeypatch.setattr("os.path.lexists", answering(folders.os.path.lexists))
    yield
    over.set()


def test_a_dead_folder_is_none(tmp_path: Path) -> None:
    assert folders_among([tmp_path, tmp_path / "gone", _DEAD]) == [tmp_path]
    assert here_or_home(tmp_path) == tmp_path
    assert here_or_home(_DEAD) == Path.home()


def test_what_was_opened_last_on_a_dead_disk_is_not_offered(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "window.ini")
    memory.opened(_DEAD / "photo.png")
    assert memory.last_folder == Path.home()


def test_a_dead_disk_has_free_names(tmp_path: Path) -> None:
    for name in ("a.tif", "a 2.tif"):
        (tmp_path / name).touch()
    assert free_name(tmp_path / "a.tif") == tmp_path / "a 3.tif"
    assert free_name(tmp_path / "12.5.47.tif") == tmp_path / "12.5.47.tif"
    assert free_name(_DEAD / "a.tif") == _DEAD / "a.tif"


def test_links_are_followed_only_where_somebody_answers(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert true_path(tmp_path / "link") == (tmp_path / "real").resolve()
    assert true_path(_DEAD) == _DEAD


def test_results_go_beside_what_does_not_answer() -> None:
    assert folder_for([_DEAD], Settings()).parent == _DEAD.parent
