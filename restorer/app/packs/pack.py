"""What a release says about its packs.

The build writes ``packs.json`` into the installed program; a checkout has none, and therefore no packs.
"""

import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from restorer.errors import PackError

FORMAT = 1


@dataclass(frozen=True)
class Pack:
    """A pack of this release.

    ``file`` names the archive, ``sha256`` and ``size`` (bytes) are its own, ``unpacked`` are the bytes that
    it takes once installed. ``name`` and ``purpose`` are for people.
    """

    id: str
    name: str
    purpose: str
    file: str
    sha256: str
    size: int
    unpacked: int


def read_packs(manifest: Path) -> tuple[Pack, ...]:
    """Return the packs that the release states in ``manifest``; none where there is no such file.

    Raises:
        PackError: the file is damaged.
    """
    try:
        content = json.loads(manifest.read_text(encoding="utf-8"))
        if content["format"] == FORMAT:
            return tuple(_pack(entry) for entry in content["packs"])
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise _damaged() from error
    raise _damaged()


def _pack(entry: dict[str, Any]) -> Pack:
    for field in fields(Pack):
        if type(entry[field.name]) is not field.type:
            raise TypeError(f"{field.name} is {entry[field.name]!r}")
    pack = Pack(**{field.name: entry[field.name] for field in fields(Pack)})
    if not pack.id.isidentifier():
        raise ValueError(f"{pack.id!r} cannot name a folder")
    return pack


def _damaged() -> PackError:
    return PackError(
        "This installation cannot say which packs belong to it.", "Please install Restorer again."
    )
