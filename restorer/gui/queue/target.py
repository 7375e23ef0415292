"""Where the results of a batch go if nobody says otherwise."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from restorer.settings import Settings


def folder_for(inputs: Sequence[Path], settings: Settings) -> Path:
    """Return a folder beside a folder, named as results are; for anything else, one inside its folder."""
    if len(inputs) == 1 and inputs[0].name and inputs[0].is_dir():
        return inputs[0].with_name(settings.name_for(inputs[0].name))
    common = Path(os.path.commonpath([path if path == path.parent else path.parent for path in inputs]))
    return common / QCoreApplication.translate("Queue", "restored")
