"""A running program for every test that asks for one."""

from collections.abc import Iterator

import pytest
from program import Program, running_program
from PySide6.QtWidgets import QApplication


@pytest.fixture
def program(qapp: QApplication) -> Iterator[Program]:
    """The program with a stand-in engine, started without a photo."""
    with running_program(qapp) as program:
        yield program
