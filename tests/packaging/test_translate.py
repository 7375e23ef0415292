"""What the core says is found in its source, and the check of the translations can fail."""

import ast
import importlib
import json
import re
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


@pytest.fixture
def core(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(PACKAGING)
    return importlib.import_module("core_sentences")


def _read(core: ModuleType, source: str) -> set[str]:
    known = core.Module("errors.py", ast.parse("class PhotoError(RestorerError): ..."))
    found: set[str] = core.Reader([known, core.Module("photo/a.py", ast.parse(source))]).templates()
    return found


def test_errors_notes_and_sentences_are_found(core: ModuleType) -> None:
    source = '''
"""This docstring is no sentence."""
def open(path, progress):
    """Nor is this one."""
    progress(0.5, "Opening")
    progress(0.5, f"Looking at “{path.name}”")
    notes.append("It is small.")
    log.info("%s was opened")
    raise PhotoError(f"“{path.name}” is {path.size:,} bytes", hint="Try again")
'''
    assert _read(core, source) == {
        "Opening", "Looking at “{0}”", "It is small.", "“{0}” is {1} bytes", "Try again",
    }  # fmt: skip


def test_what_is_put_into_a_sentence_is_followed_to_where_it_comes_from(core: ModuleType) -> None:
    source = """
_HOW = {"a": "with a profile"}
def say(found):
    what = "one thing" if found else f"{found} things"
    return f"It has {what}, {_HOW[found]}, {_where()}."
def _where():
    return "at the top"
def refuse(why):
    raise PhotoError(f"It is refused: {why}.")
def read():
    try:
        refuse("it is too long")
        raise ValueError("it makes no sense")
    except ValueError as error:
        refuse(error)
"""
    assert _read(core, source) == {
        "It has {0}, {1}, {2}.", "one thing", "{0} things", "with a profile", "at the top",
        "It is refused: {0}.", "it is too long", "it makes no sense",
    }  # fmt: skip


def test_what_is_put_together_is_still_said(core: ModuleType) -> None:
    source = "".join(file.read_text(encoding="utf-8") for file in core.CORE.rglob("*.py"))
    words = {word for text in core.PUT_TOGETHER for word in re.findall(r"[^\W\d_]{3,}", text)}
    assert not [word for word in words if word.lower() not in source.lower()]


def test_what_only_the_command_line_says_is_left_out(core: ModuleType) -> None:
    found = core.templates()
    assert "“{0}” is empty." in found
    assert not [text for text in found if "cluster" in text or " --" in text]


@pytest.mark.skipif(sys.platform == "win32", reason="compares files line by line")
@pytest.mark.parametrize("change", ["resource", "translation", "place"])
def test_the_check_finds_what_is_not_up_to_date(
    core: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    change: str,
) -> None:
    translate = importlib.import_module("translate")
    folder = Path(shutil.copytree(translate.TRANSLATIONS, tmp_path / "translations"))
    monkeypatch.setattr(translate, "TRANSLATIONS", folder)
    monkeypatch.setattr(sys, "argv", ["translate.py", "--check"])
    file, expected = folder / "restorer_de.ts", "restorer_de.ts: not translated: “{0}” is empty."
    words = "<translation>„{0}“ ist leer.</translation>"
    if change == "resource":
        file, expected = folder / "core.json", "not up to date: core.json"
        texts = json.loads(file.read_text(encoding="utf-8"))
        file.write_text(json.dumps(texts[1:]), encoding="utf-8")
    else:
        other = '<translation type="unfinished"></translation>'
        if change == "place":
            other = words.replace("{0}", "{}")
        file.write_text(file.read_text(encoding="utf-8").replace(words, other), encoding="utf-8")
    assert translate.main() == 1
    assert expected in capsys.readouterr().out
