"""The guard against the network guards."""

import os
import socket
from pathlib import Path

import pytest

from restorer import paths


def test_connecting_fails_the_test() -> None:
    with socket.socket() as unused, pytest.raises(pytest.fail.Exception, match="reached for the network"):
        unused.connect(("127.0.0.1", 9))


def test_looking_up_a_name_fails_the_test() -> None:
    with pytest.raises(pytest.fail.Exception, match="reached for the network"):
        socket.create_connection(("localhost", 9))


def test_every_test_has_folders_of_its_own(own_folders: Path) -> None:
    assert os.environ["RESTORER_HOME"] == str(own_folders)
    for folder in (paths.user_models(), paths.settings_file(), paths.cache(), paths.logs()):
        assert folder.is_relative_to(own_folders)
