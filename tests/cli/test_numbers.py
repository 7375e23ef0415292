"""Numbers that make no sense are refused by every option of every command, before anything is done."""

import argparse
from collections.abc import Iterator

import pytest

from restorer.app.training.choices import Choices
from restorer.cli.main import run
from restorer.cli.parser import build_parser

SENSELESS = ("nan", "inf", "-inf", "1e999", "-1000000", "1000000000000", "ten", "")


def _numeric() -> Iterator[tuple[str, argparse.Action]]:
    """Yield each option that reads numbers, with its command."""
    (commands,) = (it for it in build_parser()._actions if isinstance(it, argparse._SubParsersAction))
    for command, parser in commands.choices.items():
        for action in parser._actions:
            if getattr(action.type, "__name__", "") in ("int", "float") and action.choices is None:
                yield command, action


def test_every_number_has_its_limits(capsys: pytest.CaptureFixture[str]) -> None:
    options = list(_numeric())
    assert {"--minutes", "--seed", "--strength", "--sigma", "--limit"} <= {
        name for _, action in options for name in action.option_strings
    }
    for command, action in options:
        for senseless in SENSELESS:
            option = f"{action.option_strings[0]}={senseless}"
            assert run([command, option]) == 2, f"{command} {option}"
            said = capsys.readouterr().err
            assert f"argument {action.option_strings[0]}: " in said, f"{command} {option}"
            assert "Traceback" not in said


def test_limits_are_said_as_people_write_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["train", "scans", "--task", "scanner", "--minutes", "nan"]) == 2
    assert "nan is not between 0.01 and 43,200" in capsys.readouterr().err
    assert run(["sheet", "scans", "--limit", "0"]) == 2
    assert "0 is not between 1 and 1,000,000,000" in capsys.readouterr().err


def test_what_the_options_of_a_training_allow_a_training_can_do() -> None:
    (layers, width, code) = (
        next(action for _, action in _numeric() if name in action.option_strings)
        for name in ("--layers", "--width", "--code-size")
    )
    for action, name in ((layers, "layers"), (width, "width"), (code, "code_size")):
        for most in str(action.metavar).split(".."):
            Choices(**{name: int(most)})
        assert callable(action.type)
        for outside in (
            int(str(action.metavar).split("..")[0]) - 1,
            int(str(action.metavar).split("..")[1]) + 1,
        ):
            with pytest.raises(argparse.ArgumentTypeError):
                action.type(str(outside))
