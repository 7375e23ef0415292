"""Whether a training child can be started here, and how."""

import importlib.util
import sys
from collections.abc import Sequence

from restorer.errors import RestorerError


def can_train() -> bool:
    """Whether a training child would find torch; it is looked for, never loaded."""
    return importlib.util.find_spec("torch") is not None


def child_command() -> Sequence[str]:
    """Return what starts the training child.

    Raises:
        RestorerError: what training needs is not installed.
    """
    if not can_train():
        raise RestorerError(
            "Training needs a large part of the program that is not installed.",
            'Add the training pack, or in a Python environment: pip install "restorer[train]"',
        )
    return [sys.executable, "-m", "restorer.training.worker"]
