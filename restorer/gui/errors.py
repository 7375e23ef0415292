"""Hooks for what nobody caught: it is logged, and the user is told without being stopped."""

import faulthandler
import logging
import logging.handlers
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from restorer.app.trouble_report import crash_file
from restorer.errors import Cancelled

_log = logging.getLogger(__name__)
_LOG_SIZE = 1_000_000
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Hooks:
    """Catches what slips through, in every thread, and hands it to ``show`` in that thread."""

    def __init__(self, show: Callable[[BaseException], None]) -> None:
        self._show = show
        self._installed = False
        self._before = (sys.excepthook, threading.excepthook)
        self._qt_before: Callable[[QtMsgType, QMessageLogContext, str], Any] | None = None

    def install(self) -> None:
        """Take over from Python's and Qt's own hooks."""
        self._installed = True
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        self._qt_before = qInstallMessageHandler(_on_qt_message)

    def remove(self) -> None:
        """Give the hooks back."""
        if self._installed:
            self._installed = False
            sys.excepthook, threading.excepthook = self._before
            qInstallMessageHandler(self._qt_before)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        if isinstance(error, Cancelled):
            return
        _log.error("Unexpected", exc_info=error)
        self._show(error)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)


def start_log(folder: Path) -> IO[str] | None:
    """Write a log, and the last words of a crash, into ``folder``; without one if it cannot be written to.

    Returns the open file of last words, which must be kept open until the program ends.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / "restorer.log", maxBytes=_LOG_SIZE, backupCount=2, encoding="utf-8", delay=True
        )
        last_words = crash_file(folder).open("w", encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    ours = logging.getLogger("restorer")
    ours.addHandler(handler)
    ours.setLevel(logging.INFO)
    faulthandler.enable(last_words)
    return last_words


def stop_log(last_words: IO[str] | None) -> None:
    """Undo `start_log`."""
    if last_words is None:
        return
    faulthandler.disable()
    last_words.close()
    ours = logging.getLogger("restorer")
    for handler in list(ours.handlers):
        if isinstance(handler, logging.handlers.RotatingFileHandler):
            ours.removeHandler(handler)
            handler.close()


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    _log.log(_QT_LEVELS.get(kind, logging.WARNING), "Qt: %s", text)
