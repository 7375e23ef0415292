"""The user's preferences: one frozen value, kept as JSON.

Window geometry and recent files are remembered elsewhere (`restorer.gui.memory`): they are not preferences.
"""

import dataclasses
import enum
import json
import os
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_FORMAT = 1


class ThemeChoice(enum.StrEnum):
    """How the window chooses between its light and its dark face."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class Settings:
    """What the user prefers.

    ``device`` is "auto" or a device's id ("cpu", "cuda", …); ``result_name`` names a saved result, ``{stem}``
    standing for the photo's own name; ``quality`` (1..100) is for formats that lose; ``strip_private`` leaves
    place, time and serial numbers out of saved files; ``reduce_motion`` stops what blinks or slides;
    ``denoise_model`` is the id of the model that removes noise; ``sidecar`` writes a recipe beside each
    result; ``language`` is "system" or a language's code ("en", "de", …).
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    device: str = "auto"
    result_name: str = "{stem} restored"
    quality: int = 95
    strip_private: bool = False
    reduce_motion: bool = False
    denoise_model: str = "denoise"
    sidecar: bool = False
    language: str = "system"

    def __post_init__(self) -> None:
        if not 1 <= self.quality <= 100:
            raise ValueError(f"quality must be 1..100, not {self.quality}")
        if not is_result_name(self.result_name):
            raise ValueError(f"{self.result_name!r} cannot name a file beside the photo")

    def name_for(self, stem: str) -> str:
        """Return the name, without its ending, for the result of a photo called ``stem``."""
        return self.result_name.replace("{stem}", stem)


def is_result_name(template: str) -> bool:
    """Whether results may be named so: a plain name that differs from the photo's own."""
    forbidden = set('/\\:*?"<>|')
    senseless = any(unicodedata.category(letter) in ("Cc", "Cs") for letter in template)
    return (
        bool(template.replace("{stem}", "").strip(" .")) and not forbidden & set(template) and not senseless
    )


def load_settings(path: Path) -> tuple[Settings, str]:
    """Return the settings in ``path`` and a sentence for the user, empty if all was well.

    A file that is damaged, or was written by a newer program, is kept beside as ``.broken``; then, and where
    the file is missing, the defaults count.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, UnicodeDecodeError):
        return Settings(), _set_aside(path)
    try:
        return _parse(text), ""
    except (ValueError, TypeError, KeyError, RecursionError):
        return Settings(), _set_aside(path)


def save_settings(settings: Settings, path: Path) -> None:
    """Write ``settings`` to ``path``, whole or not at all.

    Raises:
        OSError: the folder cannot be written to.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {"format": _FORMAT, **dataclasses.asdict(settings)}
    descriptor, temporary = tempfile.mkstemp(prefix=".settings-", dir=path.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(content, file, indent=2)
            file.write("\n")
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _parse(text: str) -> Settings:
    content: dict[str, Any] = json.loads(text)
    if content["format"] != _FORMAT:
        raise ValueError(f"format {content['format']}")
    known: dict[str, Any] = {}
    for field in dataclasses.fields(Settings):
        if field.name not in content:
            continue
        value = content[field.name]
        kind = type(field.default)
        if kind is ThemeChoice:
            value = ThemeChoice(value)
        elif type(value) is not kind:
            raise TypeError(f"{field.name} is {value!r}")
        known[field.name] = value
    return Settings(**known)


def _set_aside(path: Path) -> str:
    kept = path.with_name(path.name + ".broken")
    try:
        path.replace(kept)
    except OSError:
        return f"Your preferences could not be read from {path}, so the usual ones are in use."
    return (
        f"Your preferences could not be read, so the usual ones are in use. The old file was kept as {kept}."
    )
