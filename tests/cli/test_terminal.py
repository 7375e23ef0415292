"""What files and models are called must not upset the terminal: names may hold anything."""

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from PIL import Image
from rich.console import Console

from restorer.cli import main
from restorer.cli.terminal import Terminal
from restorer.errors import RestorerError

NASTY = "[/red] \x1b[2J\x07[bold"


@pytest.fixture
def screen() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def terminal(screen: io.StringIO) -> Terminal:
    """Return a terminal in the sense of the word, whose screen can be read."""
    made = Terminal()
    made._errors = made._results = Console(file=screen, force_terminal=True, width=200, highlight=False)
    made._watched = True
    return made


def test_names_are_neither_commands_nor_colours(terminal: Terminal, screen: io.StringIO) -> None:
    terminal.say(NASTY)
    terminal.complain(RestorerError(NASTY, NASTY))
    terminal.result(NASTY)
    terminal.result_table(("name",), [(NASTY,)])
    with terminal.bar() as show:
        show(0.5, NASTY, "soon")

    shown = screen.getvalue()
    assert "\x1b[2J" not in shown
    assert "\x07" not in shown
    assert shown.count("[/red] \ufffd[2J\ufffd[bold") >= 5


def test_what_draws_on_a_terminal_is_not_loaded_for_a_script() -> None:
    script = (
        "import sys; from restorer.cli.terminal import Terminal; terminal = Terminal(json=True)\n"
        "with terminal.progress() as progress: progress(0.5)\n"
        "terminal.result_json({}); sys.exit('rich' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)


def test_a_file_that_is_not_written_as_utf_8_gets_escapes(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """On Windows, that is what results are redirected into."""
    name = "déjà 写真 😀.png"
    with (tmp_path / "out").open("w", encoding="cp1252") as out:
        monkeypatch.setattr(sys, "stdout", out)
        terminal = Terminal()
        terminal.result(name)
        terminal.result_json({"photo": name})

    first, _, rest = (tmp_path / "out").read_bytes().partition(b"\n")
    assert first.strip() == "déjà \\u5199\\u771f \\U0001f600.png".encode("cp1252")
    assert json.loads(rest)["photo"] == name


@pytest.mark.skipif(os.name != "posix", reason="elsewhere every name is text")
def test_a_name_that_is_no_text_is_written_as_it_is(capfdbinary, monkeypatch, tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.png")
    with open(1, "w", encoding="utf-8", closefd=False) as out:
        monkeypatch.setattr(sys, "stdout", out)
        terminal = Terminal()
        terminal.result(name)
        terminal.result_json({"photo": name})
    written = capfdbinary.readouterr().out

    first, _, rest = written.partition(b"\n")
    assert first.endswith(b"caf\xe9.png")
    assert json.loads(rest.decode("ascii"))["photo"] == name


@pytest.mark.skipif(os.name != "posix", reason="elsewhere every name is text")
def test_a_photo_whose_name_is_no_text_is_complained_about_in_a_sentence(capfd, tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/gone \xe9.png")

    assert main.run(["restore", name, "--denoise"]) == 1
    assert "There is no file" in capfd.readouterr().err


@pytest.fixture
def unread() -> Iterator[IO[str]]:
    """A pipe whose reader has left, as ``head`` does."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as file:
        yield file


@pytest.mark.skipif(os.name != "posix", reason="pipes break in another way there")
@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_the_work_goes_on_where_nobody_reads_on(
    stream: str, unread: IO[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, stream, unread)
    terminal = Terminal()
    for _ in range(2):
        terminal.result("a result")
        terminal.result_table(("name",), [("a result",)])
        terminal.result_json({"name": "a result"})
        terminal.say("a sentence")
        terminal.complain(RestorerError("a complaint", "a hint"))


@pytest.mark.skipif(os.name != "posix", reason="pipes break in another way there")
@pytest.mark.parametrize("arguments", [["--help"], ["models"], ["models", "--json"], ["devices"]])
def test_a_command_whose_output_nobody_reads_is_no_failure(
    arguments: list[str], unread: IO[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", unread)
    assert main.run(arguments) == 0


def test_without_any_output_the_work_is_done_all_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    Image.new("L", (9, 8), 100).save(tmp_path / "a.png")
    assert main.run(["restore", str(tmp_path / "a.png"), "--denoise"]) == 0
    assert (tmp_path / "a restored.png").is_file()
    assert main.run(["restore", str(tmp_path / "gone.png"), "--denoise"]) == 1
    for file in (sys.stdout, sys.stderr):
        file.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device")
@pytest.mark.parametrize("arguments", [["models"], ["models", "--json"]])
def test_a_full_disk_beneath_the_output_is_said(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    full = Path("/dev/full").open("w", encoding="utf-8")  # noqa: SIM115 - closing it fails too
    monkeypatch.setattr(sys, "stdout", full)
    assert main.run(arguments) == 1
    said = capsys.readouterr().err
    assert "The disk is full" in said
    assert "mistake in the program" not in said
    with contextlib.suppress(OSError):
        full.close()
