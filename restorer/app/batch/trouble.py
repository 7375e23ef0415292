"""Trouble that is no photo's fault: a full disk, a folder that vanished or may not be written to.

Such trouble would fail every photo after it. So the batch pauses and asks, and whoever answers can mend it.
"""

import enum
import errno
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from restorer.app.batch.output import OutputFolder, OutputGoneError


class TroubleKind(enum.StrEnum):
    """What is wrong."""

    DISK_FULL = "disk full"
    FOLDER_GONE = "folder gone"
    READ_ONLY = "read-only"


@dataclass(frozen=True)
class Trouble:
    """What is wrong with which folder, in a sentence, and what can be done."""

    kind: TroubleKind
    folder: Path
    message: str
    hint: str


class Answer(enum.StrEnum):
    """What to do about it: try again, give this photo up, or stop the batch (to resume it another day)."""

    RETRY = "retry"
    SKIP = "skip"
    STOP = "stop"


Ask = Callable[[Trouble], Answer]
"""Called in a thread of the batch, which waits for the answer; one question at a time."""


def stop_on_trouble(trouble: Trouble) -> Answer:
    """Answer where nobody can be asked."""
    return Answer.STOP


class Roots:
    """The folders the photos come from, as they were at the beginning."""

    def __init__(self) -> None:
        self._devices: dict[Path, int] = {}

    def remember(self, root: Path) -> None:
        """Take note of a folder that is there."""
        if root not in self._devices and (device := _device(root)) is not None:
            self._devices[root] = device

    def gone(self, root: Path) -> bool:
        """Whether a folder is not there any more, or another disk is in its place."""
        return _device(root) is None or _device(root) != self._devices.get(root, _device(root))


def reading_trouble(root: Path, roots: Roots) -> Trouble | None:
    """Return why no photo of a folder can be read, or None if it is only about one photo."""
    if not roots.gone(root):
        return None
    message = f"The folder “{root}” with the photos has vanished."
    return Trouble(TroubleKind.FOLDER_GONE, root, message, "Connect it again, then go on.")


def writing_trouble(error: BaseException, output: OutputFolder) -> Trouble | None:
    """Return why no result can be written, or None if it is only about one photo."""
    try:
        output.check()
    except OutputGoneError:
        message = f"The folder “{output.path}” for the results has vanished."
        return Trouble(TroubleKind.FOLDER_GONE, output.path, message, "Connect it again, then go on.")
    except OSError as other:
        error = other
    number = next((cause.errno for cause in _causes(error) if isinstance(cause, OSError)), None)
    match number:
        case errno.ENOSPC | errno.EDQUOT:
            message = f"The disk with “{output.path}” is full."
            return Trouble(TroubleKind.DISK_FULL, output.path, message, "Free some space, then go on.")
        case errno.EROFS | errno.EACCES | errno.EPERM:
            message = f"Nothing may be written to “{output.path}”."
            return Trouble(TroubleKind.READ_ONLY, output.path, message, "Allow it, then go on.")
    return None


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _device(folder: Path) -> int | None:
    try:
        about = folder.stat()
    except OSError:
        return None
    return about.st_dev
