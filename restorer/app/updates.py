"""Whether there is a newer release: asked only when somebody presses "Check for updates".

Nothing is installed and nothing about this computer is told; the file ``latest.json`` is fetched from the
address of the releases, like any page.
"""

import json
import re
from dataclasses import dataclass

from restorer import RELEASES, __version__
from restorer.app.network import Network
from restorer.errors import NetworkError

_LONGEST = 10_000


@dataclass(frozen=True)
class Release:
    """A published release: its version ("1.2.3") and the page (https) that offers it."""

    version: str
    page: str

    @property
    def is_newer(self) -> bool:
        """Whether it is newer than the program that runs."""
        return _numbers(self.version) > _numbers(__version__)


def latest_release(network: Network, releases: str = RELEASES) -> Release:
    """Ask for the release published last.

    Raises:
        NetworkError: nothing is published anywhere, it cannot be reached, or its answer makes no sense.
    """
    if not releases:
        raise NetworkError(
            "There is nowhere to ask: releases of Restorer are not published anywhere yet.",
            f"This is version {__version__}.",
        )
    with network.get(f"{releases.rstrip('/')}/latest.json") as answer:
        text = b""
        while (chunk := answer.read(_LONGEST)) and len(text) <= _LONGEST:
            text += chunk
    try:
        content = json.loads(text)
        release = Release(str(content["version"]), str(content["page"]))
        _numbers(release.version)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise NetworkError("The answer about the latest release makes no sense.") from error
    if not release.page.startswith("https://"):
        raise NetworkError("The answer about the latest release names no secure page.")
    return release


def _numbers(version: str) -> tuple[int, ...]:
    if not re.fullmatch(r"\d+(\.\d+){0,3}", version):
        raise ValueError(f"{version!r} is no version")
    return tuple(map(int, version.split(".")))
