"""Where things are: bundled resources and models, and the user's own folders.

The only module that knows how the program was installed: from a checkout, from a wheel, or frozen.
"""

import os
import sys
from pathlib import Path

import platformdirs

LONGEST_NAME = 255
"""Bytes of a file's name in UTF-8; the shortest limit in use (other systems count 255 larger units)."""
_APPLICATION = "restorer"


def _bundled(name: str) -> Path:
    if frozen := getattr(sys, "_MEIPASS", None):
        return Path(frozen) / name
    package = Path(__file__).resolve().parent
    in_wheel = package / "bundled" / name
    return in_wheel if in_wheel.is_dir() else package.parent / name


def bundled_models() -> Path:
    """Return the folder of the models that come with the program, one sub-folder each."""
    return _bundled("models")


def resources() -> Path:
    """Return the folder of icons, samples and translations that come with the program."""
    return _bundled("resources")


def user_models() -> Path:
    """Return the folder of the user's own models; it need not exist yet."""
    return _user_folder(platformdirs.user_data_path(_APPLICATION, appauthor=False)) / "models"


def trainings() -> Path:
    """Return the folder of trainings, begun and ended; it need not exist yet."""
    return _user_folder(platformdirs.user_data_path(_APPLICATION, appauthor=False)) / "trainings"


def packs() -> Path:
    """Return the folder of the packs that the user added; it need not exist yet."""
    return _user_folder(platformdirs.user_data_path(_APPLICATION, appauthor=False)) / "packs"


def release_packs() -> Path:
    """Return the file that says which packs belong to this release; only installed programs have one."""
    return _bundled("packs.json")


def journals() -> Path:
    """Return the folder of the journals of batches; it need not exist yet."""
    return _user_folder(platformdirs.user_data_path(_APPLICATION, appauthor=False)) / "batches"


def settings_file() -> Path:
    """Return the file with the user's settings; it need not exist yet."""
    return _user_folder(platformdirs.user_config_path(_APPLICATION, appauthor=False)) / "settings.json"


def cache() -> Path:
    """Return the folder for what can be made again; it need not exist yet."""
    return _user_folder(platformdirs.user_cache_path(_APPLICATION, appauthor=False))


def logs() -> Path:
    """Return the folder for log files and crash reports; it need not exist yet."""
    return _user_folder(platformdirs.user_log_path(_APPLICATION, appauthor=False))


def _user_folder(usual: Path) -> Path:
    """Return ``usual``, or a folder of that name under ``RESTORER_HOME`` (portable use, tests)."""
    home = os.environ.get("RESTORER_HOME")
    return Path(home) / usual.name if home else usual
