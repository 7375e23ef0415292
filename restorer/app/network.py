"""The network: the only module that opens a connection, and only when somebody asked for it just now.

Two things use it: "Check for updates" (`restorer.app.updates`) and the download of a pack
(`restorer.app.packs.fetching`). Both ask one address, that of the releases; see `restorer.RELEASES`.
"""

import http.client
import re
import ssl
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from email.message import Message
from typing import IO, Protocol
from urllib.parse import urlsplit

from restorer.errors import NetworkError

_PATIENCE = 30.0
"""Seconds without a byte after which a connection counts as dead."""


class Answer(Protocol):
    """What comes back: bytes of a file from ``start`` on."""

    start: int

    def read(self, count: int, /) -> bytes:
        """Return up to ``count`` bytes; none at the end. Raises NetworkError if the connection breaks."""
        ...


class Network(Protocol):
    """What can be asked for a file."""

    def get(self, address: str, start: int = 0) -> AbstractContextManager[Answer]:
        """Ask for the file at ``address`` from the byte ``start`` on; it may begin at 0 all the same.

        Raises:
            NetworkError: it is not to be had.
        """
        ...


class Internet:
    """The real network: https only, with the certificates and the proxy that the system knows."""

    def __init__(self, handlers: Sequence[urllib.request.BaseHandler] = ()) -> None:
        """``handlers`` take the place of real connections in tests."""
        self._opener = urllib.request.OpenerDirector()
        self._opener.addheaders = []
        usual = (
            urllib.request.ProxyHandler(),
            _StaySecure(),
            urllib.request.HTTPErrorProcessor(),
            urllib.request.HTTPDefaultErrorHandler(),
        )
        for handler in (*usual, *(handlers or (urllib.request.HTTPSHandler(context=_trusted()),))):
            self._opener.add_handler(handler)

    @contextmanager
    def get(self, address: str, start: int = 0) -> Iterator[Answer]:
        """Do as `Network.get` says."""
        _require_https(address)
        request = urllib.request.Request(address, headers={"User-Agent": "Restorer"})
        if start:
            request.add_header("Range", f"bytes={start}-")
        try:
            opened = self._opener.open(request, timeout=_PATIENCE)
        except urllib.error.HTTPError as error:
            with error:
                raise NetworkError(f"{_host(address)} answered: {error.code} {error.reason}.") from error
        except (OSError, http.client.HTTPException) as error:
            raise _unreachable(address, error) from error
        if opened is None:
            raise NetworkError(f"{_host(address)} cannot be asked.")
        with opened:
            yield _Body(opened, address, _first_byte(opened.headers, start if opened.status == 206 else 0))


class _Body:
    def __init__(self, body: IO[bytes], address: str, start: int) -> None:
        self._body, self._address, self.start = body, address, start

    def read(self, count: int, /) -> bytes:
        try:
            return self._body.read(count)
        except (OSError, http.client.HTTPException) as error:
            raise _unreachable(self._address, error) from error


class _StaySecure(urllib.request.HTTPRedirectHandler):
    """Follows a redirection to another https address, and to nothing else."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        _require_https(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def _trusted() -> ssl.SSLContext:
    # Python's own way finds the system's certificates neither on macOS nor in a program made elsewhere.
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _first_byte(headers: Message, wanted: int) -> int:
    if not wanted:
        return 0
    said = re.match(r"bytes (\d+)-", headers.get("Content-Range", ""))
    if said is None or int(said[1]) != wanted:
        raise NetworkError("The server sent another part of the file than was asked for.")
    return wanted


def _require_https(address: str) -> None:
    if urlsplit(address).scheme != "https" or not urlsplit(address).hostname:
        raise NetworkError(f"“{address}” is no secure address, so it is not asked.")


def _host(address: str) -> str:
    return urlsplit(address).hostname or address


def _unreachable(address: str, error: Exception) -> NetworkError:
    reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or error
    hint = "See whether this computer is online, and try again."
    return NetworkError(f"{_host(address)} could not be reached: {reason}.", hint)
