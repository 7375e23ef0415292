"""What every test stands on: no screen, no network, and none of the developer's own files."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

# Qt reads this when it is first imported, which happens while pytest-qt is collecting.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test settings, models, caches and logs of its own; returns the folder they are in."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("RESTORER_HOME", str(home))
    return home


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Let the test fail that reaches for the network: the program promises never to."""

    def refuse(*target: object, **_options: object) -> None:
        # Fails past any `except Exception`, so that a program that shrugs off being offline is caught too.
        pytest.fail(f"a test reached for the network: {target[-1]!r}")

    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, refuse)
        patch.setattr(socket, "getaddrinfo", refuse)
        patch.setattr(socket, "gethostbyname", refuse)
        yield
