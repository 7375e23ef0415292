"""Whether a training child can be started here, and how."""

import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path

from restorer.app.packs.shelf import Shelf, users_shelf
from restorer.errors import RestorerError

PACK_ID = "training"
CHILD_OPTION = "--training-child"
"""What an installed program is started with to become the training child."""


def can_train(shelf: Shelf | None = None) -> bool:
    """Whether a training child would find torch; it is looked for, never loaded.

    An installed program has it in the training pack, a checkout in its environment.

    Raises:
        PackError: this installation is damaged.
    """
    if _is_installed():
        return (shelf or users_shelf()).place(PACK_ID) is not None
    return importlib.util.find_spec("torch") is not None


def child_command(shelf: Shelf | None = None) -> Sequence[str]:
    """Return what starts the training child; its arguments follow.

    Raises:
        RestorerError: what training needs is not installed.
    """
    if not can_train(shelf):
        raise RestorerError(
            "Training needs a large part of the program that is not installed.",
            'Add the training pack, or in a Python environment: pip install "restorer[train]"',
        )
    if not _is_installed():
        return [sys.executable, "-m", "restorer.training.worker"]
    starter = Path(sys.executable)
    if sys.platform == "win32":  # the program with a window has nowhere to print its events to
        starter = starter.with_name("restorer-cli.exe")
    return [str(starter), CHILD_OPTION]


def _is_installed() -> bool:
    return bool(getattr(sys, "frozen", False))
