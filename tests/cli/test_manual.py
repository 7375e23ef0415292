"""The manual tells of every option of every command, and of none that does not exist."""

import argparse
import re
from pathlib import Path

from restorer.cli import main
from restorer.cli.parser import build_parser

MANUAL = (Path(__file__).parents[2] / "docs" / "manual.md").read_text(encoding="utf-8")
_OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


def _commands() -> dict[str, argparse.ArgumentParser]:
    parser = build_parser()
    (commands,) = (it for it in parser._actions if isinstance(it, argparse._SubParsersAction))
    return dict(commands.choices)


def _section(command: str) -> str:
    """Return the manual's chapter on a command."""
    for chapter in MANUAL.split("\n## ")[1:]:
        title, _, text = chapter.partition("\n")
        if command in re.split(r"[ ,]+", title.removeprefix("restorer ")):
            return text
    raise AssertionError(f"The manual has no chapter on restorer {command}")


def _options(command: argparse.ArgumentParser) -> set[str]:
    return {name for action in command._actions for name in action.option_strings} - {"-h", "--help"}


def test_each_command_is_carried_out_by_something() -> None:
    assert list(map(callable, map(main._command, _commands()))) == [True] * len(_commands())
    assert set(main._COMMANDS) == set(_commands())


def test_each_command_has_a_chapter_with_all_its_options() -> None:
    for name, command in _commands().items():
        told = set(_OPTION.findall(_section(name)))
        assert _options(command) - told == set(), name


def test_the_manual_tells_of_no_option_that_there_is_not() -> None:
    real = set().union(*map(_options, _commands().values())) | {"-h", "--help", "--version"}
    told = {name for code in re.findall(r"`([^`]*)`", MANUAL) for name in _OPTION.findall(code)}
    assert told - real == set()


def test_the_help_teaches_every_option() -> None:
    for name, command in _commands().items():
        for action in command._actions:
            assert action.help, f"{name} {action.option_strings}"
