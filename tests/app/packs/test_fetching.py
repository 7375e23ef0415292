"""A pack comes over the network once, whole, checked; interrupted, it goes on from there."""

from pathlib import Path

import pytest
from pack_archives import FakeNetwork

from restorer import RELEASES, __version__
from restorer.app.packs.fetching import address_of, fetch
from restorer.app.packs.installing import install_from_network
from restorer.app.packs.shelf import Shelf
from restorer.errors import Cancelled, NetworkError, PackError
from restorer.progress import Progress

PLACE = "https://releases.invalid/restorer"


@pytest.fixture
def network(shelf: Shelf, archive: Path) -> FakeNetwork:
    return FakeNetwork({address_of(shelf.packs[0], PLACE): archive.read_bytes()})


def left(shelf: Shelf) -> list[int]:
    return [part.stat().st_size for part in shelf.folder.glob(".arriving-*")]


def test_it_is_fetched_installed_and_the_archive_goes(shelf: Shelf, network: FakeNetwork) -> None:
    pack = install_from_network(shelf, "training", network, releases=PLACE)

    assert network.asked == [(f"{PLACE}/{__version__}/{pack.file}", 0)]
    assert shelf.place("training") is not None
    assert left(shelf) == []


def test_an_interrupted_download_goes_on_from_there(shelf: Shelf, network: FakeNetwork) -> None:
    network.breaks_after = 1000
    with pytest.raises(NetworkError):
        install_from_network(shelf, "training", network, releases=PLACE)
    assert left(shelf) == [1000]
    network.breaks_after = None

    install_from_network(shelf, "training", network, releases=PLACE)

    assert [start for _, start in network.asked] == [0, 1000]
    assert shelf.place("training") is not None


def test_a_server_that_starts_from_the_beginning_is_believed(shelf: Shelf, network: FakeNetwork) -> None:
    network.breaks_after, network.ranges = 1000, False
    with pytest.raises(NetworkError):
        install_from_network(shelf, "training", network, releases=PLACE)
    network.breaks_after = None

    install_from_network(shelf, "training", network, releases=PLACE)

    assert shelf.place("training") is not None


def test_an_early_end_says_how_far_it_came(shelf: Shelf, network: FakeNetwork) -> None:
    (address,) = network.files
    network.files[address] = network.files[address][:-1]

    with pytest.raises(NetworkError, match=r"ended after 0\.0 of 0\.0 MB"):
        install_from_network(shelf, "training", network, releases=PLACE)


def test_other_content_is_thrown_away(shelf: Shelf, network: FakeNetwork) -> None:
    (address,) = network.files
    network.files[address] = bytes(shelf.packs[0].size)

    with pytest.raises(PackError, match="not the training pack of this release"):
        install_from_network(shelf, "training", network, releases=PLACE)

    assert left(shelf) == []
    assert shelf.place("training") is None


def test_a_larger_file_is_not_taken_in(shelf: Shelf, network: FakeNetwork) -> None:
    (address,) = network.files
    network.files[address] += bytes(10)

    with pytest.raises(PackError, match="larger"):
        install_from_network(shelf, "training", network, releases=PLACE)

    assert left(shelf) == []


def test_what_has_come_whole_is_not_asked_for_again(shelf: Shelf, network: FakeNetwork) -> None:
    (address,) = network.files
    fetch(network, address, shelf.packs[0], shelf.folder, Progress())

    install_from_network(shelf, "training", network, releases=PLACE)

    assert len(network.asked) == 1


def test_stopping_keeps_what_came(shelf: Shelf, network: FakeNetwork, archive: Path) -> None:
    progress = Progress()
    progress = Progress(
        lambda report: progress.token.cancel() if report.note == "Downloading" else None, progress.token
    )
    with pytest.raises(Cancelled):
        install_from_network(shelf, "training", network, progress, releases=PLACE)
    assert left(shelf) == [archive.stat().st_size]
    assert shelf.place("training") is None


def test_without_an_address_it_says_so_and_asks_nobody(shelf: Shelf, network: FakeNetwork) -> None:
    with pytest.raises(NetworkError, match="not published anywhere yet"):
        install_from_network(shelf, "training", network, releases="")
    assert network.asked == []


def test_no_server_is_made_up() -> None:
    """Until there is a place for releases, the program knows no address at all."""
    assert RELEASES == ""
