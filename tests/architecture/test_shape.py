"""The house rules that can be counted: sizes, names, docstrings, and what the repository never mentions."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST_FILE = 500
LONGEST_FUNCTION = 60
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}


def repository_files(*patterns: str) -> list[Path]:
    """Return the files that belong to the repository: tracked, or new and not ignored."""
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns]
    names = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def python_modules() -> dict[str, str]:
    """Return the text of every Python file by its name."""
    return {name_of(path): path.read_text(encoding="utf-8") for path in repository_files("*.py")}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_there_are_files_to_look_at() -> None:
    assert len(python_modules()) > 20


def test_no_file_is_too_long() -> None:
    lengths = {name: len(text.splitlines()) for name, text in python_modules().items()}
    assert not {name: length for name, length in lengths.items() if length > LONGEST_FILE}


def test_no_function_is_too_long() -> None:
    lengths = {
        f"{name}:{node.lineno} {node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for name, text in python_modules().items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
    }
    assert not {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION}


def test_every_module_says_what_it_is_for() -> None:
    texts = {name: text for name, text in python_modules().items() if not name.startswith("tests/")}
    said = {name: ast.get_docstring(ast.parse(text)) or "" for name, text in texts.items()}
    assert not [name for name, words in said.items() if len(words.split()) < 3]


def test_every_module_is_named_after_what_it_does() -> None:
    def words(name: str) -> set[str]:
        return {word for part in Path(name).with_suffix("").parts for word in part.split("_")}

    assert not [name for name in python_modules() if words(name) & VAGUE_NAMES]


# Written in pieces, so that this file does not mention them either.
NEVER_MENTIONED = {
    "a package registry": re.compile(
        rb"pypi\." rb"org|files\.python" rb"hosted|registry\.npm" rb"js|deb\.debian\." rb"org"
    ),
    "a folder of somebody's machine": re.compile(
        rb"(?<![\w.$}])/(?:wo" rb"rk|ho" rb"me|ro" rb"ot|Us" rb"ers)/\w"
    ),
    "a secret": re.compile(rb"-----BEGIN [A-Z ]*PRIVATE " rb"KEY"),
}


@pytest.mark.parametrize("what", NEVER_MENTIONED)
def test_the_repository_never_mentions(what: str) -> None:
    texts = {
        name_of(path): path.read_bytes() for path in repository_files() if path.stat().st_size < 1_000_000
    }
    assert not [
        name for name, text in texts.items() if b"\0" not in text and NEVER_MENTIONED[what].search(text)
    ]
