"""From a wish to an installed pack: fetched if need be, checked, unpacked."""

from restorer.app.network import Network
from restorer.app.packs.fetching import address_of, fetch
from restorer.app.packs.pack import Pack
from restorer.app.packs.shelf import Shelf, WrongPack
from restorer.errors import PackError
from restorer.progress import Progress


def install_from_network(
    shelf: Shelf,
    pack_id: str,
    network: Network,
    progress: Progress | None = None,
    releases: str | None = None,
) -> Pack:
    """Fetch a pack, install it and return it. ``releases``: the address of all releases, if another is meant.

    Raises:
        NetworkError: no address is configured, or it did not all come; the next try goes on from there.
        PackError: this release has no such pack, what came is not it (then it is thrown away), or it cannot
            be installed.
        Cancelled: somebody asked to stop; what came so far is kept.
    """
    progress = progress or Progress()
    pack = shelf.find(pack_id)
    address = address_of(pack) if releases is None else address_of(pack, releases)
    arrived = fetch(network, address, pack, shelf.folder, progress.part(0.0, 0.8))
    try:
        installed = shelf.install(arrived, progress.part(0.8, 0.2))
    except WrongPack as error:
        arrived.unlink(missing_ok=True)
        raise PackError(
            f"What came from the network is not the {pack.name.lower()} of this release.",
            "It was thrown away. Try again, or install the pack from a file.",
        ) from error
    arrived.unlink(missing_ok=True)
    return installed
