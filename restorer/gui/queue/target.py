"""Where the results of a batch go if nobody says otherwise."""

import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from restorer.gui.folders import folders_among
from restorer.settings import Settings


def folder_for(inputs: Sequence[Path], settings: Settings) -> Path:
    """Return a folder beside a folder, named as results are; for anything else, one inside its folder.

    For photos from several disks, it is inside the folder of the first.
    """
    if len(inputs) == 1 and inputs[0].name and folders_among(inputs):
        return inputs[0].with_name(settings.name_for(inputs[0].name))
    parents = [path if path == path.parent else path.parent for path in inputs]
    try:
        common = Path(os.path.commonpath(parents))
    except ValueError:  # nothing is common to two drives of Windows
        common = parents[0]
    return common / QCoreApplication.translate("Queue", "restored")
