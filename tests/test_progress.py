"""The wish to stop, which may come at any moment."""

import threading
from collections.abc import Callable

from restorer.progress import CancelToken


class Interrupting(dict[int, Callable[[], None]]):
    """Hooks of a token, amid whose adding somebody presses Ctrl+C."""

    def __init__(self, token: CancelToken) -> None:
        super().__init__()
        self._token = token

    def __setitem__(self, key: int, hook: Callable[[], None]) -> None:
        super().__setitem__(key, hook)
        self._token.cancel()


def test_ctrl_c_amid_the_adding_of_a_hook_keeps_nobody_waiting() -> None:
    token, called = CancelToken(), list[bool]()
    token._hooks = Interrupting(token)
    adding = threading.Thread(target=lambda: token.on_cancel(lambda: called.append(True)), daemon=True)
    adding.start()
    adding.join(5)
    assert not adding.is_alive()
    assert token.cancelled
    assert called
