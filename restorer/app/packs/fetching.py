"""Brings a pack over the network, and goes on where it was interrupted."""

from pathlib import Path

from restorer import RELEASES, __version__
from restorer.app.network import Network
from restorer.app.packs.pack import Pack
from restorer.errors import NetworkError, PackError
from restorer.progress import Progress

_CHUNK = 1 << 18


def address_of(pack: Pack, releases: str = RELEASES) -> str:
    """Return where ``pack`` is published, below the address of all releases.

    Raises:
        NetworkError: nothing is published anywhere.
    """
    if not releases:
        raise NetworkError(
            "No download address is configured: releases of Restorer are not published anywhere yet.",
            f"Install the pack from a file instead: {pack.file}",
        )
    return f"{releases.rstrip('/')}/{__version__}/{pack.file}"


def fetch(network: Network, address: str, pack: Pack, folder: Path, progress: Progress) -> Path:
    """Bring the archive of ``pack`` into ``folder`` and return it, complete but not yet checked.

    What an earlier try brought is not asked for again; the file is named after the checksum, so that the
    beginning of one archive is never continued with another.

    Raises:
        NetworkError: it did not come, or not all of it; what came is kept for the next try.
        PackError: it cannot be kept, or is another one.
        Cancelled: somebody asked to stop; what came is kept.
    """
    part = folder / f".arriving-{pack.sha256[:16]}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        there = part.stat().st_size if part.exists() else 0
        if there > pack.size:
            part.unlink()
            there = 0
        if there < pack.size:
            _receive(network, address, pack, part, there, progress)
    except OSError as error:
        raise PackError(
            f"The {pack.name.lower()} cannot be kept in {folder}: {error.strerror or error}.",
            "Make room, and try again: it goes on where it stopped.",
        ) from error
    return part


def _receive(network: Network, address: str, pack: Pack, part: Path, there: int, progress: Progress) -> None:
    progress(there / pack.size, "Connecting")
    with network.get(address, there) as answer, part.open("r+b" if there else "wb") as file:
        done = answer.start  # nought, if the server cannot begin in the middle
        file.seek(done)
        file.truncate()
        while chunk := answer.read(_CHUNK):
            done += len(chunk)
            if done > pack.size:
                break
            file.write(chunk)
            progress(done / pack.size, "Downloading")
    if done > pack.size:
        part.unlink()
        raise PackError("What is offered there is larger than this release's pack, so it was thrown away.")
    if done < pack.size:
        raise NetworkError(
            f"The connection ended after {done / 1e6:.1f} of {pack.size / 1e6:.1f} MB.",
            "Try again: it goes on where it stopped.",
        )
