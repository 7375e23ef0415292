"""Every promise names tests that exist, and only one door leads to the network."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "promises.md"
NETWORK = {
    "socket",
    "ssl",
    "urllib.request",
    "http.client",
    "ftplib",
    "smtplib",
    "asyncio",
    "requests",
    "httpx",
}
QT_NETWORK = {"PySide6.QtNetwork", "PySide6.QtWebEngineCore"}
MAY = {"app/network.py", "app/batch/cluster.py"}
"""What may open a connection: when somebody presses a button for it, and to the cluster somebody names."""


def named(page: str) -> list[str]:
    return re.findall(r"`(tests/[\w/]+\.py::\w+)`", page)


def promises(page: str) -> list[str]:
    return re.findall(r"^- \*\*.*?(?=^- \*\*|^#|\Z)", page, re.M | re.S)


def test_there_are_promises() -> None:
    assert len(promises(PAGE.read_text("utf-8"))) > 20


@pytest.mark.parametrize("promise", promises(PAGE.read_text("utf-8")), ids=lambda text: text[4:40])
def test_every_promise_is_kept_by_a_test_that_exists(promise: str) -> None:
    assert named(promise)
    for name in named(promise):
        file, _, test = name.partition("::")
        tree = ast.parse((ROOT / file).read_text("utf-8"))
        assert test in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}, name


def imported(source: str) -> set[str]:
    """Return the names of all modules that a source imports, wherever it does."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def reach(names: set[str]) -> set[str]:
    return {
        name for name in names for door in NETWORK | QT_NETWORK if name == door or name.startswith(f"{door}.")
    }


def test_only_what_may_do_so_knows_the_network() -> None:
    package = ROOT / "restorer"
    sources = {
        path.relative_to(package).as_posix(): path.read_text("utf-8") for path in package.rglob("*.py")
    }
    found = {name: reach(imported(source)) for name, source in sources.items() if name not in MAY}

    assert {name: doors for name, doors in found.items() if doors} == {}


@pytest.mark.parametrize(
    "source",
    ["import socket", "def f():\n from urllib import request", "from PySide6.QtNetwork import QTcpSocket"],
)
def test_a_door_is_noticed(source: str) -> None:
    assert reach(imported(source))
