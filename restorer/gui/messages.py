"""What the window has to say, as a value: a sentence, what can be done about it, and how much it matters."""

import enum
import platform
import sys
import traceback
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from restorer import __version__
from restorer.app.trouble_report import without_private_paths
from restorer.errors import RestorerError
from restorer.gui.core_sentences import translated


class Weight(enum.StrEnum):
    """How much a message matters; also the name of its icon."""

    NOTE = "info"
    DONE = "check"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class Message:
    """A message shown in the window until it is closed or replaced by another about the same ``topic``.

    ``hint`` says what can be done. ``report`` is text for a bug report, offered for copying. ``action`` names
    an action (see `restorer.gui.action_table`) offered as a button. A message ``of_photo`` says nothing once
    another photo is open.
    """

    text: str
    hint: str = ""
    weight: Weight = Weight.NOTE
    topic: str = ""
    report: str = ""
    action: str = ""
    of_photo: bool = False


def describe(error: BaseException, about: str = "") -> Message:
    """Return what to show for ``error``: its own sentence if it is for people, else a report to copy.

    ``about`` is the name of the file that it is about, which is put in front where the sentence has it not.
    """
    message = _describe(error)
    if about and about not in message.text:
        return replace(message, text=f"{about}: {message.text}")
    return message


def _describe(error: BaseException) -> Message:
    if isinstance(error, RestorerError):
        return Message(translated(error.message), translated(error.hint), Weight.ERROR)
    if isinstance(error, MemoryError):
        return Message(
            _tr("There is not enough memory for this."),
            _tr("Close other programs, or try a smaller photo."),
            Weight.ERROR,
        )
    return Message(
        _tr("Something unexpected went wrong. Your photo on disk has not been touched."),
        _tr("Please copy the report and send it to the makers, so that it can be mended."),
        Weight.ERROR,
        report=report_on(error),
    )


def report_on(error: BaseException) -> str:
    """Return all that a supporter needs to know about ``error``; it holds no photo."""
    return without_private_paths(f"{diagnostics()}\n\n{''.join(traceback.format_exception(error))}")


def diagnostics() -> str:
    """Return the versions of the program and of what it stands on, a line each."""
    from importlib import metadata  # takes longer to load than anything else here

    lines = [
        f"Restorer {__version__}",
        f"Python {sys.version.split()[0]} on {platform.platform()} ({platform.machine()})",
    ]
    for package in ("PySide6-Essentials", "onnxruntime", "numpy", "pillow", "tifffile", "imagecodecs"):
        try:
            lines.append(f"{package} {metadata.version(package)}")
        except metadata.PackageNotFoundError:
            lines.append(f"{package}: not found")
    return "\n".join(lines)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Messages", text)
