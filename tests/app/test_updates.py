"""What is said about the latest release, and that nobody is asked as long as there is no address."""

import json

import pytest
from pack_archives import FakeNetwork

from restorer import __version__
from restorer.app.updates import latest_release
from restorer.errors import NetworkError

PLACE = "https://releases.invalid"


def offering(**content: object) -> FakeNetwork:
    return FakeNetwork({f"{PLACE}/latest.json": json.dumps(content).encode()})


@pytest.mark.parametrize(
    ("version", "newer"), [("0.0.9", False), (__version__, False), ("0.1.10", True), ("1.0", True)]
)
def test_versions_are_compared_as_numbers(version: str, newer: bool) -> None:
    network = offering(version=version, page="https://releases.invalid/page")
    assert latest_release(network, PLACE).is_newer is newer


@pytest.mark.parametrize(
    "network",
    [
        offering(version="1.0"),
        offering(version="soon", page="https://releases.invalid"),
        offering(version="1.0", page="http://releases.invalid"),
        FakeNetwork({f"{PLACE}/latest.json": b"<html>"}),
        FakeNetwork({f"{PLACE}/latest.json": b"[" * 50_000}),
        FakeNetwork({}),
    ],
)
def test_nonsense_is_a_sentence(network: FakeNetwork) -> None:
    with pytest.raises(NetworkError):
        latest_release(network, PLACE)


def test_without_an_address_nobody_is_asked() -> None:
    network = FakeNetwork({})
    with pytest.raises(NetworkError, match="not published anywhere yet") as caught:
        latest_release(network, "")
    assert __version__ in caught.value.hint
    assert network.asked == []
