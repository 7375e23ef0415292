"""The one module that opens connections asks securely, and turns every trouble into a sentence.

Real requests and answers go through it; only the socket is a stand-in.
"""

import io
import urllib.request
import urllib.response
from email.message import Message

import pytest

from restorer.app.network import Internet
from restorer.errors import NetworkError

PLACE = "https://releases.invalid/file"


class Server(urllib.request.BaseHandler):
    """Answers in place of a connection."""

    def __init__(self, code: int = 200, body: bytes = b"0123456789", **headers: str) -> None:
        self.code, self.body, self.headers = code, body, headers
        self.requests: list[urllib.request.Request] = []
        self.trouble: Exception | None = None

    def https_open(self, request: urllib.request.Request) -> urllib.response.addinfourl:
        if self.trouble:
            raise self.trouble
        self.requests.append(request)
        headers = Message()
        for name, value in self.headers.items():
            headers[name.replace("_", "-")] = value
        answer = urllib.response.addinfourl(io.BytesIO(self.body), headers, request.full_url, self.code)
        answer.msg = "said so"
        return answer


class BrokenBody(io.BytesIO):
    def read(self, count: int | None = -1, /) -> bytes:
        raise ConnectionResetError(104, "Connection reset by peer")


def test_a_file_is_read_and_little_is_told() -> None:
    server = Server()
    with Internet([server]).get(PLACE) as answer:
        assert (answer.start, answer.read(4), answer.read(100), answer.read(1)) == (
            0,
            b"0123",
            b"456789",
            b"",
        )
    (request,) = server.requests
    assert {name.lower() for name, _ in request.header_items()} <= {"host", "user-agent"}
    assert request.get_header("User-agent") == "Restorer"


def test_a_part_is_asked_for_and_checked() -> None:
    server = Server(206, b"6789", Content_Range="bytes 6-9/10")
    with Internet([server]).get(PLACE, 6) as answer:
        assert (answer.start, answer.read(100)) == (6, b"6789")
    assert server.requests[0].get_header("Range") == "bytes=6-"
    with Internet([Server()]).get(PLACE, 6) as answer:  # it sends all of it
        assert answer.start == 0
    wrong = Server(206, b"789", Content_Range="bytes 7-9/10")
    with pytest.raises(NetworkError, match="another part"), Internet([wrong]).get(PLACE, 6):
        pass


@pytest.mark.parametrize(
    "address", ["http://releases.invalid/file", "file:///etc/passwd", "ftp://x.invalid/a", ""]
)
def test_only_secure_addresses_are_asked(address: str) -> None:
    with pytest.raises(NetworkError, match="no secure address"), Internet([Server()]).get(address):
        pass


def test_a_redirection_away_from_https_is_not_followed() -> None:
    server = Server(302, b"", Location="http://elsewhere.invalid/file")
    with pytest.raises(NetworkError, match="no secure address"), Internet([server]).get(PLACE):
        pass
    assert len(server.requests) == 1


def test_no_is_a_sentence() -> None:
    asked = Internet([Server(404)]).get(PLACE)
    with pytest.raises(NetworkError, match=r"releases\.invalid answered: 404 said so"), asked:
        pass


def test_being_offline_is_a_sentence() -> None:
    server = Server()
    server.trouble = OSError(101, "Network is unreachable")
    asked = Internet([server]).get(PLACE)
    with pytest.raises(NetworkError, match="could not be reached: Network is unreachable") as caught, asked:
        pass
    assert "online" in caught.value.hint


def test_a_connection_that_breaks_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(io, "BytesIO", BrokenBody)
    with Internet([Server()]).get(PLACE) as answer, pytest.raises(NetworkError, match="Connection reset"):
        answer.read(1)


def test_the_system_is_asked_whom_to_trust() -> None:
    """Without stand-ins it is ready to connect, and has not done so yet."""
    Internet()
