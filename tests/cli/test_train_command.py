"""``restorer train``: what a training that goes on was begun with stays as it is."""

from pathlib import Path

import pytest

from restorer.__main__ import main
from restorer.cli import train_command


@pytest.fixture(autouse=True)
def no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no network be taught."""
    monkeypatch.setattr(train_command, "child_command", lambda: ["never started"])


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (["--minutes", "10"], "--minutes"),  # the value that nobody had to say, said all the same
        (["--seed", "0"], "--seed"),
        (["--start-from", "builtin", "--code-size", "0"], "--start-from, --code-size"),
        (["--report-only"], "--report-only"),
    ],
)
def test_a_training_that_goes_on_is_told_nothing_else(
    options: list[str], named: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", str(tmp_path), "--task", "scanner", "--resume", *options]) == 1
    assert f"--resume cannot change {named}." in capsys.readouterr().err


def test_what_does_not_touch_the_training_is_heard(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--resume", "--name", "Attic", "--full-speed", "-q"]
    assert main(["train", str(tmp_path), "--task", "scanner", *options]) == 1
    assert "There is no training of" in capsys.readouterr().err
