"""The packs on this computer: a folder each, beside the user's models."""

import enum
import json
import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from restorer import __version__, paths
from restorer.app.packs.pack import Pack, read_packs
from restorer.errors import PackError
from restorer.progress import Progress

_RECORD = "pack.json"
_UNPACKING = ".unpacking-"
_FORGOTTEN = 24 * 3600
_SPARE = 100_000_000


class PackState(enum.StrEnum):
    """Whether a pack can be used: ``OUTDATED`` is one that another version of the program installed."""

    MISSING = "missing"
    OUTDATED = "outdated"
    INSTALLED = "installed"


class WrongPack(PackError):  # noqa: N818 - reads better without another "Error"
    """A file is none of this release's packs: another version's, damaged, or something else."""


class Shelf:
    """Installs, finds and removes the ``packs`` of this release in ``folder``."""

    def __init__(self, folder: Path, packs: Sequence[Pack]) -> None:
        self.folder = folder
        self.packs = tuple(packs)

    def find(self, pack_id: str) -> Pack:
        """Return the pack called ``pack_id``.

        Raises:
            PackError: this release has no such pack.
        """
        for pack in self.packs:
            if pack.id == pack_id:
                return pack
        raise PackError(f"There is no pack “{pack_id}”.", _offer(self.packs))

    def state(self, pack: Pack) -> PackState:
        """Return whether ``pack`` can be used."""
        try:
            record = json.loads((self.folder / pack.id / _RECORD).read_text(encoding="utf-8"))
            return PackState.INSTALLED if record["sha256"] == pack.sha256 else PackState.OUTDATED
        except FileNotFoundError:
            return PackState.MISSING
        except (OSError, ValueError, TypeError, KeyError):
            return PackState.OUTDATED

    def place(self, pack_id: str) -> Path | None:
        """Return the folder to import a pack from; None if it is not installed, or not of this release."""
        usable = (p for p in self.packs if p.id == pack_id and self.state(p) is PackState.INSTALLED)
        return self.folder / pack_id if next(usable, None) else None

    def install(self, file: Path, progress: Progress | None = None) -> Pack:
        """Install the pack that is in ``file``, in place of one that is there already; returns it.

        Raises:
            PackError: it is no pack of this release, damaged, or there is no room for it.
            Cancelled: somebody asked to stop; nothing has changed.
        """
        from restorer.app.packs.unpacking import recognise

        progress = progress or Progress()
        try:
            with file.open("rb") as opened:
                pack = recognise(opened, self.packs, progress.part(0.0, 0.3))
                if pack is None:
                    raise self._stranger(file)
                opened.seek(0)  # the very file that was checked, whatever its name means by now
                self._take_in(opened, pack, progress.part(0.3, 0.7))
        except OSError as error:
            reason = error.strerror or str(error)
            raise PackError(f"“{file.name}” could not be installed: {reason}.") from error
        return pack

    def remove(self, pack_id: str) -> None:
        """Remove a pack, of this release or another; nothing happens if it is not there.

        Raises:
            PackError: this release has no such pack, or its folder cannot be removed.
        """
        pack = self.find(pack_id)
        if self.state(pack) is PackState.MISSING:
            return
        aside = Path(tempfile.mkdtemp(prefix=_UNPACKING, dir=self.folder))
        try:
            (self.folder / pack.id).replace(aside / pack.id)
            shutil.rmtree(aside)
        except OSError as error:
            hint = "Close what still uses it, and try again."
            raise PackError(
                f"The {pack.name.lower()} could not be removed: {error.strerror}.", hint
            ) from error

    def _stranger(self, file: Path) -> "WrongPack":
        for pack in self.packs:
            if pack.file == file.name:
                return WrongPack(
                    f"“{file.name}” is damaged, or made for another version than {__version__}.",
                    f"Its SHA-256 should be {pack.sha256}. Please get it again.",
                )
        return WrongPack(f"“{file.name}” is no pack of Restorer {__version__}.", _offer(self.packs))

    def _take_in(self, archive: IO[bytes], pack: Pack, progress: Progress) -> None:
        from restorer.app.packs.unpacking import unpack

        self._clear(pack)
        new = Path(tempfile.mkdtemp(prefix=_UNPACKING, dir=self.folder))
        try:
            unpack(archive, pack, new / pack.id, progress)
            record = {"id": pack.id, "file": pack.file, "sha256": pack.sha256}
            (new / pack.id / _RECORD).write_text(json.dumps(record, indent=1), encoding="utf-8")
            self._swap(new, pack.id)
        finally:
            shutil.rmtree(new, ignore_errors=True)

    def _clear(self, pack: Pack) -> None:
        """Make the folder, take away what a killed installation left, and see that there is room."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for left in self.folder.glob(f"{_UNPACKING}*"):
            if time.time() - left.stat().st_mtime > _FORGOTTEN:
                shutil.rmtree(left, ignore_errors=True)
        free = shutil.disk_usage(self.folder).free
        if free < pack.unpacked + _SPARE:
            needed, there = (f"{bytes_ / 1e6:.0f} MB" for bytes_ in (pack.unpacked + _SPARE, free))
            raise PackError(
                f"There is not enough room: {needed} are needed, {there} are free.",
                f"Make room on the disk of {self.folder}.",
            )

    def _swap(self, new: Path, pack_id: str) -> None:
        place = self.folder / pack_id
        if place.exists():
            place.replace(new / "before")
        try:
            (new / pack_id).replace(place)
        except OSError:
            if (new / "before").exists():
                (new / "before").replace(place)
            raise


def users_shelf() -> Shelf:
    """Return the shelf of the user who runs this program.

    Raises:
        PackError: this installation is damaged.
    """
    return Shelf(paths.packs(), read_packs(paths.release_packs()))


def _offer(packs: Sequence[Pack]) -> str:
    if not packs:
        return "This copy has no packs; in a checkout, what they hold is installed with pip."
    return f"Its packs are: {', '.join(f'{pack.id} ({pack.file})' for pack in packs)}."
