"""What nobody caught is logged and shown, and the hooks are given back."""

import logging
import sys
import threading
from pathlib import Path

import pytest

from restorer.errors import Cancelled
from restorer.gui.errors import Hooks, start_log, stop_log


def test_hooks_show_what_nobody_caught_in_any_thread(caplog: pytest.LogCaptureFixture) -> None:
    shown: list[BaseException] = []
    before = sys.excepthook, threading.excepthook
    hooks = Hooks(shown.append)
    hooks.install()
    try:
        error = ValueError("here")
        sys.excepthook(ValueError, error, None)
        sys.excepthook(Cancelled, Cancelled(), None)
        thread = threading.Thread(target=lambda: next(iter(())))
        thread.start()
        thread.join()
    finally:
        hooks.remove()
    assert shown[0] is error
    assert isinstance(shown[1], StopIteration)
    assert len(shown) == 2
    assert "Unexpected" in caplog.text
    assert (sys.excepthook, threading.excepthook) == before


def test_the_log_is_written_and_let_go_of(tmp_path: Path) -> None:
    last_words = start_log(tmp_path / "logs")
    logging.getLogger("restorer.gui.test").info("hello %s", "log")
    stop_log(last_words)
    assert "restorer.gui.test: hello log" in (tmp_path / "logs" / "restorer.log").read_text()
    logging.getLogger("restorer.gui.test").warning("too late")
    assert "too late" not in (tmp_path / "logs" / "restorer.log").read_text()


def test_no_log_is_no_reason_not_to_start(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    stop_log(start_log(tmp_path / "logs"))
